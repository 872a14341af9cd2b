"""What concerns a chat, and why."""

import sqlite3

from council.published.papers import Consultation
from storage.following import (
    concern_of,
    followed_papers,
    reasons_for_paper,
    session_for,
    sessions_ahead_of,
)
from storage.recording import record_papers
from storage.subscriptions import pause, subscriptions_of
from tests.storage.chats import a_chat, following
from tests.storage.sessions import DAY, a_paper, a_session, a_visit, an_item, later, seen

ON_AGENDA = an_item("9002", paper="22-1001.01", paper_id="1002")


def stored_papers(connection: sqlite3.Connection) -> tuple[int, ...]:
    """A paper, its supplement and another one."""
    papers = [a_paper("1001"), a_paper("1001.01", parent="22-1001"), a_paper("3000")]
    return record_papers(connection, a_visit(connection), papers).rows


def test_a_session_concerns_a_chat_by_its_papers_family(connection: sqlite3.Connection) -> None:
    root, supplement, _ = stored_papers(connection)
    [meeting] = seen(connection, a_session(an_item("9001"), an_item(None, public=False, name=None), ON_AGENDA)).rows
    row = following(connection, paper=root)
    own = concern_of(connection, row, meeting)
    assert own
    assert (own.whole, own.own) == (False, frozenset({2}))
    assert [(each.item.item.id, each.own, each.paper_row) for each in own.shown.items] == [
        ("9001", False, None),
        ("9002", True, supplement),
    ]
    assert [each.label for each in own.because] == ["22-1001"]


def test_a_session_concerns_a_chat_by_its_committee(connection: sqlite3.Connection) -> None:
    root, _, _ = stored_papers(connection)
    [meeting] = seen(connection, a_session(an_item("9001"), ON_AGENDA)).rows
    row = following(connection)
    following(connection, paper=root)
    own = concern_of(connection, row, meeting)
    assert own
    assert (own.whole, own.own) == (True, frozenset({1}))
    assert [each.label for each in own.because] == ["Bauausschuss", "22-1001"]


def test_what_rests_is_no_reason(connection: sqlite3.Connection) -> None:
    [meeting] = seen(connection, a_session(an_item("9001"))).rows
    row = following(connection)
    [followed] = subscriptions_of(connection, row)
    pause(connection, row, followed.row, paused=True)
    assert concern_of(connection, row, meeting) is None
    assert session_for(connection, row, meeting) == session_for(connection, None, meeting)


def test_a_session_that_is_not_public_concerns_nobody(connection: sqlite3.Connection) -> None:
    [meeting] = seen(connection, a_session(an_item("9001"))).rows
    row = following(connection)
    seen(connection, a_session(public=False))
    assert concern_of(connection, row, meeting) is None
    assert session_for(connection, None, meeting) is None
    assert session_for(connection, None, 99) is None


def test_sessions_ahead_are_those_of_concern_in_order(connection: sqlite3.Connection) -> None:
    root, _, _ = stored_papers(connection)
    row = following(connection, paper=root)
    days = [DAY, later(days=3).date(), later(days=5).date(), later(days=100).date()]
    sessions = [
        a_session(ON_AGENDA, id="1", day=days[0], organization="A"),
        a_session(an_item("7"), id="2", day=days[1], organization="A"),
        a_session(an_item("8", paper="22-1001"), id="3", day=days[2], organization="B"),
        a_session(an_item("9", paper="22-1001"), id="4", day=days[3], organization="B"),
    ]
    seen(connection, *sessions)
    found = sessions_ahead_of(connection, row, first=later().date())
    assert [each.stored.known.meeting.id for each in found] == ["3", "1"]
    assert sessions_ahead_of(connection, row, first=later().date(), most=1) == found[:1]


def test_why_a_chat_hears_of_a_paper(connection: sqlite3.Connection) -> None:
    root, supplement, other = stored_papers(connection)
    row = following(connection, paper=root)
    assert [each.target for each in reasons_for_paper(connection, row, root)] == [root]
    assert [each.target for each in reasons_for_paper(connection, row, supplement)] == [root]
    assert reasons_for_paper(connection, row, other) == ()
    assert reasons_for_paper(connection, row, 999) == ()


def test_followed_papers_come_with_their_ways(connection: sqlite3.Connection) -> None:
    stop = Consultation(organization="Bauausschuss", date=DAY)
    [paper] = record_papers(connection, a_visit(connection), [a_paper("1", stop)]).rows
    row = following(connection, paper=paper)
    following(connection)
    [found] = followed_papers(connection, subscriptions_of(connection, row))
    assert (found.known.row, [each.date for each in found.way]) == (paper, [DAY])
    record_papers(connection, a_visit(connection), [a_paper("1", public=False)])
    assert followed_papers(connection, subscriptions_of(connection, row)) == ()
    assert a_chat(connection) == row
