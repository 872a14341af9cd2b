"""The story: pure, the same each time, and with everything in it that happens to a council."""

from datetime import date, timedelta

import pytest

from simulator.council.story.happenings import Kind, Step, happened, published
from simulator.council.story.musterfeld import musterfeld
from simulator.council.story.records import AgendaItem, FiledPaper, Meeting, Record
from tests.simulator.council.stories import START, at, state, story


def steps(kind: Kind, *, after: float = 0, until: float = 30) -> list[Step]:
    return [step for step in happened(story(), after=at(after), until=at(until)) if step.kind is kind]


def test_the_same_start_gives_the_same_story() -> None:
    assert musterfeld(START) == story()


def test_a_moment_is_the_moment_before_and_what_happened_since() -> None:
    before, after = state(3), state(10)
    records: dict[tuple[type, int], Record] = {(Meeting, key): each for key, each in before.meetings.items()}
    records |= {(AgendaItem, key): each for key, each in before.items.items()}
    records |= {(FiledPaper, key): each for key, each in before.papers.items()}
    for step in happened(story(), after=at(3), until=at(10)):
        identity = (type(step.record), step.record.key)
        assert records.get(identity) == step.before
        if step.after is None:
            del records[identity]
        else:
            records[identity] = step.after
    tables = (*after.meetings.values(), *after.items.values(), *after.papers.values())
    assert sorted(map(repr, records.values())) == sorted(map(repr, tables))


def test_steps_stand_in_order_of_time_and_each_changes_something() -> None:
    assert list(story().moments) == sorted(story().moments)
    assert all(step.before != step.after for step in story().steps)


@pytest.mark.parametrize("shift", range(0, 365, 13))
def test_the_story_can_start_on_any_day(shift: int) -> None:
    start = START + timedelta(days=shift)
    told = musterfeld(start)
    assert {step.kind for step in told.steps} == set(Kind)
    sessions = published(told, at(shift)).meetings.values()
    assert {each.day.weekday() for each in sessions} <= set(range(5))


def test_a_span_too_short_for_the_story_is_refused() -> None:
    with pytest.raises(ValueError, match="120 Tage vor"):
        musterfeld(START, back=30)


def test_the_story_can_last_for_years_and_have_more_papers() -> None:
    told = musterfeld(START, ahead=800, each_session=6)
    late = published(told, at(799))
    assert len(late.papers) > 1_500
    assert max(each.day for each in late.meetings.values()) > START + timedelta(days=780)


def test_numbers_and_keys_ascend_in_the_order_of_filing() -> None:
    filed = [step.record for step in story().steps if step.kind is Kind.PAPER_FILED]
    papers = [each for each in filed if isinstance(each, FiledPaper) and each.reference != "20-1554"]
    keys = [paper.key for paper in papers]
    numbers = [paper.reference for paper in papers if "." not in paper.reference]
    assert keys == sorted(set(keys))
    assert numbers == sorted(set(numbers))
    assert set(range(keys[0], keys[-1])) - set(keys), "there are gaps"


def test_every_paper_names_its_parent() -> None:
    by_key = state(269).papers
    answers = [paper for paper in by_key.values() if paper.reference.endswith(".01")]
    assert len(answers) > 10
    for answer in answers:
        assert answer.parent is not None
        assert by_key[answer.parent].reference == answer.reference.removesuffix(".01")


def test_agendas_come_ten_days_before_and_late_items_two() -> None:
    sessions = {each.key: each for each in state(269).meetings.values()}
    for step in story().steps:
        if step.kind is Kind.AGENDA_PUBLISHED:
            ahead = sessions[step.record.key].day - step.at.date()
            assert ahead == timedelta(days=10) or sessions[step.record.key].name.startswith("Sonder")
        if step.kind is Kind.ITEM_ADDED and isinstance(step.record, AgendaItem):
            assert sessions[step.record.meeting].day - step.at.date() == timedelta(days=2)


def test_minutes_come_forty_days_later() -> None:
    for step in story().steps:
        if step.kind is Kind.MINUTES_PUBLISHED and isinstance(step.record, Meeting):
            assert step.at.date() - step.record.day == timedelta(days=40)


def test_a_cancelled_session_has_neither_results_nor_minutes() -> None:
    off = [each for each in state(269).meetings.values() if each.cancelled]
    assert [each.title for each in off] == ["ENTFÄLLT! Sitzung des Stadtentwicklungsausschusses"]
    (session,) = off
    assert session.end is None
    assert not session.minutes_public
    assert all(not item.excerpt for item in state(269).agenda(session.key) or ())


def test_the_extraordinary_happens_once_each() -> None:
    assert [record_name(step) for step in steps(Kind.MEETING_CANCELLED)] == [
        "Sitzung des Stadtentwicklungsausschusses",
        "Sitzung des Regionalausschusses Seepark",
    ]
    assert [record_name(step) for step in steps(Kind.MEETING_REVIVED)] == ["Sitzung des Regionalausschusses Seepark"]
    assert [record_name(step) for step in steps(Kind.MEETING_MOVED)] == ["Sitzung des Ausschusses für Kultur"]
    assert [record_name(step) for step in steps(Kind.ROOM_CHANGED)] == ["Sitzung des Ausschusses für Mobilität"]
    assert [record_name(step) for step in steps(Kind.ITEM_VANISHED)] == [
        "Antrag der Fraktion Linden betr. Mittel für das Sommerfest am Mühlenteich"
    ]
    assert [record_name(step) for step in steps(Kind.ITEM_WITHDRAWN)] == [
        "- abgesetzt -",
        "Antrag der Fraktion Birke betr. Laubbläser in Grünanlagen - zurückgezogen -",
    ]
    assert len(steps(Kind.ITEM_NOT_PUBLIC)) == len(steps(Kind.PAPER_HIDDEN)) == len(steps(Kind.PAPER_OPENED)) == 1
    assert len(steps(Kind.ITEM_PAPER_ADDED)) == len(steps(Kind.RESULT_CHANGED)) == len(steps(Kind.PAPER_CHANGED)) == 1


def record_name(step: Step) -> str:
    return step.record.name


def test_a_new_order_changes_nothing_but_numbers() -> None:
    renumbered = steps(Kind.ITEM_RENUMBERED)
    assert len(renumbered) > 3
    for step in renumbered:
        assert isinstance(step.before, AgendaItem)
        assert isinstance(step.after, AgendaItem)
        assert step.before.number != step.after.number
        assert (step.before.key, step.before.name, step.before.paper) == (
            step.after.key,
            step.after.name,
            step.after.paper,
        )


def test_a_referred_paper_waits_and_is_taken_up_three_months_later() -> None:
    paper = state(0).paper_named("22-0172")
    assert paper is not None
    assert len(paper.stations) == 1
    referred = state(4).papers[paper.key]
    assert len(referred.stations) == 2
    committee = referred.stations[1].organization
    days = [
        state(269).meetings[item.meeting].day
        for item in state(269).items.values()
        if item.paper == paper.key and state(269).meetings[item.meeting].organization == committee
    ]
    assert [day - START > timedelta(days=80) for day in days] == [True]


def test_a_result_changes_after_it_was_published() -> None:
    (step,) = steps(Kind.RESULT_CHANGED)
    assert isinstance(step.before, AgendaItem)
    assert isinstance(step.after, AgendaItem)
    assert (step.before.result, step.after.result) == ("vertagt", "überwiesen")


def test_some_results_come_weeks_later_and_some_never() -> None:
    items = [item for item in state(269).items.values() if item.paper and item.excerpt]
    assert any(item.result is None for item in items)
    late = [
        step
        for step in story().steps
        if step.kind is Kind.RESULT_PUBLISHED
        and isinstance(step.record, AgendaItem)
        and (step.at.date() - state(269).meetings[step.record.meeting].day).days == 21
    ]
    assert len(late) > 20


def test_there_are_sessions_and_papers_enough_for_a_year() -> None:
    public = [each for each in state(0).meetings.values() if each.public and START <= each.day <= date(2027, 6, 1)]
    assert len(public) > 90
    assert len(state(269).papers) > 400


def test_non_public_items_have_a_name_nobody_may_see() -> None:
    assert any(not item.public for item in state(0).items.values())
