"""Authors to choose from: factions, persons, offices."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from views.actions import Act, Action, action_data
from views.message import Button, Message
from views.shortening import clipped, one_line
from views.wording import Words

MOST_AUTHORS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class AuthorEntry:
    """An author by our row; `body` is the council's name where that tells authors apart."""

    row: int
    name: str
    body: str | None = None


def choose_author(authors: Sequence[AuthorEntry], *, left: int, words: Words) -> Message:
    """Of whom to list what is open; `left`: how many more there are that can only be asked for by name."""
    if not authors:
        return Message(text=words("authors-none"))
    lines = [words("authors-which")]
    if left:
        lines.append(words("authors-more", count=left))
    return Message(text=Markup("\n").join(lines), buttons=_rows(authors))


def several_authors(asked: str, authors: Sequence[AuthorEntry], *, left: int, words: Words) -> Message:
    """What somebody typed means several: of one council or of two."""
    lines = [words("authors-several", words=asked)]
    if left:
        lines.append(words("authors-more", count=left))
    return Message(text=Markup("\n").join(lines), buttons=_rows(authors))


def unknown_author(asked: str, nearest: Sequence[AuthorEntry], *, words: Words) -> Message:
    """Nobody is called so; the nearest names, if any."""
    lines = [words("authors-unknown", words=clipped(asked, 60))]
    lines.append(words("authors-nearest") if nearest else words("authors-hint"))
    return Message(text=Markup("\n").join(lines), buttons=(*_rows(nearest), (authors_button(words),)))


def authors_button(words: Words) -> Button:
    """To the choice of factions."""
    return Button(label=words.label("button-open-authors"), action=action_data(Action(Act.AUTHORS)))


def _rows(authors: Sequence[AuthorEntry]) -> tuple[tuple[Button, ...], ...]:
    return tuple((_button(each),) for each in authors)


def _button(one: AuthorEntry) -> Button:
    label = one_line(one.name) if one.body is None else f"{one_line(one.name)} · {one.body}"
    return Button(label=clipped(label, 60), action=action_data(Action(Act.OPEN_PAPERS, number=one.row, page=1)))
