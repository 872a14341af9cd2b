import datetime as dt

from bot.contract_json import reading_json
from council.published.organizations import Member, Organization
from council.published.readings import ListedPaper, Page, Reading


def test_organization_prints_its_members_and_nothing_empty() -> None:
    members = (Member(name="Ada Übermut", role="Vorsitz"), Member(name="Bo Bär"))
    committee = Organization(name="Hauptausschuss", id="25", kind="Ausschuss", web="http://x.example", members=members)
    past = Organization(name="FDP-Gruppe", end_date=dt.date(2019, 5, 28))
    reading = Reading(kind="allris", page=Page.ORGANIZATION, organizations=(committee, past))
    assert reading_json(reading) == {
        "source": {"kind": "allris", "page": "organization"},
        "objects": [
            {
                "type": "Organization",
                "id": "25",
                "name": "Hauptausschuss",
                "kind": "Ausschuss",
                "members": [{"name": "Ada Übermut", "role": "Vorsitz"}, {"name": "Bo Bär"}],
            },
            {"type": "Organization", "name": "FDP-Gruppe", "endDate": "2019-05-28"},
        ],
    }


def test_listed_paper_prints_what_a_list_gives() -> None:
    row = ListedPaper(reference="22-0815", id="7", name="Bänke", paper_type="Antrag", date=dt.date(2026, 7, 7))
    reading = Reading(kind="allris", page=Page.PAPERS, listed=(row, ListedPaper(reference="22-1")))
    assert reading_json(reading) == {
        "source": {"kind": "allris", "page": "papers"},
        "objects": [
            {
                "type": "Paper",
                "id": "7",
                "reference": "22-0815",
                "name": "Bänke",
                "paperType": "Antrag",
                "date": "2026-07-07",
            },
            {"type": "Paper", "reference": "22-1"},
        ],
    }
