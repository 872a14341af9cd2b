import pytest

from council.published.changes import Change, ChangeKind, Facts
from council.published.fuse import Tally, is_held, touched_papers, touched_sessions

QUIET = Tally(known=60, touched=0)
NEWS = (ChangeKind.MEETING_ANNOUNCED, ChangeKind.AGENDA_PUBLISHED, ChangeKind.PAPER_NEW)


@pytest.mark.parametrize(
    ("known", "touched", "held"),
    [(60, 20, False), (60, 21, True), (63, 21, False), (62, 21, True), (5, 5, False), (400, 34, False), (0, 0, False)],
)
def test_more_than_twenty_and_more_than_a_third_are_held(known: int, touched: int, held: bool) -> None:
    tally = Tally(known=known, touched=touched)
    assert is_held(sessions=tally, papers=QUIET) is held
    assert is_held(sessions=QUIET, papers=tally) is held


def of_session(kind: ChangeKind, meeting: str) -> Change:
    return Change(kind=kind, meeting=meeting)


def test_new_sessions_first_agendas_and_new_papers_touch_nothing() -> None:
    changes = [of_session(kind, str(number)) for number in range(100) for kind in NEWS]
    assert touched_sessions(changes) == 0
    assert touched_papers({str(number): [change] for number, change in enumerate(changes)}) == 0


def test_a_session_changed_in_many_ways_is_one() -> None:
    changes = [of_session(kind, "7") for kind in (ChangeKind.MEETING_MOVED, ChangeKind.ITEM_ADDED)] * 20
    assert touched_sessions(changes) == 1
    assert touched_sessions(changes, remapped=["7", "8"]) == 2


def test_a_plenary_agenda_of_forty_papers_is_one_event() -> None:
    for kind in (ChangeKind.RESULT_APPEARED, ChangeKind.PAPER_SCHEDULED, ChangeKind.PAPER_REFERRED):
        assert touched_papers({str(number): [of_session(kind, "7")] for number in range(40)}) == 1


def test_results_all_over_the_place_are_many() -> None:
    after = [Facts.of(result="Vorberatung", organization="Rat", date=f"2026-01-{day:02}") for day in range(1, 32)]
    changes = {str(day): [Change(kind=ChangeKind.RESULT_APPEARED, after=facts)] for day, facts in enumerate(after)}
    assert is_held(sessions=QUIET, papers=Tally(known=60, touched=touched_papers(changes)))


def test_papers_that_changed_themselves_or_came_back_under_other_ids_count_each() -> None:
    changes = {str(number): [Change(kind=ChangeKind.PAPER_CHANGED)] for number in range(10)}
    assert touched_papers(changes, remapped=["9", "10", "11"]) == 12
