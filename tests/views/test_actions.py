"""What buttons carry survives the way there and back, and nothing else gets through."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from views.actions import Act, Action, action_data, fitting_words, parse_action

ROWS = st.integers(1, 10**9)
PAGES = st.integers(1, 99)
WITH_ROW = [
    *(Act.FOLLOW_AUTHOR, Act.AGREE_AUTHOR, Act.LEAVE_AUTHOR, Act.UNDO_AUTHOR, Act.AUTHOR),
    *(Act.OPEN, Act.CARD, Act.FOLLOW_PAPER, Act.FOLLOW_ORGANIZATION, Act.AGREE_PAPER, Act.AGREE_ORGANIZATION),
    *(Act.LEAVE_PAPER, Act.LEAVE_ORGANIZATION, Act.UNDO_PAPER, Act.UNDO_ORGANIZATION, Act.COMMITTEE, Act.SESSION),
    *(Act.RELEASE, Act.DROP, Act.CALENDAR, Act.WAY),
]
WITH_ROW_AND_PAGE = [Act.TEXT, Act.AGENDA, Act.OPEN_PAPERS, Act.EXCLUDE_NAME]
IN_A_LIST = [Act.STOP, Act.PAUSE, Act.RESUME]
WITH_WORDS = [Act.FIND, Act.COMMITTEES_PAGE, Act.SESSIONS]
BARE = [
    *(Act.CALENDAR_ALL, Act.HELP, Act.FIND_HOW, Act.DECLINE, Act.FOLLOWING, Act.COMMITTEES, Act.AUTHORS),
    *(Act.SETTINGS, Act.SETTINGS_LANGUAGE, Act.SETTINGS_REMINDERS, Act.SETTINGS_QUIET),
    *(Act.DATA, Act.ERASE, Act.KEEP, Act.PRIVACY),
]
WITH_CHOICE = [Act.CHOOSE, Act.AGREE_CHOICE]
CHOICES = ["lang:en", "on:1d@18:00", "off:30m", "noleads", "leads", "quiet:21:00-07:00", "noquiet", "anyquiet", "all"]
PAGE_ALONE = [Act.FOLLOWING_PAGE, Act.OPEN_PAPERS_FOLLOWED]
WORDS = st.text(min_size=1).map(fitting_words)

actions = st.one_of(
    st.builds(Action, st.sampled_from(WITH_ROW), number=ROWS),
    st.builds(Action, st.sampled_from(WITH_ROW_AND_PAGE), number=ROWS, page=st.integers(1, 999)),
    st.builds(Action, st.sampled_from(IN_A_LIST), number=ROWS, listed=st.integers(0, 99)),
    st.builds(Action, st.sampled_from(WITH_WORDS), page=PAGES, words=WORDS.filter(bool)),
    st.builds(Action, st.sampled_from([Act.COMMITTEES_PAGE, Act.SESSIONS]), page=PAGES),
    st.builds(Action, st.sampled_from(PAGE_ALONE), page=PAGES),
    st.sampled_from([Action(act) for act in BARE]),
    st.builds(Action, st.sampled_from(WITH_CHOICE), words=st.sampled_from(CHOICES)),
)


def test_every_act_is_tried_here() -> None:
    assert {*WITH_ROW, *WITH_ROW_AND_PAGE, *IN_A_LIST, *WITH_WORDS, *BARE, *PAGE_ALONE, *WITH_CHOICE} == set(Act)


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
        "v1:abos:1",
        "v1:fp",
        "v1:fp:",
        "v1:fp:1:",
        "v1:fp:1:2",
        "v1:stop:1:",
        "v1:stop:1:0",
        "v1:stop:1:2:3",
        "v1:agenda:1",
        "v1:abop",
        "v1:gp:0:Sozial",
        "v1:drop:papers",
        "v1:erase:1",
        "v1:erase:",
        "v1:wish",
        "v1:wish:on",
        "v1:wish:on:1D",
        "v1:wish:lang:fr",
        "v1:wish:all:",
        "v1:wish:quiet:-",
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
