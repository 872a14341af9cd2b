from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from council.published.papers import Consultation, Paper
from council.published.result_words import RESULT_WORDS
from council.published.standing import NextStop, Standing, State, standing

TODAY = date(2026, 10, 6)
YESTERDAY, TOMORROW, LATER = TODAY - timedelta(days=1), TODAY + timedelta(days=1), TODAY + timedelta(days=30)


def stop(
    day: date | None = None,
    result: str | None = None,
    *,
    organization: str = "Hauptausschuss",
    meeting: str | None = None,
) -> Consultation:
    return Consultation(organization=organization, date=day, result=result, meeting=meeting)


def paper(*stops: Consultation, filed: date | None = None) -> Paper:
    return Paper(reference="22-0815", name="Mehr Bänke am Kanal", public=True, date=filed, consultations=stops)


def of(*stops: Consultation) -> Standing:
    return standing(paper(*stops), today=TODAY)


def on(day: int) -> date:
    return date(2026, 3, day)


def test_a_paper_without_stops_is_filed_since_its_own_day() -> None:
    assert standing(paper(filed=on(1)), today=TODAY) == Standing(state=State.FILED, since=on(1))


def test_a_committee_without_a_session_makes_it_referred() -> None:
    assert of(stop(organization="Kulturausschuss")) == Standing(state=State.REFERRED, organization="Kulturausschuss")


@pytest.mark.parametrize("day", [TODAY, TOMORROW])
def test_a_session_that_is_not_over_makes_it_scheduled(day: date) -> None:
    assert of(stop(day)) == Standing(
        state=State.SCHEDULED,
        since=day,
        organization="Hauptausschuss",
        next=NextStop(date=day, organization="Hauptausschuss"),
    )


def test_a_session_without_a_day_is_scheduled_too() -> None:
    assert of(stop(meeting="3021")).state is State.SCHEDULED


def test_a_session_over_without_a_result_is_awaiting_it() -> None:
    assert of(stop(YESTERDAY)) == Standing(state=State.AWAITING_RESULT, since=YESTERDAY, organization="Hauptausschuss")


@pytest.mark.parametrize("result", ["(offen)", "ohne Ergebnis", ""])
def test_words_for_no_result_are_no_result(result: str) -> None:
    assert of(stop(YESTERDAY, result)).state is State.AWAITING_RESULT


def test_a_coming_session_outweighs_one_whose_result_is_missing() -> None:
    assert of(stop(YESTERDAY), stop(LATER), stop(TOMORROW)).state is State.SCHEDULED
    assert of(stop(YESTERDAY), stop(LATER), stop(TOMORROW)).since == TOMORROW


def test_the_newest_result_counts_whatever_its_place_on_the_page() -> None:
    found = of(stop(on(9), "abgelehnt", organization="Rat"), stop(on(2), "vertagt"))
    assert (found.state, found.since, found.organization, found.result) == (State.REJECTED, on(9), "Rat", "abgelehnt")


def test_on_one_day_the_order_of_the_page_counts() -> None:
    assert of(stop(on(2), "vertagt"), stop(on(2), "überwiesen")).state is State.REFERRED


def test_a_stop_without_a_day_follows_the_one_before_it() -> None:
    assert of(stop(on(2), "vertagt"), stop(None, "beschlossen")).state is State.ADOPTED
    assert of(stop(None, "vertagt"), stop(on(2), "beschlossen")).state is State.ADOPTED
    assert of(stop(on(2), "vertagt"), stop(None, "abgelehnt"), stop(on(3), "beschlossen")).state is State.ADOPTED


def test_adopted_and_referred_then_withdrawn_is_withdrawn() -> None:
    found = of(
        stop(on(2), "ungeändert beschlossen / überwiesen"),
        stop(on(20), "zurückgezogen / erledigt", organization="Sozialausschuss"),
    )
    assert (found.state, found.organization) == (State.WITHDRAWN, "Sozialausschuss")


@pytest.mark.parametrize(
    ("result", "expected"),
    [
        ("ungeändert beschlossen", State.ADOPTED),
        ("ungeändert beschlossen / überwiesen", State.ADOPTED_AND_REFERRED),
        ("abgelehnt", State.REJECTED),
        ("zurückgezogen", State.WITHDRAWN),
        ("erledigt", State.DONE),
        ("teilweise zugestimmt", State.MIXED),
    ],
)
@pytest.mark.parametrize("later", ["zur Kenntnis genommen", "schriftliche Stellungnahme", "(offen)", None])
def test_taking_note_or_silence_undoes_no_decision(result: str, expected: State, later: str | None) -> None:
    found = of(stop(on(2), result), stop(on(9), later, organization="Beirat"))
    assert (found.state, found.since, found.result) == (expected, on(2), result)


def test_taking_note_ends_what_followed_a_decision() -> None:
    assert of(stop(on(2), "beschlossen"), stop(on(3), "vertagt"), stop(on(4), "Kenntnisnahme")).state is State.ADOPTED


@pytest.mark.parametrize("earlier", ["überwiesen", "vertagt", "empfohlen"])
def test_taking_note_counts_where_nothing_was_decided(earlier: str) -> None:
    assert of(stop(on(2), earlier), stop(on(9), "zur Kenntnis genommen")).state is State.NOTED


def test_a_later_result_replaces_a_decision() -> None:
    assert of(stop(on(2), "beschlossen"), stop(on(9), "vertagt")).state is State.POSTPONED


def test_an_unknown_wording_is_newer_and_shown_as_it_is() -> None:
    found = of(stop(on(2), "beschlossen"), stop(on(9), "mit Dank angenagelt"))
    assert (found.state, found.result) == (State.UNKNOWN, "mit Dank angenagelt")


def test_a_step_of_the_administration_is_no_verdict_of_ours() -> None:
    assert of(stop(on(2), "genehmigt OB")).state is State.UNKNOWN


def test_a_future_stop_goes_to_next_and_leaves_the_state() -> None:
    found = of(stop(on(2), "vertagt"), Consultation(organization="Rat", date=TOMORROW, agenda_item="99"))
    assert found.state is State.POSTPONED
    assert found.next == NextStop(date=TOMORROW, organization="Rat", agenda_item="99")


def test_a_result_before_the_day_of_the_session_counts() -> None:
    found = of(stop(TOMORROW, "abgesetzt"))
    assert (found.state, found.next) == (State.POSTPONED, None)


def test_after_a_referral_it_lies_in_the_committee_named_later() -> None:
    found = of(stop(on(2), "überwiesen"), stop(organization="Kulturausschuss"))
    assert (found.state, found.organization, found.lies_in) == (State.REFERRED, "Hauptausschuss", "Kulturausschuss")


def test_it_lies_nowhere_else_if_the_last_stop_has_the_result() -> None:
    assert of(stop(organization="Kulturausschuss"), stop(on(2), "überwiesen")).lies_in is None


DAYS = st.none() | st.dates(date(2014, 1, 1), date(2030, 12, 31))
WORDS = st.sampled_from([word for words in RESULT_WORDS.values() for word in words]) | st.text(max_size=20)
STOPS = st.builds(
    Consultation,
    organization=st.sampled_from(["Rat", "Hauptausschuss", ""]),
    date=DAYS,
    meeting=st.none() | st.just("1"),
    result=st.none() | WORDS,
)


@given(st.lists(STOPS, max_size=6), st.dates(date(2014, 1, 1), date(2030, 12, 31)))
def test_every_paper_stands_somewhere(stops: list[Consultation], today: date) -> None:
    found = standing(paper(*stops), today=today)
    assert found.state in State
    assert found.next is None or found.next.date >= today


@given(
    st.lists(
        st.builds(stop, DAYS, st.sampled_from(["vertagt", "beschlossen", "überwiesen", "Kenntnisnahme"])),
        min_size=1,
        max_size=6,
    ),
    st.dates(date(2014, 1, 1), date(2030, 12, 31)),
)
def test_where_every_stop_has_a_result_the_day_does_not_matter(stops: list[Consultation], today: date) -> None:
    assert standing(paper(*stops), today=today) == standing(paper(*stops), today=TODAY)


def test_a_later_stop_that_is_over_without_a_result_is_no_stop_to_come() -> None:
    found = of(stop(on(1), "überwiesen"), stop(on(8), organization="Kulturausschuss"))
    assert (found.lies_in, found.treated_on, found.next) == ("Kulturausschuss", on(8), None)
