"""Sessions of the stored council with sane defaults: what is coming, what was, and what is cancelled."""

from dataclasses import replace
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from council.published.bodies import Body
from council.published.meetings import AgendaItem, Meeting
from storage.database import Database
from storage.meeting_recording import record_meetings
from storage.visits import Visit
from tests.builders import MUSTERFELD, READ_AT
from tests.handlers.conftest import HARBURG

BERLIN = ZoneInfo("Europe/Berlin")
SOCIAL = "Ausschuss für Soziales, Bildung und Integration"
MAIN_DAY = date(2027, 1, 12)


def a_meeting(organization: str = "Hauptausschuss", day: date = MAIN_DAY, **fields: Any) -> Meeting:
    """A session at six o'clock, without an agenda if none is given."""
    defaults: dict[str, Any] = {
        "name": f"Sitzung: {organization}",
        "public": True,
        "id": f"{organization[:3]}-{day:%Y%m%d}",
        "organization": organization,
        "day": day,
        "start": datetime(day.year, day.month, day.day, 18, 0, tzinfo=BERLIN),
        "room": "Rathaus, Saal 2",
        "agenda": (),
    }
    meeting = Meeting(**(defaults | fields))
    return replace(meeting, has_agenda=bool(meeting.agenda))


def an_item(number: str, name: str, **fields: Any) -> AgendaItem:
    defaults: dict[str, Any] = {"public": True, "id": f"t{number.replace(' ', '')}"}
    return AgendaItem(number=number, name=name, **(defaults | fields))


def main_session(**fields: Any) -> Meeting:
    """The main committee's next session; its item 5 is the paper 22-1940."""
    agenda = (
        an_item("Ö 1", "Eröffnung und Feststellung der Tagesordnung"),
        an_item("Ö 2", "Öffentliche Fragestunde"),
        an_item("Ö 5", "Antrag betr. Beachclub am Treidelweg", paper="22-1940", paper_id="900"),
        an_item("Ö 6", "Antwort auf eine Anfrage", paper="22-2000.01", late=True),
        an_item("Ö 7", "Schriftzug am Bahnhof – abgesetzt –"),
        AgendaItem(number="N 8", public=False),
    )
    web = "https://rat.example/bi/to010.asp?SILFDNR=12"
    return a_meeting(**({"agenda": agenda, "web": web} | fields))


def calendar() -> tuple[Meeting, ...]:
    return (
        main_session(),
        a_meeting(
            day=date(2026, 11, 10),
            agenda=(an_item("Ö 3", "Mehr Bänke am Ufer", id="t99", paper="22-1700", result="überwiesen"),),
        ),
        a_meeting(SOCIAL, date(2026, 12, 1), start=None, room=None),
        a_meeting("Bezirksversammlung", date(2026, 12, 15), cancelled=True),
    )


async def record(database: Database, *meetings: Meeting, body: Body = HARBURG, now: datetime = READ_AT) -> None:
    """As a saved page would: nothing of it is news."""
    visit = Visit(body=body, now=now.astimezone(BERLIN))
    await database.transaction(record_meetings, visit, meetings)


async def record_calendar(database: Database) -> None:
    await record(database, *calendar())
    mobility = a_meeting("Ausschuss für Mobilität", date(2026, 12, 2), room="Bürgerhaus")
    await record(database, mobility, body=MUSTERFELD)
