"""The movable clock."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from simulator.clock import Clock

NOON = datetime(2026, 9, 1, 12, 0, tzinfo=UTC)


def stopped(*, file: Path | None = None, look_every: float = 0.0) -> Clock:
    return Clock(file=file, look_every=look_every, system=lambda: NOON)


def test_a_new_clock_shows_system_time() -> None:
    assert stopped().now() == NOON
    assert abs(Clock().now() - datetime.now(UTC)) < timedelta(minutes=1)


def test_moves_add_up_and_go_both_ways() -> None:
    clock = stopped()
    clock.move_by(timedelta(days=3))
    clock.move_by(timedelta(hours=-1))
    assert clock.now() == NOON + timedelta(days=3, hours=-1)


def test_moving_to_a_moment_shows_that_moment() -> None:
    clock = stopped()
    clock.move_to(datetime(2027, 3, 28, 0, 30, tzinfo=UTC))
    assert clock.now() == datetime(2027, 3, 28, 0, 30, tzinfo=UTC)
    assert clock.timestamp() == clock.now().timestamp()


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="Zeitzone"):
        stopped().move_to(datetime(2027, 1, 1))  # noqa: DTZ001


def test_another_process_sees_the_move(tmp_path: Path) -> None:
    path = tmp_path / "clock"
    mine, other = stopped(file=path), stopped(file=path)
    mine.move_by(timedelta(days=2))
    assert other.now() == NOON + timedelta(days=2)
    assert Clock.from_file(path).offset == timedelta(days=2)


def test_the_file_is_not_read_again_too_soon(tmp_path: Path) -> None:
    path = tmp_path / "clock"
    lazy = stopped(file=path, look_every=3600.0)
    stopped(file=path).move_by(timedelta(days=2))
    assert lazy.now() == NOON


def test_no_file_yet_is_no_offset(tmp_path: Path) -> None:
    assert Clock.from_file(tmp_path / "clock").offset == timedelta(0)


@pytest.mark.parametrize("text", ["", "morgen", "nan", "1e300", "inf"])
def test_a_file_without_a_number_is_refused_at_the_start_and_ignored_later(tmp_path: Path, text: str) -> None:
    path = tmp_path / "clock"
    clock = stopped(file=path)
    clock.move_by(timedelta(days=1))
    path.write_text(text)
    assert clock.now() == NOON + timedelta(days=1)
    with pytest.raises(ValueError, match="Uhrdatei"):
        Clock.from_file(path)


def test_a_clock_is_not_moved_out_of_the_calendar() -> None:
    with pytest.raises(ValueError, match="hundert Jahre"):
        stopped().move_by(timedelta(days=40_000))


def test_writing_leaves_nothing_behind(tmp_path: Path) -> None:
    path = tmp_path / "clock"
    stopped(file=path).move_by(timedelta(seconds=90))
    assert [each.name for each in tmp_path.iterdir()] == ["clock"]
    assert path.read_text() == "90.000000\n"
