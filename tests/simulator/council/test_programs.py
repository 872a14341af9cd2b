"""Every page that the council offers is answered at any moment of its story, or refused as ALLRIS refuses."""

import pytest

from simulator.council.pages import refusals
from simulator.council.pages.list_filter import PAGE, View
from simulator.council.pages.organization_pages import KEYS
from simulator.council.pages.paper_page import paper_page
from simulator.council.pages.shown_paper import shown_paper
from simulator.council.programs import answer
from simulator.council.questions import Question
from simulator.council.story.happenings import State
from tests.simulator.council.stories import HOST, START, parsed, state, words

MOMENTS = range(0, 60, 3)
UNANNOUNCED = 6  # the day on which papers stand on the agenda of a session that is announced later
REFUSED = refusals.no_information()


def is_shown(now: State, program: str, view: View | None = None, /, **parameters: int) -> bool:
    """Whether there is a page; the only other answers are refusals with HTTP 200 or, to closed sessions, 302."""
    question = Question(
        program=program,
        parameters={name: str(value) for name, value in parameters.items()},
        state=now,
        today=START,
        host_url=HOST,
        view=view or View(),
    )
    found = answer(question)
    assert found.status == (302 if "Location" in found.headers else 200)
    return found.status == 200 and found.body != REFUSED


@pytest.mark.parametrize("days", MOMENTS)
def test_every_page_is_shown_if_it_is_public_and_refused_if_not(days: int) -> None:
    now = state(days)
    for key, paper in now.papers.items():
        assert is_shown(now, "vo020", volfdnr=key) == paper.public
    agendas = {key for key in now.meetings if now.agenda(key) is not None}
    for key in {*now.meetings, *(item.meeting for item in now.items.values())}:
        assert is_shown(now, "to010", silfdnr=key) == (key in agendas)
    for key, item in now.items.items():
        assert is_shown(now, "to020", tolfdnr=key) == (item.public and item.meeting in agendas)


@pytest.mark.parametrize("days", MOMENTS)
def test_calendars_lists_and_organizations_are_always_shown(days: int) -> None:
    now = state(days)
    assert all(is_shown(now, "si010_e", mm=month, yy=2026) for month in range(1, 13))
    views = [View(offset=offset) for offset in range(0, len(now.papers) + PAGE, PAGE)]
    views += [View(order=order) for order in ("1voname", "1vocdat", "1vaname")]
    assert all(is_shown(now, "vo040", view) for view in views)
    assert all(is_shown(now, program) for program in ("au010", "fr010"))
    for organization in now.organizations.values():
        program, name = KEYS[organization.kind]
        assert is_shown(now, program, None, **{name.lower(): organization.key})


def test_a_session_not_announced_yet_is_missing_on_the_pages_of_its_papers() -> None:
    before, after = state(UNANNOUNCED), state(UNANNOUNCED + 1)
    scheduled = [item for item in before.items.values() if item.meeting not in before.meetings]
    papers = {item.paper for item in scheduled if item.public and before.paper(item.paper or 0)}
    assert papers
    for key in papers:
        assert way(before, key) == ["Bezirksversammlung"]
        organization, session = way(after, key)
        assert organization == "Bezirksversammlung"
        assert "Sondersitzung der Bezirksversammlung" in session


def way(now: State, paper: int | None) -> list[str]:
    """The rows of a paper's Beratungsfolge."""
    shown = shown_paper(now, paper or 0)
    assert shown is not None
    rows = parsed(paper_page(shown, council_name=now.council, host_url=HOST)).css("tr.zl12")
    return [words(row) for row in rows]
