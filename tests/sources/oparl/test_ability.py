"""What servers can really do; the habits are those of named towns."""

import datetime as dt
from typing import Any

import pytest

from sources.oparl.ability import Ability, Direction, judge, modified_since
from sources.oparl.list_pages import ListPage
from tests.sources.oparl.things import paper, url

NOW = dt.datetime(2026, 10, 1, 12, tzinfo=dt.UTC)
NONE = ListPage(objects=())


def served(*moments: Any, created: Any = ...) -> ListPage:
    things = (
        paper(row, modified=moment, created=moment if created is ... else created) for row, moment in enumerate(moments)
    )
    return ListPage(objects=tuple(things))


REAL = served("2026-01-01T08:00:00+01:00", "2026-02-01T08:00:00+01:00", "2026-03-01T08:00:00+01:00")


def test_real_times_and_a_filter_that_shrinks_the_list_allow_asking_for_changes() -> None:
    assert judge(REAL, NONE, now=NOW) == Ability(times=True, filters=True, direction=Direction.NEWEST_LAST)
    assert judge(REAL, NONE, now=NOW).is_incremental


@pytest.mark.parametrize(
    "page",
    [
        served("2000-01-01T00:00:00+01:00", "2000-01-01T00:00:00+01:00"),
        served("2026-10-01T14:00:00+02:00", "2026-10-01T14:00:01+02:00"),
        served("", ""),
        served(None, "2026-01-01T08:00:00+01:00"),
        served("gestern", []),
    ],
    ids=["Osnabrück", "Peine", "empty", "one missing", "nonsense"],
)
def test_times_that_mean_nothing_are_seen_through(page: ListPage) -> None:
    assert not judge(page, NONE, now=NOW).times


def test_a_filter_that_is_ignored_is_none() -> None:
    assert not judge(REAL, REAL, now=NOW).filters
    assert not judge(NONE, NONE, now=NOW).filters


@pytest.mark.parametrize(
    ("page", "direction"),
    [
        (REAL, Direction.NEWEST_LAST),
        (ListPage(objects=REAL.objects[::-1]), Direction.NEWEST_FIRST),
        (served("2026-01-01T08:00:00Z"), Direction.UNKNOWN),
        (served("2026-01-02T08:00:00Z", "2026-01-01T08:00:00Z", "2026-01-03T08:00:00"), Direction.UNKNOWN),
    ],
)
def test_the_end_with_the_news_is_found(page: ListPage, direction: Direction) -> None:
    assert judge(page, NONE, now=NOW).direction is direction


def test_the_filter_needs_no_percent_signs() -> None:
    berlin = dt.datetime(2026, 10, 1, 14, tzinfo=dt.timezone(dt.timedelta(hours=2)))
    assert modified_since(url("papers"), berlin) == url("papers?modified_since=2026-10-01T12:00:00Z")
    assert modified_since(url("p?body=1"), NOW).endswith("p?body=1&modified_since=2026-10-01T12:00:00Z")
