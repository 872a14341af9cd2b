"""Putting a story together."""

from dataclasses import replace
from datetime import date, time

from simulator.council.story import differences
from simulator.council.story.composing import Composer, wall
from simulator.council.story.happenings import Kind, Step
from simulator.council.story.outcomes import with_result
from simulator.council.story.records import AgendaItem, Meeting

DAY = date(2026, 9, 1)
SESSION = Meeting(key=1, reference="SI/2026/001", organization=2, name="Sitzung", day=DAY, start=time(18))
ITEM = AgendaItem(key=5, meeting=1, number=(1,), name="Bänke")


def composed(composer: Composer) -> list[Step]:
    return list(composer.story(council="Rat", start=DAY, organizations=()).steps)


def composer_with_session() -> Composer:
    composer = Composer()
    composer.new(wall(DAY, 8, days=-20), Kind.MEETING_ANNOUNCED, SESSION)
    composer.new(wall(DAY, 8, days=-10), Kind.ITEM_SCHEDULED, ITEM)
    return composer


def test_differences_may_be_told_in_any_order() -> None:
    composer = composer_with_session()
    composer.item(wall(DAY, 11, days=1), Kind.RESULT_PUBLISHED, 5, lambda item: with_result(item, "vertagt"))
    composer.item(wall(DAY, 9, days=-5), Kind.ITEM_REWORDED, 5, differences.reworded("Neue Bänke"))
    last = composed(composer)[-1].after
    assert last == replace(ITEM, name="Neue Bänke", excerpt=True, result="vertagt")


def test_what_does_not_take_place_has_no_results() -> None:
    composer = composer_with_session()
    composer.item(wall(DAY, 11, days=1), Kind.RESULT_PUBLISHED, 5, lambda item: with_result(item, "vertagt"))
    composer.meeting(wall(DAY, 9, days=-1), Kind.MEETING_CANCELLED, 1, differences.cancelled)
    composer.meeting(wall(DAY, 8, days=1), Kind.MEETING_HELD, 1, differences.held(time(19)))
    assert [step.kind for step in composed(composer)][-1] is Kind.MEETING_CANCELLED


def test_a_revived_session_has_results_again() -> None:
    composer = composer_with_session()
    composer.meeting(wall(DAY, 9, days=-3), Kind.MEETING_CANCELLED, 1, differences.cancelled)
    composer.meeting(wall(DAY, 9, days=-1), Kind.MEETING_REVIVED, 1, differences.revived)
    composer.item(wall(DAY, 11, days=1), Kind.RESULT_PUBLISHED, 5, lambda item: with_result(item, "vertagt"))
    assert [step.kind for step in composed(composer)][-1] is Kind.RESULT_PUBLISHED


def test_a_withdrawn_item_has_no_result_and_a_vanished_one_nothing() -> None:
    composer = composer_with_session()
    composer.item(wall(DAY, 9), Kind.ITEM_WITHDRAWN, 5, differences.withdrawn("abgesetzt", keeps_name=True))
    composer.item(wall(DAY, 11, days=1), Kind.RESULT_PUBLISHED, 5, lambda item: with_result(item, "vertagt"))
    composer.item_gone(wall(DAY, 12, days=1), Kind.ITEM_VANISHED, 5)
    composer.item(wall(DAY, 13, days=1), Kind.ITEM_REWORDED, 5, differences.reworded("Zu spät"))
    found = composed(composer)
    assert [step.kind for step in found][2:] == [Kind.ITEM_WITHDRAWN, Kind.ITEM_VANISHED]
    assert found[-1].after is None
    assert found[-1].record.name == "Bänke - abgesetzt -"


def test_what_changes_nothing_is_no_step() -> None:
    composer = composer_with_session()
    composer.item(wall(DAY, 9), Kind.ITEM_REWORDED, 5, differences.reworded("Bänke"))
    composer.item(wall(DAY, 9), Kind.ITEM_REWORDED, 99, differences.reworded("Wer?"))
    assert len(composed(composer)) == 2


def test_wall_time_follows_summer_and_winter() -> None:
    assert wall(date(2026, 10, 24), 11).utcoffset() != wall(date(2026, 10, 24), 11, days=1).utcoffset()
