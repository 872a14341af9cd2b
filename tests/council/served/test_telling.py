from datetime import UTC, timedelta

import pytest

from council.published.changes import Change, ChangeKind, Facts
from council.served.session_news import Moved
from council.served.telling import before_change, told_session
from tests.council.served.chats import DAY, NOW, START, an_own, news_of, on, shown, told

LATER = START + timedelta(days=7)
WHEN, WHEN_LATER = Facts.of(day=DAY, start=START), Facts.of(day=LATER.date(), start=LATER)
MOVED = Change(kind=ChangeKind.MEETING_MOVED, meeting="700", before=WHEN, after=WHEN_LATER)
CANCELLED = Change(kind=ChangeKind.MEETING_CANCELLED, meeting="700", after=WHEN_LATER)
ROOM = Change(
    kind=ChangeKind.MEETING_ROOM, before=Facts.of(room="Saal 2"), after=Facts.of(room="Saal 3", address="Markt 1")
)


def test_when_a_start_was_first_told_stays_until_it_is_another_one() -> None:
    first = told_session(shown(), None, now=NOW)
    assert first.start_told_at == NOW
    assert first.start_told_at.tzinfo is UTC
    same = told_session(shown(on("1")), first, now=NOW + timedelta(days=1))
    assert same.start_told_at == NOW
    other = told_session(shown(start=LATER), same, now=NOW + timedelta(days=2))
    assert other.start_told_at == NOW + timedelta(days=2)


def test_nothing_of_an_item_that_does_not_concern_the_chat_is_remembered() -> None:
    items = told(on("1"), an_own("2"), whole=False).items
    assert [each.key for each in items or ()] == ["2"]


def test_no_word_of_what_was_told_is_remembered() -> None:
    remembered = repr(told(on("1", "Grundstückssache Muster", paper="22-4711"), room="Bürgersaal"))
    assert not [word for word in ("Muster", "4711", "Bürgersaal") if word in remembered]


def test_an_agenda_without_public_items_was_not_told() -> None:
    assert told().items is None
    assert told(on("1"), whole=False).items is None
    assert told(before=told(on("1"))).items == ()
    assert told(an_own("2", withdrawn="abgesetzt"), whole=False).items is None


def test_of_a_cancelled_session_the_agenda_stays_as_it_was_told() -> None:
    before = told(on("1"))
    after = told(on("1"), on("2"), cancelled=True, before=before)
    assert (after.items, after.cancelled) == (before.items, True)


def test_a_room_that_is_not_named_any_more_was_told_all_the_same() -> None:
    assert told(room=None, before=told(room="Saal 2")).room == told(room="Saal 2").room


def test_a_move_is_news_to_whom_nothing_was_told() -> None:
    before = before_change(MOVED, None)
    news = news_of(before, shown(day=LATER.date(), start=LATER))
    assert news.moved_from == Moved(day=DAY, start=START)
    assert not news_of(before, shown())


def test_a_cancellation_is_news_to_whom_nothing_was_told() -> None:
    news = news_of(before_change(CANCELLED, None), shown(cancelled=True, day=LATER.date(), start=LATER))
    assert (news.cancelled, news.moved_from) == (True, None)


def test_a_revival_is_news_to_whom_nothing_was_told() -> None:
    change = Change(kind=ChangeKind.MEETING_REVIVED, after=WHEN)
    assert news_of(before_change(change, None), shown()).revived


def test_another_room_is_news_to_whom_nothing_was_told() -> None:
    assert news_of(before_change(ROOM, None), shown(room="Saal 3", address="Markt 1")).other_room


@pytest.mark.parametrize("changes", [(MOVED, CANCELLED, ROOM), (ROOM, MOVED, CANCELLED), (MOVED, ROOM, CANCELLED)])
def test_several_changes_waiting_to_be_announced_are_all_news(changes: tuple[Change, ...]) -> None:
    before = before_change(changes[0], None)
    for change in changes[1:]:
        before = before_change(change, before)
    news = news_of(before, shown(room="Saal 3", day=LATER.date(), start=LATER))
    assert (news.moved_from, news.other_room) == (Moved(day=DAY, start=START), True)
    assert news_of(before, shown(cancelled=True, day=LATER.date(), start=LATER)).cancelled


@pytest.mark.parametrize("change", [MOVED, CANCELLED, ROOM])
def test_what_was_told_is_not_overwritten_by_a_change(change: Change) -> None:
    known = told(room="Saal 3", day=LATER.date(), start=LATER)
    assert before_change(change, known) == known


def test_a_room_told_only_by_the_change_is_filled_in() -> None:
    assert news_of(before_change(ROOM, told(room=None)), shown(room="Saal 3")).other_room


def test_other_changes_fill_in_nothing() -> None:
    assert before_change(Change(kind=ChangeKind.ITEM_ADDED, meeting="700"), None) is None
