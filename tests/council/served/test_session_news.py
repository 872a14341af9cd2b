from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from council.published.known_meetings import KnownItem
from council.published.meetings import AgendaItem
from council.served.notices import NoticeKind
from council.served.session_news import Moved, SessionNews, kind_of
from council.served.shown import ShownItem, ShownSession
from council.served.told import ToldSession
from tests.council.served.chats import DAY, START, an_own, news_of, on, shown, told

LATER = START + timedelta(days=7)
MOVED: dict[str, Any] = {"day": LATER.date(), "start": LATER}
DURING = START + timedelta(hours=1)
AFTER = START + timedelta(days=1)


def test_what_was_told_is_no_news() -> None:
    session = shown(on("1"), an_own("2"))
    assert not news_of(told(*session.items), session)


def test_the_first_agenda_is_one_piece_of_news_with_own_items_apart() -> None:
    news = news_of(told(), shown(on("1"), an_own("2")))
    assert (news.agenda_published, news.added, news.own) == (True, (), (an_own("2"),))
    assert kind_of(news) is NoticeKind.SCHEDULED
    assert kind_of(news_of(told(), shown(on("1")))) is NoticeKind.AGENDA


@pytest.mark.parametrize("before", [None, told(), told(whole=False)])
def test_an_agenda_is_published_to_whoever_was_not_told_of_it(before: ToldSession | None) -> None:
    assert news_of(before, shown(on("1"))).agenda_published


def test_a_session_without_an_agenda_is_no_news() -> None:
    assert not news_of(None, shown())
    assert not news_of(None, shown(on("1", withdrawn="abgesetzt")))


def test_own_items_are_scheduled_for_those_who_do_not_follow_the_committee() -> None:
    news = news_of(None, shown(on("1"), an_own("2"), whole=False))
    assert (news.scheduled, news.agenda_published, kind_of(news)) == ((an_own("2"),), False, NoticeKind.SCHEDULED)


def test_a_second_own_item_is_scheduled_too() -> None:
    before = told(an_own("2"), whole=False)
    assert news_of(before, shown(an_own("2"), an_own("3"), whole=False)).scheduled == (an_own("3"),)


def test_other_items_are_no_news_to_those_who_follow_one_paper() -> None:
    before = told(on("1"), an_own("2"), whole=False)
    assert not news_of(before, shown(on("1", "Anderes"), an_own("2"), on("3"), whole=False))


def test_whoever_follows_the_committee_later_reads_its_agenda_as_a_whole() -> None:
    news = news_of(told(an_own("2"), whole=False), shown(on("1"), an_own("2")))
    assert (news.agenda_published, news.added) == (True, ())


def test_whoever_follows_the_committee_no_more_hears_of_own_items_only() -> None:
    before = told(on("1"), an_own("2"), on("3"))
    news = news_of(before, shown(an_own("2", "Neu"), whole=False))
    assert (news.reworded, news.gone, news.withdrawn) == ((an_own("2", "Neu"),), 0, ())


def test_a_paper_that_is_not_followed_any_more_is_not_gone() -> None:
    before = told(an_own("1"), an_own("2"), whole=False)
    assert not news_of(before, shown(on("1", paper="22-1"), an_own("2"), whole=False))


def test_additions_withdrawals_and_new_wordings_are_told_apart() -> None:
    before = told(on("1"), on("2"), on("3"), on("4"))
    off, reworded, with_paper, new = on("1", withdrawn="abgesetzt"), on("2", "Neu"), on("3", paper="22-9"), on("5")
    news = news_of(before, shown(off, reworded, with_paper, on("4"), new))
    assert (news.withdrawn, news.reworded, news.paper_added, news.added) == ((off,), (reworded,), (with_paper,), (new,))
    assert kind_of(news) is NoticeKind.AGENDA


@pytest.mark.parametrize("whole", [True, False])
def test_an_own_item_taken_off_and_put_on_again_is_told_both_times(whole: bool) -> None:
    first, off = told(an_own("2"), whole=whole), an_own("2", withdrawn="abgesetzt")
    taken_off = news_of(first, shown(off, whole=whole))
    assert (taken_off.withdrawn, kind_of(taken_off)) == ((off,), NoticeKind.SCHEDULED)
    second = told(off, whole=whole, before=first)
    assert not news_of(second, shown(off, whole=whole))
    assert news_of(second, shown(an_own("2"), whole=whole)).added == (an_own("2"),)


def test_taken_off_and_on_again_between_two_messages_is_no_news() -> None:
    assert not news_of(told(an_own("2")), shown(an_own("2")))


def test_an_item_nobody_was_told_of_cannot_be_withdrawn() -> None:
    assert not news_of(told(on("1")), shown(on("1"), on("2", withdrawn="abgesetzt")))


def test_an_item_that_is_public_no_more_is_counted_not_named() -> None:
    assert news_of(told(on("1"), on("2")), shown(on("1"))).gone == 1
    assert news_of(told(an_own("2"), whole=False), shown(whole=False)).gone == 1


def test_renumbering_is_no_news() -> None:
    before = told(on("1", number="Ö 1"), an_own("2", number="Ö 2"))
    assert not news_of(before, shown(on("1", number="Ö 4"), an_own("2", number="Ö 5")))


def test_other_keys_are_no_news() -> None:
    before = told(on("1", "Radweg", paper="22-7"), on("2", "Haushalt"), on("3", "Fragen"))
    session = shown(on("91", "Radweg", paper="22-7"), on("92", "Haushalt"), on(None, "Fragen"))
    assert not news_of(before, session)


def test_an_item_without_a_key_is_found_by_its_place() -> None:
    before = told(on("1", "Anfang"), on(None, "Radweg"), on("3", "Ende"))
    session = shown(on("1", "Anfang"), on(None, "Radweg und Fußweg"), on("3", "Ende"))
    news = news_of(before, session)
    assert (news.reworded, news.added, news.gone) == ((session.items[1],), (), 0)


def test_another_order_is_news_of_own_items_only() -> None:
    before = told(on("1"), on("2"), on("3"), an_own("4"))
    assert not news_of(before, shown(on("3"), on("1"), on("2"), an_own("4")))
    news = news_of(before, shown(an_own("4"), on("1"), on("2"), on("3")))
    assert (news.moved, kind_of(news)) == ((an_own("4"),), NoticeKind.SCHEDULED)


def test_a_moved_session_says_when_the_chat_thought_it_was() -> None:
    news = news_of(told(on("1")), shown(on("1"), **MOVED))
    assert (news.moved_from, kind_of(news)) == (Moved(day=DAY, start=START), NoticeKind.SESSION)


def test_moved_and_moved_back_between_two_messages_is_no_news() -> None:
    assert not news_of(told(), shown())


def test_the_same_instant_in_another_zone_is_no_move() -> None:
    assert not news_of(told(), shown(start=START.astimezone(None)))


def test_a_time_that_is_published_later_is_told_as_such() -> None:
    news = news_of(told(start=None), shown())
    assert (news.time_published, news.moved_from, kind_of(news)) == (True, None, NoticeKind.AGENDA)
    assert not news_of(told(), shown(start=None))


def test_another_room_is_told_a_room_at_last_is_not() -> None:
    assert news_of(told(room="Saal 2"), shown(room="Saal 3")).other_room
    assert not news_of(told(room=None), shown(room="Saal 3"))


def test_a_cancelled_session_is_told_once_and_nothing_of_its_agenda() -> None:
    before = told(on("1"), an_own("2"))
    session = shown(on("1", "Neu"), an_own("2"), on("3"), cancelled=True)
    news = news_of(before, session)
    assert news == SessionNews(cancelled=True, own=(an_own("2"),))
    after = told(*session.items, cancelled=True, before=before)
    assert not news_of(after, replace(session, items=(*session.items, on("4"))))


def test_moved_and_cancelled_at_once_names_the_day_the_chat_knew() -> None:
    news = news_of(told(), shown(cancelled=True, **MOVED))
    assert (news.cancelled, news.moved_from) == (True, Moved(day=DAY, start=START))


def test_a_revived_session_tells_what_changed_meanwhile() -> None:
    before = told(on("1"), cancelled=True, before=told(on("1")))
    news = news_of(before, shown(on("1"), on("2"), **MOVED))
    assert (news.revived, news.moved_from is not None, news.added) == (True, True, (on("2"),))


def test_a_session_nobody_told_of_is_not_cancelled() -> None:
    assert not news_of(None, shown(on("1"), cancelled=True))


def test_whoever_was_told_that_the_own_item_is_off_is_not_bothered_with_the_session() -> None:
    off = an_own("2", withdrawn="abgesetzt")
    before = told(off, whole=False, before=told(an_own("2"), whole=False))
    assert not news_of(before, shown(off, whole=False, **MOVED))
    assert not news_of(before, shown(off, whole=False, cancelled=True))
    again = news_of(before, shown(an_own("2"), whole=False, **MOVED))
    assert (again.added, again.moved_from is not None) == ((an_own("2"),), True)


def test_what_is_not_public_is_no_news() -> None:
    assert not news_of(told(on("1")), shown(public=False))


@pytest.mark.parametrize(
    "session",
    [
        shown(on("1"), cancelled=True),
        shown(on("1", withdrawn="abgesetzt")),
        shown(on("1", "Neu")),
        shown(),
        shown(on("1"), room="Saal 9"),
    ],
)
def test_of_a_session_that_has_begun_nothing_but_additions_is_news(session: ShownSession) -> None:
    before = told(on("1"))
    assert news_of(before, session, now=START - timedelta(minutes=1))
    assert not news_of(before, session, now=DURING)


def test_additions_are_news_until_the_end() -> None:
    before, session = told(on("1")), shown(on("1"), on("2"))
    assert news_of(before, session, now=DURING).added == (on("2"),)
    assert not news_of(before, session, now=AFTER)
    assert news_of(None, session, now=DURING).agenda_published


def test_a_session_that_moved_forward_is_told_until_the_time_the_chat_believes_in() -> None:
    earlier = shown(start=START - timedelta(hours=2))
    assert news_of(told(), earlier, now=START - timedelta(hours=1)).moved_from == Moved(day=DAY, start=START)
    assert not news_of(told(), earlier, now=START)


def test_a_session_that_moved_into_the_past_is_told_to_whom_expects_it() -> None:
    long_ago = START - timedelta(days=300)
    session = shown(day=long_ago.date(), start=long_ago)
    assert news_of(told(), session).moved_from == Moved(day=DAY, start=START)
    assert not news_of(told(day=long_ago.date(), start=long_ago), shown(on("1"), day=long_ago.date(), start=long_ago))


def test_without_a_time_a_session_can_be_cancelled_all_day() -> None:
    before, session = told(start=None), shown(start=None, cancelled=True)
    assert news_of(before, session, now=START.replace(hour=20)).cancelled
    assert not news_of(before, session, now=AFTER)


def test_a_session_without_a_day_raises_nothing() -> None:
    nowhere = shown(on("1"), day=None, start=None)
    assert news_of(told(day=None, start=None), nowhere).agenda_published
    assert not news_of(told(on("1")), nowhere).moved_from


def test_a_time_published_later_ends_the_waiting_too() -> None:
    assert not news_of(told(start=None), shown(cancelled=True), now=DURING)


def test_another_order_does_not_show_where_only_own_items_were_told() -> None:
    before = told(an_own("2"), an_own("3"), whole=False)
    assert not news_of(before, shown(an_own("3"), an_own("2"), whole=False))


def test_an_item_told_to_be_off_that_is_not_shown_any_more_is_no_news() -> None:
    before = told(on("1"), on("2", withdrawn="abgesetzt"), before=told(on("1"), on("2")))
    assert not news_of(before, shown(on("1")))


def test_an_own_item_without_a_key_is_not_taken_for_its_neighbour() -> None:
    before = told(an_own(None, "Radweg", number="Ö 1"), whole=False)
    news = news_of(before, shown(on(None, "Haushalt", number="Ö 1"), whole=False))
    assert news.gone == 1


def test_an_item_that_gets_its_name_is_not_reworded() -> None:
    nameless = ShownItem(item=KnownItem(item=AgendaItem(public=True, id="1", paper="22-1")))
    assert not news_of(told(nameless), shown(on("1", "Radweg", paper="22-1")))


def test_a_reference_written_otherwise_is_no_other_paper() -> None:
    assert not news_of(told(on("1", paper="22-7.B")), shown(on("1", paper="22–7.b")))
