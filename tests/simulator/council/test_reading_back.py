"""The program's own reader finds on the simulated pages what is published at that moment, and nothing else."""

import pytest

from council.published.meetings import AgendaItem as ReadItem
from simulator.council.pages.agenda_page import agenda_page
from simulator.council.pages.calendar_page import month_page
from simulator.council.pages.item_page import item_page
from simulator.council.pages.list_filter import View
from simulator.council.pages.list_page import list_page
from simulator.council.pages.organization_pages import organization_page
from simulator.council.story.happenings import State
from simulator.council.story.records import AgendaItem
from sources.allris.page import read_page
from tests.simulator.council.stories import HOST, state

MOMENTS = [0, 7.5, 8.5, 45]


def one_line(name: str | None) -> str:
    return " ".join((name or "").split())


def reference_of(now: State, item: AgendaItem) -> str | None:
    paper = now.paper(item.paper) if item.paper is not None else None
    return paper.reference if paper else None


def name_of_paper(now: State, item: AgendaItem) -> str:
    """The item's own name if it has no paper."""
    paper = now.paper(item.paper) if item.paper is not None else None
    return paper.name if paper else item.name


@pytest.mark.parametrize("days", MOMENTS)
def test_agendas_read_back(days: float) -> None:
    now = state(days)
    for key, session in now.meetings.items():
        page = agenda_page(now, key, host_url=HOST)
        if page is None:
            continue
        (read,) = read_page(page).meetings
        assert (read.id, read.day, read.cancelled) == (str(key), session.day, session.cancelled)
        assert (read.start.time() if read.start else None) == session.start
        assert (read.end.time() if read.end else None) == session.end
        assert [facts(each) for each in read.agenda or ()] == [
            published_facts(now, item) for item in now.agenda(key) or ()
        ]


def facts(item: ReadItem) -> tuple[object, ...]:
    return (item.number, one_line(item.name), item.id, item.public, item.paper, item.result, item.late)


def published_facts(now: State, item: AgendaItem) -> tuple[object, ...]:
    if not item.public:
        return (item.shown_number, "", None, False, None, None, False)
    paper = reference_of(now, item)
    return (item.shown_number, one_line(item.name), str(item.key), True, paper, item.result, item.late)


@pytest.mark.parametrize("days", MOMENTS)
def test_items_read_back(days: float) -> None:
    now = state(days)
    renamed = [key for key, item in now.items.items() if item.name != name_of_paper(now, item)]
    for key in dict.fromkeys([*list(now.items)[::7], *renamed]):
        page = item_page(now, key, host_url=HOST)
        if page is None:
            continue
        (read,) = read_page(page).items
        item = now.items[key]
        assert (read.number, read.id, read.result) == (item.shown_number, str(key), item.result)
        paper = now.paper(item.paper) if item.paper is not None else None
        assert (read.meeting, read.paper_id) == (str(item.meeting), str(paper.key) if paper else None)
        assert read.paper == reference_of(now, item)
        texts = (read.text.protocol or "", read.text.decision or "", read.text.vote or "")
        assert texts == (item.protocol, item.decision, item.vote)


@pytest.mark.parametrize("days", MOMENTS)
def test_calendars_read_back(days: float) -> None:
    now = state(days)
    for month in range(1, 13):
        read = {int(each.id or 0): each for each in read_page(month_page(now, 2026, month, host_url=HOST)).meetings}
        expected = {each.key for each in now.meetings.values() if (each.day.year, each.day.month) == (2026, month)}
        assert set(read) == expected
        for key, found in read.items():
            session = now.meetings[key]
            agenda = session.agenda_public and not session.cancelled
            assert (found.day, found.cancelled, found.has_agenda) == (session.day, session.cancelled, agenda)


def test_lists_and_members_read_back() -> None:
    now = state(0)
    listed = read_page(list_page(now, View(), host_url=HOST)).listed
    assert [each.reference for each in listed] == [
        paper.reference for paper in View().select(now.papers.values())[: len(listed)]
    ]
    for organization in now.organizations.values():
        (read,) = read_page(organization_page(now, organization, host_url=HOST)).organizations
        assert (read.name, read.id) == (organization.name, str(organization.key))
        assert [each.name for each in read.members] == [each.name for each in organization.members]
