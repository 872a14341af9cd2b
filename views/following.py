"""Beginning and ending to follow: consent, what is fixed already, and the way back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from markupsafe import Markup

from council.published.item_changes import is_open
from council.published.known_meetings import KnownItem
from council.published.meetings import Meeting
from council.published.way import Stop, Way
from council.served.lead_times import LeadTime
from council.served.subscribers import MOST_SUBSCRIPTIONS, Follow, Subscription
from views.actions import Act, Action, action_data
from views.follow_button import follow_again_button, followed_label, undo_button
from views.lead_words import lead_words
from views.message import Button, Message
from views.organizations import at_organization
from views.session_line import SessionEntry, name_of, place_of, session_when, stop_when, what_of
from views.shortening import clipped
from views.wording import Words

# The text (consent-kept) that people agree to. Kept with each consent: whoever changes what it says raises this.
CONSENT_VERSION = 1

_AGREEING: Mapping[Follow, Act] = {
    Follow.PAPER: Act.AGREE_PAPER,
    Follow.ORGANIZATION: Act.AGREE_ORGANIZATION,
    Follow.AUTHOR: Act.AGREE_AUTHOR,
}
_LONGEST_NAME = 120
_LONGEST_NUMBER = 20
_MOST_STOPS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Followed:
    """What is followed now: `row` is ours, `label` what people call it. `added`: it was not followed before.

    `reminders` are the chat's lead times, longest first.
    """

    follow: Follow
    row: int
    label: str
    added: bool
    reminders: tuple[LeadTime, ...]


def consent(follow: Follow, row: int, label: str, *, words: Words) -> Message:
    """What would be stored, before anything is."""
    act = _AGREEING[follow]
    agree = Button(label=words.label("button-agree"), action=action_data(Action(act, number=row)))
    decline = Button(label=words.label("button-decline"), action=action_data(Action(Act.DECLINE)))
    text = Markup("{}\n{}").format(words("consent", label=followed_label(follow, label, words)), words("consent-kept"))
    return Message(text=text, buttons=((agree,), (decline,)))


def declined(words: Words) -> Message:
    return Message(text=words("consent-declined"))


def followed_paper(
    followed: Followed,
    way: Way,
    *,
    family: Sequence[tuple[Meeting, KnownItem]] = (),
    today: date,
    zone: ZoneInfo,
    words: Words,
) -> Message:
    """The confirmation, with the paper's stops to come. `family`: items of its family on agendas ahead."""
    ahead = [stop for stop in way if stop.date and stop.date >= today and is_open(stop.result)][:_MOST_STOPS]
    lines = [_stop_ahead(stop, zone, words) for stop in ahead]
    if all(stop.is_off for stop in ahead):
        lines.append(words("followed-no-date"))
    lines += [_family_ahead(meeting, item, zone, words) for meeting, item in family[:_MOST_STOPS]]
    return confirmation(followed, lines, told="followed-told-paper", words=words)


def followed_committee(followed: Followed, coming: Sequence[SessionEntry], *, zone: ZoneInfo, words: Words) -> Message:
    """The confirmation, with the committee's next sessions, earliest first."""
    lines = [
        Markup("• {}\n   {}").format(session_when(each.meeting, zone, words), what_of(each, words))
        for each in coming[:_MOST_STOPS]
    ] or [words("followed-none-coming")]
    return confirmation(followed, lines, told="followed-told-committee", words=words)


def left(ended: Subscription, *, words: Words) -> Message:
    """The end, with the way back."""
    text = words("follow-left", label=followed_label(ended.follow, ended.label, words))
    return Message(text=text, buttons=((follow_again_button(ended.follow, ended.target, words),),))


def full(words: Words) -> str:
    """A toast: nothing more can be followed."""
    return words.label("follow-full", count=MOST_SUBSCRIPTIONS)


def confirmation(followed: Followed, lines: Sequence[Markup], *, told: str, words: Words) -> Message:
    """The confirmation with what is known already in `lines`, and what will be told (a phrase)."""
    label = followed_label(followed.follow, followed.label, words)
    head = words("followed", label=label) if followed.added else words("followed-already", label=label)
    leads = lead_words(followed.reminders, words)
    reminders = words("followed-reminders", leads=leads) if leads else words("followed-no-reminders")
    blocks = [
        Markup("<b>{}</b>").format(head),
        Markup("\n").join(lines),
        Markup("{} {}").format(words(told), reminders),
    ]
    everything = Button(label=words.label("button-following"), action=action_data(Action(Act.FOLLOWING)))
    end = undo_button(followed.follow, followed.row, words)
    return Message(text=Markup("\n\n").join(blocks), buttons=((end,), (everything,)))


def _family_ahead(meeting: Meeting, known: KnownItem, zone: ZoneInfo, words: Words) -> Markup:
    fixed = {
        "reference": clipped(known.item.paper or "", _LONGEST_NAME),
        "when": session_when(meeting, zone, words),
        "where": at_organization(name_of(meeting), words),
    }
    if not known.item.number:
        return words("followed-family", **fixed)
    return words("followed-family-number", **fixed, number=clipped(known.item.number, _LONGEST_NUMBER))


def _stop_ahead(stop: Stop, zone: ZoneInfo, words: Words) -> Markup:
    moment = stop_when(stop, zone, words)
    where = at_organization(clipped(stop.organization, _LONGEST_NAME), words)
    if stop.is_off:
        phrase = "followed-stop-cancelled" if stop.cancelled else "followed-stop-off"
        return words(phrase, when=moment, where=where)
    if stop.number:
        line = words("followed-stop-number", when=moment, where=where, number=clipped(stop.number, _LONGEST_NUMBER))
    else:
        line = words("followed-stop" if stop.only_on_agenda else "followed-stop-planned", when=moment, where=where)
    place = place_of(stop.room, stop.address)
    return Markup("{}\n{}").format(line, words("followed-place", place=place)) if place else line
