"""Papers by number and by link, with what is close when there is none."""

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from council.published.known import KnownPaper
from council.published.links import LinkKind
from council.published.papers import Consultation
from storage.lookup import Found, look_up, look_up_link
from tests.storage.builders import ELBDORF, SEESTADT, connected, paper, record, rich_paper

ANYTHING = st.text(st.characters(codec=None))


def references(papers: tuple[KnownPaper, ...]) -> list[str]:
    return [each.paper.reference for each in papers]


def test_the_exact_number_is_found_however_its_dash_is_written(connection: sqlite3.Connection) -> None:
    record(connection, paper("20-1554"), paper("20-1555"))
    found = look_up(connection, ["20 – 1554"])
    assert references(found.exact) == ["20-1554"]
    assert found == Found(exact=found.exact)


def test_the_first_candidate_that_is_stored_wins(connection: sqlite3.Connection) -> None:
    record(connection, paper("20-14264"), paper("14264"))
    assert references(look_up(connection, ["20/14264", "20-14264", "14264"]).exact) == ["20-14264"]


def test_councils_share_numbers_and_all_answer_unless_one_is_asked(connection: sqlite3.Connection) -> None:
    record(connection, replace(paper(), date=date(2016, 1, 1)))
    record(connection, replace(paper(), date=date(2026, 1, 1)), body=SEESTADT)
    assert [each.body for each in look_up(connection, ["20-1554"]).exact] == [SEESTADT, ELBDORF]
    assert [each.body for each in look_up(connection, ["20-1554"], body="elbdorf").exact] == [ELBDORF]
    assert look_up(connection, ["20-1554"], body="nowhere") == Found()


def test_a_missing_follow_up_leads_to_its_parents_nearest_first(connection: sqlite3.Connection) -> None:
    record(connection, paper("22-2173"), paper("22-2173.1"))
    assert references(look_up(connection, ["22-2173.1.1"]).family) == ["22-2173.1", "22-2173"]


def test_a_missing_parent_leads_to_its_follow_ups(connection: sqlite3.Connection) -> None:
    members = ["22-1940.01", "22-1940.02", "22-1940b"]
    record(connection, *(paper(each) for each in (*members, "22-19400", "22-1939")))
    assert references(look_up(connection, ["22-1940"]).family) == members


def test_a_family_is_shown_in_part_only(connection: sqlite3.Connection) -> None:
    record(connection, *(paper(f"22-1940.{number:02}") for number in range(1, 30)))
    assert len(look_up(connection, ["22-1940"]).family) == 8


def test_a_typing_slip_leads_to_what_was_meant(connection: sqlite3.Connection) -> None:
    record(connection, paper("20-1554", "Bänke"), paper("20-9999"))
    [first, *_] = look_up(connection, ["20-1545"]).nearest
    assert (first.reference, first.name, first.body) == ("20-1554", "Bänke", ELBDORF)


def test_an_unknown_number_leads_to_its_neighbours_in_the_series(connection: sqlite3.Connection) -> None:
    record(connection, *(paper(each) for each in ("20-1000", "20-3000", "20-4000", "21-2001", "19-2001")))
    nearest = [each.reference for each in look_up(connection, ["20-2222"]).nearest]
    assert nearest == ["20-1000", "20-3000", "20-4000"]


def test_no_more_than_three_are_near(connection: sqlite3.Connection) -> None:
    record(connection, *(paper(f"20-15{number:02}") for number in range(60) if number != 30))
    assert len(look_up(connection, ["20-1530"]).nearest) == 3


def test_nothing_is_near_in_an_empty_store(connection: sqlite3.Connection) -> None:
    assert look_up(connection, ["20-1554"]) == Found() == look_up(connection, [])


@pytest.mark.parametrize(("kind", "key"), [(LinkKind.PAPER, "1001"), (LinkKind.ITEM, "9002"), (LinkKind.AGENDA, "501")])
def test_a_link_leads_to_the_paper(connection: sqlite3.Connection, kind: LinkKind, key: str) -> None:
    record(connection, rich_paper())
    assert references(look_up_link(connection, "RIS.Elbdorf.example", kind, key)) == ["20-1554"]
    assert look_up_link(connection, "other.example", kind, key) == ()
    assert look_up_link(connection, "ris.elbdorf.example", kind, "0") == ()


def test_an_agenda_shows_five_of_its_papers(connection: sqlite3.Connection) -> None:
    stop = Consultation(organization="Rat", meeting="7")
    record(connection, *(replace(paper(f"20-{number}"), consultations=(stop, stop)) for number in range(9)))
    shown = references(look_up_link(connection, "ris.elbdorf.example", LinkKind.AGENDA, "7"))
    assert shown == ["20-0", "20-1", "20-2", "20-3", "20-4"]


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    with connected(tmp_path_factory.mktemp("filled") / "r.db") as opened:
        record(opened, rich_paper(), paper("22-1"), paper("V/0462/2026"))
        yield opened


@given(
    candidates=st.lists(ANYTHING | st.from_regex(r"[\dV]{1,4}[-/. ][\d]{1,6}"), max_size=30), body=st.none() | ANYTHING
)
def test_any_text_may_be_looked_up(filled: sqlite3.Connection, candidates: list[str], body: str | None) -> None:
    found = look_up(filled, candidates, body=body)
    assert sum(map(bool, (found.exact, found.family, found.nearest))) <= 1


@given(host=ANYTHING, kind=st.sampled_from(LinkKind), key=ANYTHING)
def test_any_link_may_be_looked_up(filled: sqlite3.Connection, host: str, kind: LinkKind, key: str) -> None:
    look_up_link(filled, host, kind, key)
