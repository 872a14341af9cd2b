"""Papers read in rounds: what is news, what is not, and what stays silent."""

import sqlite3
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from council.published.changes import ChangeKind
from council.published.papers import Consultation, Paper
from council.published.readings import ListedPaper, Page, Reading
from council.published.rounds import TargetKind
from storage.changes import open_changes
from storage.lookup import look_up
from storage.pages import record_page
from storage.recording import Recorded, record_papers
from storage.targets import Outcome, TargetKey, next_due_at, settle_target
from tests.storage.builders import record
from tests.storage.sessions import DAY, NOW, a_paper, a_source, a_visit, end_round, kinds, later

OPEN = Consultation(organization="Bauausschuss", date=DAY, meeting="700", agenda_item="9001")


def read(connection: sqlite3.Connection, *papers: Paper, **fields: Any) -> Recorded:
    return record_papers(connection, a_visit(connection, **fields), papers)


def known(connection: sqlite3.Connection) -> Paper:
    return look_up(connection, ["22-1001"]).exact[0].paper


def test_a_new_paper_is_told_once(connection: sqlite3.Connection) -> None:
    assert kinds(read(connection, a_paper()).told) == [ChangeKind.PAPER_NEW]
    end_round(connection)
    before = known(connection)
    assert read(connection, a_paper()).told == ()
    assert (known(connection), end_round(connection).told) == (before, ())


def test_an_old_paper_is_stored_and_not_told(connection: sqlite3.Connection) -> None:
    assert read(connection, a_paper(date=NOW.date() - timedelta(days=400))).told == ()
    assert known(connection).name == "Antrag 1001"


def test_a_result_is_told_with_before_and_after(connection: sqlite3.Connection) -> None:
    read(connection, a_paper("1001", OPEN))
    read(connection, a_paper("1001", replace(OPEN, result="vertagt")))
    read(connection, a_paper("1001", replace(OPEN, result="abgelehnt")))
    end_round(connection)
    told = [each.change for each in open_changes(connection)]
    assert kinds(tuple(told)) == [ChangeKind.PAPER_NEW, ChangeKind.RESULT_APPEARED, ChangeKind.RESULT_CHANGED]
    assert (told[-1].before["result"], told[-1].after["result"]) == ("vertagt", "abgelehnt")
    assert (told[-1].paper, told[-1].item, told[-1].meeting) == ("22-1001", "9001", "700")


def test_a_stop_that_left_the_page_and_comes_back_is_no_news(connection: sqlite3.Connection) -> None:
    other = Consultation(organization="Rat", date=DAY + timedelta(days=20))
    read(connection, a_paper("1001", OPEN, other))
    for stops in ((other,), (other,), (OPEN, other)):
        assert read(connection, a_paper("1001", *stops)).told == ()


@pytest.mark.parametrize("how", [{"round": None}, {"silent": True}])
def test_questions_and_new_parsers_are_silent(connection: sqlite3.Connection, how: dict[str, Any]) -> None:
    assert read(connection, a_paper(), **how).told == ()
    assert kinds(read(connection, a_paper(name="Anders")).told) == [ChangeKind.PAPER_CHANGED]


def test_what_was_only_imported_is_new_to_the_round_that_reads_it(connection: sqlite3.Connection) -> None:
    record(connection, a_paper(name="Vor Jahren", date=None))
    assert read(connection, a_paper(date=NOW.date() - timedelta(days=400), name="Heute")).told == ()
    assert known(connection).name == "Heute"


def test_a_saved_page_only_adds_to_what_a_source_tells(connection: sqlite3.Connection) -> None:
    read(connection, a_paper("1001", OPEN))
    older = a_paper("1001", replace(OPEN, result="vertagt"), name="Alter Name", under_direction_of="Bauamt")
    record(connection, older)
    assert (known(connection).name, known(connection).under_direction_of) == ("Antrag 1001", "Bauamt")
    assert known(connection).consultations[0].result == "vertagt"
    assert read(connection, a_paper("1001", OPEN)).told == ()


def test_a_page_of_changed_structure_changes_no_paper(connection: sqlite3.Connection) -> None:
    read(connection, a_paper("1001", OPEN))
    odd = a_paper("1001", name="?")
    assert read(connection, odd, structure_ok=False, now=later(hours=1)).told == ()
    assert (known(connection).name, known(connection).consultations) == ("Antrag 1001", (OPEN,))
    assert look_up(connection, ["22-1001"]).exact[0].read_at == NOW


def test_a_page_of_changed_structure_neither_hides_nor_shows(connection: sqlite3.Connection) -> None:
    read(connection, a_paper())
    read(connection, a_paper(public=False), structure_ok=False)
    assert known(connection).name == "Antrag 1001"
    read(connection, a_paper(public=False))
    read(connection, a_paper(), structure_ok=False)
    assert not look_up(connection, ["22-1001"]).exact


def test_other_ids_for_known_papers_are_counted_for_the_fuse(connection: sqlite3.Connection) -> None:
    read(connection, *(a_paper(f"{number}") for number in range(100, 130)))
    end_round(connection)
    moved = (replace(a_paper(f"{number}"), id=f"9{number}") for number in range(100, 130))
    assert read(connection, *moved, now=later(hours=1)).told == ()
    read(connection, a_paper("2000"), now=later(hours=1))
    ended = end_round(connection, now=later(hours=1))
    assert (ended.held, ended.papers.touched) == (True, 30)


def test_a_known_paper_under_another_key_is_not_new_and_another_of_its_number_is(
    connection: sqlite3.Connection,
) -> None:
    read(connection, a_paper())
    moved = replace(a_paper(), id="91001")
    assert read(connection, moved).told == ()
    assert kinds(read(connection, replace(moved, id="91002", name="Etwas anderes")).told) == [ChangeKind.PAPER_NEW]


@pytest.mark.parametrize(("days", "is_news"), [(0, True), (30, True), (31, False), (None, False)])
def test_a_page_without_a_date_is_news_by_the_lists_day(
    connection: sqlite3.Connection, days: int | None, is_news: bool
) -> None:
    created = NOW.date() - timedelta(days=days) if days is not None else None
    listed = ListedPaper(reference="22-1001", id="1001", date=created)
    record_page(connection, a_visit(connection), Reading(kind="allris", page=Page.PAPERS, listed=(listed,)))
    told = [read(connection, a_paper(date=None)).told for _ in range(2)]
    assert [kinds(each) for each in told] == [[ChangeKind.PAPER_NEW] * is_news, []]
    assert known(connection).date is None


def test_a_lists_day_decides_how_often_an_undated_paper_is_read(connection: sqlite3.Connection) -> None:
    listed = ListedPaper(reference="22-1001", id="1001", date=NOW.date() - timedelta(days=40))
    page = Reading(kind="allris", page=Page.PAPERS, listed=(listed,))
    for _ in range(2):
        record_page(connection, a_visit(connection), page)
        read(connection, a_paper(date=None))
    source, key = a_source(connection), TargetKey(kind=TargetKind.PAPER, key="1001")
    settle_target(connection, source, key, outcome=Outcome.OK, now=NOW)
    assert next_due_at(connection, source) == NOW + timedelta(days=7)
