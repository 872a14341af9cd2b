"""One page, one transaction: all it says, all it means, or nothing."""

import sqlite3
from datetime import timedelta

from council.published.changes import ChangeKind
from council.published.meetings import AgendaItemText
from council.published.organizations import Member, Organization
from council.published.readings import ListedPaper, Page, Reading
from council.published.rounds import TargetKind
from storage.meetings import meeting_by_key
from storage.organizations import all_organizations, record_organizations
from storage.pages import fail_page, record_page
from storage.sources import source_states
from storage.targets import Outcome, TargetKey, due_targets
from tests.storage.sessions import (
    NOW,
    a_paper,
    a_row,
    a_session,
    a_source,
    a_visit,
    an_item,
    end_round,
    everything,
    later,
    seen,
)

AGENDA = TargetKey(kind=TargetKind.AGENDA, key="700")


def reading(page: Page, **fields: object) -> Reading:
    return Reading(kind="allris", page=page, **fields)  # type: ignore[arg-type]


def test_a_page_is_recorded_planned_settled_and_counted(connection: sqlite3.Connection) -> None:
    record_page(connection, a_visit(connection), reading(Page.CALENDAR, meetings=(a_row(),)))
    page = reading(Page.AGENDA, meetings=(a_session(an_item(paper="22-1", paper_id="1")),))
    recorded = record_page(connection, a_visit(connection), page, target=AGENDA)
    assert (recorded.meetings.changed, [change.kind for change in recorded.told]) == (1, [ChangeKind.AGENDA_PUBLISHED])
    due = due_targets(connection, a_source(connection), now=NOW)
    assert [(each.kind, each.key) for each in due] == [(TargetKind.PAPER, "1")]
    [state] = source_states(connection)
    assert (state.last_good_at, state.failures) == (NOW, 0)
    ended = end_round(connection)
    assert (ended.pages_read, ended.pages_failed) == (2, 0)


def test_an_aborted_page_leaves_nothing(connection: sqlite3.Connection) -> None:
    visit = a_visit(connection)
    before = everything(connection)
    connection.execute("BEGIN IMMEDIATE")
    pages = reading(Page.AGENDA, meetings=(a_session(an_item()),), papers=(a_paper(),))
    record_page(connection, visit, pages, target=AGENDA)
    assert everything(connection) != before
    connection.execute("ROLLBACK")
    assert everything(connection) == before


def test_a_list_names_papers_to_be_read(connection: sqlite3.Connection) -> None:
    listed = (
        ListedPaper(reference="22-1", id="1", date=NOW.date()),
        ListedPaper(reference="22-2", id="2", date=NOW.date() - timedelta(days=200)),
        ListedPaper(reference="22-3", id="3"),
        ListedPaper(reference="22-4"),
    )
    page, since = reading(Page.PAPERS, listed=listed), NOW.date() - timedelta(days=90)
    assert record_page(connection, a_visit(connection), page, listed_since=since).discovered == 2
    assert record_page(connection, a_visit(connection), page, listed_since=since).discovered == 0


def test_an_items_own_page_adds_what_was_said(connection: sqlite3.Connection) -> None:
    seen(connection, a_session(an_item("1")))
    text = AgendaItemText(protocol="Es wurde beraten.", vote="einstimmig")
    own = an_item("1", name="Länger", number="TOP 1", result="beschlossen", text=text)
    page = reading(Page.ITEM, items=(own,))
    recorded = record_page(connection, a_visit(connection), page)
    assert [change.kind for change in recorded.told] == [ChangeKind.RESULT_APPEARED]
    assert record_page(connection, a_visit(connection), page).told == ()
    found = meeting_by_key(connection, "elbdorf", "700")
    assert found
    item = found.known.items[0].item
    assert (item.name, item.result, item.text) == ("Bericht 1", "beschlossen", text)


def test_an_item_of_no_known_agenda_is_passed_over(connection: sqlite3.Connection) -> None:
    assert record_page(connection, a_visit(connection), reading(Page.ITEM, items=(an_item("1"),))).told == ()


def test_a_failed_page_changes_nothing_but_says_so(connection: sqlite3.Connection) -> None:
    seen(connection, a_row())
    failed = {"kind": "unreachable", "sentence": "Der Server antwortet nicht."}
    for minutes in (0, 15):
        visit = a_visit(connection, now=later(minutes=minutes))
        since = fail_page(connection, visit, Outcome.FAILED, target=AGENDA, **failed)
        assert since == NOW
    [state] = source_states(connection, body="elbdorf")
    assert (state.failures, state.failing_since, state.last_tried_at) == (2, NOW, later(minutes=15))
    assert (state.error_kind, state.error) == ("unreachable", "Der Server antwortet nicht.")
    found = meeting_by_key(connection, "elbdorf", "700")
    assert found
    assert found.read_at == NOW


def test_a_refused_page_is_no_failure_of_the_source(connection: sqlite3.Connection) -> None:
    seen(connection, a_row())
    refused = {"kind": "not_public", "sentence": "Nicht öffentlich."}
    assert fail_page(connection, a_visit(connection), Outcome.NOT_PUBLIC, target=AGENDA, **refused) == NOW
    [state] = source_states(connection)
    assert (state.failures, state.last_good_at) == (0, NOW)
    found = meeting_by_key(connection, "elbdorf", "700")
    assert found
    assert found.known.meeting.public


def test_organizations_keep_their_members_when_a_list_names_none(connection: sqlite3.Connection) -> None:
    committee = Organization(name="Bauausschuss", id="12", kind="Ausschuss", web="https://ris.elbdorf.example/12")
    members = (Member(name="Ute Weiß", role="Vorsitz"), Member(name="Jan Grau"))
    with_members = Organization(name="Bauausschuss", id="12", kind="Ausschuss", members=members, end_date=NOW.date())
    visit = a_visit(connection)
    for page in (committee, with_members, committee):
        record_page(connection, visit, reading(Page.ORGANIZATION, organizations=(page,)))
    [found] = all_organizations(connection, "elbdorf")
    assert found.end_date == NOW.date()
    assert (found.id, found.web, found.members) == ("12", "https://ris.elbdorf.example/12", members)


def test_a_renamed_organization_takes_its_key_along(connection: sqlite3.Connection) -> None:
    visit = a_visit(connection)
    for name in ("Bauausschuss", "Ausschuss für Bau"):
        record_organizations(connection, visit, [Organization(name=name, id="12", kind="Ausschuss")])
    assert [(each.name, each.id) for each in all_organizations(connection, "elbdorf")] == [
        ("Ausschuss für Bau", "12"),
        ("Bauausschuss", None),
    ]
