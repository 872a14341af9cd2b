"""Operators hear once of what needs them, and of nothing else."""

from dataclasses import replace
from datetime import datetime, timedelta
from sqlite3 import Connection

from notices.delivering import Delivering
from notices.post import Post
from notices.watching import BROKEN_FOR, watch
from tests.notices.town import Town
from tests.storage.sessions import a_row, a_source, end_round, seen

OPERATOR = 99


def watched(town: Town) -> Post:
    return replace(town.post, operators=frozenset({OPERATOR}))


async def tell(town: Town) -> list[str]:
    post = watched(town)
    await watch(post)
    await Delivering(post).run_dry()
    return town.telegram.texts(OPERATOR)


def too_much(connection: Connection, now: datetime) -> None:
    for cancelled in (False, True):
        rows = [a_row(id=f"{n}", name=f"Ausschuss {n}", cancelled=cancelled) for n in range(40)]
        seen(connection, *rows, now=now + timedelta(minutes=int(cancelled)))
        end_round(connection, now=now + timedelta(minutes=int(cancelled)))


def failing(connection: Connection, since: datetime) -> None:
    sql = "UPDATE sources SET failures = 9, failing_since = :since, error = 'Keine Antwort.' WHERE id = :source"
    connection.execute(sql, {"since": int(since.timestamp()), "source": a_source(connection)})


async def test_held_changes_are_told_once(town: Town) -> None:
    await town.database.transaction(too_much, town.clock.local())
    assert len(await tell(town)) == 1
    [said] = await tell(town)
    assert "40 Änderungen warten" in said
    assert "/betrieb" in said


async def test_a_source_is_broken_after_some_hours_not_at_once(town: Town) -> None:
    await town.database.transaction(failing, town.clock.local())
    assert await tell(town) == []
    town.clock.go(seconds=BROKEN_FOR.total_seconds())
    [said] = await tell(town)
    assert "Keine Antwort." in said
    town.clock.go(hours=1)
    assert len(await tell(town)) == 1


async def test_without_operators_nobody_is_told(town: Town) -> None:
    await town.database.transaction(too_much, town.clock.local())
    assert await watch(town.post) == 0


async def test_what_was_settled_meanwhile_is_not_told(town: Town) -> None:
    await town.database.transaction(failing, town.clock.local() - BROKEN_FOR)
    assert await watch(watched(town)) == 1
    await town.told("UPDATE sources SET failures = 0, failing_since = NULL, error = NULL")
    assert await tell(town) == []
