"""`read` and `show`, for people and for programs."""

from datetime import date
from pathlib import Path

import pytest

from council.published.meetings import Meeting
from council.published.papers import Consultation, Paper
from storage.meeting_recording import record_meetings
from storage.visits import Visit
from tests.bot.commands.conftest import Ratsbote
from tests.builders import welcome_center
from tests.shared import SHARED, needs_shared
from tests.storage.builders import ELBDORF, NOON, connected, record


def test_read_json_gives_what_the_page_says_and_nothing_else(ratsbote: Ratsbote, page: Path) -> None:
    assert ratsbote("read", page, "--json").json() == {
        "source": {"kind": "allris", "page": "paper"},
        "objects": [
            {
                "type": "Paper",
                "reference": "20-1554",
                "name": welcome_center().name,
                "paperType": "Antrag",
                "originators": ["GRÜNE-Fraktion"],
                "underDirectionOf": "Interner Service",
                "public": True,
                "text": {
                    "sachverhalt": "Viele Menschen kommen neu nach Hamburg.",
                    "beschluss": "Die Bezirksversammlung möge beschließen, dass berichtet wird.",
                },
                "consultations": [
                    {
                        "organization": "Hauptausschuss",
                        "date": "2016-05-17",
                        "meetingName": "Sitzung des Hauptausschusses",
                        "result": "ungeändert beschlossen / überwiesen",
                    },
                    {
                        "organization": "Ausschuss für Soziales, Bildung und Integration",
                        "date": "2017-04-10",
                        "meetingName": "Sitzung des Ausschusses für Soziales, Bildung und Integration",
                        "result": "zurückgezogen / erledigt",
                    },
                ],
            }
        ],
    }


def test_read_stores_nothing(ratsbote: Ratsbote, page: Path, home: Path) -> None:
    assert "Zurückgezogen" in ratsbote("read", page).out
    assert [path.name for path in home.iterdir()] == [page.name]


def test_a_fault_is_json_too(ratsbote: Ratsbote, home: Path) -> None:
    ended = ratsbote("read", "nowhere.html", "--json")
    assert (ended.code, ended.json()["error"]["kind"]) == (1, "not_found")
    (home / "empty.html").touch()
    assert ratsbote("read", "empty.html", "--json").json()["error"]["kind"] == "unreadable"


def test_without_json_a_fault_is_one_line_on_stderr(ratsbote: Ratsbote) -> None:
    ended = ratsbote("read", "nowhere.html")
    assert (ended.code, ended.out, ended.err.count("\n")) == (1, "", 1)
    assert ended.err.startswith("ratsbote: ")


def test_show_adds_where_the_paper_stands(ratsbote: Ratsbote, page: Path) -> None:
    ratsbote("import", page)
    assert ratsbote("show", "20/1554", "--json").json()["standing"] == {
        "state": "withdrawn",
        "since": "2017-04-10",
        "organization": "Ausschuss für Soziales, Bildung und Integration",
        "sentence": "Zurückgezogen am Mo., 10.04.2017 im Ausschuss für Soziales, Bildung und Integration",
    }
    assert "Beratungsfolge" in ratsbote("show", "20-1554").out


def test_show_knows_of_a_cancelled_session(ratsbote: Ratsbote, page: Path, home: Path) -> None:
    ratsbote("import", page)
    day = date(2099, 1, 13)
    stop = Consultation(organization="Hauptausschuss", date=day, meeting="700")
    with connected(home / "data" / "ratsbote.db") as connection:
        record(connection, Paper(id="5", reference="22-0005", name="Bänke", public=True, consultations=(stop,)))
        assert ratsbote("show", "22-0005", "--json").json()["standing"]["state"] == "scheduled"
        session = Meeting(name="Sitzung", public=True, id="700", day=day, cancelled=True)
        record_meetings(connection, Visit(body=ELBDORF, now=NOON), (session,))
    shown = ratsbote("show", "22-0005", "--json").json()
    assert shown["standing"] == {
        "state": "referred",
        "organization": "Hauptausschuss",
        "sentence": "Liegt im Hauptausschuss – noch kein Termin veröffentlicht",
    }
    assert shown["consultations"][0]["date"] == "2099-01-13"
    card = ratsbote("show", "22-0005").out
    assert card.startswith(shown["standing"]["sentence"])
    assert "Hauptausschuss: Sitzung entfallen" in card


def test_show_names_what_is_near_and_which_councils_there_are(ratsbote: Ratsbote, page: Path) -> None:
    ratsbote("import", page)
    near = ratsbote("show", "20-1545")
    assert (near.code, "20-1554" in near.err) == (1, True)
    unknown = ratsbote("show", "20-1554", "--body", "bonn")
    assert (unknown.code, "Bezirksversammlung Harburg" in unknown.err) == (1, True)


@needs_shared
@pytest.mark.parametrize(
    ("name", "reference", "related"),
    [
        ("hh_harburg_vo020.html", "22-1940.01", ["22-1940"]),
        ("hh_harburg_vo020_22-1597.01_excerpt.html", "22-1597.01", ["22-1597"]),
        ("hh_altona_vo020.html", "22-2362", None),
        ("hh_hamburg_nord_vo020.html", "22-2402", None),
    ],
)
def test_every_real_paper_page_is_read(
    ratsbote: Ratsbote, name: str, reference: str, related: list[str] | None
) -> None:
    (paper,) = ratsbote("read", SHARED / "pages" / "allris3" / name, "--json").json()["objects"]
    assert (paper["reference"], len(paper["consultations"]), paper.get("related")) == (reference, 1, related)
    text = str(paper.get("text"))
    assert "Stammbaum" not in text
    assert "Bezirksamt Harburg beantwortet" not in text
    assert "nimmt zu den Anträgen" not in text
    assert "___tmp" not in str(paper)
