"""Everything of an author through the whole pipe: told once, with the reason, and only what is theirs."""

import sqlite3
from datetime import datetime, timedelta

from council.published.papers import Consultation, Paper
from council.served.languages import Language
from council.served.subscribers import ChatKind
from storage.authors import all_authors
from storage.beginning import Asker, BegunAuthor, begin_author
from storage.recording import record_papers
from storage.rounds import begin_round, finish_round
from storage.visits import Visit
from tests.notices.town import DEFAULTS, Point, Session, Town
from tests.storage.builders import ELBDORF
from tests.storage.sessions import a_source

ANNA = 11
ASKER = Asker(chat=ANNA, topic=None, kind=ChatKind.PRIVATE, language=Language.DE, defaults=DEFAULTS, agreed=1)
REASON = "weil du allem von Fraktion Linde folgst"


def a_motion(key: str, *stops: Consultation, originator: str = "Fraktion Linde") -> Paper:
    return Paper(
        id=f"M{key}",
        reference=f"30-{key}",
        name=f"Sache {key}",
        public=True,
        paper_type="Antrag",
        originators=(originator,),
        consultations=stops,
    )


def read_papers(connection: sqlite3.Connection, papers: list[Paper], now: datetime) -> None:
    source = a_source(connection)
    on = begin_round(connection, source, now=now)
    record_papers(connection, Visit(body=ELBDORF, now=now, source=source, round=on.row), papers)
    finish_round(connection, on.row, now=now)


async def publish(town: Town, *papers: Paper) -> None:
    await town.database.transaction(read_papers, list(papers), town.clock.local())
    await town.live()


async def follow(town: Town) -> None:
    (linde,) = (each for each in await town.database.read(all_authors) if each.author.name == "Fraktion Linde")
    begun = await town.database.transaction(begin_author, ASKER, linde.row, now=town.clock.local())
    assert isinstance(begun, BegunAuthor)
    assert begun.added


def a_day(town: Town, days: int) -> datetime:
    return (town.clock.local() + timedelta(days=days)).replace(hour=18, minute=0)


async def agenda(town: Town, *papers: str) -> None:
    points = [Point(key=f"90{place}", paper=paper) for place, paper in enumerate(papers)]
    town.sessions["801"] = Session(key="801", committee="Kulturausschuss", start=a_day(town, 10), points=points)
    town.unread.add("801")
    await town.read()
    await town.live()


async def test_a_result_of_theirs_is_told_with_the_reason_and_nothing_of_before(town: Town) -> None:
    past, now = a_day(town, -30).date(), a_day(town, -1).date()
    before = Consultation(organization="Rat", date=past, result="überwiesen")
    await publish(town, a_motion("1", before), a_motion("2", before, originator="Fraktion Ulme"))
    await follow(town)
    town.clock.go(days=1)
    after = (before, Consultation(organization="Kulturausschuss", date=now, result="ungeändert beschlossen"))
    await publish(town, a_motion("1", *after), a_motion("2", *after, originator="Fraktion Ulme"))
    (text,) = town.telegram.texts(ANNA)
    assert "30-1" in text
    assert "ungeändert beschlossen" in text
    assert "überwiesen" not in text
    assert REASON in text


async def test_their_item_on_a_new_agenda_is_told_once_and_reminded_of(town: Town) -> None:
    await publish(town, a_motion("1"), a_motion("2", originator="Fraktion Ulme"))
    await follow(town)
    await agenda(town, "30-1", "30-2")
    (text,) = town.telegram.texts(ANNA)
    assert "30-1" in text
    assert "30-2" not in text
    assert REASON in text
    await town.live()
    assert len(town.telegram.texts(ANNA)) == 1
    town.clock.go(days=9, hours=9, minutes=30)
    await town.live()
    assert "Erinnerung" in town.telegram.texts(ANNA)[-1]


async def test_what_is_on_an_agenda_already_is_no_news(town: Town) -> None:
    await publish(town, a_motion("1"))
    await agenda(town, "30-1")
    await follow(town)
    town.unread.add("801")
    await town.read()
    await town.live()
    assert town.telegram.texts(ANNA) == []


async def test_a_paper_that_is_new_counts_from_its_first_agenda_on(town: Town) -> None:
    await publish(town, a_motion("1"))
    await follow(town)
    await publish(town, a_motion("7", originator="Dr. Ott (Fraktion Linde)"))
    await agenda(town, "30-7")
    assert "30-7" in town.telegram.texts(ANNA)[-1]
