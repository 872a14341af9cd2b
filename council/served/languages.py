"""The languages we speak, and which one a person gets."""

from enum import StrEnum


class Language(StrEnum):
    """A language with complete words in views/words."""

    DE = "de"
    EN = "en"


def spoken(code: str | None, default: Language) -> Language:
    """The language for somebody whose Telegram says `code` (IETF tag such as "en-GB", or nothing).

    Any other language than ours gets the default: the council's words are German anyway.
    """
    primary = (code or "").split("-")[0].casefold()
    return next((language for language in Language if language == primary), default)
