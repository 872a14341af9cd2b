"""The words of one language: Fluent messages in, escaped markup out."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from fluent.runtime import FluentBundle, FluentResource
from markupsafe import Markup, escape

from council.served.languages import Language

_LOCALES: Mapping[Language, str] = {Language.DE: "de-DE", Language.EN: "en-GB"}


class MissingWords(LookupError):
    """A phrase, or one of its arguments, does not exist: a bug of ours that the tests find."""


class Words:
    """All phrases of one language. Call it with a phrase's name and its arguments.

    Text arguments are escaped here and nowhere else; `Markup` is taken as it is. Numbers are for counting only
    (they choose singular or plural and get thousands separators); years and paper numbers are passed as text.
    """

    def __init__(self, language: Language) -> None:
        self.language = language
        # Isolation marks would travel into people's clipboards with every copied number.
        self._bundle = FluentBundle([_LOCALES[language]], use_isolating=False)
        source = files("views.words").joinpath(f"{language}.ftl").read_text("utf-8")
        self._bundle.add_resource(FluentResource(source))

    def __call__(self, phrase: str, **arguments: str | int | Markup) -> Markup:
        if not self._bundle.has_message(phrase):
            raise MissingWords(f"{self.language}: {phrase}")
        pattern = self._bundle.get_message(phrase).value
        if pattern is None:
            raise MissingWords(f"{self.language}: {phrase}")
        safe = {name: value if isinstance(value, int) else str(escape(value)) for name, value in arguments.items()}
        text, errors = self._bundle.format_pattern(pattern, safe)
        if errors:
            raise MissingWords(f"{self.language}: {phrase}: {errors[0]}")
        # Our own phrase with arguments escaped above: the one place where text becomes markup.
        return Markup(text)  # noqa: S704

    def label(self, phrase: str, **arguments: str | int) -> str:
        """The same for places that take plain text: buttons, toasts, command menus."""
        return self(phrase, **arguments).unescape()

    def knows(self, phrase: str) -> bool:
        return self._bundle.has_message(phrase)


@cache
def words_of(language: Language) -> Words:
    """The words of a language, read once."""
    return Words(language)
