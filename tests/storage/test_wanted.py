"""Questions for what is not stored: fetched once, answered each, and honestly after thirty seconds."""

import sqlite3

from council.published.links import Link, LinkKind
from storage.bodies import ensure_body
from storage.wanted import Answer, Question, Wanted, answered, due_answers, next_wanted, settle_wanted, want
from tests.storage.builders import ELBDORF, paper, record
from tests.storage.sessions import NOW, later

LINK = Link(host="ris.elbdorf.example", kind=LinkKind.PAPER, key="1001")


def ask(connection: sqlite3.Connection, chat: int = 1, reference: str = "22-1001", **fields: object) -> Question:
    question = Question(chat=chat, message=10 + chat, language="de", reference=reference, **fields)  # type: ignore[arg-type]
    want(connection, question, now=NOW)
    return question


def taken(connection: sqlite3.Connection) -> Wanted:
    found = next_wanted(connection, now=later(seconds=1))
    assert found
    return found


def test_a_question_comes_back_as_it_was_asked(connection: sqlite3.Connection) -> None:
    ensure_body(connection, ELBDORF)
    question = Question(chat=1, message=2, language="en", body="elbdorf", link=LINK)
    want(connection, question, now=NOW)
    found = taken(connection)
    assert (found.body, found.reference, found.link, found.asked_at) == ("elbdorf", None, LINK, NOW)
    settle_wanted(connection, found, Answer.NOT_FOUND)
    assert due_answers(connection, now=NOW)[0].question == question


def test_the_same_number_asked_twice_is_fetched_once_and_answered_twice(connection: sqlite3.Connection) -> None:
    row = record(connection, paper("22-1001")).rows[0]
    asked = [ask(connection, 1), ask(connection, 2, "22–1001"), ask(connection, 3, "22-9")]
    assert settle_wanted(connection, taken(connection), Answer.FOUND, paper=row) == 2
    due = due_answers(connection, now=later(seconds=2))
    assert [(each.question, each.answer, each.paper) for each in due] == [
        (question, Answer.FOUND, row) for question in asked[:2]
    ]
    assert taken(connection).reference == "22-9"


def test_the_same_message_asks_once(connection: sqlite3.Connection) -> None:
    ask(connection)
    ask(connection)
    settle_wanted(connection, taken(connection), Answer.NOT_FOUND)
    assert len(due_answers(connection, now=NOW)) == 1


def test_a_question_stays_open_until_it_is_settled(connection: sqlite3.Connection) -> None:
    ask(connection)
    assert taken(connection) == taken(connection)
    settle_wanted(connection, taken(connection), Answer.UNREACHABLE)
    assert next_wanted(connection, now=NOW) is None


def test_after_thirty_seconds_the_answer_is_that_it_takes_too_long(connection: sqlite3.Connection) -> None:
    ask(connection)
    assert due_answers(connection, now=later(seconds=29)) == ()
    [waiting] = due_answers(connection, now=later(seconds=30))
    assert waiting.answer is Answer.TOO_LATE
    assert next_wanted(connection, now=later(seconds=30)) is None


def test_an_answered_question_is_not_answered_again(connection: sqlite3.Connection) -> None:
    ask(connection)
    late = taken(connection)
    [waiting] = due_answers(connection, now=later(seconds=31))
    answered(connection, [waiting.row], now=later(seconds=31))
    assert settle_wanted(connection, late, Answer.FOUND) == 0
    assert due_answers(connection, now=later(days=1)) == ()


def test_answered_questions_are_forgotten_after_a_day(connection: sqlite3.Connection) -> None:
    for chat, hours in ((1, 0), (2, 25)):
        ask(connection, chat)
        due = due_answers(connection, now=later(hours=hours, seconds=30))
        answered(connection, [each.row for each in due], now=later(hours=hours))
    assert [row["chat"] for row in connection.execute("SELECT chat FROM wanted")] == [2]


def test_any_text_may_be_asked_for(connection: sqlite3.Connection) -> None:
    ask(connection, reference="\ud800", body="nowhere\udfff")
    assert (taken(connection).reference, taken(connection).body) == ("?", None)
