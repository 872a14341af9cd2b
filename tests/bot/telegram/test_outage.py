"""When to wait, when to stop for good, and two lines in the log."""

import logging
from datetime import timedelta

import pytest
from telegram.error import BadRequest, Conflict, Forbidden, InvalidToken, RetryAfter, TelegramError

from bot.telegram.errors import AnotherInstance, NotSent, ServerFailed, TokenRejected, Uncertain
from bot.telegram.outage import Outage


def steady() -> Outage:
    return Outage(spread=lambda seconds: seconds, monotonic=lambda: 0.0)


def test_pause_doubles_up_to_half_a_minute() -> None:
    outage = steady()
    pauses = [outage.pause_after(NotSent("")) for _ in range(7)]
    assert pauses == [1, 2, 4, 8, 16, 30, 30]


def test_chance_keeps_the_pause_between_one_second_and_thirty() -> None:
    outage = Outage()
    assert all(1 <= outage.pause_after(Uncertain("")) <= 30 for _ in range(2000))


def test_success_starts_over() -> None:
    outage = steady()
    outage.pause_after(NotSent(""))
    outage.pause_after(NotSent(""))
    outage.over()
    assert outage.pause_after(ServerFailed("")) == 1


def test_telegram_says_how_long_to_wait() -> None:
    assert steady().pause_after(RetryAfter(timedelta(seconds=77))) == 77


def test_third_conflict_in_a_row_is_another_instance() -> None:
    outage = steady()
    assert outage.pause_after(Conflict("")) == 3
    assert outage.pause_after(Conflict("")) == 6
    with pytest.raises(AnotherInstance):
        outage.pause_after(Conflict(""))


def test_conflicts_with_other_errors_between_are_not_in_a_row() -> None:
    outage = steady()
    for _ in range(5):
        outage.pause_after(Conflict(""))
        outage.pause_after(Uncertain(""))


@pytest.mark.parametrize("error", [InvalidToken(), TokenRejected(), Forbidden("")])
def test_wrong_token_ends_at_once(error: TelegramError) -> None:
    with pytest.raises(TokenRejected):
        steady().pause_after(error)


def test_odd_refusal_is_waited_out() -> None:
    assert steady().pause_after(BadRequest("odd")) == 1


def test_outage_is_told_at_its_beginning_and_its_end(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    outage = steady()
    for _ in range(5):
        outage.pause_after(NotSent(""))
    for _ in range(5):
        outage.over()
    assert caplog.messages == ["telegram.outage", "telegram.recovered"]
