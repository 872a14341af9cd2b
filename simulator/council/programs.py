"""The programs of ALLRIS that this council offers, and what each answers."""

from collections.abc import Callable
from datetime import date, datetime

from simulator.council.pages import refusals
from simulator.council.pages.agenda_page import agenda_page
from simulator.council.pages.calendar_page import month_page, range_page
from simulator.council.pages.item_page import item_page
from simulator.council.pages.list_page import list_page
from simulator.council.pages.organization_pages import KEYS, committees_page, factions_page, organization_page
from simulator.council.pages.paper_page import paper_page
from simulator.council.pages.shown_paper import shown_paper
from simulator.council.questions import Answer, Question
from simulator.council.story.records import OrganizationKind

_LONGEST_RANGE = 400  # days


def answer(question: Question) -> Answer:
    """Refusals come with HTTP 200. A program that is not offered is refused by its name."""
    program = _PROGRAMS.get(question.program)
    if program is None:
        return Answer(body=refusals.access_denied(f"{question.program}.asp"))
    return program(question)


def _page(found: bytes | None) -> Answer:
    return Answer(body=refusals.no_information() if found is None else found)


def _paper(question: Question) -> Answer:
    paper = shown_paper(question.state, question.key("volfdnr"))
    if paper is None:
        return _page(None)
    return _page(paper_page(paper, council_name=question.state.council, host_url=question.host_url))


def _agenda(question: Question) -> Answer:
    """A session behind closed doors is refused by sending the visitor elsewhere."""
    meeting = question.state.meetings.get(question.key("silfdnr"))
    if meeting is not None and not meeting.public:
        headers = {"Content-Type": "text/html", "Location": "noauth.asp"}
        return Answer(body=refusals.object_moved("noauth.asp"), status=302, headers=headers)
    return _page(agenda_page(question.state, question.key("silfdnr"), host_url=question.host_url))


def _item(question: Question) -> Answer:
    return _page(item_page(question.state, question.key("tolfdnr"), host_url=question.host_url))


def _calendar(question: Question) -> Answer:
    """A month by MM and YY, this one without them; a range by kaldatvon and kaldatbis."""
    first, last = (_day(question.parameters.get(name, "")) for name in ("kaldatvon", "kaldatbis"))
    if first and last and 0 <= (last - first).days <= _LONGEST_RANGE:
        return _page(range_page(question.state, first, last, host_url=question.host_url))
    year, month = question.whole("yy", question.today.year), question.whole("mm", question.today.month)
    if not (1 <= month <= 12 and 1990 <= year <= 2100):
        year, month = question.today.year, question.today.month
    return _page(month_page(question.state, year, month, host_url=question.host_url))


def _day(written: str) -> date | None:
    try:
        return datetime.strptime(written.strip(), "%d.%m.%Y").date()  # noqa: DTZ007  # a day, in no zone
    except ValueError:
        return None


def _list(question: Question) -> Answer:
    return _page(list_page(question.state, question.view, host_url=question.host_url))


def _committees(question: Question) -> Answer:
    return _page(committees_page(question.state, question.today, host_url=question.host_url))


def _factions(question: Question) -> Answer:
    return _page(factions_page(question.state, question.today, host_url=question.host_url))


def _organization(question: Question) -> Answer:
    """By the program's own parameter; the assembly also without one, since there is only one."""
    for organization in question.state.organizations.values():
        program, name = KEYS[organization.kind]
        if program[:2] != question.program[:2]:
            continue
        only = organization.kind is OrganizationKind.ASSEMBLY and name.lower() not in question.parameters
        if only or organization.key == question.key(name.lower()):
            return _page(organization_page(question.state, organization, host_url=question.host_url))
    return _page(None)


def _not_authorized(_: Question) -> Answer:
    return Answer(body=refusals.not_authorized())


_PROGRAMS: dict[str, Callable[[Question], Answer]] = {
    "vo020": _paper,
    "vo040": _list,
    "to010": _agenda,
    "to020": _item,
    "si010_e": _calendar,
    "au010": _committees,
    "au020": _organization,
    "fr010": _factions,
    "fr020": _organization,
    "pa020": _organization,
    "pa021": _organization,
    "noauth": _not_authorized,
}
