"""A page of search results, a button for each."""

from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from council.published.known import KnownPaper
from council.published.standing import standing
from views.actions import Act, Action, action_data
from views.message import Button, Message
from views.shortening import clipped, one_line
from views.standing_line import standing_line
from views.wording import Words

# Five results and their buttons fit a phone's screen.
PAGE_SIZE = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Results:
    """One page (from 1) of what was found. `total` is None where counting would have cost too much."""

    words: str
    page: int
    papers: tuple[KnownPaper, ...]
    more: bool
    total: int | None = None
    loosened: bool = False
    shortened: bool = False


def search_results(results: Results, *, words: Words, today: date, example: str, several_bodies: bool) -> Message:
    """The page; `example` is a paper number that exists here, `several_bodies` asks for the council's name."""
    if not results.papers:
        return _nothing(results, words, example)
    blocks = [_title(results, words)]
    blocks += [_entry(known, words, today, several_bodies=several_bodies) for known in results.papers]
    return Message(text=Markup("\n\n").join(blocks), buttons=_buttons(results, words))


def search_how(words: Words) -> Message:
    """How to search, for somebody who gave no words."""
    return Message(text=words("search-how"))


def _nothing(results: Results, words: Words, example: str) -> Message:
    if results.page > 1:
        return Message(text=words("search-end"))
    lines = [words("search-nothing", words=results.words), words("search-nothing-hint", example=example)]
    return Message(text=Markup("\n").join(lines))


def _title(results: Results, words: Words) -> Markup:
    if results.total is None:
        title = words("search-title-open", words=results.words)
    else:
        title = words("search-title", count=results.total, words=results.words)
    lines = [Markup("<b>{}</b>").format(title)]
    if results.page > 1 or results.more:
        lines[0] += Markup(" · ") + words("search-page", page=str(results.page))
    if results.loosened:
        lines.append(words("search-loosened"))
    if results.shortened:
        lines.append(words("search-shortened"))
    return Markup("\n").join(lines)


def _entry(known: KnownPaper, words: Words, today: date, *, several_bodies: bool) -> Markup:
    title = clipped(one_line(known.paper.name), 160)
    entry = Markup("<b>{}</b> {}\n{}").format(
        clipped(known.paper.reference, 60), title, standing_line(standing(known.paper, today=today), words)
    )
    if several_bodies:
        entry += Markup("\n<i>{}</i>").format(clipped(known.body.name, 100))
    return entry


def _buttons(results: Results, words: Words) -> tuple[tuple[Button, ...], ...]:
    # Three numbers side by side are still readable on a phone.
    openings = [
        Button(label=clipped(known.paper.reference, 20), action=action_data(Action(Act.OPEN, number=known.row)))
        for known in results.papers
    ]
    rows = [tuple(openings[start : start + 3]) for start in range(0, len(openings), 3)]
    turning = []
    if results.page > 1:
        turning.append(_turn(results, results.page - 1, words.label("button-earlier")))
    if results.more:
        turning.append(_turn(results, results.page + 1, words.label("button-later")))
    if turning:
        rows.append(tuple(turning))
    return tuple(rows)


def _turn(results: Results, page: int, label: str) -> Button:
    return Button(label=label, action=action_data(Action(Act.FIND, page=page, words=results.words)))
