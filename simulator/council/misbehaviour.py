"""How the council's server misbehaves on demand: which requests, how often, in what way."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from simulator.council import damage
from simulator.council.pages import refusals


@dataclass(frozen=True, slots=True)
class Status:
    """An HTTP error instead of the page."""

    code: int
    retry_after: str | None = None


@dataclass(frozen=True, slots=True)
class Instead:
    """Other bytes instead of the page, with HTTP 200."""

    body: bytes
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Altered:
    """The page, changed (see damage.py)."""

    change: Callable[[bytes], bytes]


@dataclass(frozen=True, slots=True)
class Redirect:
    to: str
    code: int = 302


class Length(StrEnum):
    """What a cut page says of its length."""

    WHOLE = "whole"  # more than comes
    CUT = "cut"  # just what comes: nothing but the page's end can tell
    NONE = "none"  # nothing: it ends with the connection
    CHUNKED = "chunked"  # the last chunk is missing


@dataclass(frozen=True, slots=True)
class Cut:
    """Only the first `at` bytes; counted from the end, if negative."""

    at: int
    length: Length = Length.WHOLE


@dataclass(frozen=True, slots=True)
class WrongLength:
    """The whole page, its length told wrongly by so many bytes."""

    by: int


@dataclass(frozen=True, slots=True)
class Reset:
    """The connection is reset after so many bytes of the page; at 0 before any answer."""

    after: int = 0


@dataclass(frozen=True, slots=True)
class Drip:
    bytes_a_second: float


@dataclass(frozen=True, slots=True)
class Delay:
    """Seconds before the answer begins."""

    seconds: float


Effect = Status | Instead | Altered | Redirect | Cut | WrongLength | Reset | Drip | Delay

EMPTY = Instead(b"")
LOGIN = Instead(refusals.login_page())
MAINTENANCE = Instead(refusals.maintenance_page())
SESSION_EXPIRED = Instead(refusals.session_expired())
COOKIE_WALL = Instead(refusals.cookie_wall())
REFUSED = Instead(refusals.no_information())
NEW_KEYS = Altered(damage.new_keys)
RENAMED_CLASSES = Altered(damage.renamed_classes)
RENAMED_LABELS = Altered(damage.renamed_labels)
SHUFFLED_COLUMNS = Altered(damage.shuffled_columns)
WITHOUT_TABLES = Altered(damage.without_tables)
EMPTY_LIST = Altered(damage.empty_list)
OTHER_DATES = Altered(damage.other_dates)


def gzip_bomb(megabytes: int = 64) -> Instead:
    return Instead(damage.gzip_bomb(megabytes), {"Content-Encoding": "gzip"})


def nested_tags(depth: int = 100_000) -> Instead:
    return Instead(damage.nested_tags(depth))


def many_attributes(count: int = 200_000) -> Instead:
    return Instead(damage.many_attributes(count))


@dataclass(slots=True)
class _Rule:
    pattern: re.Pattern[str]
    effect: Effect
    times: int | None


class Misbehaviour:
    """Rules in the order they were given; those that concern a request work together on its answer."""

    def __init__(self) -> None:
        self._rules: list[_Rule] = []

    def add(self, pattern: str, effect: Effect, *, times: int | None = None) -> None:
        """`pattern` is sought in "/bi/vo020.asp?VOLFDNR=1&posted=2", whatever the case; `times` None is for good."""
        self._rules.append(_Rule(re.compile(pattern, re.IGNORECASE), effect, times))

    def clear(self) -> None:
        self._rules.clear()

    def take(self, target: str) -> tuple[Effect, ...]:
        """The effects on one request, counted as used."""
        chosen = [rule for rule in self._rules if rule.pattern.search(target)]
        for rule in chosen:
            if rule.times is not None:
                rule.times -= 1
        self._rules = [rule for rule in self._rules if rule.times is None or rule.times > 0]
        return tuple(rule.effect for rule in chosen)
