"""Reminders are asked for at each tick, and right whatever happened in between."""

from datetime import UTC, timedelta

from notices.reminding import remind
from tests.notices.town import Town, an_agenda

ANNA = 11


async def before_the_session(town: Town, **by: float) -> None:
    town.clock.at = town.sessions["701"].start.astimezone(UTC) - timedelta(**by)
    await town.live()


async def reminded(town: Town) -> list[str]:
    return [text.split("\n")[0] for text in town.telegram.texts(ANNA) if text.startswith("Erinnerung")]


async def test_each_lead_time_reminds_once(town: Town) -> None:
    await an_agenda(town, ANNA)
    for hours in (25, 24, 23.9, 2, 1.9, 0.1, 0):
        await before_the_session(town, hours=hours)
    assert await reminded(town) == ["Erinnerung: Bauausschuss, Do., 12.11.2026, 18:00 Uhr"] * 2


async def test_asking_twice_promises_once(town: Town) -> None:
    await an_agenda(town, ANNA)
    town.clock.at = town.sessions["701"].start.astimezone(UTC) - timedelta(days=1)
    assert [await remind(town.post), await remind(town.post)] == [1, 0]


async def test_a_moved_session_reminds_before_its_new_start(town: Town) -> None:
    await an_agenda(town, ANNA)
    await before_the_session(town, hours=24)
    town.sessions["701"].start += timedelta(days=2)
    town.unread.add("701")
    await town.read()
    for hours in (47, 24, 2):
        await before_the_session(town, hours=hours)
    assert (await reminded(town))[1:] == ["Erinnerung: Bauausschuss, Sa., 14.11.2026, 18:00 Uhr"] * 2


async def test_a_cancelled_session_reminds_nobody(town: Town) -> None:
    await an_agenda(town, ANNA)
    town.sessions["701"].cancelled = True
    town.unread.add("701")
    await town.read()
    for hours in (24, 2):
        await before_the_session(town, hours=hours)
    assert await reminded(town) == []


async def test_a_session_cancelled_between_promise_and_delivery_reminds_nobody(town: Town) -> None:
    await an_agenda(town, ANNA)
    await town.live()
    town.clock.at = town.sessions["701"].start.astimezone(UTC) - timedelta(days=1)
    assert await remind(town.post) == 1
    town.sessions["701"].cancelled = True
    town.unread.add("701")
    await town.read()
    await town.live()
    assert await reminded(town) == []


async def test_changed_lead_times_count_at_once(town: Town) -> None:
    await an_agenda(town, ANNA)
    await town.told("UPDATE subscribers SET remind_before = '3h'")
    for hours in (24, 3, 2):
        await before_the_session(town, hours=hours)
    assert len(await reminded(town)) == 1


async def test_a_paused_follow_reminds_nobody(town: Town) -> None:
    await an_agenda(town, ANNA)
    await town.told("UPDATE subscriptions SET paused = 1")
    await before_the_session(town, hours=2)
    assert await reminded(town) == []
