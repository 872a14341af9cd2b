"""Forgetting a chat: what would go, the one question before it, and what went."""

from dataclasses import dataclass

from markupsafe import Markup

from views.actions import Act, Action, action_data
from views.message import Button, Message
from views.wording import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Forgotten:
    """How much there is, or was, of a chat and its topics."""

    places: int
    subscriptions: int
    notices: int
    questions: int


def ask(held: Forgotten, *, is_group: bool, words: Words) -> Message:
    """Before anything is erased: what there is, and that there is no way back."""
    erase = Button(label=words.label("button-erase"), action=action_data(Action(Act.ERASE)))
    keep = Button(label=words.label("button-keep"), action=action_data(Action(Act.KEEP)))
    phrase = "erase-ask-group" if is_group else "erase-ask"
    return Message(text=words(phrase, held=_lines(held, words)), buttons=((erase,), (keep,)))


def erased(held: Forgotten, *, words: Words) -> Message:
    return Message(text=words("erase-done", held=_lines(held, words)))


def nothing_to_erase(words: Words) -> Message:
    return Message(text=words("erase-nothing"))


def kept(words: Words) -> Message:
    return Message(text=words("erase-kept"))


def nothing_to_cancel(words: Words) -> Message:
    return Message(text=words("cancel-nothing"))


def _lines(held: Forgotten, words: Words) -> Markup:
    counted = (
        ("erase-subscriptions", held.subscriptions),
        ("erase-notices", held.notices),
        ("erase-questions", held.questions),
    )
    lines = [words(phrase, count=count) for phrase, count in counted if count]
    if held.places:
        lines.append(words("erase-places"))
    return Markup("\n").join(lines)
