"""What buttons carry survives the way there and back, and nothing else gets through."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from views.actions import Act, Action, action_data, fitting_words, parse_action

actions = st.one_of(
    st.builds(Action, st.sampled_from([Act.OPEN, Act.CARD]), number=st.integers(1, 10**9)),
    st.builds(Action, st.just(Act.TEXT), number=st.integers(1, 10**9), page=st.integers(1, 999)),
    st.builds(
        Action, st.just(Act.FIND), page=st.integers(1, 99), words=st.text(min_size=1).map(fitting_words).filter(bool)
    ),
    st.sampled_from([Action(Act.HELP), Action(Act.FIND_HOW)]),
)


@given(actions)
def test_an_action_fits_a_button_and_comes_back_as_it_was(action: Action) -> None:
    data = action_data(action)
    assert len(data.encode()) <= 64
    assert parse_action(data) == action


@given(st.text(max_size=80))
def test_any_other_data_are_refused_without_a_fault(data: str) -> None:
    action = parse_action(data)
    assert action is None or action_data(action).startswith("v1:")


@pytest.mark.parametrize(
    "data",
    [
        "",
        "v1",
        "v1:",
        "v1:open",
        "v1:open:",
        "v1:open:0",
        "v1:open:-1",
        "v1:open:1e3",
        "v1:open:²",
        "v2:open:1",
        "v1:open:" + "9" * 30,
        "v1:text:1",
        "v1:find:1",
        "v1:find:1:",
        "v1:find:x:y",
        "v1:help:1",
        "v1:drop:papers",
    ],
)
def test_data_that_no_keyboard_ever_had_mean_nothing(data: str) -> None:
    assert parse_action(data) is None


def test_words_that_do_not_fit_are_left_out_whole() -> None:
    assert fitting_words("  Radweg   Winsener  Straße ") == "Radweg Winsener Straße"
    assert fitting_words("Radwegekonzept für die Winsener Straße zwischen Marktplatz und Schule") == (
        "Radwegekonzept für die Winsener Straße zwischen"
    )
    assert fitting_words("ü" * 40) == "ü" * 25
