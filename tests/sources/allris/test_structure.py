"""Which pages are not built as known: real ones and their variants never, changed layouts always."""

from collections.abc import Iterator

import pytest

from simulator.council.pages.agenda_page import agenda_page
from simulator.council.pages.calendar_page import month_page
from simulator.council.pages.item_page import item_page
from simulator.council.pages.list_filter import View
from simulator.council.pages.list_page import list_page
from simulator.council.pages.organization_pages import committees_page, factions_page, organization_page
from simulator.council.pages.paper_page import paper_page
from simulator.council.pages.shown_paper import shown_paper
from simulator.council.story.happenings import State
from sources.allris.page import read_page
from sources.errors import SourceError
from tests.shared import SHARED, needs_shared
from tests.simulator.council.stories import HOST, START, state
from tests.sources.agenda_pages import AgendaPage, Item, ItemPage
from tests.sources.calendar_pages import COLUMNS, CalendarPage, Met, Note
from tests.sources.list_pages import ListPage, PapersPage
from tests.sources.organization_pages import MembersPage, OrganizationsPage
from tests.sources.pages import Met as Stop
from tests.sources.pages import PaperPage, Station

BUILT = AgendaPage | ItemPage | PaperPage | ListPage
SEVEN = ("weekday", "day", "time", "agenda", "title", "minutes", "room")
EIGHT = ("weekday", "day", "time", "ics", "agenda", "title", "minutes", "room")
PAGES = sorted((SHARED / "pages" / "allris3").glob("*.html"))


def oddity(page: BUILT) -> str | None:
    return read_page(page.served()).oddity


@needs_shared
def test_real_pages_are_as_known() -> None:
    found = {path.stem: read_page(path.read_bytes()).oddity for path in PAGES}
    assert len(found) > 20
    assert set(found.values()) == {None}, found


def simulated(now: State) -> Iterator[bytes | None]:
    for key in now.meetings:
        yield agenda_page(now, key, host_url=HOST)
    for key in list(now.items)[::5]:
        yield item_page(now, key, host_url=HOST)
    for key in list(now.papers)[::5]:
        paper = shown_paper(now, key)
        yield paper_page(paper, council_name=now.council, host_url=HOST) if paper else None
    for month in range(1, 13):
        yield month_page(now, START.year, month, host_url=HOST)
    yield list_page(now, View(), host_url=HOST)
    yield committees_page(now, START, host_url=HOST)
    yield factions_page(now, START, host_url=HOST)
    for organization in now.organizations.values():
        yield organization_page(now, organization, host_url=HOST)


@pytest.mark.parametrize("days", [0, 7.5, 45])
def test_pages_of_the_simulated_council_are_as_known(days: float) -> None:
    readings = [read_page(page) for page in simulated(state(days)) if page is not None]
    assert len({reading.page for reading in readings}) == 6
    assert {reading.oddity for reading in readings} == {None}


VARIANTS: dict[str, BUILT] = {
    "agenda": AgendaPage(),
    "agenda without time, room, name": AgendaPage(time=None, room=None, address=None, name=None),
    "agenda of papers called Vorlage": AgendaPage(extra={">Drucksache<": ">Vorlage<"}),
    "agenda without the column for changes": AgendaPage(extra={"-->\n<td>&nbsp;</td>": "-->"}),
    "agenda that is not there yet": AgendaPage(table=False, remark="Es ist noch keine Tagesordnung vorhanden."),
    "agenda with a remark on the time": AgendaPage(time="ca. 18.00 am Teich"),
    "agenda with non-public items": AgendaPage(items=(Item(), Item(number="N 2", name="(nichtöffentlich)", key=None))),
    "item": ItemPage(),
    "item without a paper": ItemPage(paper=None),
    "calendar of seven columns": CalendarPage(columns=SEVEN),
    "calendar of eight columns": CalendarPage(columns=EIGHT),
    "calendar of nine columns": CalendarPage(columns=COLUMNS),
    "calendar with remarks": CalendarPage(room_header="Bemerkung"),
    "calendar of an empty month": CalendarPage(rows=(Note(), Note(weekday="Mo", day=2))),
    "list of papers": PapersPage(),
    "list by day of release": PapersPage(created="Freig."),
    "members": MembersPage(),
    "members with origin and time": MembersPage(columns=("Name", "Herkunft", "seit")),
    "factions": OrganizationsPage(),
    "paper": PaperPage(),
    "paper called Vorlage": PaperPage(headline="Vorlage - VO/26/1", type_label="Vorlage-Art:"),
    "paper with labels of its town": PaperPage(originators_label="Antragsteller:", lead=None, stations=()),
    "paper with an impossible day": PaperPage(extra={"17.05.2026": "31.02.0202"}),
    "paper with stations of two cells": PaperPage(stations=(Station(role=None, met=(Stop(agenda=False),)),)),
}


@pytest.mark.parametrize("name", VARIANTS)
def test_variants_of_towns_are_as_known(name: str) -> None:
    assert oddity(VARIANTS[name]) is None


NEW_COLUMN = {"Drucksache</th>": "Drucksache</th><th>Frist</th>"}
ODD: dict[str, tuple[BUILT, str]] = {
    "new column": (AgendaPage(extra=NEW_COLUMN), "unbekannte Spalte „Frist“"),
    "column gone": (AgendaPage(extra={'<th colspan="3">Drucksache</th>': ""}), "Spalte „Drucksache“ fehlt"),
    "column doubled": (AgendaPage(extra={"</th></tr>": "</th><th>TOP</th></tr>"}), "Spalte „TOP“ steht doppelt da"),
    "columns swapped": (
        AgendaPage(extra={">TOP<": ">x<", ">Betreff<": ">TOP<", ">x<": ">Betreff<"}),
        "Spalten in anderer Reihenfolge",
    ),
    "table without its class": (AgendaPage(extra={'class="tl1"': 'class="liste"'}), "ohne die Klasse „tl1“"),
    "table without its header": (
        AgendaPage(extra={"<th": "<td", "</th>": "</td>", 'class="zk1"': ""}),
        "Tabelle ohne den Kopf",
    ),
    "label gone": (AgendaPage(extra={"Gremium:": "Runde:"}), "Angabe „Gremium“ fehlt"),
    "label doubled": (AgendaPage(extra={"Anlass:": "Zeit:"}), "Angabe „Zeit“ steht doppelt da"),
    "label without its class": (AgendaPage(extra={'"kb1">Anlass:': '"neu">Anlass:'}), "„Anlass:“ steht als Wert da"),
    "clock of twelve hours": (AgendaPage(time="6:00 PM"), "Uhrzeit"),
    "item without a result": (ItemPage(extra={"Beschlussart:": "Ausgang:"}), "Angabe „Beschlussart“ fehlt"),
    "calendar with a new column": (CalendarPage(room_header="Frist"), "unbekannte Spalte „Frist“"),
    "calendar without times": (CalendarPage(extra={"<th>Uhrzeit": "<th>"}), "Spalte „Uhrzeit“ fehlt"),
    "calendar swapped": (
        CalendarPage(extra={">Uhrzeit<": ">x<", ">Sitzung<": ">Uhrzeit<", ">x<": ">Sitzung<"}),
        "Spalten in anderer Reihenfolge",
    ),
    "calendar without a header": (
        CalendarPage(extra={">Datum<": "><", ">Uhrzeit<": "><", ">Sitzung<": "><", ">Raum<": "><"}),
        "Tabelle ohne den Kopf",
    ),
    "calendar of twelve hours": (CalendarPage(rows=(Met(time="6:00 PM - 7:30 PM"),)), "Uhrzeit"),
    "list with a new column": (PapersPage(extra={"D.-Art": "Frist"}), "unbekannte Spalte „Frist“"),
    "list without days": (PapersPage(created="&nbsp;"), "Spalte „Angel.“ fehlt"),
    "list of other days": (PapersPage(extra={"07.07.2026": "07/07/2026"}), "Datum"),
    "members with a new column": (MembersPage(columns=("Name", "Schuhgröße", "Funktion")), "„Schuhgröße“"),
    "factions with a new column": (OrganizationsPage(extra={"Letzte Sitzung": "Frist"}), "„Frist“"),
    "paper without its type": (PaperPage(type_label="Sorte:"), "Angabe „Drucksache-Art“ fehlt"),
    "paper with a label without its class": (
        PaperPage(lead="Bauamt</td><td>Verfasserin:</td><td>Ada Übermut"),
        "„Verfasserin:“ steht als Wert da",
    ),
    "stops under another label": (
        PaperPage(extra={"Beratungsfolge:": "Beratungsweg:"}),
        "außerhalb der Beratungsfolge",
    ),
    "stops on other days": (PaperPage(extra={"17.05.2026": "May 17, 2026"}), "Datum"),
    "results without their class": (
        PaperPage(extra={'<td class="text3">vertagt': '<td class="neu">vertagt'}),
        "Spalte der Ergebnisse",
    ),
    "text without its anchor": (PaperPage(extra={'<a name="allrisBV">': "<a>"}), "Abschnitt „allrisBV“ fehlt"),
}


@pytest.mark.parametrize("name", ODD)
def test_changed_layouts_are_odd_and_read_all_the_same(name: str) -> None:
    page, words = ODD[name]
    found = oddity(page)
    assert found is not None
    assert words in found
    assert len(found) < 120


@pytest.mark.parametrize("page", [AgendaPage(), ItemPage(), PaperPage(), CalendarPage(), PapersPage(), MembersPage()])
@pytest.mark.parametrize("name", ["tl1", "tk1", "kb1", "text1", "text2", "text3", "zk1"])
def test_a_renamed_class_is_refused_or_odd_or_loses_nothing(page: BUILT, name: str) -> None:
    whole = read_page(page.served())
    try:
        found = read_page(page.html().replace(f'class="{name}"', f'class="neu-{name}"').encode("cp1252"))
    except SourceError:
        return
    assert found.oddity is not None or found == whole


def test_words_of_a_page_are_cut_short_for_operators() -> None:
    long = AgendaPage(extra={"Drucksache</th>": f"Drucksache</th><th>{'Frist ' * 500}</th>"})
    assert len(oddity(long) or "") < 80
