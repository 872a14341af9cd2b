"""Real calendars, lists and organizations, where they lie beside the project: each page's facts."""

from collections import Counter
from datetime import date

import pytest

from council.published.meetings import Meeting
from council.published.organizations import Organization
from council.published.readings import Page, Reading
from sources.allris.page import read_page
from tests.shared import SHARED, needs_shared

pytestmark = needs_shared


def read(name: str) -> Reading:
    return read_page((SHARED / "pages" / "allris3" / f"{name}.html").read_bytes())


def facts(meeting: Meeting) -> tuple[str | None, int, str, bool, bool, bool]:
    times = "-".join(f"{each:%H:%M}" for each in (meeting.start, meeting.end) if each)
    day = meeting.day.day if meeting.day else 0
    return meeting.id, day, times, meeting.has_agenda, meeting.room is not None, meeting.cancelled


def test_calendar_of_hamburg_nord() -> None:
    reading = read("hh_hamburg_nord_si010_e_2023-10")
    host = "sitzungsdienst-hamburg-nord.hamburg.de"
    assert (reading.page, reading.assembly, reading.host) == (Page.CALENDAR, "Bezirksversammlung Hamburg-Nord", host)
    assert [facts(meeting) for meeting in reading.meetings] == [
        ("1002655", 4, "18:00-18:38", True, True, False),
        ("1002824", 4, "18:00-18:30", False, False, False),
        ("1002587", 5, "18:00", False, True, True),
        ("1002571", 9, "17:00-18:00", False, False, False),
        ("1002680", 9, "18:00-19:15", True, True, False),
        ("1002713", 9, "", False, False, False),
        ("1002823", 10, "17:30-18:00", False, False, False),
        ("1002825", 10, "18:00-19:00", False, False, False),
        ("1002827", 10, "18:00-20:00", False, False, False),
        ("1002828", 10, "18:00-20:00", False, False, False),
        ("1002826", 10, "19:30-20:15", False, False, False),
        ("1002646", 11, "18:00-20:42", True, True, False),
        ("1002626", 12, "18:00-19:58", True, True, False),
        ("1002572", 23, "17:00-18:00", False, False, False),
    ]
    assert {(each.day.year, each.day.month) for each in reading.meetings if each.day} == {(2023, 10)}
    by_id = {each.id: each for each in reading.meetings}
    assert by_id["1002626"].name == "Sitzung der Bezirksversammlung"
    assert by_id["1002626"].web == f"http://{host}/bi/to010.asp?SILFDNR=1002626"
    assert by_id["1002626"].start is not None
    assert by_id["1002626"].start.isoformat() == "2023-10-12T18:00:00+02:00"
    assert by_id["1002587"].name == "Sitzung des Stadtentwicklungsausschusses"
    assert [each.id for each in reading.meetings if not each.public] == ["1002713"]
    assert by_id["1002713"].name == ""


def test_list_of_papers_of_hamburg_nord() -> None:
    reading = read("hh_hamburg_nord_vo040")
    rows = reading.listed
    assert (reading.page, reading.assembly, reading.complete) == (Page.PAPERS, "Bezirksversammlung Hamburg-Nord", False)
    assert len(rows) == len({each.id for each in rows}) == len({each.reference for each in rows}) == 50
    first, last = rows[0], rows[-1]
    assert (first.reference, first.id, first.date, first.paper_type) == (
        "22-2402",
        "1016851",
        date(2026, 7, 7),
        "Antrag",
    )
    assert first.name == "Bezirkliche Sondermittel\nAntrag der GRÜNE-Fraktion"
    assert (last.reference, last.id, last.date) == ("22-2351", "1016791", date(2026, 6, 18))
    assert {"22-2173.1.1", "22-0593.0.5", "22-2367.1"} < {each.reference for each in rows}
    assert next(each.name for each in rows if each.reference == "22-2387") == (
        "2. Steuerungsverfügung Hilfen zur Erziehung (SRO)"
    )
    assert all(each.name and each.date and each.paper_type for each in rows)
    assert Counter(each.paper_type for each in rows).most_common(1) == [("Mitteilungsvorlage Bezirksamt", 22)]


def test_factions_of_hamburg_nord() -> None:
    found = read("hh_hamburg_nord_fr010").organizations
    keys = (1120, 1122, 1116, 1117, 1118, 1133, 1132, 1128, 1129, 1130)
    assert [each.id for each in found] == list(map(str, keys))
    assert [each.name for each in found][:3] == [
        "Fraktion Bündnis 90/DIE GRÜNEN",
        "SPD-Fraktion",
        "CDU-Bezirksfraktion",
    ]
    assert [each.kind for each in found] == ["Fraktion"] * 7 + ["Gruppe"] * 3
    ended = [None] * 7 + [date(2019, 5, 28), date(2024, 7, 3), date(2019, 6, 19)]
    assert [each.end_date for each in found] == ended


@pytest.mark.parametrize(
    ("name", "expected", "count", "roles"),
    [
        (
            "hh_altona_au020",
            ("235", "Mobilitätsausschuss", "Ausschuss"),
            29,
            {"Vorsitzendes Mitglied": 1, "Stellvertretender Vorsitz": 1, "Hinzugezogene:r Sachkundige:r": 2},
        ),
        (
            "hh_hamburg_nord_au020",
            ("1000005", "Regionalausschuss Langenhorn-Fuhlsbüttel-Ohlsdorf-Alsterdorf-Groß Borstel", "Ausschuss"),
            27,
            {"Vorsitzendes Mitglied": 1, "Stellvertr. Vorsitz": 1, "Seniorenbeiratsmitglied": 2},
        ),
        (
            "hh_hamburg_nord_au020_regional",
            ("218", "Regionalausschuss Barmbek-Uhlenhorst-Hohenfelde-Dulsberg", "Ausschuss"),
            28,
            {"Vorsitzendes Mitglied": 1, "Bezirksversammlungsmitglied": 1, "Seniorenbeiratsmitglied": 2},
        ),
        (
            "hh_harburg_au020",
            ("25", "Ausschuss für Bildung und Sport", "Ausschuss"),
            29,
            {"Vorsitz": 1, "Stellv. Vorsitz": 1, "Ausschussmitglied": 13, "Ständige Vertretung": 7},
        ),
        (
            "hh_altona_fr020",
            ("1121", "Fraktion GRÜNE", "Fraktion"),
            46,
            {"Fraktionsvorsitz": 2, "Stellv. Fraktionsvorsitz": 1},
        ),
        (
            "hh_hamburg_nord_fr020",
            ("1120", "Fraktion Bündnis 90/DIE GRÜNEN", "Fraktion"),
            # One of 53 rows keeps the name to itself.
            52,
            {"Fraktionsvorsitzende/r": 2, "Stellvertr. Fraktionsvorsitz": 1},
        ),
        (
            "hh_harburg_fr020",
            ("101", "SPD-Fraktion", "Fraktion"),
            30,
            {
                "Fraktionsvorsitz": 2,
                "stellv. Fraktionsvorsitz": 1,
                "Fraktionsmitglied": 7,
                "zubenannte/r Bürger/in": 20,
            },
        ),
    ],
)
def test_organizations_and_their_members(
    name: str, expected: tuple[str, str, str], count: int, roles: dict[str, int]
) -> None:
    reading = read(name)
    (found,) = reading.organizations
    assert (found.id, found.name, found.kind) == expected
    assert len(found.members) == count
    assert all(each.name and each.role for each in found.members)
    counted = Counter(each.role for each in found.members)
    assert {role: counted[role] for role in roles} == roles
    assert (reading.page, reading.assembly) == (Page.ORGANIZATION, _assembly(name))
    assert found.web == _address(name, found, reading.host)


def _assembly(name: str) -> str:
    districts = {"altona": "Altona", "hamburg": "Hamburg-Nord", "harburg": "Harburg"}
    return f"Bezirksversammlung {districts[name.split('_')[1]]}"


def _address(name: str, found: Organization, host: str | None) -> str:
    program = next(part for part in name.split("_") if part in {"au020", "fr020"})
    key = {"au020": "AULFDNR", "fr020": "FRLFDNR"}[program]
    return f"http://{host}/bi/{program}.asp?{key}={found.id}"
