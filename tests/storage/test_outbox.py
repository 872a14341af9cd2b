"""Ends of notices: whole and once, taken up after a crash, and nothing lost in between."""

import sqlite3

import pytest

from council.served.notices import Notice, NoticeKind, NoticeState, Subject
from council.served.told import ToldItem, ToldPaper, ToldSession, ToldStop
from storage.outbox import Settled, put_back, recover, recover_lost, settle
from storage.recording import record_papers
from storage.told import told_paper, told_session
from tests.storage.chats import BOOT, a_chat, a_notice, claimed, notices, promised
from tests.storage.sessions import DAY, NOW, START, a_paper, a_session, a_visit, an_item, later, seen

SENT = Settled(state=NoticeState.SENT, message=77)
TOLD = ToldSession(
    day=DAY,
    start=START,
    room="abc",
    whole=True,
    items=(
        ToldItem(key="1", number="Ö 1", name="aa", paper=None),
        ToldItem(key=None, number=None, name=None, paper="b", on=False),
    ),
    start_told_at=NOW,
)


def on_its_way(connection: sqlite3.Connection, subject: Subject | None = None, *, chat: int = 4711) -> Notice:
    row = a_chat(connection, chat)
    promised(connection, a_notice(row, subject=subject) if subject else a_notice(row))
    connection.execute("UPDATE notices SET body = (SELECT id FROM bodies)")
    [notice] = claimed(connection)
    return notice


def a_stored_session(connection: sqlite3.Connection) -> Subject:
    return Subject(Subject.MEETING, seen(connection, a_session(an_item())).rows[0])


def put(connection: sqlite3.Connection, notice: Notice, *, tried: bool = True, uncertain: bool = False) -> bool:
    return put_back(
        connection, notice, boot=BOOT, not_before=later(minutes=1), tried=tried, uncertain=uncertain, now=NOW
    )


def test_a_sent_notice_is_settled_with_what_the_chat_knows_now(connection: sqlite3.Connection) -> None:
    subject = a_stored_session(connection)
    notice = on_its_way(connection, subject)
    end = Settled(state=NoticeState.SENT, message=77, told=TOLD, mentions=(str(subject), "item:elbdorf:9001"))
    assert settle(connection, notice, end, boot=BOOT, now=NOW)
    assert notices(connection, "state", "message", "boot") == [("sent", 77, None)]
    assert told_session(connection, notice.to.row, subject.row) == TOLD
    tokens = {row["token"] for row in connection.execute("SELECT token FROM mentions")}
    assert tokens == {str(subject), "item:elbdorf:9001"}


def test_what_was_told_of_a_paper_is_read_back_as_it_was(connection: sqlite3.Connection) -> None:
    [row] = record_papers(connection, a_visit(connection), [a_paper()]).rows
    notice = on_its_way(connection, Subject(Subject.PAPER, row))
    told = ToldPaper(stops=(ToldStop(day=None, organization="ab"), ToldStop(day=DAY, organization="c", result="d")))
    settle(connection, notice, Settled(state=NoticeState.SUPERSEDED, told=told), boot=BOOT, now=NOW)
    assert told_paper(connection, notice.to.row, row) == told
    assert told_paper(connection, notice.to.row, row + 1) is None


def test_a_notice_ends_once(connection: sqlite3.Connection) -> None:
    subject = a_stored_session(connection)
    notice = on_its_way(connection, subject)
    assert settle(connection, notice, SENT, boot=BOOT, now=NOW)
    again = Settled(state=NoticeState.REJECTED, why="no", told=TOLD, mentions=("x",))
    assert not settle(connection, notice, again, boot=BOOT, now=NOW)
    assert not put(connection, notice)
    assert notices(connection, "state", "why") == [("sent", None)]
    assert told_session(connection, notice.to.row, subject.row) is None


def test_another_process_settles_nothing_of_ours(connection: sqlite3.Connection) -> None:
    notice = on_its_way(connection)
    assert not settle(connection, notice, SENT, boot="boot-2", now=NOW)
    assert notices(connection, "state", "boot") == [("sending", BOOT)]


def test_what_was_told_along_is_superseded(connection: sqlite3.Connection) -> None:
    row = a_chat(connection)
    other = a_chat(connection, 5)
    subjects = [Subject(Subject.MEETING, number) for number in (1, 2, 3)]
    promised(connection, *(a_notice(row, subject=each) for each in subjects), a_notice(other, subject=subjects[0]))
    [notice, _] = claimed(connection)
    rows = tuple(notices(connection, "id"))
    assert settle(connection, notice, Settled(state=NoticeState.SENT, supersedes=rows[1:]), boot=BOOT, now=NOW)
    assert notices(connection, "state") == ["sent", "superseded", "superseded", "sending"]


@pytest.mark.parametrize(("tried", "uncertain"), [(False, False), (True, False), (True, True)])
def test_what_is_put_back_waits_and_counts(connection: sqlite3.Connection, tried: bool, uncertain: bool) -> None:
    notice = on_its_way(connection)
    assert put(connection, notice, tried=tried, uncertain=uncertain)
    assert notices(connection, "state", "tried", "uncertain", "boot") == [("pending", tried, uncertain, None)]
    assert claimed(connection) == ()
    [again] = claimed(connection, now=later(minutes=1))
    assert (again.row, again.tried, again.uncertain) == (notice.row, tried, uncertain)


def test_news_that_came_meanwhile_is_told_with_what_is_put_back(connection: sqlite3.Connection) -> None:
    notice = on_its_way(connection)
    assert promised(connection, a_notice(notice.to.row, NoticeKind.SESSION, dedupe="later", expires_at=later(days=99)))
    assert put(connection, notice)
    assert notices(connection, "kind", "state", "priority") == [("session", "pending", 1), ("session", "superseded", 1)]
    assert notices(connection, "expires_at")[0] == int(later(days=99).timestamp())
    assert promised(connection, a_notice(notice.to.row, dedupe="later")) == 0


def test_news_that_came_meanwhile_waits_when_the_first_arrived(connection: sqlite3.Connection) -> None:
    notice = on_its_way(connection)
    promised(connection, a_notice(notice.to.row, dedupe="later"))
    settle(connection, notice, SENT, boot=BOOT, now=NOW)
    assert notices(connection, "state") == ["sent", "pending"]


def test_what_a_dead_process_was_sending_is_taken_up_and_counts_as_uncertain(connection: sqlite3.Connection) -> None:
    notice = on_its_way(connection)
    promised(connection, a_notice(notice.to.row, dedupe="later"))
    assert recover(connection, boot=BOOT, now=NOW) == 0
    assert recover(connection, boot="boot-2", now=NOW) == 1
    assert notices(connection, "state", "uncertain") == [("pending", 1), ("superseded", 0)]
    assert recover(connection, boot="boot-2", now=NOW) == 0
    [again] = claimed(connection, boot="boot-2")
    assert (again.row, again.uncertain) == (notice.row, 1)


def test_what_no_task_holds_is_taken_up(connection: sqlite3.Connection) -> None:
    notice = on_its_way(connection)
    assert recover_lost(connection, [notice.row], now=NOW) == 1
    assert recover_lost(connection, [notice.row], now=NOW) == 0


@pytest.mark.parametrize("what", ["item", "session"])
def test_what_turned_non_public_on_its_way_is_taken_back_at_once(connection: sqlite3.Connection, what: str) -> None:
    subject = a_stored_session(connection)
    notice = on_its_way(connection, subject)
    if what == "item":
        seen(connection, a_session(an_item("9001", name=None, public=False)))
    else:
        seen(connection, a_session(an_item(), public=False))
    end = Settled(state=NoticeState.SENT, message=77, told=TOLD, mentions=(str(subject), "item:elbdorf:9001"))
    settle(connection, notice, end, boot=BOOT, now=NOW)
    assert notices(connection, "kind", "edits", "dedupe")[1:] == [("retraction", 77, "retraction:77")]
    assert connection.execute("SELECT count(*) FROM mentions").fetchone()[0] == 0
