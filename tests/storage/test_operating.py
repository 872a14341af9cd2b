"""How delivery stands, for operators and the finder."""

import sqlite3

from council.published.changes import ChangeKind
from council.served.notices import NoticeKind, Subject
from storage.operating import NoticeCount, lost, notice_counts, overdue, overdue_changes
from tests.storage.chats import a_chat, a_notice, an_open_change, claimed, promised
from tests.storage.sessions import NOW, a_session, later, seen


def test_notices_are_counted_by_state_and_kind(connection: sqlite3.Connection) -> None:
    rows = [a_chat(connection, chat) for chat in (1, 2, 3)]
    promised(connection, *map(a_notice, rows), a_notice(rows[0], NoticeKind.REMINDER, subject=Subject("meeting", 1)))
    claimed(connection, most=1)
    counted = [(each.state, each.kind, each.number) for each in notice_counts(connection)]
    assert counted == [("pending", "agenda", 3), ("sending", "reminder", 1)]
    assert all(isinstance(each, NoticeCount) for each in notice_counts(connection))


def test_overdue_is_what_could_have_gone_out_the_most_urgent_first(connection: sqlite3.Connection) -> None:
    rows = [a_chat(connection, chat) for chat in (1, 2, 3)]
    promised(connection, a_notice(rows[0]), a_notice(rows[1], NoticeKind.SESSION))
    promised(connection, a_notice(rows[2], not_before=later(hours=1)))
    assert [each.kind for each in overdue(connection, before=later(minutes=10))] == ["session", "agenda"]
    assert [each.due for each in overdue(connection, before=later(minutes=10), most=1)] == [NOW]
    assert overdue(connection, before=NOW) == ()


def test_what_is_sent_by_nobody_is_lost(connection: sqlite3.Connection) -> None:
    promised(connection, *(a_notice(a_chat(connection, chat)) for chat in (1, 2)))
    one, other = claimed(connection)
    assert lost(connection, [one.row, other.row]) == ()
    assert lost(connection, [one.row]) == (other.row,)


def test_changes_that_stay_open_are_found(connection: sqlite3.Connection) -> None:
    [meeting] = seen(connection, a_session()).rows
    change = an_open_change(connection, ChangeKind.AGENDA_PUBLISHED, meeting=meeting)
    assert overdue_changes(connection, before=NOW) == ()
    assert [each.row for each in overdue_changes(connection, before=later(minutes=1))] == [change]
