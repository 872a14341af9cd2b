"""What a visitor of the list of papers has set: filters, order, page. It lasts as long as the visit."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from simulator.council.story.records import FiledPaper

PAGE = 50
_DAY = re.compile(r"(?:(?:(\d{1,2})\.)?(\d{1,2})[./])?(\d{4}|\d{2})")


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """`number` is a part of the number, all of it if `exact`; `days` as the page explains ("07/2001-")."""

    number: str = ""
    exact: bool = False
    subject: str = ""
    days: str = ""
    order: str = ""
    offset: int = 0

    def select(self, papers: Iterable[FiledPaper]) -> tuple[FiledPaper, ...]:
        """The public ones that pass, newest first unless ordered otherwise."""
        first, last = days_between(self.days)
        found = [
            paper
            for paper in papers
            if paper.public
            and self._has_number(paper)
            and self.subject.casefold() in paper.name.casefold()
            and first <= paper.filed <= last
        ]
        found.sort(key=lambda paper: (paper.filed, paper.key), reverse=True)
        if self.order == "1voname":
            found.sort(key=lambda paper: paper.reference)
        elif self.order == "1vocdat":
            found.reverse()
        elif self.order == "1vaname":
            found.sort(key=lambda paper: paper.type)
        return tuple(found)

    def _has_number(self, paper: FiledPaper) -> bool:
        wanted = self.number.strip().casefold()
        own = paper.reference.casefold()
        return wanted == own if self.exact and wanted else wanted in own


def changed(view: View, parameters: Mapping[str, str]) -> View:
    """The view after one request; the names of parameters are in small letters."""
    if "filtreset" in parameters:
        return View(order=view.order)
    if "filtvoname" in parameters or "filtvobetr1" in parameters:
        exact = any(name.startswith("vo040fil1exakt") for name in parameters)
        view = replace(view, number=parameters.get("vo040fil1", ""), exact=exact, offset=0)
        view = replace(view, subject=parameters.get("vo040fil2", ""))
    if "filtdatum" in parameters:
        view = replace(view, days=parameters.get("vo040fil4", ""), offset=0)
    if "sort" in parameters:
        view = replace(view, order=parameters["sort"], offset=0)
    if "shownext" in parameters:
        view = replace(view, offset=view.offset + PAGE)
    if "showprev" in parameters:
        view = replace(view, offset=max(0, view.offset - PAGE))
    return view


def days_between(written: str) -> tuple[date, date]:
    """ "15.08.2000-20.12.2000", "07/2001-" (since), "-99" (until), "05/02" (that month); all days for anything else."""
    before, dash, after = written.strip().partition("-")
    first, last = _span(before), _span(after if dash else before)
    return (first[0] if first else date.min), (last[1] if last else date.max)


def _span(written: str) -> tuple[date, date] | None:
    """The first and the last day of a day, a month or a year."""
    found = _DAY.fullmatch(written.strip())
    if found is None:
        return None
    year = int(found[3]) if len(found[3]) == 4 else 2000 + int(found[3]) - (100 if int(found[3]) > 50 else 0)
    try:
        if found[1]:
            day = date(year, int(found[2]), int(found[1]))
            return day, day
        if found[2]:
            month = int(found[2])
            last = date(year + month // 12, month % 12 + 1, 1)
            return date(year, month, 1), date.fromordinal(last.toordinal() - 1)
        return date(year, 1, 1), date(year, 12, 31)
    except ValueError:
        return None
