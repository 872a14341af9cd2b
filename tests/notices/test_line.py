"""While nothing gets through, one probe now and then is enough."""

from notices.line import Line


class Seconds:
    at = 100.0

    def __call__(self) -> float:
        return self.at


def a_line(failures: int) -> tuple[Line, Seconds]:
    seconds = Seconds()
    line = Line(seconds)
    for _ in range(failures):
        line.failed()
    return line, seconds


def test_two_failures_are_chance() -> None:
    line, _ = a_line(2)
    assert not line.is_down
    assert line.slots(8, in_flight=3) == 5


def test_three_failures_close_it_but_for_a_probe_every_fifteen_seconds() -> None:
    line, seconds = a_line(3)
    assert (line.is_down, line.slots(8, in_flight=0)) == (True, 0)
    seconds.at += 15
    assert line.slots(8, in_flight=0) == 1
    assert line.slots(8, in_flight=1) == 0
    line.failed()
    assert line.slots(8, in_flight=0) == 0


def test_any_answer_opens_it() -> None:
    line, _ = a_line(30)
    line.worked()
    assert line.slots(8, in_flight=0) == 8
