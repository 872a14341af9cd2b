"""What is public no more: in no table, in no index, in no change; and whoever was told of it can be found."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from council.published.changes import ChangeKind
from council.published.meetings import AgendaItemText
from council.published.papers import Consultation, File, PaperText
from storage.changes import open_changes
from storage.item_recording import record_item
from storage.meetings import meeting_by_key
from storage.recording import record_papers
from tests.storage.builders import connected
from tests.storage.sessions import (
    DAY,
    MARKER,
    a_paper,
    a_row,
    a_session,
    a_visit,
    an_item,
    end_round,
    everything,
    kinds,
    later,
    seen,
)

SECRET = an_item("9002", name=MARKER, paper=f"22-{MARKER}", paper_id="7", text=AgendaItemText(protocol=MARKER))
HIDDEN = an_item("9002", name=None, public=False)


def tell_of_a_secret(connection: sqlite3.Connection, state: str) -> None:
    """An item that was announced, reworded and decided, in changes of any state."""
    seen(connection, a_session(an_item("1")))
    seen(connection, a_session(an_item("1"), SECRET))
    reworded = an_item("9002", name=f"{MARKER} neu", paper=f"22-{MARKER}", result=MARKER)
    seen(connection, a_session(an_item("1"), reworded))
    if state != "pending":
        end_round(connection)
        connection.execute("UPDATE changes SET state = ?", (state,))
    assert MARKER in everything(connection)


@pytest.mark.parametrize("state", ["pending", "open", "held", "announced", "dropped"])
def test_an_item_that_turns_non_public_leaves_its_id_and_a_retraction(
    connection: sqlite3.Connection, state: str
) -> None:
    tell_of_a_secret(connection, state)
    told = seen(connection, a_session(an_item("1"), HIDDEN), now=later(hours=1)).told
    assert [(change.kind, change.item) for change in told] == [(ChangeKind.ITEM_NON_PUBLIC, "9002")]
    assert MARKER not in everything(connection)
    end_round(connection)
    left = [row["state"] for row in connection.execute("SELECT state FROM changes WHERE item = '9002'")]
    assert left[-1] == "open"
    assert set(left[:-1]) == {"announced" if state == "announced" else "dropped"}


def test_a_first_agenda_forgets_the_papers_of_what_left_it(connection: sqlite3.Connection) -> None:
    seen(connection, a_session(an_item("1", paper="22-1"), SECRET))
    seen(connection, a_session(an_item("1", paper="22-1"), HIDDEN))
    assert MARKER not in everything(connection)
    end_round(connection)
    [published] = [each.change for each in open_changes(connection) if each.change.kind is ChangeKind.AGENDA_PUBLISHED]
    assert published.after["papers"] == ("22-1",)


def test_an_item_without_a_key_is_forgotten_too(connection: sqlite3.Connection) -> None:
    seen(connection, a_session(an_item("1")))
    seen(connection, a_session(an_item("1"), an_item(None, number="Ö 2", name=MARKER)))
    seen(connection, a_session(an_item("1"), an_item(None, number="N 2", name=None, public=False)))
    assert MARKER not in everything(connection)


def test_an_items_own_page_takes_it_back(connection: sqlite3.Connection) -> None:
    tell_of_a_secret(connection, "open")
    outcome = record_item(connection, a_visit(connection), HIDDEN)
    assert outcome
    assert kinds(outcome.changes) == [ChangeKind.ITEM_NON_PUBLIC]
    assert MARKER not in everything(connection)


@pytest.mark.parametrize("silent", [False, True])
def test_a_session_that_turns_non_public_leaves_its_id_and_day(connection: sqlite3.Connection, silent: bool) -> None:
    seen(connection, a_row(name=MARKER, room=MARKER))
    seen(connection, a_session(an_item("1", name=MARKER), name=MARKER, organization=MARKER, address=MARKER))
    end_round(connection)
    told = seen(connection, a_row(name="Nichtöffentlich", public=False), silent=silent).told
    assert kinds(told) == [ChangeKind.MEETING_NON_PUBLIC]
    assert MARKER not in everything(connection)
    found = meeting_by_key(connection, "elbdorf", "700")
    assert found
    assert (found.known.meeting.id, found.known.meeting.day, found.known.meeting.public) == ("700", DAY, False)
    assert seen(connection, a_row(name="Nichtöffentlich", public=False)).told == ()


def test_what_never_was_public_is_not_stored(connection: sqlite3.Connection) -> None:
    leaking = an_item("9002", name=MARKER, public=False, paper=MARKER, result=MARKER)
    seen(connection, a_session(an_item("1"), leaking), a_row(id="701", public=False, name=MARKER, room=MARKER))
    assert MARKER not in everything(connection)


def test_a_page_that_is_not_understood_makes_no_session_public_again(connection: sqlite3.Connection) -> None:
    seen(connection, a_row(public=False))
    seen(connection, a_row(name=MARKER), structure_ok=False)
    assert MARKER not in everything(connection)


def a_secret_paper(connection: sqlite3.Connection) -> None:
    stop = Consultation(organization=MARKER, date=DAY, meeting_name=MARKER, agenda_item="77")
    text = PaperText(sachverhalt=MARKER, beschluss=MARKER)
    paper = a_paper("1", stop, name=MARKER, text=text, files=(File(name=MARKER),), originators=(MARKER,))
    record_papers(connection, a_visit(connection), [paper])
    gone = a_paper("1", Consultation(organization="Rat", date=DAY), name=f"{MARKER} 2")
    record_papers(connection, a_visit(connection), [gone])


@pytest.mark.parametrize("how", [{}, {"silent": True}, {"round": None}])
def test_a_paper_that_turns_non_public_leaves_its_number_and_a_retraction(
    connection: sqlite3.Connection, how: dict[str, Any]
) -> None:
    a_secret_paper(connection)
    assert MARKER in connection.execute("SELECT missed FROM papers").fetchone()[0]
    end_round(connection)
    told = record_papers(connection, a_visit(connection, **how), [a_paper("1", public=False)]).told
    assert [(change.kind, change.paper) for change in told] == [(ChangeKind.PAPER_NON_PUBLIC, "22-1")]
    # Organizations are public by themselves.
    connection.execute("DELETE FROM consultations")
    connection.execute("DELETE FROM organizations")
    assert MARKER not in everything(connection)
    assert MARKER.lower() not in everything(connection)


def test_forgotten_words_are_not_in_the_files_bytes(tmp_path: Path) -> None:
    path = tmp_path / "r.db"
    with connected(path) as connection:
        tell_of_a_secret(connection, "open")
    assert MARKER.encode() in path.read_bytes()
    with connected(path) as connection:
        seen(connection, a_session(an_item("1"), HIDDEN), now=later(hours=1))
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    assert MARKER.encode() not in path.read_bytes()
