"""What is not finished, grouped by where it lies: since when, and when it was last on an agenda there."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from markupsafe import Markup

from council.published.item_changes import is_open
from council.published.normalised import normalised
from council.published.waiting import Waiting, agendas_of
from council.published.way import Stop, Way
from views.actions import Act, Action, action_data
from views.authors import authors_button
from views.dates import day
from views.follow_button import follow_author_button
from views.message import Button, Message
from views.paging import page_title, pages_of, turning
from views.session_line import LONGEST_NAME
from views.shortening import clipped, listed, one_line
from views.wording import Words

PAGE_SIZE = 6
_LONGEST_TITLE = 120
_LONGEST_RESULT = 100
_MOST_SPELLINGS = 8
_WEEKS_FROM = 14  # days
_YEARS_FROM = 731


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenEntry:
    """A paper in the list, by our row. `way` is all that is known of its stops."""

    row: int
    reference: str
    name: str
    waiting: Waiting
    way: Way


@dataclass(frozen=True, slots=True, kw_only=True)
class Whose:
    """Of whom the list is: an author by our row with the spellings it was found under and a member whose own papers
    count too; or this chat itself (no author).
    """

    author: int | None = None
    name: str = ""
    spellings: tuple[str, ...] = ()
    member: str | None = None
    body: str | None = None
    is_followed: bool = False


def grouped(waiting: Sequence[Waiting]) -> tuple[int, ...]:
    """The places of all in the order of the list: committee by committee, the one with the longest waiting first.

    `waiting` comes with the longest waiting first. What lies nowhere known comes last.
    """
    committees: dict[str, list[int]] = {}
    for place, each in enumerate(waiting):
        committees.setdefault(normalised(each.organization), []).append(place)
    nowhere = committees.pop("", [])
    return tuple(place for places in (*committees.values(), nowhere) for place in places)


def open_page(count: int, page: int) -> tuple[int, slice]:
    """The page that can be shown of so many papers, and its part of the list."""
    page = min(page, pages_of(count, PAGE_SIZE))
    return page, slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE)


def open_papers(
    entries: Sequence[OpenEntry], *, whose: Whose, every: Sequence[Waiting], page: int, today: date, words: Words
) -> Message:
    """One page; `entries` are its papers, `every` what all papers of the list wait for, in the list's order."""
    pages = pages_of(len(every), PAGE_SIZE)
    counts = Counter(normalised(each.organization) for each in every)
    blocks = [_head(whose, len(every), page, words)]
    for key, group in groupby(entries, key=lambda each: normalised(each.waiting.organization)):
        some = list(group)
        title = _committee(some[0].waiting.organization, counts[key], words)
        blocks.append(Markup("\n").join([title, *(_entry(each, today, words) for each in some)]))
    blocks += _found_under(whose, words)
    turns = turning(page, pages, lambda to: _page(whose, to), words)
    others = ((_beside(whose, words),),)
    return Message(text=Markup("\n\n").join(blocks), buttons=(*_openings(entries), *turns, *others))


def nothing_open(whose: Whose, words: Words) -> Message:
    """Everything is finished, or nothing was ever sent to a committee."""
    if whose.author is None:
        return Message(text=words("open-none-followed"), buttons=((_beside(whose, words),),))
    return Message(text=words("open-none", name=_name(whose)), buttons=((_beside(whose, words),),))


def _head(whose: Whose, count: int, page: int, words: Words) -> Markup:
    title = words("open-title-followed") if whose.author is None else words("open-title", name=_name(whose))
    lines = [page_title(title, page, pages_of(count, PAGE_SIZE), words), words("open-count", count=count)]
    if whose.body:
        lines.append(Markup("<i>{}</i>").format(clipped(whose.body, LONGEST_NAME)))
    return Markup("\n").join(lines)


def _found_under(whose: Whose, words: Words) -> list[Markup]:
    names = [clipped(one_line(each), 60) for each in whose.spellings]
    if whose.member:
        names.append(words.label("open-members", name=clipped(one_line(whose.member), 60)))
    if not names or names == [whose.name]:
        return []
    return [words("open-found-under", names=listed(names, _MOST_SPELLINGS, words))]


def _committee(name: str | None, count: int, words: Words) -> Markup:
    shown = words("open-nowhere") if not name else Markup("{}").format(clipped(one_line(name), LONGEST_NAME))
    return Markup("<b>{}</b> ({})").format(shown, str(count))


def _entry(entry: OpenEntry, today: date, words: Words) -> Markup:
    head = Markup("• <b>{}</b> {}").format(clipped(entry.reference, 60), clipped(one_line(entry.name), _LONGEST_TITLE))
    since = entry.waiting.since
    parts = [] if since is None else [_since(since, today, words)]
    parts.append(_agendas(entry, today, words))
    return Markup("{}\n   {}").format(head, Markup(" · ").join(parts))


def _since(since: date, today: date, words: Words) -> Markup:
    days = max(0, (today - since).days)
    if days < _WEEKS_FROM:
        return words("open-days", count=days, day=day(since, words))
    if days < _YEARS_FROM:
        return words("open-weeks", count=days // 7, day=day(since, words))
    return words("open-years", count=days // 365, day=day(since, words))


def _agendas(entry: OpenEntry, today: date, words: Words) -> Markup:
    """The session to come, else the last one there, else that it never came up."""
    where = entry.waiting.organization
    coming = next((stop for stop in entry.way if stop.date and stop.date >= today and not stop.is_off), None)
    if coming is not None and coming.date is not None and is_open(coming.result):
        return words("open-scheduled", day=day(coming.date, words))
    there = agendas_of(entry.way, where, today=today)
    if there:
        return _last(there[-1], words)
    return words("open-never-there" if agendas_of(entry.way, None, today=today) and where else "open-never")


def _last(stop: Stop, words: Words) -> Markup:
    shown = "" if stop.date is None else day(stop.date, words)
    if is_open(stop.result):
        return words("open-last", day=shown)
    return words("open-last-result", day=shown, result=clipped(one_line(stop.result or ""), _LONGEST_RESULT))


def _openings(entries: Sequence[OpenEntry]) -> tuple[tuple[Button, ...], ...]:
    # Three numbers side by side are still readable on a phone.
    every = [
        Button(
            label=clipped(each.reference or one_line(each.name), 20),
            action=action_data(Action(Act.OPEN, number=each.row)),
        )
        for each in entries
    ]
    return tuple(tuple(every[start : start + 3]) for start in range(0, len(every), 3))


def _page(whose: Whose, page: int) -> Action:
    if whose.author is None:
        return Action(Act.OPEN_PAPERS_FOLLOWED, page=page)
    return Action(Act.OPEN_PAPERS, number=whose.author, page=page)


def _beside(whose: Whose, words: Words) -> Button:
    if whose.author is not None:
        return follow_author_button(whose.author, words, is_followed=whose.is_followed)
    return authors_button(words)


def _name(whose: Whose) -> str:
    return clipped(one_line(whose.name), LONGEST_NAME)
