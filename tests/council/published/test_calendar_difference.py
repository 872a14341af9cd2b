from datetime import timedelta

from council.published.calendar_difference import known_sessions
from tests.council.published.sessions import DAY, START, a_session, known


def test_a_session_is_known_by_its_key_wherever_it_moved() -> None:
    stored = known(a_session(agenda=None))
    moved = a_session(agenda=None, day=DAY + timedelta(days=7), start=START + timedelta(days=7))
    assert known_sessions([stored], [moved]) == (stored,)


def test_a_session_that_gets_its_key_with_its_agenda_is_the_same() -> None:
    stored = known(a_session(agenda=None, id=None))
    assert known_sessions([stored], [a_session(agenda=None, id="700")]) == (stored,)


def test_a_session_under_another_key_is_the_same_and_another_time_tells_two_apart() -> None:
    early, late = (
        known(a_session(agenda=None, id="1")),
        known(a_session(agenda=None, id="2", start=START + timedelta(hours=2))),
    )
    rows = [a_session(agenda=None, id="9", start=START + timedelta(hours=2)), a_session(agenda=None, id="8")]
    assert known_sessions([early, late], rows) == (late, early)


def test_two_sessions_of_one_name_and_hour_stay_two() -> None:
    stored = known(a_session(agenda=None, id=None))
    row = a_session(agenda=None, id=None)
    assert known_sessions([stored], [row, row]) == (stored, None)


def test_a_session_of_another_day_or_name_is_new() -> None:
    stored = known(a_session(agenda=None, id="1"))
    rows = [a_session(id="2", name="Hauptausschuss"), a_session(id="3", day=DAY + timedelta(days=1), start=None)]
    assert known_sessions([stored], rows) == (None, None)
