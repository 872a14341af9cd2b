"""The loop around the outbox: fair, in order, and going on whatever happens to one notice."""

import asyncio
import sqlite3
from collections.abc import Callable
from contextlib import closing
from typing import Any, Concatenate, ParamSpec, TypeVar

import pytest

from notices.delivering import Delivering
from notices.errors import NotAllowed, NotSent, TryLater, Unwelcome
from storage.errors import NotWritable
from tests.notices.edge import Fault, MortalDatabase
from tests.notices.town import COMMITTEES, Town, a_point, an_agenda, states
from views.message import Message

P = ParamSpec("P")
T = TypeVar("T")
ANNA, BERT, GROUP = 11, 12, -13


async def test_everything_due_arrives_once(town: Town) -> None:
    await an_agenda(town, *range(100, 130))
    await town.delivering.run_dry()
    await town.delivering.run_dry()
    assert sorted(town.telegram.calls) == list(range(100, 130))


async def test_a_chat_gets_its_notices_one_after_the_other_in_order(town: Town) -> None:
    for number in range(5):
        await an_agenda(town, ANNA, key=f"70{number}", days=5 + number)
    await town.delivering.run_dry()
    days = [text.split(", ")[2] for text in town.telegram.texts(ANNA)]
    assert days == sorted(days)
    assert len(days) == 5


@pytest.mark.parametrize("error", [NotSent(), TryLater(30.0)])
async def test_what_was_tried_comes_before_what_is_later_in_its_chat(town: Town, error: Exception) -> None:
    await an_agenda(town, ANNA, key="701", days=5)
    await an_agenda(town, ANNA, key="702", days=6)
    town.telegram.faults[ANNA].append(Fault(error=error))
    await town.delivering.run_dry()
    assert town.telegram.arrived == []
    town.clock.go(minutes=1)
    await town.delivering.run_dry()
    assert ["07.11" in town.telegram.texts()[0], "08.11" in town.telegram.texts()[1]] == [True, True]


async def test_many_waiting_for_one_chat_delay_another_by_at_most_its_own_turn(town: Town) -> None:
    await many_waiting(town, ANNA, 500)
    await an_agenda(town, BERT, key="999", committee=COMMITTEES[1])
    await town.delivering.run_dry()
    assert len(town.telegram.calls) == 501
    assert town.telegram.calls.index(BERT) <= 1


async def test_a_chat_that_has_to_wait_its_turn_takes_no_slot(town: Town) -> None:
    await many_waiting(town, ANNA, 50)
    town.telegram.waits[ANNA] = 0.0
    send = town.telegram.send

    async def send_and_rest(chat: int, topic: int | None, message: Message, *, silent: bool) -> int:
        town.telegram.waits[chat] = 1.0
        return await send(chat, topic, message, silent=silent)

    town.telegram.send = send_and_rest  # type: ignore[method-assign]
    await town.delivering.run_dry()
    assert town.telegram.calls == [ANNA]
    await an_agenda(town, BERT, key="999", committee=COMMITTEES[1])
    await town.delivering.run_dry()
    assert town.telegram.calls == [ANNA, BERT]


async def many_waiting(town: Town, chat: int, count: int) -> None:
    """So many copies of one notice, each under a key of its own."""
    await an_agenda(town, chat)
    copies = """
    WITH RECURSIVE copy (number) AS (SELECT 2 UNION ALL SELECT number + 1 FROM copy WHERE number < :count)
    INSERT INTO notices (subscriber, body, kind, is_news, subject, dedupe, facts, priority, not_before, expires_at,
        state, created_at)
    SELECT subscriber, body, 'retraction', 0, subject, 'copy' || number, facts, 0, not_before, expires_at, 'pending',
        created_at
    FROM notices CROSS JOIN copy WHERE notices.id = (SELECT min(id) FROM notices)
    """
    await town.told(copies, count=count)


async def test_a_bug_in_one_notice_keeps_no_other_from_going(town: Town) -> None:
    await an_agenda(town, ANNA, BERT)
    await town.delivering.run_dry()
    await a_point(town)
    broken = "UPDATE told SET facts = '{}' WHERE subscriber = (SELECT id FROM subscribers WHERE chat = :chat)"
    await town.told(broken, chat=ANNA)
    await town.delivering.run_dry()
    assert town.telegram.calls.count(BERT) == 2
    for _ in range(5):
        town.clock.go(minutes=30)
        await town.delivering.run_dry()
    assert await states(town) == ["sent", "sent", "rejected", "sent"]


class FullDatabase(MortalDatabase):
    """A disk without room, from the transaction on whose name is `full_at`."""

    full_at: str | None = None

    async def transaction(
        self, function: Callable[Concatenate[sqlite3.Connection, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        if self.full_at == getattr(function, "__name__", ""):
            raise NotWritable.writing(self.path, "database or disk is full")
        return await super().transaction(function, *args, **kwargs)


@pytest.fixture
def full(town: Town) -> FullDatabase:
    town.database.__class__ = FullDatabase
    assert isinstance(town.database, FullDatabase)
    return town.database


async def test_what_cannot_be_recorded_is_not_sent(town: Town, full: FullDatabase) -> None:
    await an_agenda(town, ANNA)
    full.full_at = "claim"
    stop = asyncio.Event()
    running = asyncio.create_task(town.delivering.run(stop))
    await asyncio.sleep(0.1)
    assert town.telegram.calls == []
    stop.set()
    await running
    full.full_at = None
    await town.delivering.run_dry()
    assert await states(town) == ["sent"]


async def test_what_was_sent_but_not_recorded_comes_once_more_quietly(town: Town, full: FullDatabase) -> None:
    await an_agenda(town, ANNA)
    full.full_at = "settle"
    await town.delivering.run_dry()
    full.full_at = None
    town.clock.go(minutes=2)
    await town.delivering.run_dry()
    assert [each.silent for each in town.telegram.arrived] == [False, True]
    assert await states(town) == ["sent"]


async def test_what_a_dead_process_left_is_sent_again_quietly(town: Town) -> None:
    await an_agenda(town, ANNA)
    await town.live(kill_in=2)
    assert await states(town) == ["sending"]
    await town.live()
    assert [each.silent for each in town.telegram.arrived] == [False, True]
    assert await states(town) == ["sent"]


async def test_a_database_that_remembers_sent_messages_opens_again(town: Town) -> None:
    await an_agenda(town, ANNA)
    await town.live()
    with closing(sqlite3.connect(town.database.path)) as connection:
        assert connection.execute("PRAGMA quick_check").fetchall() == [("ok",)]


async def test_what_is_on_its_way_lands_when_we_stop(town: Town) -> None:
    await an_agenda(town, ANNA)
    arriving, may_arrive = asyncio.Event(), asyncio.Event()
    send = town.telegram.send

    async def slow(*given: Any, **named: Any) -> int:
        arriving.set()
        await may_arrive.wait()
        return await send(*given, **named)

    town.telegram.send = slow  # type: ignore[method-assign]
    stop = asyncio.Event()
    running = asyncio.create_task(town.delivering.run(stop))
    await arriving.wait()
    stop.set()
    await a_point(town, "701")
    may_arrive.set()
    await running
    assert sorted(await states(town)) == ["pending", "sent"]


async def test_while_telegram_asks_all_to_wait_nothing_is_claimed(town: Town) -> None:
    await an_agenda(town, ANNA)
    town.telegram.paused = True
    await town.delivering.run_dry()
    assert await states(town) == ["pending"]
    town.telegram.paused = False
    await town.delivering.run_dry()
    assert await states(town) == ["sent"]


async def test_a_rejected_token_ends_all_sending_and_loses_nothing(town: Town) -> None:
    await an_agenda(town, ANNA)
    town.telegram.faults[ANNA].append(Fault(error=Unwelcome()))
    with pytest.raises(Unwelcome):
        await town.delivering.run_dry()
    town.boot()
    await Delivering(town.post).run_dry()
    assert await states(town) == ["sent"]


async def test_a_group_and_a_private_chat_are_served_side_by_side(town: Town) -> None:
    await an_agenda(town, ANNA, GROUP)
    await town.delivering.run_dry()
    assert sorted(town.telegram.calls) == [GROUP, ANNA]


async def test_a_closed_topic_keeps_nothing_from_the_others_of_its_group(town: Town) -> None:
    await an_agenda(town, GROUP)
    await town.told("UPDATE subscribers SET topic = 1")
    await an_agenda(town, GROUP, key="702", days=11)
    town.telegram.faults[GROUP].append(Fault(error=NotAllowed("TOPIC_CLOSED")))
    await town.delivering.run_dry()
    rows = await town.asked("SELECT topic, state FROM notices JOIN subscribers ON subscribers.id = subscriber")
    assert {row["state"] for row in rows if row["topic"] == 0} == {"sent"}
    assert "pending" in {row["state"] for row in rows if row["topic"] == 1}
