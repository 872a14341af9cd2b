"""What is not finished, and whose it is, kept in step with what is read."""

import sqlite3
from datetime import date, timedelta

from council.published.organizations import Organization
from council.published.papers import Consultation, Paper
from storage.authors import all_authors, author_by_row
from storage.open_papers import OpenPaper, open_papers_of, shown_papers
from storage.organizations import record_organizations
from storage.reckoning import reckon_some
from tests.storage.builders import ELBDORF, SEESTADT, record
from tests.storage.sessions import DAY, NOW, a_paper, a_row, a_session, a_visit, an_item, everything, seen

TODAY = NOW.date()
SPRING = date(2026, 3, 2)


def a_stop(organization: str = "Bauausschuss", day: date | None = None, **fields: str | None) -> Consultation:
    return Consultation(organization=organization, date=day, **fields)


def of_greens(key: str, *stops: Consultation, originator: str = "GRÜNE-Fraktion") -> Paper:
    referral = a_stop("Rat", SPRING, result="überwiesen")
    return a_paper(key, referral, *stops, originators=(originator,))


def open_of(connection: sqlite3.Connection, name: str = "GRÜNE-Fraktion") -> tuple[OpenPaper, ...]:
    known = next((each for each in all_authors(connection) if each.author.name == name), None)
    return () if known is None else open_papers_of(connection, known.rows, today=TODAY)


def lying(connection: sqlite3.Connection) -> list[tuple[str | None, date | None]]:
    return [(each.waiting.organization, each.waiting.since) for each in open_of(connection)]


def test_a_referred_paper_lies_in_its_committee_until_a_result_is_read(connection: sqlite3.Connection) -> None:
    record(connection, of_greens("1001", a_stop()))
    assert lying(connection) == [("Bauausschuss", SPRING)]
    (shown,) = shown_papers(connection, open_of(connection))
    assert (shown.known.paper.reference, len(shown.way)) == ("22-1001", 2)
    record(connection, of_greens("1001", a_stop(day=DAY, result="abgelehnt")))
    assert lying(connection) == []


def test_a_session_that_is_read_later_counts(connection: sqlite3.Connection) -> None:
    record(connection, of_greens("1001", a_stop(day=DAY, meeting="700"), a_stop("Sozialausschuss")))
    assert lying(connection) == [("Bauausschuss", SPRING)]
    seen(connection, a_row(cancelled=True))
    assert lying(connection) == [("Sozialausschuss", SPRING)]
    seen(connection, a_row(cancelled=False))
    assert lying(connection) == [("Bauausschuss", SPRING)]


def test_an_agenda_and_its_results_count(connection: sqlite3.Connection) -> None:
    record(connection, a_paper("1001", originators=("GRÜNE-Fraktion",)))
    assert lying(connection) == []
    seen(connection, a_session(an_item(paper="22-1001")))
    assert lying(connection) == [("Bauausschuss", NOW.date())]
    seen(connection, a_session(an_item(paper="22-1001", result="ungeändert beschlossen")))
    assert lying(connection) == []


def test_an_item_that_is_public_no_more_tells_nothing(connection: sqlite3.Connection) -> None:
    record(connection, a_paper("1001", originators=("GRÜNE-Fraktion",)))
    seen(connection, a_session(an_item(paper="22-1001")))
    seen(connection, a_session(public=False, agenda=None))
    assert lying(connection) == []


def test_time_alone_moves_it_to_the_next_committee(connection: sqlite3.Connection) -> None:
    later = DAY + timedelta(days=7)
    paper = a_paper("1001", a_stop(day=DAY), a_stop("Rat", later), originators=("GRÜNE-Fraktion",))
    record(connection, paper, read_at=NOW)
    (known,) = all_authors(connection)
    for today, organization in ((DAY, "Bauausschuss"), (later, "Rat"), (later + timedelta(days=9), "Rat")):
        (found,) = open_papers_of(connection, known.rows, today=today)
        assert found.waiting.organization == organization


def test_a_joint_paper_counts_once_for_each_and_nothing_for_others(connection: sqlite3.Connection) -> None:
    record(connection, of_greens("1001", a_stop(), originator="SPD-Fraktion, Fraktion Bündnis 90/Die Grünen"))
    record(connection, of_greens("1002", a_stop(), originator="Grüne"))
    record(connection, of_greens("1003", a_stop(), originator="CDU"), body=SEESTADT)
    names = {each.author.name: len(open_of(connection, each.author.name)) for each in all_authors(connection)}
    assert names == {"Fraktion Bündnis 90/Die Grünen": 2, "SPD-Fraktion": 1, "CDU": 1}


def test_the_longest_waiting_come_first_and_unknown_ages_last(connection: sqlite3.Connection) -> None:
    record(connection, a_paper("1001", a_stop(), originators=("GRÜNE-Fraktion",), date=None))
    record(connection, a_paper("1002", a_stop(), originators=("GRÜNE-Fraktion",), date=date(2026, 5, 1)))
    record(connection, of_greens("1003", a_stop()))
    assert [since for _, since in lying(connection)] == [SPRING, date(2026, 5, 1), None]


def test_an_authors_row_leads_back_to_all_of_its_names(connection: sqlite3.Connection) -> None:
    record(connection, of_greens("1001"), of_greens("1002", originator="Fraktion Bündnis 90/Die Grünen"))
    (known,) = all_authors(connection)
    assert len(known.rows) == 2
    assert all(author_by_row(connection, row) == known for row in known.rows)
    assert author_by_row(connection, 99) is None


def test_of_a_paper_that_is_hidden_no_authors_name_stays(connection: sqlite3.Connection) -> None:
    record(connection, of_greens("1001", a_stop(), originator="Ute Geheim (SPD-Fraktion)"))
    assert "ute geheim" in everything(connection)
    record(connection, Paper(id="1001", reference="22-1001", name="", public=False))
    assert "geheim" not in everything(connection).casefold()
    assert all_authors(connection) == ()


def test_what_an_older_version_stored_is_reckoned_in_parts(connection: sqlite3.Connection) -> None:
    record(connection, *(of_greens(f"10{n:02}", a_stop()) for n in range(5)))
    connection.execute("DELETE FROM open_papers")
    connection.execute("DELETE FROM author_names")
    connection.execute("INSERT INTO unreckoned (paper, body) SELECT id, body FROM papers")
    steps = 0
    while reckon_some(connection, today=TODAY, most=2):
        steps += 1
    assert (steps, len(open_of(connection))) == (3, 5)


def test_a_faction_that_becomes_known_gets_its_former_papers(connection: sqlite3.Connection) -> None:
    record(connection, a_paper("1001", a_stop(), name="Antrag Forum Elbdorf betr. Bänke"))
    assert all_authors(connection) == ()
    visit = a_visit(connection)
    record_organizations(connection, visit, [Organization(name="Fraktion Forum Elbdorf", id="7", kind="Fraktion")])
    while reckon_some(connection, today=TODAY):
        pass
    assert [each.author.name for each in all_authors(connection)] == ["Fraktion Forum Elbdorf"]
    record_organizations(connection, visit, [Organization(name="SPD-Fraktion", id="8", kind="Fraktion")])
    assert not reckon_some(connection, today=TODAY)
    assert visit.body == ELBDORF
