"""Taking back: every message that speaks of what is public no more, and nothing else."""

import sqlite3
from typing import Any

import pytest

from council.published.changes import ChangeKind
from council.published.papers import Consultation
from council.served.notices import NoticeKind, NoticeState, Subject
from council.served.told import ToldItem, ToldSession
from storage.changes import open_changes
from storage.notices import add_notices
from storage.outbox import Settled, settle
from storage.recording import record_papers
from storage.told import told_session
from tests.storage.chats import (
    BOOT,
    a_chat,
    a_notice,
    an_open_change,
    announce_everything,
    announced,
    claimed,
    following,
    notices,
)
from tests.storage.sessions import (
    DAY,
    NOW,
    START,
    a_paper,
    a_session,
    a_visit,
    an_item,
    end_round,
    everything,
    seen,
)


def a_stored_session(connection: sqlite3.Connection, *items: Any, **fields: Any) -> int:
    return seen(connection, a_session(an_item("9001"), *items, **fields)).rows[0]


def a_stored_paper(connection: sqlite3.Connection, key: str = "1001", *stops: Consultation, **fields: Any) -> int:
    return record_papers(connection, a_visit(connection), [a_paper(key, *stops, **fields)]).rows[0]


def sent(connection: sqlite3.Connection, chat: int, session: int, *tokens: str, message: int) -> int:
    row = a_chat(connection, chat)
    subject = Subject(Subject.MEETING, session)
    add_notices(connection, [a_notice(row, subject=subject)], body=1, now=NOW)
    told = ToldSession(day=DAY, start=START, items=(ToldItem(key="9001", number="Ö 1", name="abcdef", paper=None),))
    [notice] = claimed(connection)
    end = Settled(state=NoticeState.SENT, message=message, told=told, mentions=(str(subject), *tokens))
    assert settle(connection, notice, end, boot=BOOT, now=NOW)
    return row


@pytest.mark.parametrize("most", [1, 300])
def test_what_was_sent_of_a_session_is_taken_back_when_it_is_public_no_more(
    connection: sqlite3.Connection, most: int
) -> None:
    session = a_stored_session(connection)
    rows = [sent(connection, chat, session, message=chat * 10) for chat in (1, 2, 3)]
    waiting = following(connection, 4)
    announced(connection, an_open_change(connection, ChangeKind.AGENDA_PUBLISHED, meeting=session))
    seen(connection, a_session(public=False))
    end_round(connection)
    [gone] = [each.row for each in open_changes(connection)]
    assert announced(connection, gone, most=most) == 3
    found = notices(connection, "subscriber", "edits", "not_before", where="kind = 'retraction'")
    assert found == [(row, chat * 10, int(NOW.timestamp())) for row, chat in zip(rows, (1, 2, 3), strict=True)]
    assert notices(connection, "state", where=f"subscriber = {waiting}") == ["cancelled"]
    assert connection.execute("SELECT count(*) FROM told").fetchone()[0] == 0
    assert connection.execute("SELECT count(*) FROM mentions").fetchone()[0] == 0
    assert announced(connection, gone) == 0


def test_of_an_item_only_messages_that_speak_of_it_are_taken_back(connection: sqlite3.Connection) -> None:
    session = a_stored_session(connection, an_item("9002"))
    speaks = sent(connection, 1, session, "item:elbdorf:9001", message=10)
    sent(connection, 2, session, "item:elbdorf:9002", message=20)
    seen(connection, a_session(an_item("9001", name=None, public=False), an_item("9002")))
    end_round(connection)
    announce_everything(connection)
    assert notices(connection, "subscriber", "edits", where="kind = 'retraction'") == [(speaks, 10)]
    assert "abcdef" not in everything(connection)
    told = told_session(connection, speaks, session)
    assert told
    assert told.items
    assert told.items[0].key == "9001"


def test_a_paper_that_is_public_no_more_is_taken_back(connection: sqlite3.Connection) -> None:
    paper = a_stored_paper(connection)
    session = a_stored_session(connection)
    row = sent(connection, 1, session, f"paper:{paper}", message=10)
    record_papers(connection, a_visit(connection), [a_paper(public=False)])
    end_round(connection)
    announce_everything(connection)
    assert notices(connection, "subscriber", "kind", "subject", where="edits = 10") == [
        (row, NoticeKind.RETRACTION.value, f"paper:{paper}")
    ]
