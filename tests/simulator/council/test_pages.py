"""What the pages say at a moment is what is published at that moment, in the shape of ALLRIS 3."""

import re
from datetime import date

import pytest

from simulator.council.pages.agenda_page import agenda_page
from simulator.council.pages.calendar_page import month_page, range_page
from simulator.council.pages.item_page import item_page
from simulator.council.pages.list_filter import View
from simulator.council.pages.list_page import list_page
from simulator.council.pages.organization_pages import committees_page, factions_page, organization_page
from simulator.council.story.agendas import HIDDEN_NAME
from simulator.council.story.records import Meeting
from tests.simulator.council.stories import HOST, START, list_rows, parsed, state, words

MOMENTS = [0, 3, 8.5, 12, 45, 200]


def meeting(name: str, day: date | None = None, *, days: float = 0) -> Meeting:
    found = [each for each in state(days).meetings.values() if each.name == name and (day is None or each.day == day)]
    return found[0]


def every_page(days: float) -> list[bytes]:
    now = state(days)
    pages = [agenda_page(now, key, host_url=HOST) for key in now.meetings]
    pages += [item_page(now, key, host_url=HOST) for key in list(now.items)[::5]]
    pages += [month_page(now, 2026, month, host_url=HOST) for month in range(1, 13)]
    pages += [organization_page(now, each, host_url=HOST) for each in now.organizations.values()]
    pages += [committees_page(now, START, host_url=HOST), factions_page(now, START, host_url=HOST)]
    pages += [list_page(now, View(), host_url=HOST)]
    return [page for page in pages if page is not None]


@pytest.mark.parametrize("days", [0, 60])
def test_every_page_is_windows_1252_complete_and_tells_no_secret(days: float) -> None:
    for page in every_page(days):
        text = page.decode("cp1252")
        assert text.startswith('<?xml version="1.0" encoding="iso-8859-1"?>\r\n<!DOCTYPE html')
        assert text.endswith("</body>\r\n</html>\r\n")
        assert text.count("<html") == text.count("</html>")
        assert text.count("<table") == text.count("</table>")
        assert HIDDEN_NAME.split()[-1] not in text


@pytest.mark.parametrize("days", MOMENTS)
def test_an_agenda_shows_its_items_their_papers_and_results(days: float) -> None:
    now = state(days)
    for key in now.meetings:
        agenda = now.agenda(key)
        page = agenda_page(now, key, host_url=HOST)
        if agenda is None:
            assert page is None
            continue
        rows = [row for row in list_rows(page) if words(row.css("td")[0])]
        assert len(rows) == len(agenda)
        for row, item in zip(rows, agenda, strict=True):
            cells = row.css("td")
            assert words(cells[0]) == item.shown_number
            assert ("Nachtrags-TOP" in row.html if row.html else False) == item.late
            if not item.public:
                assert words(row) == f"{item.shown_number} (nichtöffentlich)"
                assert not row.css("form, a")
                continue
            assert " ".join(item.name.split()) in words(row)
            buttons = [button.attributes.get("title") for button in row.css("input.il1_naz")]
            assert buttons == ([item.result or "(offen)"] if item.excerpt else [])
            papers = [words(link) for link in row.css('a[href^="vo020"]')]
            assert papers == ([now.papers[item.paper].reference] if item.paper and now.paper(item.paper) else [])
            assert bool(row.css("img[title='Geänderter Beschluss']")) == item.amended


def test_a_name_of_two_lines_keeps_a_bare_line_feed_on_the_agenda() -> None:
    session = meeting("Sitzung des Stadtentwicklungsausschusses", date(2026, 9, 7))
    page = agenda_page(state(0), session.key, host_url=HOST)
    assert page is not None
    assert "Musterfeld 12 (Alter Kai)\nhier: Zustimmung".encode("cp1252") in page


def test_an_approval_of_minutes_names_a_session_where_papers_stand() -> None:
    now = state(0)
    item = next(each for each in now.items.values() if each.minutes_of and now.agenda(each.meeting) is not None)
    row = next(row for row in list_rows(agenda_page(now, item.meeting, host_url=HOST)) if "Genehmigung" in words(row))
    link = row.css_first('a[href^="to010.asp?SILFDNR="]:not([title])')
    assert re.fullmatch(r"SI/2026/[0-9]{3}", words(link))


def test_the_head_of_an_agenda_gains_an_end_and_documents() -> None:
    session = meeting("Sitzung des Hauptausschusses", date(2026, 9, 3))
    before = words(parsed(agenda_page(state(1), session.key, host_url=HOST)).body)
    after = words(parsed(agenda_page(state(50), session.key, host_url=HOST)).body)
    assert "Zeit: 17:30 Anlass:" in before
    assert re.search(r"Zeit: 17:30 - [0-9]{2}:[0-9]{2} Anlass:", after)
    titles = parsed(agenda_page(state(50), session.key, host_url=HOST)).css("input.il2_p, input.il2_s")
    assert [each.attributes.get("value") for each in titles] == [
        "Öffentliche Bekanntmachung",
        "Bekanntmachung Nachtrag",
        "Niederschrift öffent. Teil",
        "Beschlüsse",
    ]


@pytest.mark.parametrize("days", MOMENTS)
def test_the_calendar_shows_the_sessions_of_a_month_in_their_rows(days: float) -> None:
    now = state(days)
    for month in (5, 9, 10, 12):
        shown = []
        day = 0
        for row in list_rows(month_page(now, 2026, month, host_url=HOST)):
            cells = row.css("td")
            day = int(words(cells[1]) or day)
            if len(cells) > 3:
                assert len(cells) == 9
                shown.append((day, words(cells[2]), words(cells[5]), bool(cells[4].css("form"))))
        expected = [
            (each.day.day, time_of(each), each.title, each.agenda_public and not each.cancelled)
            for each in now.meetings.values()
            if (each.day.year, each.day.month) == (2026, month)
        ]
        assert sorted(row for row in shown if row[2].find("Sitzung") >= 0 or row[2].find("sitzung") >= 0) == sorted(
            expected
        )
        assert {row[2] for row in shown} - {row[2] for row in expected} <= HOLIDAYS


HOLIDAYS = {
    *("Schulferien", "Tag der Arbeit", "Christi Himmelfahrt", "Pfingstmontag", "Tag der Deutschen Einheit"),
    *("Reformationstag", "1. Weihnachtsfeiertag", "2. Weihnachtsfeiertag"),
}


def time_of(each: Meeting) -> str:
    if each.start is None:
        return ""
    return f"{each.start:%H:%M} - {each.end:%H:%M}" if each.end else f"{each.start:%H:%M}"


def test_every_day_of_a_month_has_a_row_and_only_the_first_names_it() -> None:
    days = [words(row.css("td")[1]) for row in list_rows(month_page(state(0), 2026, 9, host_url=HOST))]
    assert [int(day) for day in days if day] == list(range(1, 31))
    assert "" in days


def test_a_range_of_days_goes_over_months() -> None:
    page = range_page(state(0), date(2026, 12, 30), date(2027, 1, 2), host_url=HOST)
    days = [words(row.css("td")[1]) for row in list_rows(page)]
    assert [day for day in days if day] == ["30", "31", "1", "2"]


def test_a_session_without_an_hour_shows_none() -> None:
    timeless = [each for each in state(0).meetings.values() if each.start is None]
    assert len(timeless) == 1
    page = month_page(state(0), timeless[0].day.year, timeless[0].day.month, host_url=HOST)
    row = next(row for row in list_rows(page) if str(timeless[0].key) in (row.html or ""))
    assert words(row.css("td")[2]) == ""


def test_an_item_shows_its_result_and_later_the_minutes() -> None:
    now, later = state(4), state(60)
    paper = now.paper_named("22-0172")
    assert paper is not None
    item = next(each for each in now.items.values() if each.paper == paper.key)
    early = parsed(item_page(now, item.key, host_url=HOST))
    assert "Beschlussart: überwiesen" in words(early.body)
    assert not early.css("a[href='#allrisWP']")
    assert [name.attributes.get("name") for name in early.css("a[name]")] == ["allrisWP", "allrisBS", "allrisAE"]
    full = words(parsed(item_page(later, item.key, host_url=HOST)).body)
    assert "Nach kurzer Aussprache wird abgestimmt." in full
    assert "Die Drucksache wird überwiesen." in full
    assert full.count("Status:") == 2


def test_an_item_of_an_unpublished_agenda_cannot_be_opened() -> None:
    now = state(0)
    hidden = [key for key, item in now.items.items() if now.agenda(item.meeting) is None]
    closed = [key for key, item in now.items.items() if not item.public]
    assert hidden
    assert closed
    assert all(item_page(now, key, host_url=HOST) is None for key in (*hidden, *closed, 4711))


def test_the_list_of_papers_is_newest_first_and_fifty_long() -> None:
    rows = [row for row in list_rows(list_page(state(0), View(), host_url=HOST)) if row.css("a")]
    days = [words(row.css("td")[3]) for row in rows]
    assert len(rows) == 50
    assert days == sorted(days, key=lambda day: day.split(".")[::-1], reverse=True)


def test_members_stand_with_role_and_function() -> None:
    now = state(0)
    assembly = next(each for each in now.organizations.values() if each.name == "Bezirksversammlung")
    rows = list_rows(organization_page(now, assembly, host_url=HOST))
    shown = [tuple(words(cell) for cell in row.css("td")[2:]) for row in rows]
    assert shown == [(each.name, each.role, each.function) for each in assembly.members]
    assert any("ı" in name for name, *_ in shown), "as a reference, since the code page lacks it"


def test_a_faction_has_no_title_and_a_former_committee_its_last_day() -> None:
    now = state(0)
    faction = next(each for each in now.organizations.values() if each.name == "Fraktion Linden")
    page = parsed(organization_page(now, faction, host_url=HOST))
    assert (words(page.css_first("title")), words(page.css_first("h1"))) == ("", "Fraktion Linden")
    rows = [words(row) for row in list_rows(committees_page(now, START, host_url=HOST))]
    assert rows[-1].startswith("Ausschuss für Soziales, Bildung und Integration (bis 13.06.2019)")
    assert [words(row).split()[:2] for row in list_rows(factions_page(now, START, host_url=HOST))] == [
        ["Fraktion", name] for name in ("Linden", "Ahorn", "Birke", "Eibe")
    ]
