"""By when a question should be answered, as the council's rules have it: reckoned, never published by anybody."""

import re
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from council.published.known import KnownPaper
from council.published.normalised import normalised
from council.published.papers import Paper
from council.published.results import Meaning, meaning

# ISO 3166-2:DE
STATES = frozenset({"BB", "BE", "BW", "BY", "HB", "HE", "HH", "MV", "NI", "NW", "RP", "SH", "SL", "SN", "ST", "TH"})

IsHoliday = Callable[[str, date], bool]

_LONGEST = {"d": 250, "w": 52, "m": 12}
_RULE = re.compile(
    r"(?P<body>[a-z0-9][a-z0-9-]*):(?P<kind>[^:=]+)=(?P<count>\d{1,3})(?P<unit>[dwm])(?:@(?P<state>\w+))?"
)
_BETWEEN = re.compile(r"[\s,;]+(?=[a-z0-9][a-z0-9-]*:)")
_EXAMPLE = "gemeint ist etwas wie harburg:Kleine Anfrage=8d@HH oder harburg:Große Anfrage=1m"
# After these a question still waits for its answer.
_STILL_OPEN = frozenset({Meaning.NONE, Meaning.POSTPONED, Meaning.REFERRED})
# What tells that the paper holds its answer, or is one.
_ANSWER = re.compile(r"antwort|stellungnahme", re.IGNORECASE)
_ANSWERED = re.compile(r"antwortet\b(?s:.{0,200}?)\bwie folgt|^\s*Antwort", re.IGNORECASE | re.MULTILINE)


class Unit(StrEnum):
    """What is counted."""

    WORKING_DAYS = "d"
    WEEKS = "w"
    MONTHS = "m"


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlineRule:
    """In this council (its key) papers of this kind are to be answered within `count` units; `state` has the holidays
    that are no working days (None: only weekends are none).
    """

    body: str
    paper_type: str
    count: int
    unit: Unit
    state: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Overdue:
    """No answer is published although it was due: `since` is the first day after the last one, by `rule` from the day
    the paper is dated.
    """

    since: date
    filed: date
    rule: DeadlineRule


def _no_holiday(_state: str, _day: date) -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Deadlines:
    """The rules that are switched on; without any nothing is ever overdue."""

    rules: tuple[DeadlineRule, ...] = ()
    is_holiday: IsHoliday = _no_holiday

    def overdue(self, known: KnownPaper, *, relatives: Iterable[str] = (), today: date) -> Overdue | None:
        """None where there is no rule or no date, or anything may be an answer. `relatives`: stored references of its
        family; `today` is the council's day.
        """
        paper = known.paper
        rule = self._rule(known.body.key, paper.paper_type)
        if rule is None or paper.date is None or not _is_unanswered(paper, {*relatives, *paper.related}):
            return None
        since = last_day(rule, paper.date, self.is_holiday) + timedelta(days=1)
        return Overdue(since=since, filed=paper.date, rule=rule) if since <= today else None

    def _rule(self, body: str, paper_type: str | None) -> DeadlineRule | None:
        """The most exact one: kinds are published with additions ("Kleine Anfrage gem. § 24 BezVG")."""
        kind = f"{normalised(paper_type)} "
        fitting = [
            rule for rule in self.rules if rule.body == body and kind.startswith(f"{normalised(rule.paper_type)} ")
        ]
        return max(fitting, key=lambda rule: len(rule.paper_type), default=None)


def last_day(rule: DeadlineRule, filed: date, is_holiday: IsHoliday) -> date:
    """The last day to answer a paper of the day `filed`, which itself does not count (§ 187 BGB). Weeks and months that
    end on a weekend or a holiday end on the next working day (§ 193 BGB).
    """
    if rule.unit is Unit.WORKING_DAYS:
        day = filed
        for _ in range(rule.count):
            day = _working_day(day + timedelta(days=1), rule, is_holiday)
        return day
    weeks = filed + timedelta(weeks=rule.count)
    return _working_day(weeks if rule.unit is Unit.WEEKS else _months_later(filed, rule.count), rule, is_holiday)


def parse_deadlines(text: str) -> tuple[DeadlineRule, ...]:
    """ "harburg:Große Anfrage=1m harburg:Kleine Anfrage=8d@HH"; empty: none. ValueError with a German sentence."""
    rules = tuple(_parsed(entry) for entry in _BETWEEN.split(text.strip()) if entry)
    seen: set[tuple[str, str]] = set()
    for rule in rules:
        name = (rule.body, normalised(rule.paper_type))
        if name in seen:
            raise ValueError(f"für „{rule.body}:{rule.paper_type}“ gibt es zwei Fristen")
        seen.add(name)
    return rules


def _parsed(entry: str) -> DeadlineRule:
    match = _RULE.fullmatch(entry)
    if match is None:
        raise ValueError(f"„{entry}“ ist keine Frist; {_EXAMPLE}")
    count, unit, state = int(match["count"]), Unit(match["unit"]), match["state"]
    if not 1 <= count <= _LONGEST[unit]:
        raise ValueError(f"„{entry}“: möglich sind 1 bis {_LONGEST[unit]} ({unit})")
    if state is not None and state not in STATES:
        raise ValueError(f"„{entry}“: das Land „{state}“ gibt es nicht; möglich sind {', '.join(sorted(STATES))}")
    if unit is Unit.WORKING_DAYS and state is None:
        raise ValueError(f"„{entry}“: Arbeitstage brauchen das Land, dessen Feiertage gelten, zum Beispiel {entry}@HH")
    return DeadlineRule(body=match["body"], paper_type=match["kind"].strip(), count=count, unit=unit, state=state)


def _is_unanswered(paper: Paper, relatives: Collection[str]) -> bool:
    """Only where nothing at all may be the answer: no other paper of its family, no word for it anywhere, no result."""
    if set(relatives) - {paper.parent, paper.reference}:
        return False
    names = (paper.name, paper.paper_type or "", *(file.name for file in paper.files))
    if any(_ANSWER.search(name) for name in names):
        return False
    texts = (paper.text.sachverhalt, paper.text.beschluss)
    if any(text and _ANSWERED.search(text) for text in texts):
        return False
    return all(meaning(stop.result) in _STILL_OPEN for stop in paper.consultations)


def _working_day(day: date, rule: DeadlineRule, is_holiday: IsHoliday) -> date:
    """This day, else the next that is one."""
    while day.weekday() >= 5 or (rule.state is not None and is_holiday(rule.state, day)):
        day += timedelta(days=1)
    return day


def _months_later(day: date, months: int) -> date:
    """The same day of that month, or its last one (§ 188 BGB)."""
    years, month = divmod(day.month - 1 + months, 12)
    for last in range(day.day, day.day - 4, -1):
        try:
            return date(day.year + years, month + 1, last)
        except ValueError:
            continue
    raise AssertionError(day)
