from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from council.published.changes import ChangeKind, Facts
from council.published.paper_changes import PaperOutcome, compare_paper
from council.published.papers import Consultation, File, Paper, PaperText
from tests.builders import a_paper, a_stop
from tests.council.published.sessions import kinds

TODAY = date(2026, 11, 2)
WHOLE = a_paper(
    "22-0101",
    a_stop("Rat", date(2026, 10, 6), "überwiesen"),
    a_stop("Bauausschuss"),
    id="1",
    paper_type="Antrag",
    originators=("GRÜNE-Fraktion", "SPD-Fraktion"),
    files=(File(name="Anlage 1"),),
    text=PaperText(sachverhalt="Der Weg ist schmal.", beschluss="Er wird verbreitert."),
)


def compared(before: Paper | None, after: Paper, *, structure_ok: bool = True, **more: Any) -> PaperOutcome:
    return compare_paper(before, after, today=TODAY, structure_ok=structure_ok, **more)


@pytest.mark.parametrize(
    ("days", "stop", "is_news"),
    [(3, None, True), (30, None, True), (31, None, False), (400, 3, True), (None, 12, True), (None, 90, False)],
)
def test_a_paper_is_new_within_thirty_days_of_its_date_or_its_first_stop(
    days: int | None, stop: int | None, is_news: bool
) -> None:
    dated = TODAY - timedelta(days=days) if days is not None else None
    stops = (a_stop("Rat", TODAY - timedelta(days=stop)),) if stop else ()
    changes = compared(None, a_paper("22-0101", *stops, date=dated)).changes
    assert kinds(changes) == [ChangeKind.PAPER_NEW] * is_news


def test_a_new_paper_for_a_session_far_ahead_is_new_and_one_without_any_day_is_silent() -> None:
    assert kinds(compared(None, a_paper("22-1", a_stop("Rat", date(2027, 3, 1)))).changes) == [ChangeKind.PAPER_NEW]
    assert compared(None, a_paper("22-1")).changes == ()


@pytest.mark.parametrize(("days", "is_news"), [(30, True), (31, False)])
def test_a_lists_day_counts_where_the_page_gives_no_date(days: int, is_news: bool) -> None:
    listed = TODAY - timedelta(days=days)
    changes = compared(None, a_paper("22-1"), listed=listed).changes
    assert kinds(changes) == [ChangeKind.PAPER_NEW] * is_news
    assert all("date" not in change.after for change in changes)
    assert compared(None, a_paper("22-1", date=date(2025, 1, 1)), listed=TODAY).changes == ()


def test_a_new_paper_tells_who_wants_what() -> None:
    (change,) = compared(None, replace(WHOLE, date=TODAY, parent="22-0100")).changes
    assert change.after == Facts.of(
        name=WHOLE.name, paper_type="Antrag", date=TODAY, originators=WHOLE.originators, parent="22-0100"
    )


def test_a_paper_known_from_a_list_is_new_when_its_own_page_is_read_first() -> None:
    stub = a_paper("22-0101", date=TODAY)
    assert kinds(compared(stub, replace(WHOLE, date=TODAY), seen_whole=False).changes) == [ChangeKind.PAPER_NEW]


def test_reading_the_same_again_changes_nothing() -> None:
    assert compared(WHOLE, WHOLE) == PaperOutcome(changes=())


def test_what_differs_is_told_in_one_change_and_texts_by_their_hash() -> None:
    after = replace(
        WHOLE,
        name="Ein breiter Radweg",
        text=PaperText(sachverhalt="Der Weg ist schmal.", beschluss="Er wird gesperrt."),
        files=(*WHOLE.files, File(name="Anlage 2")),
    )
    (change,) = compared(WHOLE, after).changes
    assert change.kind is ChangeKind.PAPER_CHANGED
    assert (change.before["name"], change.after["name"]) == (WHOLE.name, "Ein breiter Radweg")
    assert change.before["beschluss"] != change.after["beschluss"]
    assert change.after["new_files"] == ("Anlage 2",)
    assert "sachverhalt" not in change.after
    assert "gesperrt" not in repr(change)


def test_order_and_typography_are_no_change() -> None:
    after = replace(
        WHOLE,
        originators=("SPD-Fraktion", "GRÜNE-Fraktion "),
        text=PaperText(sachverhalt="Der Weg\u00a0ist schmal.\n", beschluss="Er wird ver\u00adbreitert."),
        files=(File(name="Anlage  1"),),
    )
    assert compared(WHOLE, after).changes == ()


def test_what_was_not_known_before_and_what_is_left_out_is_no_change() -> None:
    bare = Paper(reference="22-0101", name="", public=True, id="1")
    assert compared(WHOLE, bare).changes == ()
    assert kinds(compared(replace(bare, name=WHOLE.name), replace(WHOLE, consultations=(), files=())).changes) == []


def test_a_paper_public_no_more_leaves_its_reference_alone() -> None:
    outcome = compared(WHOLE, replace(WHOLE, public=False))
    assert (kinds(outcome.changes), outcome.is_hidden) == ([ChangeKind.PAPER_NON_PUBLIC], True)
    assert (dict(outcome.changes[0].before), dict(outcome.changes[0].after)) == ({}, {})
    assert compared(replace(WHOLE, public=False), replace(WHOLE, public=False)).changes == ()
    assert compared(None, replace(WHOLE, public=False)) == PaperOutcome(changes=(), is_hidden=True)


def test_a_page_of_changed_structure_changes_nothing_of_a_known_paper() -> None:
    odd = replace(WHOLE, name="Anderes", consultations=(a_stop("Rat", date(2026, 10, 6), "abgelehnt"),))
    assert compared(WHOLE, odd, structure_ok=False).changes == ()
    assert compared(WHOLE, replace(odd, public=False), structure_ok=False) == PaperOutcome(changes=())
    assert kinds(compared(None, replace(odd, date=TODAY), structure_ok=False).changes) == [ChangeKind.PAPER_NEW]


def test_another_id_is_no_change_and_counted() -> None:
    outcome = compared(WHOLE, replace(WHOLE, id="9"))
    assert (outcome.changes, outcome.remapped) == ((), 1)


STOPS = st.lists(
    st.builds(
        Consultation,
        organization=st.sampled_from(["Rat", "Bauausschuss"]),
        date=st.sampled_from([None, date(2026, 10, 6), date(2026, 11, 20), date(2026, 12, 1)]),
        result=st.sampled_from([None, "(offen)", "vertagt"]),
    ),
    max_size=4,
)


TWICE_ON_A_SESSION = [
    Consultation(organization="Rat"),
    Consultation(organization="Rat", date=date(2026, 11, 20), result="vertagt"),
    Consultation(organization="Rat", date=date(2026, 11, 20)),
]
TWICE_WITHOUT_A_DAY = [
    Consultation(organization="Rat"),
    Consultation(organization="Rat"),
    Consultation(organization="Bauausschuss", result="vertagt"),
    Consultation(organization="Bauausschuss"),
]


@settings(deadline=None)
@example(stops=TWICE_WITHOUT_A_DAY, shown=[False, False, False, True], times=1)
@example(stops=TWICE_ON_A_SESSION, shown=[False, False, True, False], times=1)
@given(STOPS, st.lists(st.booleans(), min_size=4, max_size=4), st.integers(1, 4))
def test_stops_that_come_and_go_are_never_news(stops: list[Consultation], shown: list[bool], times: int) -> None:
    from storage.merging import merged

    whole = stored = replace(WHOLE, consultations=tuple(stops))
    missed: tuple[Consultation, ...] = ()
    seen = tuple(stop for stop, is_shown in zip(stops, shown, strict=False) if is_shown)
    for reading in (replace(whole, consultations=seen), whole) * times:
        outcome = compared(stored, reading, missed=missed)
        assert outcome.changes == ()
        stored, missed = merged(stored, reading), outcome.missed
