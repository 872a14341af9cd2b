"""What the real agendas and items lying beside the project say."""

import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from council.published.meetings import AgendaItem, AgendaItemText, Meeting
from sources.allris.page import read_page
from tests.shared import SHARED, needs_shared

pytestmark = needs_shared
PAGES = SHARED / "pages" / "allris3"
AGENDAS = sorted(PAGES.glob("*_to010*.html"))
NOTED, ADOPTED, REFERRED = "zur Kenntnis genommen", "ungeändert beschlossen", "überwiesen"

FACTS = {
    "hh_altona_to010": (20, 5, {NOTED: 13, ADOPTED: 3, None: 4}),
    "hh_hamburg_nord_to010": (25, 4, {NOTED: 11, ADOPTED: 1, "vertagt": 1, None: 12}),
    "hh_hamburg_nord_to010_bv_2025-12-11": (33, 12, {ADOPTED: 11, REFERRED: 8, "abgelehnt": 3, NOTED: 2, None: 9}),
    "hh_harburg_to010": (7, 0, {None: 7}),
}
TIMES = {
    "hh_altona_to010": ("2025-11-03T18:00:00+01:00", "2025-11-03T19:45:00+01:00"),
    "hh_hamburg_nord_to010": ("2025-11-03T18:00:00+01:00", "2025-11-03T19:16:00+01:00"),
    "hh_hamburg_nord_to010_bv_2025-12-11": ("2025-12-11T18:00:00+01:00", "2025-12-11T21:57:00+01:00"),
    "hh_harburg_to010": ("2025-11-03T18:00:00+01:00", "2025-11-03T18:10:00+01:00"),
}


def meeting_on(path: Path) -> Meeting:
    (meeting,) = read_page(path.read_bytes()).meetings
    return meeting


def agenda_of(name: str) -> dict[str | None, AgendaItem]:
    return {item.number: item for item in meeting_on(PAGES / f"{name}.html").agenda or ()}


def item_on(name: str) -> AgendaItem:
    (item,) = read_page((PAGES / f"{name}.html").read_bytes()).items
    return item


@pytest.mark.parametrize("path", AGENDAS, ids=lambda path: path.stem)
def test_items_results_and_times_of_every_agenda(path: Path) -> None:
    meeting = meeting_on(path)
    agenda = meeting.agenda or ()
    count, late, results = FACTS[path.stem]
    assert (len(agenda), sum(item.late for item in agenda)) == (count, late)
    assert Counter(item.result for item in agenda) == results
    assert meeting.start is not None
    assert meeting.end is not None
    assert (meeting.start.isoformat(), meeting.end.isoformat()) == TIMES[path.stem]
    assert all(item.public and item.name and item.id and (item.number or "").startswith("Ö ") for item in agenda)


@pytest.mark.parametrize("path", AGENDAS, ids=lambda path: path.stem)
def test_agendas_hold_just_what_stands_in_their_markup(path: Path) -> None:
    """Counted once more, by nothing but patterns."""
    markup = path.read_bytes().decode("cp1252")
    agenda = meeting_on(path).agenda or ()
    numbered = re.findall(r"TOLFDNR=([0-9]+)&BES=1#beschluss", markup)
    papers = re.findall(r'<a href="vo020\.asp\?VOLFDNR=([0-9]+)">([^<]+)</a>', markup)
    titles = re.findall(r'class="il1_naz" value="PA" title="([^"]+)"', markup)
    assert [item.id for item in agenda] == numbered
    assert [(item.paper_id, item.paper) for item in agenda if item.paper] == papers
    assert [item.result for item in agenda if item.result] == [title for title in titles if title != "(offen)"]
    assert sum(item.late for item in agenda) == markup.count(' title="Nachtrags-TOP"')


def test_heads_of_the_agendas() -> None:
    harburg = meeting_on(PAGES / "hh_harburg_to010.html")
    assert (harburg.id, harburg.name) == ("1003063", "Sitzung des Ausschusses für Bildung und Sport")
    assert (harburg.organization, harburg.day) == ("Ausschuss für Bildung und Sport", date(2025, 11, 3))
    assert (harburg.room, harburg.address) == ("Mehrzwecksaal im SDZ", "Harburger Rathausforum 1, 21073 Hamburg")
    assert harburg.web == "http://sitzungsdienst-harburg.hamburg.de/bi/to010.asp?SILFDNR=1003063"
    assert (harburg.cancelled, harburg.has_agenda) == (False, True)
    assembly = meeting_on(PAGES / "hh_hamburg_nord_to010_bv_2025-12-11.html")
    assert (assembly.organization, assembly.room) == ("Bezirksversammlung", "Großer Sitzungssaal")
    assert assembly.address == "Robert - Koch - Straße 17, 20249 Hamburg"


def test_single_items_of_the_agendas() -> None:
    harburg, altona = agenda_of("hh_harburg_to010"), agenda_of("hh_altona_to010")
    assembly = agenda_of("hh_hamburg_nord_to010_bv_2025-12-11")
    assert (harburg["Ö 3.1"].paper, harburg["Ö 3.1"].paper_id) == ("22-1029.01", "1013517")
    assert altona["Ö 2.1"].name == "Unerlaubter Verkehr Klövensteen\nEingabe vom 05.10.2025"
    assert "fortgesetzt" not in (altona["Ö 2.4"].name or "")
    assert altona["Ö 6"].late
    assert assembly["Ö 3"].name == "Geschäftsordnungsangelegenheiten"
    assert (assembly["Ö 4"].paper, assembly["Ö 4"].paper_id) == (None, None)
    assert (assembly["Ö 5.4"].paper, assembly["Ö 5.4"].result) == ("22-1566.1.1", "überwiesen")
    assert (assembly["Ö 6.6"].name or "").startswith("„Wände für alle” – Legale Freiflächen")
    assert list(assembly)[-5:] == ["Ö 9", "Ö 9.1", "Ö 9.2", "Ö 9.3", "Ö 9.4"]


def test_item_with_a_paper() -> None:
    item = item_on("hh_altona_to020")
    assert (item.id, item.number, item.meeting) == ("1049839", "Ö 2.1", "1004078")
    assert (item.paper, item.paper_id, item.result) == ("22-0621", "1016196", "zur Kenntnis genommen")
    assert item.name == "Geparkte Kfz auf dem Marktplatz Blankenese\nEingabe vom 19.01.2025"
    assert (item.organization, item.date) == ("Mobilitätsausschuss", date(2025, 3, 3))
    protocol = item.text.protocol or ""
    assert protocol.startswith("Vertagt aus der Sitzung vom 17.02.2025.\n\nDie Petentin ist anwesend")
    assert "Im Rahmen seiner Möglichkeiten werde das Polizeikommissariat 26" in protocol
    assert protocol.endswith("bei erneuter Beratung zu informieren.")
    assert (item.text.decision, item.text.vote) == (None, "Der Ausschuss nimmt die Drucksache zur Kenntnis.")


def test_items_without_a_paper() -> None:
    assert item_on("hh_hamburg_nord_to020") == AgendaItem(
        number="Ö 2",
        name="Genehmigung der Niederschrift vom 05.02.2025",
        public=True,
        id="1036324",
        meeting="1003234",
        organization="Haushaltsausschuss",
        date=date(2025, 3, 5),
        text=AgendaItemText(protocol="Die Niederschrift vom 05.02.2025 wird einstimmig genehmigt."),
    )
    harburg = item_on("hh_harburg_to020")
    assert (harburg.number, harburg.result, harburg.meeting) == ("Ö 1", None, "1002903")
    assert harburg.text == AgendaItemText(
        protocol="Es werden keine Ergänzungs- und Änderungswünsche vorgetragen. "
        "Der Tagesordnung wird einstimmig zugestimmt."
    )
