"""Notices in their turn, on a clock that runs by itself."""

import asyncio
from datetime import timedelta

import pytest
from telegram.error import NetworkError, RetryAfter, TelegramError

from bot.telegram.errors import NotSent, Uncertain
from bot.telegram.pacing import SHORT_WAIT, Pacing, Purpose

ANNA, BERTA, CLARA, DORA = 1, 2, 3, 4


class Office:
    """A pacing, the time that passes, and when what went to whom."""

    def __init__(self, *, rate: float = 25) -> None:
        self.now = 1000.0
        self.sent: list[tuple[float, int]] = []
        self.pacing = Pacing(rate=rate, monotonic=lambda: self.now, sleep=self._sleep, spread=float)

    async def _sleep(self, seconds: float) -> None:
        self.now += seconds

    async def call(self, chat: int, outcome: TelegramError | None) -> bool:
        self.sent.append((self.now, chat))
        if outcome is not None:
            raise outcome
        return True

    async def notice(self, chat: int, outcome: TelegramError | None = None, endpoint: str = "sendMessage") -> object:
        data = {"chat_id": chat}
        return await self.pacing.process_request(self.call, (chat, outcome), {}, endpoint, data, Purpose.NOTICE)

    async def answer(self, chat: int, endpoint: str = "sendMessage") -> object:
        return await self.pacing.process_request(self.call, (chat, None), {}, endpoint, {"chat_id": chat}, None)

    async def refusal(self, chat: int, *, seconds: int) -> None:
        with pytest.raises(RetryAfter):
            await self.notice(chat, RetryAfter(timedelta(seconds=seconds)))


async def test_second_notice_to_a_person_waits_a_second() -> None:
    office = Office()
    await office.notice(ANNA)
    await office.notice(ANNA)
    (first, _), (second, _) = office.sent
    assert second - first == pytest.approx(1.05)


async def test_answers_go_out_at_once_however_much_was_sent() -> None:
    office = Office()
    await office.notice(ANNA)
    for _ in range(30):
        await office.answer(ANNA)
    assert office.now == 1000.0


async def test_notice_right_after_an_answer_waits() -> None:
    office = Office()
    await office.answer(ANNA)
    assert office.pacing.ready_in(ANNA) == pytest.approx(1.05)
    assert office.pacing.ready_in(BERTA) == 0
    await office.notice(ANNA)
    assert office.sent[-1][0] == pytest.approx(1001.05)


@pytest.mark.parametrize("endpoint", ["sendChatAction", "answerCallbackQuery", "getChatMember", "deleteMessage"])
async def test_what_shows_nobody_anything_is_not_counted(endpoint: str) -> None:
    office = Office()
    await office.answer(ANNA, endpoint)
    assert office.pacing.ready_in(ANNA) == 0


async def test_an_edit_counts_like_a_message() -> None:
    office = Office()
    await office.notice(ANNA, endpoint="editMessageText")
    assert office.pacing.ready_in(ANNA) == pytest.approx(1.05)


@pytest.mark.parametrize("error", [NotSent(""), Uncertain(""), NetworkError("")])
async def test_a_notice_is_tried_once(error: TelegramError) -> None:
    office = Office()
    with pytest.raises(NetworkError):
        await office.notice(ANNA, error)
    assert len(office.sent) == 1


async def test_refused_chat_is_left_alone_and_others_are_served() -> None:
    office = Office()
    await office.refusal(ANNA, seconds=30)
    assert office.pacing.ready_in(ANNA) == 31
    with pytest.raises(RetryAfter) as known:
        await office.notice(ANNA)
    assert known.value.retry_after == timedelta(seconds=31)
    await office.notice(BERTA)
    assert [chat for _, chat in office.sent] == [ANNA, BERTA]
    office.now += 31
    await office.notice(ANNA)


async def test_a_short_pause_is_waited_out() -> None:
    office = Office()
    await office.refusal(ANNA, seconds=0)
    assert office.pacing.ready_in(ANNA) < SHORT_WAIT
    await office.notice(ANNA)
    assert office.now >= 1001


async def test_refused_answer_makes_notices_wait_too() -> None:
    office = Office()
    with pytest.raises(RetryAfter):
        await office.pacing.process_request(
            office.call, (ANNA, RetryAfter(timedelta(seconds=100))), {}, "sendMessage", {"chat_id": ANNA}, None
        )
    assert office.pacing.ready_in(ANNA) == 101


async def test_refusals_in_many_chats_are_a_pause_for_all_notices_but_not_for_answers() -> None:
    office = Office()
    for chat in (ANNA, BERTA, CLARA):
        await office.refusal(chat, seconds=20)
    assert office.pacing.all_wait
    assert office.pacing.ready_in(DORA) > 19
    before = office.now
    await office.answer(DORA)
    assert office.now == before
    office.now += 21
    assert not office.pacing.all_wait


async def test_notices_waiting_for_their_turn_do_not_go_out_into_a_pause_for_all() -> None:
    office = Office(rate=1)
    waiting = asyncio.Event()

    async def sleep(seconds: float) -> None:
        await waiting.wait()
        office.now += seconds

    office.pacing = Pacing(rate=1, monotonic=lambda: office.now, sleep=sleep)
    for chat in range(10, 14):
        await office.notice(chat)
    late = asyncio.create_task(office.notice(DORA))
    await asyncio.sleep(0)
    for chat in (ANNA, BERTA, CLARA):
        office.pacing._rates.refused(chat, 60.0, office.now)
    waiting.set()
    with pytest.raises(RetryAfter):
        await late
    assert DORA not in [chat for _, chat in office.sent]


async def test_everyone_is_served_in_the_order_of_asking() -> None:
    office = Office()
    for chat in range(1, 101):
        await office.notice(chat)
    assert [chat for _, chat in office.sent] == list(range(1, 101))
    assert office.now - 1000.0 == pytest.approx(96 / 25)


async def test_unpaced_notices_do_not_wait() -> None:
    office = Office(rate=0)
    for _ in range(100):
        await office.notice(ANNA)
    assert office.now == 1000.0
