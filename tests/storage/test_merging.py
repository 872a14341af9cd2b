"""What is remembered after one more reading: absence is never deletion."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from council.published.papers import Consultation, File, Paper, PaperText
from storage.merging import merged
from tests.storage.builders import rich_paper, saved_text_of_it

SESSIONS = tuple(
    Consultation(organization=name, date=date(2026, day, 1), meeting=f"{day}", agenda_item=f"{day}00")
    for day, name in enumerate(("Hauptausschuss", "Bauausschuss", "Hauptausschuss", "Rat"), start=1)
)


@st.composite
def readings_of_one_paper(draw: st.DrawFn) -> Paper:
    """Some of the sessions as a page (with keys) or a text shows them; the last may still be without its day."""
    keyed = draw(st.booleans())
    stops = [
        replace(
            stop,
            role=draw(st.sampled_from([None, "Entscheidung"])),
            result=draw(st.sampled_from([None, "(offen)", "vertagt", "beschlossen"])),
            meeting=stop.meeting if keyed else None,
            agenda_item=stop.agenda_item if keyed and draw(st.booleans()) else None,
        )
        for stop in SESSIONS
        if draw(st.booleans())
    ]
    without_its_day = draw(st.booleans())
    if stops and without_its_day:
        stops[-1] = Consultation(organization=stops[-1].organization)
    return Paper(
        reference="20-1",
        name=draw(st.sampled_from(["", "Bänke"])),
        public=True,
        id="1" if keyed else None,
        related=tuple(draw(st.lists(st.sampled_from(["20-2", "20-3"]), unique=True))),
        files=tuple(draw(st.lists(st.builds(File, name=st.sampled_from("ab"), url=st.none() | st.just("c"))))),
        text=PaperText(beschluss=draw(st.sampled_from([None, "Ja"]))),
        consultations=tuple(stops),
    )


papers = readings_of_one_paper()


def with_stops(paper: Paper, *stops: Consultation) -> Paper:
    return replace(paper, consultations=stops)


def test_saved_text_takes_nothing_away_from_the_councils_page() -> None:
    assert merged(rich_paper(), replace(saved_text_of_it(), reference="20-1554")) == rich_paper()


def test_saved_text_updates_what_it_says() -> None:
    text = with_stops(
        replace(saved_text_of_it(), name="Noch mehr Bänke am Ufer"),
        Consultation(organization="Bauausschuss", date=date(2016, 6, 7), result="geändert beschlossen"),
    )
    after = merged(rich_paper(), text)
    assert after.name == "Noch mehr Bänke am Ufer"
    assert [stop.result for stop in after.consultations] == ["überwiesen", "geändert beschlossen"]
    assert [stop.agenda_item for stop in after.consultations] == ["9001", "9002"]


def test_an_old_text_does_not_hide_a_result_that_came_later() -> None:
    stop = rich_paper().consultations[1]
    old = with_stops(saved_text_of_it(), replace(stop, meeting=None, agenda_item=None, result="(offen)"))
    assert merged(rich_paper(), old).consultations == rich_paper().consultations


def test_a_new_stop_of_a_text_comes_after_the_known_ones_before_it() -> None:
    third = Consultation(organization="Rat", date=date(2016, 7, 1))
    text = with_stops(saved_text_of_it(), rich_paper().consultations[1], third)
    organizations = [stop.organization for stop in merged(rich_paper(), text).consultations]
    assert organizations == ["Hauptausschuss", "Bauausschuss", "Rat"]


def test_a_moved_session_is_one_stop_with_its_new_day() -> None:
    first, second = rich_paper().consultations
    moved = replace(second, date=date(2016, 6, 14), result=None, role=None)
    before = with_stops(rich_paper(), first, replace(second, result=None, role="Entscheidung"))
    after = merged(before, with_stops(rich_paper(), first, moved))
    assert after.consultations == (first, replace(moved, role="Entscheidung"))


def test_a_stop_the_councils_page_no_longer_plans_is_gone() -> None:
    planned = Consultation(organization="Rat", date=date(2016, 7, 1))
    before = with_stops(rich_paper(), *rich_paper().consultations, planned)
    assert merged(before, rich_paper()) == rich_paper()


def test_a_published_result_stays_even_if_the_page_leaves_its_stop_out() -> None:
    first, second = rich_paper().consultations
    assert merged(rich_paper(), with_stops(rich_paper(), second)).consultations == (first, second)


def test_a_page_without_any_stop_takes_none_away() -> None:
    assert merged(rich_paper(), with_stops(rich_paper())).consultations == rich_paper().consultations


def test_two_sessions_of_one_committee_on_one_day_stay_two() -> None:
    one = Consultation(organization="Rat", date=date(2026, 1, 1), meeting="1", result="vertagt")
    other = replace(one, meeting="2", result="beschlossen")
    before = with_stops(rich_paper(), one, other)
    assert merged(before, with_stops(rich_paper(), other, one)).consultations == (other, one)


def test_a_named_committee_and_its_later_session_are_one_stop_of_a_text() -> None:
    named = with_stops(saved_text_of_it(), Consultation(organization="Rat"))
    dated = with_stops(saved_text_of_it(), Consultation(organization="Rat", date=date(2026, 1, 1)))
    assert merged(named, dated).consultations == dated.consultations
    assert merged(dated, named).consultations == dated.consultations


@given(papers)
def test_the_same_reading_again_changes_nothing(paper: Paper) -> None:
    assert merged(paper, paper) == paper


@given(papers, papers)
def test_reading_a_page_twice_is_reading_it_once(old: Paper, new: Paper) -> None:
    once = merged(old, new)
    assert merged(once, new) == once


@given(papers, papers)
def test_no_key_file_text_or_result_is_ever_lost_to_a_text(old: Paper, new: Paper) -> None:
    after = merged(old, replace(new, id=None))
    assert after.id == old.id
    assert {file.name for file in old.files} <= {file.name for file in after.files}
    assert {stop.agenda_item for stop in old.consultations} <= {stop.agenda_item for stop in after.consultations} | {
        None
    }
    assert len(after.consultations) >= max(len(old.consultations), len(new.consultations))
    assert after.text.beschluss or not old.text.beschluss
