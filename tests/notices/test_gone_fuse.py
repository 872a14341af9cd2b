"""Chats are given up one by one, never many at once."""

from notices.gone_fuse import GoneFuse
from tests.notices.test_line import Seconds


def given_up(fuse: GoneFuse, count: int) -> list[bool]:
    return [fuse.may_give_up() for _ in range(count)]


def test_two_of_few_may_go() -> None:
    assert given_up(GoneFuse(Seconds()), 3) == [True, True, False]


def test_more_than_five_in_ten_minutes_are_too_many() -> None:
    fuse = GoneFuse(Seconds())
    for _ in range(1000):
        fuse.served()
    assert given_up(fuse, 7) == [True] * 5 + [False] * 2


def test_more_than_a_tenth_is_too_many() -> None:
    fuse = GoneFuse(Seconds())
    for _ in range(20):
        fuse.served()
    assert given_up(fuse, 4) == [True, True, False, False]


def test_after_ten_minutes_it_is_whole_again() -> None:
    seconds = Seconds()
    fuse = GoneFuse(seconds)
    given_up(fuse, 9)
    seconds.at += 601
    assert given_up(fuse, 2) == [True, True]
