"""Everything of an author, followed: in all spellings but those that were taken out, and nothing of others."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from council.published.changes import ChangeKind
from council.published.papers import Consultation, Paper
from council.served.notices import NoticeKind
from council.served.subscribers import Follow
from storage.authors import all_authors
from storage.following import concern_of, concerned_sessions, reasons_for_paper
from storage.migrating import known_migrations, migrate
from storage.subscriptions import (
    exclude_name,
    follow_author,
    follow_paper,
    following_author,
    subscriptions_of,
    unfollow,
)
from tests.storage.builders import SEESTADT, record
from tests.storage.chats import CHAT, DEFAULTS, a_chat, an_open_change, announced, notices
from tests.storage.sessions import DAY, NOW, a_paper, a_session, an_item, seen

GREENS, ALLIANCE, MEMBER = "GRÜNE-Fraktion", "Fraktion Bündnis 90/Die Grünen", "Ute Weiß (GRÜNE-Fraktion)"


def of(connection: sqlite3.Connection, key: str, originator: str = GREENS, **fields: str) -> int:
    stop = Consultation(organization="Bauausschuss", date=DAY, meeting="700")
    paper = a_paper(key, stop, originators=(originator,), **fields)
    return record(connection, paper).rows[0]


def a_name(connection: sqlite3.Connection, key: str) -> int:
    return int(connection.execute("SELECT id FROM author_names WHERE key = ?", (key,)).fetchone()[0])


def following_greens(connection: sqlite3.Connection, chat: int = CHAT) -> int:
    subscriber = a_chat(connection, chat)
    (known,) = (each for each in all_authors(connection) if "faction:grüne" in each.author.keys)
    assert follow_author(connection, subscriber, known.row, now=NOW).added
    return subscriber


def told_of(connection: sqlite3.Connection, paper: int) -> list[int]:
    """The chats that a result of this paper becomes a notice for."""
    change = an_open_change(connection, ChangeKind.RESULT_APPEARED, of_paper=paper, paper="22-x")
    announced(connection, change)
    return notices(connection, "subscriber", where=f"subject = 'paper:{paper}'")


@pytest.mark.parametrize("originator", [GREENS, ALLIANCE, MEMBER, "Grüne", f"SPD-Fraktion, {GREENS}"])
def test_every_spelling_reaches_the_follower(connection: sqlite3.Connection, originator: str) -> None:
    of(connection, "1000")
    subscriber = following_greens(connection)
    paper = of(connection, "1001", originator)
    assert told_of(connection, paper) == [subscriber]
    assert [each.label for each in reasons_for_paper(connection, subscriber, paper)] == [GREENS]


def test_others_papers_do_not(connection: sqlite3.Connection) -> None:
    of(connection, "1000")
    subscriber = following_greens(connection)
    foreign = record(connection, a_paper("1003", originators=(GREENS,)), body=SEESTADT).rows[0]
    others = (of(connection, "1001", "SPD-Fraktion"), of(connection, "1002", "Fraktion Grüne Liste"))
    assert [told_of(connection, paper) for paper in others] == [[], []]
    for paper in (*others, foreign):
        assert reasons_for_paper(connection, subscriber, paper) == ()


def test_what_answers_an_authors_paper_is_theirs_to_hear(connection: sqlite3.Connection) -> None:
    of(connection, "1000")
    subscriber = following_greens(connection)
    answer = record(connection, Paper(id="1", reference="22-1000.01", name="Antwort", public=True)).rows[0]
    named = record(connection, Paper(id="2", reference="23-7", name="Antwort", public=True, parent="22-1000")).rows[0]
    assert (told_of(connection, answer), told_of(connection, named)) == ([subscriber], [subscriber])


def test_an_agenda_with_their_item_is_scheduled_news_and_reminds(connection: sqlite3.Connection) -> None:
    of(connection, "1001")
    subscriber = following_greens(connection)
    seen(connection, a_session(an_item("9001", paper="22-1001"), an_item("9002", paper="22-1002")))
    meeting = int(connection.execute("SELECT id FROM meetings").fetchone()[0])
    announced(connection, an_open_change(connection, ChangeKind.AGENDA_PUBLISHED, meeting=meeting))
    assert notices(connection, "subscriber", "kind") == [(subscriber, NoticeKind.SCHEDULED)]
    session = concern_of(connection, subscriber, meeting)
    assert session is not None
    assert ([item.own for item in session.shown.items], session.whole) == ([True, False], False)
    (ahead,) = concerned_sessions(connection, NOW.date(), DAY, defaults=DEFAULTS)
    assert [each.to.row for each in ahead.concerned] == [subscriber]


def test_a_spelling_that_was_taken_out_concerns_the_chat_no_more(connection: sqlite3.Connection) -> None:
    own, members = of(connection, "1000"), of(connection, "1001", MEMBER)
    subscriber = following_greens(connection)
    (followed,) = subscriptions_of(connection, subscriber)
    assert exclude_name(connection, subscriber, followed.row, a_name(connection, "member:grüne"))
    assert exclude_name(connection, subscriber, followed.row, a_name(connection, "member:grüne"))
    assert reasons_for_paper(connection, subscriber, members) == ()
    assert reasons_for_paper(connection, subscriber, own) == (followed,)
    other = following_greens(connection, chat=9)
    assert len(reasons_for_paper(connection, other, members)) == 1
    assert not exclude_name(connection, other, followed.row, a_name(connection, "faction:grüne"))


def test_it_is_followed_once_under_whatever_name(connection: sqlite3.Connection) -> None:
    of(connection, "1000"), of(connection, "1001", ALLIANCE)
    subscriber = following_greens(connection)
    again = follow_author(connection, subscriber, a_name(connection, "faction:bündnis 90/die grünen"), now=NOW)
    (followed,) = subscriptions_of(connection, subscriber)
    assert (again.added, again.row) == (False, followed.row)
    assert (followed.follow, followed.label) == (Follow.AUTHOR, ALLIANCE)
    assert following_author(connection, subscriber, a_name(connection, "faction:grüne")) == followed
    assert unfollow(connection, subscriber, followed.row)
    assert subscriptions_of(connection, subscriber) == ()
    assert follow_author(connection, subscriber, 999, now=NOW).row is None


def test_a_followed_authors_name_stays_without_papers(connection: sqlite3.Connection) -> None:
    of(connection, "1000")
    subscriber = following_greens(connection)
    record(connection, Paper(id="1000", reference="22-1000", name="", public=False))
    assert [each.label for each in subscriptions_of(connection, subscriber)] == [GREENS]
    assert told_of(connection, of(connection, "1001", ALLIANCE)) == [subscriber]


def test_author_and_paper_followed_give_both_reasons_and_one_notice(connection: sqlite3.Connection) -> None:
    paper = of(connection, "1000")
    subscriber = following_greens(connection)
    assert follow_paper(connection, subscriber, paper, now=NOW).added
    assert told_of(connection, paper) == [subscriber]
    labels = [each.label for each in reasons_for_paper(connection, subscriber, paper)]
    assert labels == ["22-1000", GREENS]


def test_where_nobody_follows_authors_nothing_is_asked_of_them(connection: sqlite3.Connection) -> None:
    paper = of(connection, "1000")
    asked: list[str] = []
    connection.set_trace_callback(asked.append)
    told_of(connection, paper)
    connection.set_trace_callback(None)
    assert not [sql for sql in asked if "authorships" in sql]


def test_what_an_older_version_followed_is_still_followed(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "r.db", isolation_level=None)) as old:
        old.execute("PRAGMA foreign_keys = ON")
        migrate(old, known_migrations()[:3])
        old.execute("INSERT INTO bodies (id, key, name) VALUES (1, 'elbdorf', 'Elbdorf')")
        old.execute("INSERT INTO organizations (id, body, name) VALUES (7, 1, 'Rat')")
        old.execute("INSERT INTO subscribers VALUES (3, 4711, 0, 'private', 'de', 1, 5, NULL, NULL, NULL, NULL, 5)")
        old.execute("INSERT INTO subscriptions VALUES (9, 3, 1, 'organization', 'rat', NULL, 7, 1, 5)")
        migrate(old, known_migrations())
        rows = old.execute("SELECT id, follow, target_key, organization, author, paused, since FROM subscriptions")
        assert rows.fetchall() == [(9, "organization", "rat", 7, None, 1, 5)]
        assert old.execute("PRAGMA foreign_key_check").fetchall() == []
