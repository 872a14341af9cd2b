"""What is not right any more, or was not known yet, is not left to stand alone."""

from datetime import timedelta

from notices.errors import Uncertain
from tests.notices.edge import Fault
from tests.notices.town import COMMITTEES, Session, Town, a_point, an_agenda

ANNA = 11


async def test_moved_and_back_while_nobody_knows_what_arrived_says_how_it_stands(town: Town) -> None:
    await an_agenda(town, ANNA)
    await town.live()
    session = town.sessions["701"]
    session.start += timedelta(hours=1)
    town.unread.add("701")
    await town.read()
    town.telegram.faults[ANNA].append(Fault(error=Uncertain("no answer"), arrives=True))
    await town.live()
    session.start -= timedelta(hours=1)
    town.unread.add("701")
    await town.read()
    town.clock.go(minutes=1)
    await town.live()
    texts = [text.split("\n")[0] for text in town.telegram.texts(ANNA)]
    assert texts[1:] == [
        "Verlegt: Bauausschuss, jetzt Do., 12.11.2026, 19:00 Uhr",
        "Es bleibt dabei: Bauausschuss, Do., 12.11.2026, 18:00 Uhr",
    ]


async def test_a_time_published_later_is_told_to_who_was_told_the_day(town: Town) -> None:
    start = (town.clock.local() + timedelta(days=10)).replace(hour=18, minute=0)
    session = town.sessions["701"] = Session(key="701", committee=COMMITTEES[0], start=start, has_time=False)
    town.unread.add("701")
    await town.read()
    [found] = await town.asked("SELECT id FROM organizations WHERE name = :name", name=COMMITTEES[0])
    await town.follow(ANNA, committee=found["id"])
    await a_point(town)
    await town.live()
    session.has_time = True
    town.unread.add("701")
    await town.read()
    await town.live()
    assert [text.split("\n")[0] for text in town.telegram.texts(ANNA)] == [
        "Tagesordnung: Bauausschuss, Do., 12.11.2026, Uhrzeit nicht veröffentlicht",
        "Uhrzeit veröffentlicht: Bauausschuss, Do., 12.11.2026, 18:00 Uhr",
    ]
