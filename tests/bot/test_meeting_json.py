import json
from pathlib import Path

import pytest

from bot.contract_json import reading_json
from bot.json_fields import Json
from bot.meeting_json import agenda_item_json, meeting_json
from council.published.meetings import AgendaItem, Meeting
from sources.allris.page import read_page
from tests.shared import SHARED, needs_shared
from tests.sources.agenda_pages import AgendaPage, Item, ItemPage
from tests.sources.pages import HOST

SAVED = sorted((SHARED / "pages" / "allris3").glob("*_to0[12]0*.html"))
MEETING = {"type", "id", "name", "organization", "date", "start", "end", "room", "address", "cancelled", "public"}
ITEM = {"type", "id", "number", "name", "public", "paper", "paperId", "result", "late"}
OWN = ITEM | {"meeting", "organization", "date", "text"}


def printed(page: bytes) -> Json:
    printed: Json = json.loads(json.dumps(reading_json(read_page(page)), ensure_ascii=False))
    return printed


def test_agenda_prints_in_the_order_of_the_page() -> None:
    hidden = Item(number="N&nbsp;10", name="(nichtöffentlich)", key=None)
    late = Item(number="Ö&nbsp;2", name="Bänke", paper="22-1", result="vertagt", late=True)
    assert printed(AgendaPage(items=(Item(), hidden, late)).served()) == {
        "source": {"kind": "allris", "page": "agenda"},
        "objects": [
            {
                "type": "Meeting",
                "id": "1003063",
                "name": "Sitzung des Hauptausschusses",
                "organization": "Hauptausschuss",
                "date": "2025-11-03",
                "start": "2025-11-03T18:00:00+01:00",
                "end": "2025-11-03T19:45:00+01:00",
                "room": "Großer Saal",
                "address": "Am Mühlenteich 1, 21073 Musterbek",
                "cancelled": False,
                "public": True,
                "web": f"http://{HOST}/bi/to010.asp?SILFDNR=1003063",
                "agenda": [
                    {
                        "type": "AgendaItem",
                        "id": "1045621",
                        "number": "Ö 1",
                        "name": "Mitteilungen der Verwaltung",
                        "public": True,
                        "late": False,
                    },
                    {"type": "AgendaItem", "number": "N 10", "public": False},
                    {
                        "type": "AgendaItem",
                        "id": "1045621",
                        "number": "Ö 2",
                        "name": "Bänke",
                        "public": True,
                        "paper": "22-1",
                        "paperId": "1013101",
                        "result": "vertagt",
                        "late": True,
                    },
                ],
            }
        ],
    }


def test_item_prints_with_what_only_its_own_page_tells() -> None:
    assert printed(ItemPage().served()) == {
        "source": {"kind": "allris", "page": "item"},
        "objects": [
            {
                "type": "AgendaItem",
                "id": "1045621",
                "number": "Ö 2.1",
                "name": "Bänke am Teich",
                "public": True,
                "paper": "22-0815",
                "paperId": "1013101",
                "result": "ungeändert beschlossen",
                "meeting": "1003063",
                "organization": "Hauptausschuss",
                "date": "2025-11-03",
                "text": {
                    "protocol": "Der Ausschuss berät über die Bänke.",
                    "decision": "Zwei Bänke werden aufgestellt.",
                    "vote": "einstimmig mit zwei Enthaltungen",
                },
            }
        ],
    }


def test_absent_agenda_and_empty_agenda_differ() -> None:
    meeting = Meeting(name="Sitzung", public=True)
    assert meeting_json(meeting) == {"type": "Meeting", "name": "Sitzung", "cancelled": False, "public": True}
    assert meeting_json(Meeting(name="Sitzung", public=True, agenda=()))["agenda"] == []


def test_late_on_its_own_page() -> None:
    assert agenda_item_json(AgendaItem(public=True, meeting="1", late=True))["late"] is True
    assert "late" not in agenda_item_json(AgendaItem(public=True, meeting="1"))


@needs_shared
@pytest.mark.parametrize("path", SAVED, ids=lambda path: path.stem)
def test_every_real_page_prints_nothing_but_the_contracts_fields(path: Path) -> None:
    page = printed(path.read_bytes())
    assert isinstance(page, dict)
    assert isinstance(page["objects"], list)
    (found,) = page["objects"]
    assert isinstance(found, dict)
    if found["type"] == "AgendaItem":
        assert found.keys() <= OWN
        return
    assert found.keys() == MEETING | {"web", "agenda"}
    assert isinstance(found["agenda"], list)
    assert all(isinstance(item, dict) and item.keys() <= ITEM for item in found["agenda"])
