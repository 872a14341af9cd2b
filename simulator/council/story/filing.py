"""The papers: which are put in when, and the numbers and keys that they get for it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from simulator.council.story.composing import wall
from simulator.council.story.named_papers import NamedPaper
from simulator.council.story.planning import Plan
from simulator.council.story.records import Annex, FiledPaper
from simulator.council.story.topics import answer_to, topic

_TERM = 22
_FIRST_KEY = 2_000_001
_GAP_EVERY = 12  # keys: one in so many belongs to something that is never public
_ANSWER_EVERY = 9
_NEVER = -1


@dataclass(frozen=True, slots=True, kw_only=True)
class Filing:
    """`organization` is where an unnamed paper goes first, `count` its place among them; named ones say it all."""

    at: datetime
    paper: FiledPaper
    named: NamedPaper | None = None
    organization: int = 0
    count: int = 0


def filings(plans: Iterable[Plan], named: Iterable[NamedPaper], *, each_session: int) -> tuple[Filing, ...]:
    """In the order of time, which is that of their numbers and keys.

    Named papers bring their numbers; an unnamed one that finds no free number before the next named one is left out.
    """
    own = [_named(each) for each in named]
    numbered = _numbered(sorted((*own, *_unnamed(plans, each_session)), key=lambda each: each.at))
    found = sorted((*numbered, *_answers(numbered, plans)), key=lambda each: each.at)
    return _keyed(found)


def _named(paper: NamedPaper) -> Filing:
    at = wall(paper.filed, 9, 40)
    return Filing(
        at=at,
        named=paper,
        paper=FiledPaper(
            key=paper.key or 0,
            reference=paper.reference,
            name=paper.name,
            type=paper.type,
            filed=paper.filed,
            originators=paper.originators,
            lead=paper.lead,
            facts=paper.facts,
            decision=paper.decision,
            public=paper.public,
            annexes=tuple(
                Annex(name=each.name, changed=wall(each.day, 16, 9), kilobytes=each.kilobytes) for each in paper.annexes
            ),
        ),
    )


def _unnamed(plans: Iterable[Plan], each_session: int) -> Iterator[Filing]:
    """So many for each session, filed before its agenda; for every third session one more, after it."""
    count = 0
    for place, plan in enumerate(each for each in plans if each.has_agenda):
        for number in range(each_session + (place % 3 == 0)):
            late = number == each_session
            day = plan.day - timedelta(days=3 if late else 12 + (count * 5) % 8)
            yield _of_topic(count, wall(day, 9 + number % 8, count * 7 % 60), plan.organization.key)
            count += 1


def _of_topic(count: int, at: datetime, organization: int) -> Filing:
    about = topic(count)
    paper = FiledPaper(
        key=0,
        reference="",
        name=about.name,
        type=about.type,
        filed=at.date(),
        originators=about.originators,
        lead=about.lead,
        facts=about.facts,
        decision=about.decision,
    )
    return Filing(at=at, paper=paper, organization=organization, count=count)


def _numbered(ordered: list[Filing]) -> tuple[Filing, ...]:
    reserved = [_number(each.paper.reference) for each in ordered if each.named]
    reserved = [number for number in reserved if number != _NEVER]
    if reserved != sorted(reserved):
        raise ValueError("papers.toml: die Tage „filed“ müssen mit den Nummern steigen.")
    found, last = [], 0
    for filing in ordered:
        if filing.named:
            found.append(filing)
            if _number(filing.paper.reference) != _NEVER:
                last = reserved.pop(0)
        elif not reserved or last + 1 < reserved[0]:
            last += 1
            found.append(replace(filing, paper=replace(filing.paper, reference=f"{_TERM}-{last:04}")))
    return tuple(found)


def _number(reference: str) -> int:
    """The running number, _NEVER for papers of other terms and for answers."""
    term, _, number = reference.partition("-")
    return int(number) if term == str(_TERM) and number.isdecimal() else _NEVER


def _answers(numbered: Iterable[Filing], plans: Iterable[Plan]) -> Iterator[Filing]:
    """The authority's answer to every so many motions, some weeks after their first session."""
    by_organization: dict[int, list[date]] = {}
    for plan in plans:
        by_organization.setdefault(plan.organization.key, []).append(plan.day)
    for filing in numbered:
        if filing.named or filing.count % _ANSWER_EVERY or filing.paper.type != "Antrag":
            continue
        days = by_organization[filing.organization]
        first = next((day for day in days if day > filing.at.date()), None)
        if first is not None:
            yield _answer(filing, wall(first, 11, 30, days=24))


def _answer(question: Filing, at: datetime) -> Filing:
    paper = FiledPaper(
        key=0,
        reference=f"{question.paper.reference}.01",
        name=answer_to(question.paper.name),
        type="Antwort / Stellungnahme des Bezirksamtes",
        filed=at.date(),
        lead=question.paper.lead,
        facts="Das Bezirksamt hat die Anregung geprüft und berichtet mündlich.",
    )
    return Filing(at=at, paper=paper, organization=question.organization, count=question.count)


def _keyed(ordered: list[Filing]) -> tuple[Filing, ...]:
    found: list[Filing] = []
    keys: dict[str, int] = {}
    for rank, filing in enumerate(ordered):
        paper = filing.paper
        key = paper.key or _FIRST_KEY + rank + rank // _GAP_EVERY
        parent = keys.get(paper.reference.rpartition(".")[0])
        keys[paper.reference] = key
        found.append(replace(filing, paper=replace(paper, key=key, parent=parent)))
    return tuple(found)
