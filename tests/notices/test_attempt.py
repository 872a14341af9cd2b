"""What each way of failing leads to."""

from datetime import timedelta

import pytest

from notices.attempt import Attempts, _back_off
from notices.errors import ChatGone, ChatMoved, NotAllowed, NotSent, Rejected, TryLater, Uncertain
from notices.line import Line
from storage.outbox import claim
from tests.notices.edge import Fault
from tests.notices.town import DEFAULTS, Town, a_point, an_agenda, states

ANNA, BERT = 11, 12


def failing(town: Town, chat: int, *errors: Exception, arrives: bool = False) -> None:
    town.telegram.faults[chat] += [Fault(error=error, arrives=arrives) for error in errors]


async def waits_for(town: Town) -> list[float]:
    """Seconds until each waiting notice may go."""
    rows = await town.asked("SELECT not_before FROM notices WHERE state = 'pending' ORDER BY id")
    return [row["not_before"] - town.clock.monotonic() for row in rows]


async def test_what_was_not_sent_waits_longer_each_time_and_arrives(town: Town) -> None:
    await an_agenda(town, ANNA)
    failing(town, ANNA, NotSent(), NotSent())
    waited = []
    for _ in range(2):
        await town.delivering.run_dry()
        waited += await waits_for(town)
        town.clock.go(seconds=10)
    assert 1 <= waited[0] <= 3 <= waited[1] <= 5
    await town.delivering.run_dry()
    assert await states(town) == ["sent"]
    assert not town.telegram.arrived[0].silent


@pytest.mark.parametrize("tried", [0, 5, 9, 1000])
def test_the_longest_wait_is_five_minutes_and_a_bit(tried: int) -> None:
    assert timedelta(seconds=1) < _back_off(tried) <= timedelta(minutes=6)


async def test_while_nothing_gets_through_one_probe_is_enough(town: Town) -> None:
    chats = range(100, 120)
    await an_agenda(town, *chats)
    for chat in chats:
        failing(town, chat, *[NotSent()] * 9)
    await town.delivering.run_dry()
    began = len(town.telegram.calls)
    assert began <= 2 * town.post.slots
    for _ in range(4):
        town.clock.go(seconds=15)
        await town.delivering.run_dry()
    assert len(town.telegram.calls) == began + 4


async def test_no_attempt_counts_while_nothing_gets_through(town: Town) -> None:
    await an_agenda(town, ANNA, BERT)
    failing(town, ANNA, *[NotSent()] * 9)
    failing(town, BERT, *[NotSent()] * 9)
    for _ in range(6):
        await town.delivering.run_dry()
        town.clock.go(minutes=1)
    tried = [row["tried"] for row in await town.asked("SELECT tried FROM notices")]
    assert sum(tried) <= 3
    town.telegram.faults.clear()
    await town.delivering.run_dry()
    town.clock.go(minutes=1)
    await town.delivering.run_dry()
    assert await states(town) == ["sent", "sent"]


async def test_a_refused_rate_waits_as_long_as_telegram_says_and_keeps_nobody_else(town: Town) -> None:
    await an_agenda(town, ANNA, BERT)
    failing(town, ANNA, TryLater(7.0))
    await town.delivering.run_dry()
    assert await states(town) == ["pending", "sent"]
    assert [round(each) for each in await waits_for(town)] == [7]
    town.clock.go(seconds=8)
    await town.delivering.run_dry()
    assert await states(town) == ["sent", "sent"]


async def test_a_lost_answer_is_sent_again_quietly_twice_and_then_uncertain(town: Town) -> None:
    await an_agenda(town, ANNA)
    failing(town, ANNA, *[Uncertain()] * 3, arrives=True)
    waited = []
    for _ in range(2):
        await town.delivering.run_dry()
        waited += [round(each) for each in await waits_for(town)]
        town.clock.go(minutes=3)
    await town.delivering.run_dry()
    assert waited == [20, 120]
    assert [each.silent for each in town.telegram.arrived] == [False, True, True]
    assert await states(town) == ["uncertain"]


async def test_a_chat_that_is_gone_gets_nothing_any_more(town: Town) -> None:
    await an_agenda(town, ANNA)
    await an_agenda(town, ANNA, key="702")
    failing(town, ANNA, ChatGone("bot was blocked by the user"))
    await town.delivering.run_dry()
    await a_point(town)
    await town.delivering.run_dry()
    assert await states(town) == ["undeliverable", "undeliverable"]
    assert len(town.telegram.calls) == 1


async def test_many_chats_gone_at_once_are_not_given_up(town: Town) -> None:
    chats = range(100, 120)
    await an_agenda(town, *chats)
    for chat in chats:
        failing(town, chat, ChatGone("chat not found"))
    await town.delivering.run_dry()
    assert (await states(town)).count("undeliverable") <= 5
    town.clock.go(hours=2)
    await town.delivering.run_dry()
    assert set(await states(town)) == {"undeliverable", "sent"}


async def test_a_group_that_moved_gets_it_under_its_new_number(town: Town) -> None:
    await an_agenda(town, -5)
    failing(town, -5, ChatMoved(-1005))
    await town.delivering.run_dry()
    assert [each.chat for each in town.telegram.arrived] == [-1005]
    assert await states(town) == ["sent"]
    await a_point(town)
    await town.delivering.run_dry()
    assert [each.chat for each in town.telegram.arrived] == [-1005, -1005]


async def test_what_telegram_refuses_goes_once_more_in_bare_words(town: Town) -> None:
    await an_agenda(town, ANNA)
    failing(town, ANNA, Rejected("can't parse entities"))
    await town.delivering.run_dry()
    [came] = town.telegram.arrived
    assert "<" not in came.message.text
    assert came.message.buttons == ()
    assert came.text.startswith("Tagesordnung: Bauausschuss")
    assert await states(town) == ["sent"]


async def test_what_stays_refused_is_given_up_and_later_ones_go_on(town: Town) -> None:
    await an_agenda(town, ANNA)
    await an_agenda(town, ANNA, key="702", days=11)
    failing(town, ANNA, Rejected("no"), Rejected("no"))
    await town.delivering.run_dry()
    assert await states(town) == ["rejected", "sent"]


async def test_a_missing_right_waits_a_day(town: Town) -> None:
    await an_agenda(town, -5, BERT)
    failing(town, -5, NotAllowed("not enough rights to send text messages to the chat"))
    await town.delivering.run_dry()
    assert await states(town) == ["pending", "sent"]
    assert [round(each) for each in await waits_for(town)] == [24 * 3600]
    town.clock.go(hours=24, seconds=1)
    await town.delivering.run_dry()
    assert await states(town) == ["sent", "sent"]


async def test_its_time_is_looked_at_again_just_before_the_call(town: Town) -> None:
    await an_agenda(town, ANNA, days=1)
    [notice] = await town.database.transaction(
        claim, now=town.clock.now(), boot=town.post.boot, busy=(), most=1, defaults=DEFAULTS
    )
    town.clock.go(days=2)
    await Attempts(town.post, line=Line(town.clock.monotonic)).make(notice)
    assert await states(town) != ["sent"]
    assert town.telegram.calls == []


async def test_what_differs_no_more_is_not_said(town: Town) -> None:
    await an_agenda(town, ANNA)
    await town.delivering.run_dry()
    session = town.sessions["701"]
    for room in ("Keller", "Aula"):
        session.room = room
        town.unread.add("701")
        await town.read()
    await town.live()
    assert await states(town) == ["sent", "superseded"]
    assert len(town.telegram.arrived) == 1


async def test_what_became_non_public_is_replaced_by_a_neutral_line(town: Town) -> None:
    await an_agenda(town, ANNA)
    await town.live()
    town.sessions["701"].public = False
    town.unread.add("701")
    await town.read()
    await town.live()
    [came] = town.telegram.arrived
    assert came.text.startswith("Hier stand etwas")
    assert town.telegram.edited == [(ANNA, 1)]
