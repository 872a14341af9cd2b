"""Following begins: what is published by then counts as told, what was waiting as news still waits."""

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from council.published.meetings import AgendaItem
from council.served.languages import Language
from council.served.subscribers import ChatKind
from council.served.told import ToldSession
from storage.beginning import Asker, BegunCommittee, BegunPaper, Refused, Unbegun, begin_committee, begin_paper
from storage.recording import record_papers
from storage.subscribers import Defaults
from storage.told import told_session
from tests.storage.builders import connected
from tests.storage.sessions import NOW, a_paper, a_session, a_visit, an_item, seen

NEW = Asker(chat=7, topic=None, kind=ChatKind.PRIVATE, language=Language.DE, defaults=Defaults(), agreed=1)


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    with connected(tmp_path / "ratsbote.db") as connection:
        yield connection


def stored_paper(connection: sqlite3.Connection, key: str) -> int:
    return record_papers(connection, a_visit(connection), (a_paper(key),)).rows[0]


def item_of(key: str) -> AgendaItem:
    return an_item(key, paper=f"22-{key}", paper_id=key)


def committee_row(connection: sqlite3.Connection) -> int:
    return int(connection.execute("SELECT id FROM organizations WHERE name = 'Bauausschuss'").fetchone()["id"])


def told_keys(told: ToldSession | None) -> list[str | None]:
    assert told is not None
    return [item.key for item in told.items or ()]


def test_without_consent_nothing_is_stored(connection: sqlite3.Connection) -> None:
    paper = stored_paper(connection, "1001")
    refused = begin_paper(connection, replace(NEW, agreed=None), paper, now=NOW)
    assert refused == Refused(why=Unbegun.NOT_AGREED, label="22-1001")
    assert begin_paper(connection, NEW, 999, now=NOW) == Refused(why=Unbegun.GONE)
    assert begin_committee(connection, NEW, 999, now=NOW) == Refused(why=Unbegun.GONE)
    assert connection.execute("SELECT count(*) FROM subscribers").fetchone()[0] == 0


def test_of_a_session_only_the_papers_own_item_is_told(connection: sqlite3.Connection) -> None:
    paper = stored_paper(connection, "1001")
    (meeting,) = seen(connection, a_session(item_of("1001"), item_of("1002"), an_item("3"))).rows
    begun = begin_paper(connection, NEW, paper, now=NOW)
    assert isinstance(begun, BegunPaper)
    told = told_session(connection, begun.subscriber.row, meeting)
    assert told_keys(told) == ["1001"]
    assert told is not None
    assert not told.whole


def test_news_of_another_paper_that_still_waits_is_not_swallowed(connection: sqlite3.Connection) -> None:
    first, second = stored_paper(connection, "1001"), stored_paper(connection, "1002")
    begun = begin_paper(connection, NEW, first, now=NOW)
    assert isinstance(begun, BegunPaper)
    # The agenda appears: nobody was told of the first paper's item yet.
    (meeting,) = seen(connection, a_session(item_of("1001"), item_of("1002"))).rows
    begin_paper(connection, NEW, second, now=NOW)
    assert told_keys(told_session(connection, begun.subscriber.row, meeting)) == ["1002"]


def test_a_committee_followed_later_adds_the_rest_of_the_agenda(connection: sqlite3.Connection) -> None:
    paper = stored_paper(connection, "1001")
    (meeting,) = seen(connection, a_session(item_of("1001"), an_item("3"))).rows
    begin_paper(connection, NEW, paper, now=NOW)
    begun = begin_committee(connection, NEW, committee_row(connection), now=NOW)
    assert isinstance(begun, BegunCommittee)
    told = told_session(connection, begun.subscriber.row, meeting)
    assert told is not None
    assert told.whole
    assert told_keys(told) == ["1001", "3"]


def test_what_waits_for_a_committees_followers_stays_when_a_paper_is_followed(connection: sqlite3.Connection) -> None:
    paper = stored_paper(connection, "1001")
    (meeting,) = seen(connection, a_session()).rows
    begun = begin_committee(connection, NEW, committee_row(connection), now=NOW)
    assert isinstance(begun, BegunCommittee)
    seen(connection, a_session(item_of("1001"), an_item("3")))
    begin_paper(connection, NEW, paper, now=NOW)
    told = told_session(connection, begun.subscriber.row, meeting)
    assert told is not None
    assert told.items is None


def test_a_follow_up_on_an_agenda_is_part_of_what_is_fixed(connection: sqlite3.Connection) -> None:
    paper = stored_paper(connection, "1001")
    follow_up = an_item("9", paper="22-1001.01")
    (meeting,) = seen(connection, a_session(follow_up)).rows
    record_papers(
        connection, a_visit(connection), (replace(a_paper("1009"), reference="22-1001.01", parent="22-1001"),)
    )
    begun = begin_paper(connection, NEW, paper, now=NOW)
    assert isinstance(begun, BegunPaper)
    assert [known.item.paper for _, known in begun.family] == ["22-1001.01"]
    assert told_keys(told_session(connection, begun.subscriber.row, meeting)) == ["9"]


def test_following_again_tells_nothing_anew(connection: sqlite3.Connection) -> None:
    paper = stored_paper(connection, "1001")
    begun = begin_paper(connection, NEW, paper, now=NOW)
    assert isinstance(begun, BegunPaper)
    (meeting,) = seen(connection, a_session(item_of("1001"))).rows
    again = begin_paper(connection, NEW, paper, now=NOW)
    assert isinstance(again, BegunPaper)
    assert not again.added
    assert told_session(connection, begun.subscriber.row, meeting) is None
