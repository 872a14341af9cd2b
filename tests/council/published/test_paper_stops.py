from datetime import date, timedelta

import pytest

from council.published.changes import Change, ChangeKind, Facts
from council.published.paper_stops import Stops, compare_stops
from council.published.papers import Consultation, Paper
from tests.builders import a_paper
from tests.council.published.sessions import kinds

TODAY = date(2026, 11, 2)
SOON, LATER, LATELY = TODAY + timedelta(days=10), TODAY + timedelta(days=40), TODAY - timedelta(days=10)


def stop(organization: str, day: date | None = None, result: str | None = None, **keys: str) -> Consultation:
    return Consultation(organization=organization, date=day, result=result, **keys)


def changes(before: Stops, *after: Consultation) -> tuple[Change, ...]:
    return compare_stops(before, a_paper("22-0101", *after), today=TODAY).changes


def test_a_result_appears_where_there_was_none() -> None:
    before = (stop("Hauptausschuss", LATELY, meeting="7", agenda_item="71"),)
    (change,) = changes(before, stop("Hauptausschuss", LATELY, "vertagt", meeting="7", agenda_item="71"))
    assert (change.kind, change.meeting, change.item) == (ChangeKind.RESULT_APPEARED, "7", "71")
    assert change.after == Facts.of(organization="Hauptausschuss", date=LATELY, result="vertagt")


def test_a_result_changes_and_is_not_taken_back_by_silence() -> None:
    before = (stop("Rat", LATELY, "vertagt"),)
    assert kinds(changes(before, stop("Rat", LATELY, "überwiesen"))) == [ChangeKind.RESULT_CHANGED]
    for silence in (None, "(offen)", "Vertagt "):
        assert changes(before, stop("Rat", LATELY, silence)) == ()


def test_two_stops_in_one_committee_keep_their_own_results() -> None:
    before = (stop("Rat", LATELY, "vertagt"), stop("Rat", SOON))
    (change,) = changes(before, stop("Rat", LATELY, "vertagt"), stop("Rat", SOON, "beschlossen"))
    assert (change.kind, change.after["date"]) == (ChangeKind.RESULT_APPEARED, SOON.isoformat())


def test_two_stops_of_one_day_are_told_apart_by_their_order() -> None:
    before = (stop("Rat", LATELY), stop("Rat", LATELY))
    (change,) = changes(before, stop("Rat", LATELY), stop("Rat", LATELY, "abgelehnt"))
    assert change.kind is ChangeKind.RESULT_APPEARED


def test_a_committee_named_after_a_referral_is_a_referral() -> None:
    before = (stop("Rat", LATELY, "überwiesen"),)
    (change,) = changes(before, *before, stop("Sozialausschuss"))
    assert (change.kind, change.after) == (ChangeKind.PAPER_REFERRED, Facts.of(organization="Sozialausschuss"))


def test_a_committee_named_with_its_session_is_one_change() -> None:
    before = (stop("Rat", LATELY, "überwiesen"),)
    (change,) = changes(before, *before, stop("Sozialausschuss", SOON, meeting="9"))
    assert (change.kind, change.meeting) == (ChangeKind.PAPER_SCHEDULED, "9")
    assert change.after == Facts.of(organization="Sozialausschuss", date=SOON, referred=True)


def test_a_stop_that_gains_its_session_is_scheduled() -> None:
    (change,) = changes((stop("Sozialausschuss"),), stop("Sozialausschuss", SOON, meeting="9", agenda_item="91"))
    assert (change.kind, change.item) == (ChangeKind.PAPER_SCHEDULED, "91")
    assert change.before == Facts.of(organization="Sozialausschuss")


def test_a_stop_put_off_to_another_session_is_scheduled_anew() -> None:
    (change,) = changes((stop("Rat", SOON, meeting="9"),), stop("Rat", LATER, meeting="12"))
    assert (change.kind, change.before["date"]) == (ChangeKind.PAPER_SCHEDULED, SOON.isoformat())


def test_a_session_that_moves_is_told_as_the_sessions_news() -> None:
    assert changes((stop("Rat", SOON, meeting="9"),), stop("Rat", LATER, meeting="9")) == ()


def test_a_stop_in_the_same_committee_after_a_postponement_is_scheduled_not_referred() -> None:
    before = (stop("Rat", LATELY, "vertagt"),)
    (change,) = changes(before, *before, stop("Rat", SOON))
    assert (change.kind, change.after.get("referred")) == (ChangeKind.PAPER_SCHEDULED, None)


def test_a_stop_that_leaves_and_comes_back_is_no_news() -> None:
    before = (stop("Rat", SOON, meeting="9"), stop("Hauptausschuss", LATELY, "vertagt"))
    gone = compare_stops(before, a_paper("22-0101", before[1]), today=TODAY)
    assert (gone.changes, gone.missed) == ((), (before[0],))
    back = compare_stops((before[1], *gone.missed), a_paper("22-0101", *before), today=TODAY)
    assert (back.changes, back.missed) == ((), ())


@pytest.mark.parametrize("result", [None, "beschlossen"])
def test_a_stop_of_long_ago_found_late_is_no_news(result: str | None) -> None:
    assert changes((stop("Rat", LATELY),), stop("Rat", LATELY), stop("Bauausschuss", date(2016, 5, 17), result)) == ()


def test_all_meetings_under_other_keys_are_no_news() -> None:
    before = (stop("Rat", LATELY, "vertagt", meeting="1", agenda_item="11"), stop("Rat", SOON, meeting="2"))
    after = (stop("Rat", LATELY, "vertagt", meeting="91", agenda_item="911"), stop("Rat", SOON, meeting="92"))
    assert changes(before, *after) == ()


def test_a_page_without_stops_says_nothing() -> None:
    assert changes((stop("Rat", SOON), stop("Rat", LATELY, "vertagt"))) == ()


def test_the_welcome_centers_way_is_told_stop_by_stop() -> None:
    first = stop("Hauptausschuss", date(2016, 5, 17), meeting="1")
    decided = stop("Hauptausschuss", date(2016, 5, 17), "ungeändert beschlossen / überwiesen", meeting="1")
    social, named = (
        "Ausschuss für Soziales, Bildung und Integration",
        stop("Ausschuss für Soziales, Bildung und Integration"),
    )
    put_on = stop(social, date(2017, 4, 10), meeting="2")
    told: list[ChangeKind] = []
    days = (date(2016, 6, 1), date(2016, 6, 2), date(2017, 3, 30))
    story = ((first,), (decided,)), ((decided,), (decided, named)), ((decided, named), (decided, put_on))
    for today, (before, after) in zip(days, story, strict=True):
        paper: Paper = a_paper("20-1554", *after)
        told += kinds(compare_stops(before, paper, today=today).changes)
    assert told == [ChangeKind.RESULT_APPEARED, ChangeKind.PAPER_REFERRED, ChangeKind.PAPER_SCHEDULED]
