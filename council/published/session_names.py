"""Whose session a title names, where a calendar tells no organization: "Sitzung des Hauptausschusses"."""

import re
from collections.abc import Iterable

from council.published.normalised import normalised

_SESSION = re.compile(r"(?:\w+ )?\w*sitzung (?:des|der) (?P<of>.+)")
_DECLINED = ("", "s", "es", "n", "en")


def organization_named(title: str, known: Iterable[str]) -> str | None:
    """The one of the known names that the title bears or declines; None where it is none of them, or more than one."""
    bare = normalised(title)
    match = _SESSION.fullmatch(bare)
    words = (match["of"] if match else bare).split()
    found = {name for name in known if _is_declined(normalised(name).split(), words)}
    return found.pop() if len(found) == 1 else None


def _is_declined(name: list[str], words: list[str]) -> bool:
    return len(name) == len(words) and all(
        any(word == part + ending for ending in _DECLINED) for part, word in zip(name, words, strict=True)
    )
