"""The council's calendar."""

from datetime import date, timedelta

from simulator.council.story.seasons import public_holidays, recurring, school_holidays, working_day


def test_holidays_move_with_easter() -> None:
    assert public_holidays(2026)[date(2026, 4, 3)] == "Karfreitag"
    assert public_holidays(2026)[date(2026, 5, 25)] == "Pfingstmontag"
    assert public_holidays(2027)[date(2027, 3, 29)] == "Ostermontag"


def test_a_working_day_is_neither_weekend_nor_holiday() -> None:
    assert working_day(date(2026, 4, 3)) == date(2026, 4, 7)
    assert working_day(date(2026, 9, 1)) == date(2026, 9, 1)


def test_school_holidays_reach_to_the_end_of_the_year() -> None:
    assert school_holidays(date(2026, 12, 31))
    assert not school_holidays(date(2027, 1, 4))


def test_recurring_days_keep_their_grid_over_weekends() -> None:
    start = date(2026, 9, 1)
    days = list(recurring(start, offset=4, every=28, first=start, last=start + timedelta(days=70)))
    assert days == [date(2026, 9, 7), date(2026, 10, 5), date(2026, 11, 2)], "all of them Saturdays on the grid"
