"""A message as it goes out: words and buttons, nothing of Telegram yet."""

import re
from dataclasses import dataclass

from markupsafe import Markup

# Telegram's limit counts UTF-16 units of what is left after the markup is parsed.
LONGEST_TEXT = 4096

_TAG = re.compile(r"<[^<>]*>")


@dataclass(frozen=True, slots=True, kw_only=True)
class Button:
    """A button under a message: either `action` (callback data, at most 64 bytes) or `url`."""

    label: str
    action: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """Words (HTML as Telegram understands it, everything foreign escaped) and rows of buttons below them."""

    text: Markup
    buttons: tuple[tuple[Button, ...], ...] = ()


def plain(text: Markup) -> str:
    """The words without markup, as a person sees them."""
    # Taking tags away from escaped text leaves escaped text.
    return Markup(_TAG.sub("", text)).unescape()  # noqa: S704


def shown_length(text: Markup) -> int:
    """How long Telegram says the text is, in UTF-16 units."""
    return len(plain(text).encode("utf-16-le", "surrogatepass")) // 2
