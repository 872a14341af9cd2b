"""The transparency portal's packages: papers and sessions of Hamburg's districts."""

import datetime as dt
from typing import Any

import pytest

from council.published.meetings import AgendaItem, Meeting
from council.published.papers import File, Paper
from council.published.readings import Reading
from sources.ckan.packages import packages_in
from sources.ckan.reading import ATTRIBUTION, read_packages
from tests.shared import SHARED, needs_shared
from tests.sources.oparl.things import ZONE

HOST = "https://sitzungsdienst-elbe.hamburg.example"


def extras(**found: str) -> list[dict[str, str]]:
    return [{"key": key, "value": value} for key, value in found.items()]


def paper(**fields: Any) -> dict[str, Any]:
    return {
        "name": "bezirk-elbe-drucksache-22-0001",
        "title": "Bezirk Elbe, Drucksache 22-0001",
        "notes": "Mehr Bänke am Ufer\nAntrag der Uferfraktion",
        "state": "active",
        "private": False,
        "license_id": "dl-de-by-2.0",
        "extras": extras(
            inforeg_id="Allris_E:VO_4711",
            number="22-0001",
            publishing_date="2026-10-03T00:00:00",
            temporal_coverage_from="2026-10-05T00:00:00",
        ),
        "resources": [
            {"name": "PDF", "url": "https://portal.example/redirect/?id=1", "format": "PDF"},
            {"name": "Kontext", "url": f"{HOST}/bi/vo020.asp?VOLFDNR=4711", "format": "HTML"},
        ],
        **fields,
    }


def session(**fields: Any) -> dict[str, Any]:
    return {
        "name": "bezirk-elbe-si-2026-1",
        "title": "Bezirk Elbe, SI/2026/001 Sitzung des Bauausschusses vom 25.08.2026",
        "notes": "Tagesordnungspunkte: Eröffnung; Bänke am\n Ufer; (nichtöffentlich); (vertraulich);   ",
        "license_id": "dl-de-by-2.0",
        "extras": extras(inforeg_id="Allris_E:SI_12", temporal_coverage_from="2026-08-25T00:00:00"),
        "resources": [{"url": f"{HOST}/bi//to010.asp?silfdnr=12"}],
        **fields,
    }


def read(*packages: Any) -> Reading:
    (found,) = read_packages(packages, zone=ZONE)
    return found


def test_a_paper_has_its_number_and_the_key_its_own_page_has() -> None:
    told = read(paper())
    assert told.papers == (
        Paper(
            id="4711",
            reference="22-0001",
            name="Mehr Bänke am Ufer\nAntrag der Uferfraktion",
            public=True,
            date=dt.date(2026, 10, 3),
            web=f"{HOST}/bi/vo020.asp?VOLFDNR=4711",
            files=(File(name="PDF", url="https://portal.example/redirect/?id=1"),),
        ),
    )
    assert (told.assembly, told.host) == ("Bezirksversammlung Elbe", "sitzungsdienst-elbe.hamburg.example")
    assert told.attribution == ATTRIBUTION


def test_a_session_has_the_names_of_its_public_items() -> None:
    assert read(session()).meetings == (
        Meeting(
            id="12",
            name="Sitzung des Bauausschusses",
            public=True,
            day=dt.date(2026, 8, 25),
            has_agenda=True,
            web=f"{HOST}/bi//to010.asp?silfdnr=12",
            agenda=(AgendaItem(name="Eröffnung", public=True), AgendaItem(name="Bänke am Ufer", public=True)),
        ),
    )


def test_the_key_is_found_in_the_address_where_the_portal_does_not_tell_it() -> None:
    assert read(paper(extras=extras(number="22-0001"))).papers[0].id == "4711"


@pytest.mark.parametrize("fields", [{"private": True}, {"state": "deleted"}, {"private": "ja"}, {"state": "draft"}])
def test_what_was_withdrawn_from_the_portal_leaves_only_its_key(fields: dict[str, Any]) -> None:
    told = read(paper(**fields), session(**fields))
    assert told.papers == (Paper(id="4711", reference="", name="", public=False),)
    assert told.meetings == (Meeting(id="12", name="", public=False),)


def test_each_district_is_a_council_of_its_own() -> None:
    found = read_packages([paper(), paper(title="Bezirk Alster, Drucksache 22-0001"), session()], zone=ZONE)
    assert [each.assembly for each in found] == ["Bezirksversammlung Elbe", "Bezirksversammlung Alster"]
    assert [(len(each.papers), len(each.meetings)) for each in found] == [(1, 1), (1, 0)]


def test_what_is_neither_paper_nor_session_is_named() -> None:
    told = read({"name": "haushaltsplan", "title": "Haushaltsplan", "license_id": "x", "extras": []}, paper())
    assert told.skipped == ("haushaltsplan ist keine Drucksache und keine Sitzung.",)
    assert len(told.papers) == 1


@pytest.mark.parametrize("wrong", [None, [], {}, "x", 7, True, ["x"], {"key": "number"}, [{"key": 1, "value": []}]])
@pytest.mark.parametrize("field", [*paper()])
def test_any_field_may_be_anything(field: str, wrong: Any) -> None:
    for package in (paper(), session()):
        read_packages([package | {field: wrong}], zone=ZONE)


def test_an_answer_one_dataset_and_something_else_are_told_apart() -> None:
    assert packages_in({"result": {"results": [paper()]}}) == (paper(),)
    assert packages_in({"result": paper()}) == packages_in(paper()) == (paper(),)
    assert packages_in({"id": "https://x.example", "type": "Paper"}) is None


@needs_shared
def test_the_real_answers_are_read_without_a_rest() -> None:
    from sources.files import read_files

    found = [reading for _, reading in read_files([SHARED / "pages" / "ckan"])]
    readings = [each for each in found if isinstance(each, Reading)]
    assert len(readings) == len(found)
    assert (sum(len(each.papers) for each in readings), sum(len(each.meetings) for each in readings)) == (3, 3)
    assert not any(each.skipped for each in readings)
