"""Remembering: which paper is which, what a reading changes, and what must never come back."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from council.published.bodies import Body
from council.published.known import KnownPaper
from council.published.links import LinkKind
from council.published.papers import Paper, PaperText
from council.published.readings import Page, Reading
from storage.bodies import all_bodies
from storage.lookup import Found, look_up, look_up_link
from storage.papers import paper_by_row, papers_by_rows
from storage.recording import Recorded, record_reading
from storage.search import search
from tests.storage.builders import (
    ELBDORF,
    NOON,
    SEESTADT,
    connected,
    paper,
    record,
    rich_paper,
    saved_text_of_it,
)


def stored(connection: sqlite3.Connection, recorded: Recorded) -> KnownPaper:
    found = paper_by_row(connection, recorded.rows[0])
    assert found is not None
    return found


def how_many(connection: sqlite3.Connection, table: str = "papers") -> int:
    return int(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])


def test_a_paper_comes_back_as_it_was_read(connection: sqlite3.Connection) -> None:
    recorded = record(connection, rich_paper())
    assert recorded == Recorded(new=1, rows=recorded.rows)
    assert stored(connection, recorded) == KnownPaper(
        row=recorded.rows[0], body=ELBDORF, paper=rich_paper(), read_at=NOON
    )


def test_the_same_reading_again_only_moves_its_hour(connection: sqlite3.Connection) -> None:
    first = record(connection, rich_paper())
    before = connection.total_changes
    again = record(connection, rich_paper(), read_at=NOON + timedelta(hours=1))
    assert again == Recorded(unchanged=1, rows=first.rows)
    assert stored(connection, again).read_at == NOON + timedelta(hours=1)
    assert connection.total_changes - before == 2  # the body's row and the hour


def test_an_older_reading_does_not_turn_the_hour_back(connection: sqlite3.Connection) -> None:
    record(connection, rich_paper())
    again = record(connection, rich_paper(), read_at=NOON - timedelta(days=1))
    assert stored(connection, again).read_at == NOON


def test_the_hour_is_kept_in_utc(connection: sqlite3.Connection) -> None:
    local = datetime(2026, 10, 1, 14, tzinfo=timezone(timedelta(hours=2)))
    read_at = stored(connection, record(connection, paper(), read_at=local)).read_at
    assert read_at == NOON
    assert read_at.tzinfo is UTC


def test_an_hour_without_zone_is_refused(connection: sqlite3.Connection) -> None:
    with pytest.raises(ValueError, match="aware"):
        record(connection, paper(), read_at=NOON.replace(tzinfo=None))


def test_a_changed_paper_keeps_its_row(connection: sqlite3.Connection) -> None:
    first = record(connection, rich_paper())
    again = record(connection, replace(rich_paper(), name="Weniger Bänke"))
    assert again == Recorded(changed=1, rows=first.rows)
    assert stored(connection, again).paper.name == "Weniger Bänke"
    assert how_many(connection, "consultations") == 2


def test_saved_text_is_the_councils_one_paper_of_that_number_and_loses_nothing(
    connection: sqlite3.Connection,
) -> None:
    page = record(connection, rich_paper())
    text = record(connection, saved_text_of_it())
    assert text.rows == page.rows
    assert stored(connection, text).paper == replace(rich_paper(), reference="20–1554")


def test_a_page_adopts_the_saved_text_that_came_first(connection: sqlite3.Connection) -> None:
    text = record(connection, saved_text_of_it())
    page = record(connection, rich_paper())
    assert page == Recorded(changed=1, rows=text.rows)
    assert stored(connection, page).paper == rich_paper()


def test_two_papers_of_one_number_stay_two(connection: sqlite3.Connection) -> None:
    one = record(connection, replace(rich_paper(), id="1"))
    other = record(connection, replace(rich_paper(), id="2"))
    assert one.rows != other.rows
    assert record(connection, replace(rich_paper(), id="1")) == Recorded(unchanged=1, rows=one.rows)


def test_a_text_of_a_number_that_two_papers_have_is_a_third_and_stays_it(connection: sqlite3.Connection) -> None:
    record(connection, replace(rich_paper(), id="1"), replace(rich_paper(), id="2"))
    text = record(connection, saved_text_of_it())
    assert text.new == 1
    assert record(connection, saved_text_of_it()) == Recorded(unchanged=1, rows=text.rows)
    assert record(connection, replace(rich_paper(), id="3")).new == 1


def test_the_same_number_in_another_council_is_another_paper(connection: sqlite3.Connection) -> None:
    here = record(connection, paper())
    there = record(connection, paper(), body=SEESTADT)
    assert here.rows != there.rows
    assert stored(connection, there).body == SEESTADT


def test_a_paper_may_change_its_number(connection: sqlite3.Connection) -> None:
    record(connection, rich_paper())
    record(connection, replace(rich_paper(), reference="20-1554.2"))
    assert look_up(connection, ["20-1554.2"]).exact
    assert not look_up(connection, ["20-1554"]).exact


def test_a_paper_without_key_and_number_is_counted_and_not_stored(connection: sqlite3.Connection) -> None:
    assert record(connection, paper(" "), paper("20-1")).unidentified == 1
    assert how_many(connection) == 1


def test_papers_with_a_key_need_no_number(connection: sqlite3.Connection) -> None:
    recorded = record(connection, replace(paper(""), id="1"), replace(paper(""), id="2"))
    assert recorded.new == 2
    assert record(connection, replace(paper(""), id="2")).unchanged == 1


def test_the_same_paper_twice_in_one_reading_is_one(connection: sqlite3.Connection) -> None:
    recorded = record(connection, paper(), replace(rich_paper(), name="Zwölf Bänke"))
    assert (recorded.new, recorded.changed, len(recorded.rows)) == (1, 1, 1)
    assert [hit.row for hit in search(connection, "bänke").hits] == list(recorded.rows)
    assert how_many(connection, "paper_titles") == how_many(connection, "paper_texts") == 1


def test_the_pages_own_host_completes_the_body(connection: sqlite3.Connection) -> None:
    body = Body(key="elbdorf", name="Gemeindevertretung Elbdorf")
    page = Reading(kind="allris", page=Page.PAPER, papers=(rich_paper(),), host="RIS.elbdorf.example")
    record_reading(connection, body, page, read_at=NOON)
    assert all_bodies(connection) == (ELBDORF,)


def test_lone_surrogates_are_stored_as_question_marks_and_then_unchanged(connection: sqlite3.Connection) -> None:
    odd = replace(rich_paper(), name="Bänke\ud800", text=PaperText(beschluss="\udfffJa"))
    assert stored(connection, record(connection, odd)).paper.name == "Bänke?"
    assert record(connection, odd).unchanged == 1


def test_nothing_of_a_failed_reading_is_left(connection: sqlite3.Connection) -> None:
    connection.execute("BEGIN IMMEDIATE")
    record(connection, rich_paper())
    connection.execute("ROLLBACK")
    assert [how_many(connection, table) for table in ("papers", "consultations", "paper_texts")] == [0, 0, 0]


def test_papers_come_in_the_order_asked_for_by_a_constant_number_of_queries(
    connection: sqlite3.Connection,
) -> None:
    rows = record(connection, *(paper(f"20-{number:04}") for number in range(30))).rows
    assert [each.row for each in papers_by_rows(connection, (*reversed(rows), 10**30))] == list(reversed(rows))
    asked: list[str] = []
    connection.set_trace_callback(asked.append)
    papers_by_rows(connection, rows[:1])
    for_one = len(asked)
    papers_by_rows(connection, rows)
    assert len(asked) == 2 * for_one == 10


# Not public.


def hidden(connection: sqlite3.Connection, *, key: str | None = "1001") -> Recorded:
    return record(connection, Paper(id=key, reference="20-1554", name="Geheimniskrämerei", public=False))


def found_anyhow(connection: sqlite3.Connection) -> list[object]:
    number = look_up(connection, ["20-1554"])
    return [
        *(() if number == Found() else (number,)),
        *look_up(connection, ["20-1545"]).nearest,
        *look_up(connection, ["20-1554.1"]).family,
        *look_up_link(connection, "ris.elbdorf.example", LinkKind.PAPER, "1001"),
        *look_up_link(connection, "ris.elbdorf.example", LinkKind.ITEM, "9001"),
        *look_up_link(connection, "ris.elbdorf.example", LinkKind.AGENDA, "501"),
        *search(connection, "bänke").hits,
        *search(connection, "sitzplätze").hits,
        *search(connection, "1554").hits,
        *search(connection, "geheimniskrämerei").hits,
    ]


def test_what_is_not_public_is_not_stored(connection: sqlite3.Connection) -> None:
    assert hidden(connection) == Recorded(not_public=1)
    assert how_many(connection) == 0


@pytest.mark.parametrize("key", ["1001", None])
def test_what_is_no_longer_public_never_comes_back(connection: sqlite3.Connection, key: str | None) -> None:
    rows = record(connection, rich_paper()).rows
    assert len(found_anyhow(connection)) == 9
    assert hidden(connection, key=key) == Recorded(not_public=1)
    assert found_anyhow(connection) == []
    assert paper_by_row(connection, rows[0]) is None
    assert hidden(connection, key=key) == Recorded(not_public=1)


def test_what_is_public_again_is_the_same_paper(connection: sqlite3.Connection) -> None:
    first = record(connection, rich_paper())
    hidden(connection)
    again = record(connection, rich_paper())
    assert again == Recorded(changed=1, rows=first.rows)
    assert stored(connection, again).paper == rich_paper()
    assert len(search(connection, "bänke").hits) == 1


def test_purged_words_are_not_in_the_files_bytes(tmp_path: Path) -> None:
    words = [b"Sitzpl", b"sitzplaetze", "Bänke".encode(), b"baenke", b"Wei\xc3\x9f", b"Lageplan", b"baenk", b"bau"]
    path = tmp_path / "r.db"
    with connected(path) as connection:
        record(connection, rich_paper())
        record(connection, *(paper(f"20-{number:04}", "Anderes") for number in range(50)))
    assert all(word in path.read_bytes() for word in words[:4])
    with connected(path) as connection:
        hidden(connection)
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    left = path.read_bytes()
    assert [word for word in words[:-1] if word in left] == []


def test_indexes_stay_in_step_over_many_changes(connection: sqlite3.Connection) -> None:
    for number in range(20):
        day = NOON.date() - timedelta(days=number * 7 % 40)
        record(connection, replace(rich_paper(), name=f"Bänke Nummer{number}", date=day, consultations=()))
    assert [hit.paper.name for hit in search(connection, "bänke").hits] == ["Bänke Nummer19"]
    assert not search(connection, "nummer18").hits
    for index in ("paper_titles", "paper_texts"):
        connection.execute(f"INSERT INTO {index} ({index}) VALUES ('integrity-check')")
