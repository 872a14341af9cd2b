"""Lists in pages: which entries stand on one, and the buttons that turn it in place."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from markupsafe import Markup

from views.actions import Action, action_data
from views.message import Button
from views.wording import Words

T = TypeVar("T")


def pages_of(count: int, size: int) -> int:
    """At least one: an empty list has an empty page."""
    return max(1, -(-count // size))


def page_of(entries: Sequence[T], page: int, size: int) -> tuple[int, tuple[T, ...]]:
    """The page (beyond the end: the last; a list may have become shorter since the button was made) and its entries."""
    page = min(page, pages_of(len(entries), size))
    return page, tuple(entries[(page - 1) * size : page * size])


def page_title(title: Markup, page: int, pages: int, words: Words) -> Markup:
    """The title, with "Seite 2 von 7" where there are several."""
    bold = Markup("<b>{}</b>").format(title)
    if pages == 1:
        return bold
    return bold + Markup(" · ") + words("text-page", page=str(page), pages=str(pages))


def turning(page: int, pages: int, turn: Callable[[int], Action], words: Words) -> tuple[tuple[Button, ...], ...]:
    """The row "‹ Zurück", "Weiter ›"; none where there is nothing to turn. `turn` is the wish for a page."""
    row = []
    if page > 1:
        row.append(Button(label=words.label("button-earlier"), action=action_data(turn(page - 1))))
    if page < pages:
        row.append(Button(label=words.label("button-later"), action=action_data(turn(page + 1))))
    return (tuple(row),) if row else ()
