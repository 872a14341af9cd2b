from dataclasses import replace
from datetime import timedelta

import pytest

from council.published.way import Stop
from council.served.paper_news import NewDay, PaperNews, paper_news
from council.served.telling_papers import told_paper
from council.served.told import ToldPaper
from tests.council.served.chats import TODAY, a_stop

SOON, LATER, BEFORE = TODAY + timedelta(days=10), TODAY + timedelta(days=40), TODAY - timedelta(days=40)


def _news(before: tuple[Stop, ...] | None, *way: Stop) -> PaperNews:
    told = None if before is None else told_paper(before)
    return paper_news(told, way, today=TODAY)


def test_what_stood_there_when_it_was_followed_is_no_news() -> None:
    way = (a_stop(date=BEFORE, result="beschlossen"), a_stop("Hauptausschuss", date=SOON), a_stop("Jugendrat"))
    assert not _news(way, *way)


def test_a_result_is_told_once() -> None:
    stop = a_stop(date=BEFORE, result="beschlossen")
    assert _news((a_stop(date=BEFORE),), stop).results == (stop,)
    assert not _news((stop,), stop)


def test_no_result_yet_is_no_result() -> None:
    assert not _news((a_stop(date=BEFORE),), a_stop(date=BEFORE, result="(offen)"))


def test_another_result_is_told_as_changed() -> None:
    stop = a_stop(date=BEFORE, result="abgelehnt")
    news = _news((a_stop(date=BEFORE, result="beschlossen"),), stop)
    assert (news.results, news.changed_results) == ((), (stop,))


def test_a_result_written_otherwise_is_the_same() -> None:
    assert not _news((a_stop(date=BEFORE, result="beschlossen"),), a_stop(date=BEFORE, result=" Beschlossen."))


def test_a_result_of_a_stop_never_told_is_news_unless_it_is_very_old() -> None:
    stop = a_stop(date=BEFORE, result="beschlossen")
    assert _news((), stop).results == (stop,)
    old = replace(stop, date=TODAY - timedelta(days=401))
    assert not _news((), old)
    assert not _news((replace(old, result=None),), old)


def test_a_result_that_is_not_shown_any_more_is_no_news_and_nor_is_its_return() -> None:
    decided = a_stop(date=BEFORE, result="beschlossen")
    before = told_paper((decided,))
    for way in ((a_stop(date=BEFORE),), ()):
        assert not paper_news(before, way, today=TODAY)
        before = told_paper(way, before)
    assert not paper_news(before, (decided,), today=TODAY)


def test_a_result_whose_day_is_corrected_is_told_once() -> None:
    stop = a_stop(date=BEFORE, result="beschlossen")
    assert not _news((stop,), replace(stop, date=BEFORE - timedelta(days=1)))


def test_two_results_of_one_organization_on_one_day_are_two() -> None:
    one, other = a_stop(date=BEFORE, result="vertagt"), a_stop(date=BEFORE, result="beschlossen")
    assert _news((a_stop(date=BEFORE), a_stop(date=BEFORE)), one, other).results == (one, other)
    assert _news((one,), one, other).results == (other,)
    assert _news((other, a_stop(date=BEFORE)), one, other).results == (one,)


def test_a_new_organization_without_a_day_is_a_referral() -> None:
    stop = a_stop("Hauptausschuss")
    assert _news((a_stop(date=BEFORE, result="überwiesen"),), a_stop(date=BEFORE, result="überwiesen"), stop) == (
        PaperNews(referred=(stop,))
    )


def test_a_committee_it_comes_back_to_is_a_referral() -> None:
    decided = a_stop(date=BEFORE, result="vertagt")
    assert _news((decided,), decided, a_stop()).referred == (a_stop(),)


def test_a_day_is_news_as_long_as_no_agenda_has_it() -> None:
    stop = a_stop(date=SOON)
    assert _news((a_stop(),), stop).scheduled == (NewDay(stop=stop),)
    assert _news((), stop).scheduled == (NewDay(stop=stop),)
    for on_agenda in (replace(stop, number="Ö 5"), replace(stop, only_on_agenda=True)):
        assert not _news((a_stop(),), on_agenda)


def test_another_day_names_the_one_that_was_told() -> None:
    stop = a_stop(date=LATER)
    assert _news((a_stop(date=SOON),), stop).scheduled == (NewDay(stop=stop, formerly=SOON),)


def test_a_day_in_the_past_is_no_news() -> None:
    assert not _news((a_stop(),), a_stop(date=BEFORE))
    assert _news((a_stop(),), a_stop(date=TODAY))


def test_a_stop_that_is_shown_twice_is_told_once() -> None:
    stop = a_stop(date=SOON)
    assert _news((), stop, stop).scheduled == (NewDay(stop=stop),)
    assert not _news((stop,), stop, stop)


def test_a_stop_that_disappears_is_no_news_and_nor_is_its_return() -> None:
    stop = a_stop(date=SOON)
    assert not _news((stop, a_stop("Jugendrat")))
    before = told_paper((), told_paper((stop,)))
    assert not paper_news(before, (stop,), today=TODAY)


def test_a_cancelled_session_without_an_agenda_takes_the_day_back() -> None:
    off = a_stop(date=SOON, cancelled=True)
    assert _news((a_stop(date=SOON),), off) == PaperNews(unscheduled=(off,))
    assert not _news((off,), off)
    assert _news((off,), a_stop(date=SOON)).scheduled == (NewDay(stop=a_stop(date=SOON)),)


@pytest.mark.parametrize(
    "off", [a_stop(date=SOON, number="Ö 5", cancelled=True), a_stop(date=SOON, withdrawn="abgesetzt")]
)
def test_what_an_agenda_shows_is_taken_back_as_news_of_the_session(off: Stop) -> None:
    assert not _news((a_stop(date=SOON),), off)


def test_a_session_cancelled_afterwards_is_no_news() -> None:
    assert not _news((a_stop(date=BEFORE),), a_stop(date=BEFORE, cancelled=True))


def test_a_new_stop_whose_session_is_cancelled_is_a_referral() -> None:
    off = a_stop(date=SOON, cancelled=True)
    assert _news((), off) == PaperNews(referred=(off,))
    assert not _news((), replace(off, number="Ö 5"))


def test_a_paper_never_told_of_is_news_as_a_whole() -> None:
    way = (a_stop(date=BEFORE, result="überwiesen"), a_stop("Hauptausschuss", date=SOON), a_stop("Jugendrat"))
    news = paper_news(None, way, today=TODAY)
    assert news == PaperNews(results=(way[0],), scheduled=(NewDay(stop=way[1]),), referred=(way[2],))
    assert not paper_news(ToldPaper(), (), today=TODAY)
