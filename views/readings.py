"""Answers to sentences: a choice of what may be meant, and a friendly word for those that ask nothing."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from views.actions import Act, Action, action_data, fitting_words, parse_action
from views.message import LONGEST_TEXT, Button, Message, shown_length
from views.shortening import clipped, one_line
from views.wording import Words

_LONGEST_ASKED = 60
_LONGEST_LABEL = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """One thing that may be meant: what it is called, and what its button asks for."""

    label: str
    action: Action


def choose_reading(asked: str, offers: Sequence[Offer], *, words: Words) -> Message:
    """What somebody may mean, each as a button; the last one searches for the words."""
    search = Offer(label=words.label("button-search-papers"), action=search_for(asked))
    text = words("readings-which", asked=clipped(one_line(asked), _LONGEST_ASKED))
    return Message(text=text, buttons=tuple((_button(each),) for each in (*offers, search)))


def unknown_committee(asked: str, committee: str, *, words: Words) -> Message:
    """A committee that we do not know, with the ways on."""
    offers = (
        Offer(label=words.label("button-committees"), action=Action(Act.COMMITTEES)),
        Offer(label=words.label("button-search-papers"), action=search_for(asked)),
    )
    name = clipped(one_line(committee), _LONGEST_ASKED)
    return Message(text=words("committees-unknown", words=name), buttons=tuple((_button(each),) for each in offers))


def committee_offer(row: int, name: str) -> Offer:
    return Offer(label=name, action=Action(Act.COMMITTEE, number=row))


def search_for(asked: str) -> Action:
    """The first page of what the words find."""
    return Action(Act.FIND, page=1, words=fitting_words(asked))


def with_committee(results: Message, offer: Offer) -> Message:
    """Results of a search for words that may also be a committee's name."""
    return Message(text=results.text, buttons=(*results.buttons, (_button(offer),)))


def with_follow_hint(message: Message, words: Words) -> Message:
    """For somebody who asked to be told: which button does it. Unchanged where there is none to press."""
    actions = [parse_action(each.action) for row in message.buttons for each in row if each.action]
    acts = {action.act for action in actions if action}
    hint = Markup("\n\n") + words("readings-follow-hint")
    if not acts & {Act.FOLLOW_PAPER, Act.FOLLOW_ORGANIZATION}:
        return message
    if shown_length(message.text) + shown_length(hint) > LONGEST_TEXT:
        return message
    return Message(text=message.text + hint, buttons=message.buttons)


def greeting(example: str, *, words: Words) -> Message:
    help_button = Button(label=words.label("button-help"), action=action_data(Action(Act.HELP)))
    return Message(text=words("readings-hello", example=example), buttons=((help_button,),))


def thanks(words: Words) -> Message:
    return Message(text=words("readings-thanks"))


def farewell(words: Words) -> Message:
    return Message(text=words("readings-bye"))


def _button(offer: Offer) -> Button:
    return Button(label=clipped(one_line(offer.label), _LONGEST_LABEL), action=action_data(offer.action))
