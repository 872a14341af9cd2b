"""How often notices may go out, on time that is only a number."""

from itertools import pairwise

import pytest

from bot.telegram.rates import OVERALL_A_SECOND, Rates

ANNA, BERTA, CLARA, DORA = 1, 2, 3, 4
GROUP = -100


def sent_to_many(rates: Rates, number: int, *, begin: float = 0.0) -> list[float]:
    """The moments at which as many different people are written to, one waiting for the other."""
    now, moments = begin, []
    for chat in range(1, number + 1):
        now += rates.take(chat, now)
        moments.append(now)
    return moments


def sent_to_one(rates: Rates, chat: int, number: int) -> list[float]:
    now, moments = 0.0, []
    for _ in range(number):
        now += rates.chat_free_in(chat, now)
        now += rates.take(chat, now)
        moments.append(now)
    return moments


def most_within(moments: list[float], seconds: float) -> int:
    return max(sum(begin <= moment < begin + seconds for moment in moments) for begin in moments)


@pytest.fixture(params=[0.0, 1e6])
def rates_begin(request: pytest.FixtureRequest) -> float:
    """Monotonic clocks begin anywhere."""
    return float(request.param)


@pytest.mark.parametrize("rate", [1.0, 10.0, 25.0, 28.0, 29.5])
def test_never_more_than_telegram_allows_in_any_second(rates_begin: float, rate: float) -> None:
    moments = sent_to_many(Rates(rate), 400, begin=rates_begin)
    assert most_within(moments, 1.0) <= OVERALL_A_SECOND


@pytest.mark.parametrize("rate", [0.5, 25.0, 1000.0])
def test_the_rate_is_reached_in_the_long_run(rate: float) -> None:
    moments = sent_to_many(Rates(rate), 10_000)
    assert 10_000 / moments[-1] == pytest.approx(rate, rel=0.03)


def test_a_short_delay_is_caught_up_with() -> None:
    rates = Rates(25)
    now = 0.0
    for chat in range(1, 1001):
        now += rates.take(chat, now) + (0.1 if chat % 20 == 0 else 0.0)
    assert 1000 / now == pytest.approx(25, rel=0.02)


def test_a_person_gets_one_a_second() -> None:
    moments = sent_to_one(Rates(25), ANNA, 20)
    gaps = [later - earlier for earlier, later in pairwise(moments)]
    assert min(gaps) == pytest.approx(1.05)
    assert max(gaps) == pytest.approx(1.05)


def test_a_group_gets_eighteen_a_minute() -> None:
    moments = sent_to_one(Rates(25), GROUP, 60)
    assert most_within(moments, 60.0) == 18


def test_one_chat_does_not_slow_another() -> None:
    rates = Rates(25)
    rates.take(ANNA, 0.0)
    assert rates.chat_free_in(ANNA, 0.1) > 0.9
    assert rates.chat_free_in(BERTA, 0.1) == 0


def test_an_answer_makes_the_next_notice_wait() -> None:
    rates = Rates(25)
    rates.count(ANNA, 10.0)
    assert rates.chat_free_in(ANNA, 10.5) == pytest.approx(0.55)


def test_unpaced_is_unpaced_but_hears_telegram() -> None:
    rates = Rates(0)
    assert sent_to_one(rates, ANNA, 100)[-1] == 0
    rates.refused(ANNA, 5.0, 0.0)
    assert rates.chat_free_in(ANNA, 0.0) == 5
    assert rates.chat_free_in(BERTA, 0.0) == 0


def test_a_refused_chat_rests_and_only_that_chat() -> None:
    rates = Rates(25)
    rates.refused(ANNA, 31.0, 100.0)
    assert rates.chat_free_in(ANNA, 100.0) == 31
    assert rates.chat_free_in(ANNA, 131.0) == 0
    assert rates.chat_free_in(BERTA, 100.0) == rates.all_free_in(100.0) == 0


def test_no_chat_rests_for_longer_than_an_hour() -> None:
    rates = Rates(25)
    rates.refused(ANNA, 10**9, 0.0)
    assert rates.chat_free_in(ANNA, 0.0) == 3600


def test_three_chats_refused_at_once_are_a_pause_for_all() -> None:
    rates = Rates(25)
    for chat, seconds in ((ANNA, 3600.0), (BERTA, 8.0), (CLARA, 9.0)):
        rates.refused(chat, seconds, 50.0)
    assert rates.all_free_in(50.0) == 8
    assert rates.chat_free_in(DORA, 50.0) == 8
    assert rates.chat_free_in(ANNA, 50.0) == 3600


def test_three_refusals_of_one_chat_or_far_apart_are_no_pause_for_all() -> None:
    rates = Rates(25)
    for now in (0.0, 1.0, 2.0):
        rates.refused(ANNA, 1.0, now)
    rates.refused(BERTA, 1.0, 13.0)
    rates.refused(CLARA, 1.0, 24.0)
    assert rates.all_free_in(24.0) == 0


def test_after_a_pause_for_all_the_rate_is_half_and_recovers() -> None:
    rates = Rates(25)
    for chat in (ANNA, BERTA, CLARA):
        rates.refused(chat, 2.0, 0.0)
    after = sent_to_many(rates, 500, begin=2.0)
    assert most_within(after, 10.0) < 10 * 14
    later = sent_to_many(rates, 500, begin=400.0)
    assert 500 / (later[-1] - 400.0) == pytest.approx(25, rel=0.02)


def test_refusals_without_end_leave_a_rate_above_zero() -> None:
    rates = Rates(25)
    for second in range(100):
        for chat in (ANNA, BERTA, CLARA):
            rates.refused(chat, 1.0, float(second))
    moments = sent_to_many(rates, 20, begin=101.0)
    assert 10 < moments[-1] - 101.0 < 12


def test_chats_whose_time_is_over_are_forgotten_and_others_are_not() -> None:
    rates = Rates(1000)
    rates.refused(ANNA, 3600.0, 0.0)
    for number in range(5000):
        rates.count(1000 + number, number / 10)
    assert len(rates._chats) < 1700
    assert rates.chat_free_in(ANNA, 500.0) == 3100
