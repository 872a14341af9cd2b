"""What rests is silent; once it goes on, what differs by then is told after all."""

import sqlite3

from storage.resuming import resume
from storage.subscriptions import pause
from tests.notices.town import Town, an_agenda

ANNA = 11


async def rests(town: Town) -> None:
    def stop(connection: sqlite3.Connection) -> None:
        for row in connection.execute("SELECT id, subscriber FROM subscriptions").fetchall():
            pause(connection, row["subscriber"], row["id"], paused=True)

    await town.database.transaction(stop)


async def goes_on(town: Town) -> list[bool]:
    def go(connection: sqlite3.Connection) -> list[bool]:
        rows = connection.execute("SELECT id, subscriber FROM subscriptions").fetchall()
        return [resume(connection, row["subscriber"], row["id"], now=town.clock.local()) for row in rows]

    return await town.database.transaction(go)


async def first_lines(town: Town) -> list[str]:
    return [text.split("\n")[0] for text in town.telegram.texts(ANNA)]


async def test_a_cancellation_during_the_pause_is_told_when_it_ends(town: Town) -> None:
    await an_agenda(town, ANNA)
    await town.live()
    await rests(town)
    town.sessions["701"].cancelled = True
    town.unread.add("701")
    await town.read()
    await town.live()
    assert len(await first_lines(town)) == 1
    assert await goes_on(town) == [True]
    await town.live()
    assert (await first_lines(town))[1:] == ["Entfällt: Bauausschuss, Do., 12.11.2026, 18:00 Uhr"]


async def test_where_nothing_changed_nothing_is_said(town: Town) -> None:
    await an_agenda(town, ANNA)
    await town.live()
    await rests(town)
    town.clock.go(hours=1)
    assert await goes_on(town) == [True]
    assert await goes_on(town) == [False]
    await town.live()
    assert len(await first_lines(town)) == 1


async def test_reminders_rest_too(town: Town) -> None:
    await an_agenda(town, ANNA)
    await town.live()
    await rests(town)
    town.clock.at = town.sessions["701"].start
    town.clock.go(hours=-23)
    await town.live()
    assert len(await first_lines(town)) == 1
