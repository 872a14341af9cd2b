"""Following: harmless when pressed twice or ten thousand times, each chat's own, and ended without a trace."""

import sqlite3

import pytest

from council.served.subscribers import MOST_SUBSCRIPTIONS, Follow
from council.served.told import ToldPaper, ToldSession
from storage.recording import record_papers
from storage.subscribers import Defaults
from storage.subscriptions import (
    Audience,
    Followed,
    follow_organization,
    follow_paper,
    followers,
    following_organization,
    following_paper,
    pause,
    subscription,
    subscriptions_of,
    unfollow,
)
from storage.told import tell_paper, tell_session, told_paper, told_session
from tests.storage.chats import a_chat, an_organization, following
from tests.storage.sessions import DAY, NOW, a_paper, a_session, a_visit, later, seen


def a_stored_paper(connection: sqlite3.Connection, key: str = "1001") -> int:
    return record_papers(connection, a_visit(connection), [a_paper(key)]).rows[0]


def test_following_twice_is_following_once(connection: sqlite3.Connection) -> None:
    paper, row = a_stored_paper(connection), a_chat(connection)
    first = follow_paper(connection, row, paper, now=NOW)
    assert first.added
    assert [follow_paper(connection, row, paper, now=later(hours=1)) for _ in range(10)] == [
        Followed(row=first.row)
    ] * 10
    [followed] = subscriptions_of(connection, row)
    assert (followed.row, followed.follow, followed.target) == (first.row, Follow.PAPER, paper)
    assert (followed.label, followed.body, followed.since) == ("22-1001", "elbdorf", NOW)


def test_a_committee_is_followed_by_its_name_however_it_is_written(connection: sqlite3.Connection) -> None:
    row = a_chat(connection)
    one, other = an_organization(connection, "Bauausschuss"), an_organization(connection, "BAUAUSSCHUSS")
    first = follow_organization(connection, row, one, now=NOW)
    assert follow_organization(connection, row, other, now=NOW) == Followed(row=first.row)
    found = following_organization(connection, row, other)
    assert found
    assert (found.row, found.label) == (first.row, "Bauausschuss")


def test_nobody_follows_more_than_anybody_reads(connection: sqlite3.Connection) -> None:
    row = a_chat(connection)
    rows = [an_organization(connection, f"Ausschuss {number}") for number in range(MOST_SUBSCRIPTIONS + 1)]
    came = [follow_organization(connection, row, each, now=NOW) for each in rows]
    assert all(each.added for each in came[:-1])
    assert came[-1] == Followed(full=True)
    assert follow_organization(connection, row, rows[0], now=NOW).row == came[0].row


@pytest.mark.parametrize("public", [True, False])
def test_what_is_not_there_or_not_public_cannot_be_followed(connection: sqlite3.Connection, public: bool) -> None:
    row, paper = a_chat(connection), a_stored_paper(connection)
    record_papers(connection, a_visit(connection), [a_paper(public=public)])
    assert follow_paper(connection, row, paper, now=NOW).added == public
    assert follow_paper(connection, row, 999, now=NOW) == Followed()
    assert follow_organization(connection, row, 999, now=NOW) == Followed()
    assert following_paper(connection, row, 999) is None


def test_a_paper_without_a_number_is_followed_by_its_row(connection: sqlite3.Connection) -> None:
    a_stored_paper(connection)
    connection.execute("UPDATE papers SET reference = '', reference_key = ''")
    [paper] = connection.execute("SELECT id FROM papers").fetchone()
    row = following(connection, paper=paper)
    [followed] = subscriptions_of(connection, row)
    assert followed.label == "Antrag 1001"
    assert list(followers(connection, Audience(1, Follow.PAPER, f"#{paper}"), defaults=Defaults()))


def test_only_the_chat_itself_pauses_and_ends_what_it_follows(connection: sqlite3.Connection) -> None:
    mine, stranger = following(connection, 1), a_chat(connection, 2)
    [followed] = subscriptions_of(connection, mine)
    assert subscription(connection, stranger, followed.row) is None
    assert not pause(connection, stranger, followed.row, paused=True)
    assert not unfollow(connection, stranger, followed.row)
    assert subscriptions_of(connection, mine) == (followed,)


def test_buttons_pressed_again_change_nothing(connection: sqlite3.Connection) -> None:
    row = following(connection)
    [followed] = subscriptions_of(connection, row)
    assert [pause(connection, row, followed.row, paused=True) for _ in range(2)] == [True, False]
    paused = subscription(connection, row, followed.row)
    assert paused
    assert paused.paused
    assert [pause(connection, row, followed.row, paused=False) for _ in range(2)] == [True, False]
    assert [unfollow(connection, row, followed.row) for _ in range(2)] == [True, False]
    assert subscriptions_of(connection, row) == ()


def test_following_what_rests_wakes_it(connection: sqlite3.Connection) -> None:
    row = following(connection)
    [followed] = subscriptions_of(connection, row)
    pause(connection, row, followed.row, paused=True)
    follow_organization(connection, row, followed.target, now=NOW)
    assert subscriptions_of(connection, row) == (followed,)


def test_what_was_told_goes_with_what_was_followed(connection: sqlite3.Connection) -> None:
    papers = [a_stored_paper(connection, key) for key in ("1001", "1002", "1003")]
    [meeting] = seen(connection, a_session()).rows
    row = following(connection)
    for paper in papers[:2]:
        follow_paper(connection, row, paper, now=NOW)
    for paper in papers:
        tell_paper(connection, row, paper, ToldPaper(), now=NOW)
    tell_session(connection, row, meeting, ToldSession(day=DAY, start=None), now=NOW)
    committee, first, second = subscriptions_of(connection, row)

    def known() -> list[bool]:
        told = [told_paper(connection, row, paper) for paper in papers]
        return [each is not None for each in (*told, told_session(connection, row, meeting))]

    unfollow(connection, row, first.row)
    assert known() == [False, True, True, True]
    unfollow(connection, row, second.row)
    assert known() == [False, False, False, True]
    unfollow(connection, row, committee.row)
    assert known() == [False, False, False, False]


def test_followers_come_in_order_and_from_where_one_left_off(connection: sqlite3.Connection) -> None:
    rows = [following(connection, chat) for chat in range(1, 6)]
    audience = Audience(1, Follow.ORGANIZATION, "bauausschuss")
    assert [each.row for each in followers(connection, audience, defaults=Defaults())] == rows
    assert [each.row for each in followers(connection, audience, defaults=Defaults(), after=rows[2])] == rows[3:]
