from datetime import timedelta

from council.published.changes import Change, ChangeKind, Facts
from council.published.way import Stop
from council.served.paper_news import NewDay, PaperNews, paper_news
from council.served.telling_papers import before_changes, told_paper
from tests.council.served.chats import TODAY, a_stop

SOON, LATER, BEFORE = TODAY + timedelta(days=10), TODAY + timedelta(days=40), TODAY - timedelta(days=40)


def _news(way: tuple[Stop, ...], *changes: Change) -> PaperNews:
    return paper_news(before_changes(way, changes), way, today=TODAY)


def test_no_word_of_what_was_told_is_remembered() -> None:
    remembered = repr(told_paper((a_stop("Bauausschuss", result="beschlossen"),)))
    assert "Bau" not in remembered
    assert "beschlossen" not in remembered


def test_what_left_the_page_is_remembered_for_a_while_only() -> None:
    many = tuple(a_stop(f"Ausschuss {number}") for number in range(80))
    assert len(told_paper((), told_paper(many)).stops) == 50


def test_a_result_just_published_is_news_to_whom_nothing_was_told() -> None:
    old, new = a_stop(date=BEFORE, result="überwiesen"), a_stop("Rat", date=BEFORE, result="beschlossen")
    after = Facts.of(organization="Rat", date=BEFORE, result="beschlossen")
    change = Change(kind=ChangeKind.RESULT_APPEARED, paper="22-7", after=after)
    assert _news((old, new), change) == PaperNews(results=(new,))


def test_a_result_of_an_agenda_is_found_by_its_item_or_session() -> None:
    way = (a_stop(meeting="699", result="vertagt"), a_stop(meeting="700", agenda_item="81", result="beschlossen"))
    for change in (
        Change(kind=ChangeKind.RESULT_APPEARED, meeting="700", item="81", paper="22-7"),
        Change(kind=ChangeKind.RESULT_APPEARED, meeting="700", paper="22-7"),
    ):
        assert _news(way, change).results == (way[1],)


def test_a_changed_result_is_told_as_changed() -> None:
    way = (a_stop(meeting="700", agenda_item="81", result="abgelehnt"),)
    before = Facts.of(result="beschlossen")
    change = Change(kind=ChangeKind.RESULT_CHANGED, meeting="700", item="81", paper="22-7", before=before)
    assert _news(way, change).changed_results == way


def test_a_referral_and_a_day_are_news_to_whom_nothing_was_told() -> None:
    way = (a_stop("Rat", date=SOON), a_stop("Jugendrat"))
    changes = (
        Change(kind=ChangeKind.PAPER_SCHEDULED, after=Facts.of(organization="Rat", date=SOON)),
        Change(kind=ChangeKind.PAPER_REFERRED, after=Facts.of(organization="Jugendrat")),
    )
    assert _news(way, *changes) == PaperNews(scheduled=(NewDay(stop=way[0]),), referred=(way[1],))


def test_another_day_is_news_to_whom_nothing_was_told() -> None:
    way = (a_stop("Rat", date=LATER),)
    before, after = Facts.of(organization="Rat", date=SOON), Facts.of(organization="Rat", date=LATER)
    change = Change(kind=ChangeKind.PAPER_SCHEDULED, before=before, after=after)
    assert _news(way, change).scheduled == (NewDay(stop=way[0], formerly=SOON),)


def test_all_changes_that_wait_are_undone() -> None:
    way = (a_stop("Rat", date=BEFORE, result="beschlossen"),)
    facts = Facts.of(organization="Rat", date=BEFORE)
    changes = (
        Change(kind=ChangeKind.PAPER_SCHEDULED, after=facts),
        Change(kind=ChangeKind.RESULT_APPEARED, after=facts.updated(Facts.of(result="beschlossen"))),
    )
    assert before_changes(way, changes).stops == ()
    assert _news(way, *changes).results == way


def test_a_change_of_what_is_not_there_any_more_undoes_nothing() -> None:
    change = Change(kind=ChangeKind.PAPER_REFERRED, after=Facts.of(organization="Rat"))
    assert not _news((a_stop("Jugendrat"),), change)
