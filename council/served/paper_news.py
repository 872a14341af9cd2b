"""What is news of a paper to one chat: how what it was told of the stops differs from what is published now."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from council.published.paper_stops import OLDEST_NEWS
from council.published.way import Stop, Way
from council.served.told import ToldPaper
from council.served.told_stops import FoundStop, find_stops


@dataclass(frozen=True, slots=True, kw_only=True)
class NewDay:
    """A stop that got its day; `formerly` is the one that was told, None where none was."""

    stop: Stop
    formerly: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperNews:
    """All that differs; nothing is news if it is falsy.

    `referred`: new stops without a day, or whose day is called off. `scheduled`: a day ahead, and no agenda stored
    on which the paper stands: from then on it is news of the session. `unscheduled`: a day was told, and the
    session is cancelled.
    """

    results: tuple[Stop, ...] = ()
    changed_results: tuple[Stop, ...] = ()
    referred: tuple[Stop, ...] = ()
    scheduled: tuple[NewDay, ...] = ()
    unscheduled: tuple[Stop, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.results or self.changed_results or self.referred or self.scheduled or self.unscheduled)


def paper_news(told: ToldPaper | None, way: Way, *, today: dt.date) -> PaperNews:
    """What the chat is to be told; `today` is the day in the council's zone. `told` None: all of it.

    A stop or a result that is not shown any more is no news, nor is a result of a session 400 days ago.
    """
    stops = find_stops(told, way)
    recent = [each for each in stops.found if not _is_old(each.stop, today)]
    decided = [each for each in recent if each.now.result]
    waiting = [each for each in recent if each.now.result is None]
    former = [(each.told, each) for each in waiting if each.told]
    return PaperNews(
        results=tuple(each.stop for each in decided if each.told is None or each.told.result is None),
        changed_results=tuple(
            each.stop for each in decided if each.told and each.told.result not in {None, each.now.result}
        ),
        referred=tuple(each.stop for each in waiting if _is_referral(each)),
        scheduled=_scheduled(waiting, told, today),
        unscheduled=tuple(
            each.stop for was, each in former if was.day and was.day >= today and _is_called_off(each.stop)
        ),
    )


def _is_referral(each: FoundStop) -> bool:
    """A new stop whose session is called off is one too: its organization waits for another day."""
    return each.told is None and each.now.day is None and not _is_on_agenda(each.stop)


def _scheduled(waiting: Iterable[FoundStop], told: ToldPaper | None, today: dt.date) -> tuple[NewDay, ...]:
    """Once a session: a page shows a stop twice at times."""
    known = {(each.organization, each.day) for each in (told.stops if told else ())}
    news = []
    for each in waiting:
        session = each.now.organization, each.now.day
        if each.now.day is None or each.now.day < today or session in known or _is_on_agenda(each.stop):
            continue
        known.add(session)
        news.append(NewDay(stop=each.stop, formerly=each.told.day if each.told else None))
    return tuple(news)


def _is_called_off(stop: Stop) -> bool:
    return stop.is_off and not _is_on_agenda(stop)


def _is_on_agenda(stop: Stop) -> bool:
    """Whether the stored agenda of its session shows it, or that it was taken off."""
    return stop.number is not None or stop.withdrawn is not None or stop.only_on_agenda


def _is_old(stop: Stop, today: dt.date) -> bool:
    return stop.date is not None and stop.date < today - OLDEST_NEWS
