"""The buttons "Folgen" and "Nicht mehr folgen", what they are about, and what one becomes when it was pressed."""

from collections.abc import Mapping

from council.served.subscribers import Follow
from views.actions import Act, Action, action_data, parse_action
from views.message import Button
from views.organizations import followed_organization
from views.shortening import clipped, one_line
from views.wording import Words

_PHRASES = {
    Act.FOLLOW_PAPER: "button-follow",
    Act.LEAVE_PAPER: "button-leave",
    Act.FOLLOW_ORGANIZATION: "button-follow-committee",
    Act.LEAVE_ORGANIZATION: "button-leave-committee",
    Act.FOLLOW_AUTHOR: "button-follow-author",
    Act.LEAVE_AUTHOR: "button-leave-author",
}
FOLLOWING_BY: Mapping[Follow, Act] = {
    Follow.PAPER: Act.FOLLOW_PAPER,
    Follow.ORGANIZATION: Act.FOLLOW_ORGANIZATION,
    Follow.AUTHOR: Act.FOLLOW_AUTHOR,
}
_UNDOING = {
    Follow.PAPER: Act.UNDO_PAPER,
    Follow.ORGANIZATION: Act.UNDO_ORGANIZATION,
    Follow.AUTHOR: Act.UNDO_AUTHOR,
}
_LONGEST_LABEL = 120
# A pressed button → what takes its place, and how that is called there.
_AFTERWARDS = {
    Act.FOLLOW_PAPER: (Act.LEAVE_PAPER, "button-leave"),
    Act.LEAVE_PAPER: (Act.FOLLOW_PAPER, "button-follow-again"),
    Act.FOLLOW_ORGANIZATION: (Act.LEAVE_ORGANIZATION, "button-leave-committee"),
    Act.LEAVE_ORGANIZATION: (Act.FOLLOW_ORGANIZATION, "button-follow-again"),
    Act.FOLLOW_AUTHOR: (Act.LEAVE_AUTHOR, "button-leave-author"),
    Act.LEAVE_AUTHOR: (Act.FOLLOW_AUTHOR, "button-follow-again"),
    Act.PAUSE: (Act.RESUME, "button-resume"),
    Act.RESUME: (Act.PAUSE, "button-pause"),
}


def followed_label(follow: Follow, label: str, words: Words) -> str:
    """What stands after "du folgst": "22-1554", "dem Hauptausschuss"."""
    short = clipped(one_line(label), _LONGEST_LABEL)
    if follow is Follow.AUTHOR:
        return words.label("the-author", name=short)
    return short if follow is Follow.PAPER else followed_organization(short, words)


def follow_paper_button(row: int, words: Words, *, is_followed: bool) -> Button:
    """What is offered under a paper; `row` is our number for it."""
    return _button(Act.LEAVE_PAPER if is_followed else Act.FOLLOW_PAPER, row, words)


def follow_committee_button(row: int, words: Words, *, is_followed: bool) -> Button:
    """What is offered under a committee or one of its agendas."""
    return _button(Act.LEAVE_ORGANIZATION if is_followed else Act.FOLLOW_ORGANIZATION, row, words)


def follow_author_button(row: int, words: Words, *, is_followed: bool) -> Button:
    """What is offered under what is open of an author; `row` is ours of one of its names."""
    return _button(Act.LEAVE_AUTHOR if is_followed else Act.FOLLOW_AUTHOR, row, words)


def follow_again_button(follow: Follow, row: int, words: Words) -> Button:
    """The way back after an end; `row` is that of the paper, organization or author."""
    act = FOLLOWING_BY[follow]
    return Button(label=words.label("button-follow-again"), action=action_data(Action(act, number=row)))


def undo_button(follow: Follow, row: int, words: Words) -> Button:
    """Under a confirmation: its end takes the message's place."""
    act = _UNDOING[follow]
    return Button(label=words.label("button-leave"), action=action_data(Action(act, number=row)))


def afterwards(data: str, words: Words) -> Button | None:
    """What a pressed button is replaced by: the way back. None for buttons that stay as they are."""
    action = parse_action(data)
    if action is None or action.act not in _AFTERWARDS:
        return None
    act, phrase = _AFTERWARDS[action.act]
    return Button(label=words.label(phrase), action=action_data(Action(act, number=action.number)))


def _button(act: Act, row: int, words: Words) -> Button:
    return Button(label=words.label(_PHRASES[act]), action=action_data(Action(act, number=row)))
