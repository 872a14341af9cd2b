"""When a number does not lead to one paper: unknown, several, or only its family."""

from dataclasses import dataclass

from markupsafe import Markup

from views.actions import Act, Action, action_data
from views.message import Button, Message
from views.shortening import clipped, listed, one_line
from views.wording import Words

# Hamburg's parliament keeps its papers in a database of its own; five digits belong there (docs/formats.md).
_STATE_PARLIAMENT = "https://www.buergerschaft-hh.de/parldok/"


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A paper to choose: its row, number and title, and its council's name where that tells them apart."""

    row: int
    reference: str
    name: str
    body: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Stock:
    """What is stored at all: how many public papers, of which councils, and a number that exists as an example."""

    papers: int
    bodies: tuple[str, ...]
    example: str


def unknown_number(asked: str, *, nearest: tuple[Choice, ...], stock: Stock, words: Words) -> Message:
    """A number that is not stored, with the nearest ones as buttons and what there is at all."""
    lines = [Markup("<b>{}</b>").format(words("unknown-number", reference=clipped(asked, 60)))]
    if nearest:
        lines.append(words("unknown-nearest"))
    else:
        lines.append(_stored(stock, words))
    return Message(text=Markup("\n").join(lines), buttons=_choice_rows(nearest))


def state_parliament_number(asked: str, *, stock: Stock, words: Words) -> Message:
    """A number of Hamburg's state parliament: whose it is, and where to look."""
    if stock.papers:
        text = words("unknown-state-parliament", reference=asked, bodies=_names(stock, words))
    else:
        text = words("unknown-state-parliament-empty", reference=asked)
    button = Button(label=words.label("button-state-parliament"), url=_STATE_PARLIAMENT)
    return Message(text=text, buttons=((button,),))


def same_number(reference: str, *, choices: tuple[Choice, ...], words: Words) -> Message:
    """A number that several papers bear (of several councils, or twice in one)."""
    text = words("note-same-number", reference=clipped(reference, 60), count=len(choices))
    return Message(text=text, buttons=_choice_rows(choices))


def family(asked: str, *, choices: tuple[Choice, ...], words: Words) -> Message:
    """A number that is not stored itself, while papers of its family are."""
    return Message(text=words("note-family-choice", asked=clipped(asked, 60)), buttons=_choice_rows(choices))


def linked(choices: tuple[Choice, ...], *, words: Words) -> Message:
    """A link to a session or item with several papers."""
    return Message(text=words("note-link-choice"), buttons=_choice_rows(choices))


def too_many(left_out: tuple[str, ...], *, words: Words) -> Message:
    """Which of many numbers were not answered."""
    shown = [clipped(reference, 60) for reference in left_out]
    return Message(text=words("note-too-many", references=listed(shown, 20, words)))


def unknown_link(*, stock: Stock, words: Words) -> Message:
    """A link to a paper or agenda that is not stored."""
    return Message(text=Markup("\n").join([words("unknown-link"), _stored(stock, words)]))


def _stored(stock: Stock, words: Words) -> Markup:
    return words("unknown-stored", count=stock.papers, bodies=_names(stock, words))


def _names(stock: Stock, words: Words) -> Markup:
    return listed([clipped(name, 80) for name in stock.bodies], 6, words)


def _choice_rows(choices: tuple[Choice, ...]) -> tuple[tuple[Button, ...], ...]:
    return tuple((_choice(choice),) for choice in choices)


def _choice(choice: Choice) -> Button:
    about = choice.body or one_line(choice.name)
    label = clipped(f"{choice.reference} · {about}", 60)
    return Button(label=label, action=action_data(Action(Act.OPEN, number=choice.row)))
