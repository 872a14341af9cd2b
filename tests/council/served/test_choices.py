"""What a chat can choose: written and read back, never more lead times than there may be."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from council.served.choices import OFFERED_LEADS, OFFERED_QUIET, Choice, Wish, parse_choice, with_choice
from council.served.lead_times import parse_lead_times

LEADS = st.sampled_from(OFFERED_LEADS)
CHOICES = st.one_of(
    st.builds(Choice, st.just(Wish.LANGUAGE), st.sampled_from(["de", "en"])),
    st.builds(Choice, st.sampled_from([Wish.LEAD_ON, Wish.LEAD_OFF]), LEADS.map(str)),
    st.builds(Choice, st.just(Wish.QUIET), st.sampled_from([str(hours) for hours in OFFERED_QUIET])),
    st.builds(Choice, st.sampled_from([Wish.NO_LEADS, Wish.USUAL_LEADS, Wish.NO_QUIET, Wish.ALL_USUAL])),
)


@given(CHOICES)
def test_a_choice_comes_back_as_it_was(choice: Choice) -> None:
    assert parse_choice(str(choice)) == choice


@given(st.text(max_size=40))
def test_anything_else_is_no_choice_or_writes_itself_so(text: str) -> None:
    choice = parse_choice(text)
    assert choice is None or str(choice) == text


@pytest.mark.parametrize("text", ["", "on", "on:", "on:1D", "on:0m", "lang:", "lang:DE", "quiet:", "quiet:-", "all:1"])
def test_what_no_button_has_is_no_choice(text: str) -> None:
    assert parse_choice(text) is None


@given(st.lists(st.tuples(st.booleans(), LEADS), max_size=20))
def test_lead_times_are_what_was_wanted_last_and_at_most_five(wishes: list[tuple[bool, object]]) -> None:
    leads, wanted = parse_lead_times("1d,2h"), {"1d", "2h"}
    for is_on, lead in wishes:
        changed = with_choice(leads, Choice(Wish.LEAD_ON if is_on else Wish.LEAD_OFF, str(lead)))
        after = wanted | {str(lead)} if is_on else wanted - {str(lead)}
        assert (changed is None) == (len(after) > 5)
        if changed is not None:
            leads, wanted = changed, after
    assert {str(lead) for lead in leads} == wanted
    assert [lead.before for lead in leads] == sorted((lead.before for lead in leads), reverse=True)
