"""How questions are answered: through indexes, however much is stored."""

import sqlite3

import pytest

from storage import (
    announcing,
    audiences,
    authors,
    baselines,
    changes,
    claiming,
    committees,
    concerned,
    erasing,
    families,
    following,
    forgetting,
    held,
    lookup,
    meeting_recording,
    meeting_writing,
    meetings,
    mentions,
    moving,
    notices,
    open_papers,
    operating,
    organizations,
    outbox,
    papers,
    questions,
    reckoning,
    recording,
    retention,
    retracting,
    rounds,
    sightings,
    sources,
    subscribers,
    subscriptions,
    targets,
    told,
    visits,
    wanted,
    ways,
)

MODULES = (
    *(changes, forgetting, held, lookup, meeting_recording, meeting_writing, meetings, organizations, papers),
    *(questions, recording, rounds, sightings, sources, targets, visits, wanted, ways),
    *(announcing, audiences, baselines, claiming, committees, concerned, erasing, families, following, mentions),
    *(authors, open_papers, reckoning),
    *(moving, notices, operating, outbox, retention, retracting, subscribers, subscriptions, told),
)
STATEMENTS = ("SELECT", "UPDATE", "DELETE")
# One row, or a count that an index holds.
WHOLE = {"EXAMPLE", "COUNT"}
ASKED = {
    f"{module.__name__.removeprefix('storage.')}.{name}": value
    for module in MODULES
    for name, value in vars(module).items()
    if isinstance(value, str) and value.lstrip().startswith(STATEMENTS) and name not in WHOLE
}
# Tables of a few rows, and lists handed in.
SMALL = tuple(
    f"SCAN {name}" for name in ("bodies", "asked", "json_each", "sources", "structures", "unreckoned", "CONSTANT ROW")
)


class Anything(dict[str, str]):
    """A value for every parameter."""

    def __missing__(self, name: str) -> str:
        return "[]" if name in {"rows", "keys", "days", "items", "kept", "names", "tokens", "chats"} else "1"


def plan(connection: sqlite3.Connection, sql: str) -> list[str]:
    return [row["detail"] for row in connection.execute(f"EXPLAIN QUERY PLAN {sql}", Anything())]


@pytest.mark.parametrize("name", ASKED)
def test_no_question_reads_a_whole_table(connection: sqlite3.Connection, name: str) -> None:
    steps = plan(connection, ASKED[name])
    assert steps
    # Partial indexes hold only what waits: few rows, or all of them wanted.
    waiting = (
        *("held_changes", "open_changes", "pending_changes", "open_wanted_by_target", "answered_wanted"),
        *("tried_notices", "notices_by_state", "subscribers_with_lead_times"),
    )
    scans = [step for step in steps if step.startswith("SCAN") and not step.startswith(SMALL)]
    assert not [step for step in scans if not step.endswith(waiting)]
    # By body alone would be all of a council's papers.
    assert not [step for step in steps if step.endswith("INDEX public_papers (body=?)") and not name.endswith("BODIES")]


@pytest.mark.parametrize(
    ("sql", "index"),
    [
        (recording.SAME_REFERENCE, "papers_by_reference"),
        (targets.DUE, "targets_by_due"),
        (targets.NEXT_DUE, "targets_by_due"),
        (changes.OPEN, "open_changes"),
        (held.HELD, "held_changes"),
        (rounds.PENDING, "pending_changes"),
        (rounds.UNFINISHED, "unfinished_rounds"),
        (rounds.FUTURE, "meetings_by_source"),
        (meetings.BY_KEY, "meetings_by_key"),
        (meetings.BY_ITEM, "agenda_items_by_key"),
        (meetings.BETWEEN, "meetings_by_day"),
        (meetings.PAPER_KEYS, "agenda_items_by_reference"),
        (forgetting.OF_ITEMS, "changes_by_item"),
        (forgetting.OF_MEETING, "changes_by_meeting"),
        (forgetting.OF_PAPER, "changes_by_paper"),
        (wanted.NEXT, "wanted_by_state"),
        (wanted.SETTLE, "open_wanted_by_target"),
        (organizations.RENAMED, "organizations_by_key"),
        (claiming.DUE, "pending_notices"),
        (claiming.TRIED, "tried_notices"),
        (claiming.EXPIRE, "expiring_notices"),
        (claiming.EARLIER, "pending_by_subject"),
        (claiming.NEXT, "pending_notices"),
        (outbox.NEWER, "news_once_pending"),
        (subscriptions.FOLLOWERS, "subscriptions_by_target"),
        (concerned.FOLLOWERS, "subscriptions_by_target"),
        (concerned.STARTS_TOLD, "told_by_subject"),
        (concerned.SESSIONS, "meetings_by_day"),
        (committees.SESSIONS_OF, "meetings_by_day"),
        (committees.NAMES, "meetings_by_organization"),
        (retracting.CANCEL, "pending_by_subject"),
        (retracting.TOLD, "told_by_subject"),
        (retention.NOTICES, "settled_notices"),
        (retention.GONE, "gone_subscribers"),
        (baselines.OPEN_OF_PAPER, "open_changes"),
        (authors.OF_PAPER, "authorships_by_paper"),
        (reckoning.OF_MEETING, "consultations_by_meeting"),
        (reckoning.OF_MEETING, "consultations_by_agenda_item"),
        (reckoning.OF_MEETING, "consultations_by_day"),
        (reckoning.OF_MEETING, "papers_by_reference"),
        (ways.OF_PAPER, "meetings_by_key"),
        (ways.OF_PAPER, "agenda_items_by_key"),
        (ways.OF_PAPER, "agenda_items_by_reference"),
        (ways.OF_PAPER, "meetings_by_day"),
    ],
)
def test_what_is_asked_often_has_its_index(connection: sqlite3.Connection, sql: str, index: str) -> None:
    assert [step for step in plan(connection, sql) if f"{index} " in f"{step} "]
