"""Leaving out so that a message stays a message: always said, never silent."""

from collections.abc import Sequence

from markupsafe import Markup

from views.wording import Words


def clipped(text: str, longest: int) -> str:
    """At most `longest` characters, cut at a blank where one is near, ending in "…" if anything was cut."""
    if len(text) <= longest:
        return text
    head = text[: longest - 1]
    blank = head.rfind(" ", longest * 3 // 4)
    return (head[:blank] if blank > 0 else head).rstrip() + "…"


def listed(names: Sequence[str], most: int, words: Words) -> Markup:
    """Names joined by commas, at most `most` of them, then "… 12 weitere"."""
    shown = Markup(", ").join(names[:most])
    left = len(names) - most
    return shown if left <= 0 else Markup("{}, {}").format(shown, words("card-more", count=left))


def one_line(text: str) -> str:
    """A title of several lines as one; the council breaks lines where we cannot."""
    return " – ".join(part for line in text.splitlines() if (part := " ".join(line.split())))
