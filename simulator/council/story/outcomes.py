"""What becomes of an item: the words of its result, of the minutes, and where its paper goes next."""

from dataclasses import dataclass, replace
from datetime import time

from simulator.council.story.bodies import ASSEMBLY, CLIMATE, CULTURE, MAIN, MOBILITY, PLANNING, SCHOOL
from simulator.council.story.records import AgendaItem

_REFERRED_TO = (MOBILITY, CLIMATE, PLANNING, SCHOOL, CULTURE)
_UNCHANGED = "ungeändert beschlossen"
_CHANGED = "geändert beschlossen"


@dataclass(frozen=True, slots=True)
class Outcome:
    """`result` None: the minutes never say one. `again`: comes to the next session; `referred` to that committee."""

    result: str | None
    again: bool = False
    referred: int | None = None


def outcome(*, paper_type: str, count: int, organization: int, visit: int) -> Outcome:
    """For an unnamed paper on its nth visit (from 0) to a committee."""
    if paper_type != "Antrag":
        return Outcome("zur Kenntnis genommen" if count % 4 else None)
    if visit:
        return Outcome(_UNCHANGED if count % 2 else _CHANGED)
    return _first_visit(count, organization)


def _first_visit(count: int, organization: int) -> Outcome:
    speaks_for_all = organization in (MAIN, ASSEMBLY)
    target = _target(count, organization)
    adopted = Outcome(_UNCHANGED)
    by_turn = (
        adopted,
        Outcome("überwiesen", referred=target),
        Outcome("vertagt", again=True),
        Outcome(_CHANGED),
        Outcome("abgelehnt"),
        Outcome(f"{_UNCHANGED} / überwiesen", referred=target)
        if speaks_for_all
        else Outcome("zurückgezogen / erledigt"),
        Outcome(None),
        adopted,
    )
    return by_turn[count % len(by_turn)]


def _target(count: int, organization: int) -> int:
    others = [each for each in _REFERRED_TO if each != organization]
    return others[count % len(others)]


def is_referral(result: str | None) -> bool:
    return result is not None and "überwiesen" in result


def with_result(item: AgendaItem, result: str | None) -> AgendaItem:
    """The item once its page is released; without a result it says "(offen)"."""
    amended = result is not None and result.startswith(_CHANGED)
    return replace(item, excerpt=True, result=result, amended=amended)


def with_minutes(item: AgendaItem) -> AgendaItem:
    """The item once the minutes are public."""
    if item.paper is None:
        words = "Es liegen keine Wortmeldungen vor." if item.minutes_of is None else "Die Niederschrift wird genehmigt."
        return replace(item, protocol=words)
    protocol = f"Das vorsitzende Mitglied ruft {item.shown_number} auf.\n\nNach kurzer Aussprache wird abgestimmt."
    if item.result is None:
        return replace(item, protocol=protocol)
    decision = "" if item.result == "zur Kenntnis genommen" else f"Die Drucksache wird {item.result}."
    return replace(item, protocol=protocol, decision=decision, vote="einstimmig" if decision else "")


def end_of(start: time | None, key: int) -> time:
    """When a session was over: one to two and a half hours after its start, odd minutes included."""
    begun = start or time(18, 0)
    minutes = begun.hour * 60 + begun.minute + 55 + key * 17 % 96
    return time(minutes // 60, minutes % 60)
