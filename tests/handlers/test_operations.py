"""`/betrieb`: for those who run the bot, and for nobody else."""

import sqlite3
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta

import pytest

from council.published.readings import Page
from council.served.languages import Language
from council.served.notices import NewNotice, NoticeKind, Subject
from council.served.subscribers import ChatKind
from handlers.desk import Desk
from simulator.telegram import Telegram
from storage.changes import open_changes
from storage.database import Database
from storage.held import held_rounds
from storage.notices import add_notices
from storage.sources import note_structure, source_failed, source_good
from storage.subscribers import ensure_subscriber
from tests.builders import READ_AT
from tests.handlers.conftest import Chat, answering_bot, buttons
from tests.storage.sessions import a_row, a_source, end_round, later, seen

# Whoever writes first to a simulated Telegram has this number there.
OPERATOR = Telegram().add_private_chat("Olga")
SOMEBODY = 424242001


@pytest.fixture
async def telegram(desk: Desk) -> AsyncIterator[Telegram]:
    async with answering_bot(replace(desk, operators=frozenset({OPERATOR}))) as telegram:
        yield telegram


@pytest.fixture
def olga(telegram: Telegram) -> Chat:
    chat = Chat(telegram, telegram.add_private_chat("Olga"))
    assert chat.id == OPERATOR
    return chat


async def hold(database: Database) -> int:
    """Thirty sessions that are all cancelled at once; the round that waits for a word."""
    many = [{"id": f"{number}", "name": f"Ausschuss {number}"} for number in range(30)]

    def sessions_cancelled(connection: sqlite3.Connection) -> int:
        seen(connection, *(a_row(**fields) for fields in many))
        end_round(connection)
        off = (a_row(**fields, cancelled=True) for fields in many)
        seen(connection, *off, now=later(hours=1))
        end_round(connection, now=later(hours=1))
        return held_rounds(connection)[0].row

    return await database.transaction(sessions_cancelled)


async def cancellations_told(database: Database) -> int:
    changes = await database.read(open_changes, most=1000)
    return sum("cancelled" in each.change.kind for each in changes)


async def test_operators_see_that_all_is_well(olga: Chat, database: Database) -> None:
    await database.transaction(lambda connection: source_good(connection, a_source(connection), now=READ_AT))
    answer = await olga.ask("/betrieb")
    assert answer.startswith("Betrieb\n\nBenachrichtigungen (30 Tage)\nBisher keine.")
    assert "Elbdorf" in answer
    assert "zuletzt gelesen Mo., 23.11.2026, 11:05 Uhr" in answer


async def test_operators_see_what_is_wrong_with_a_source(olga: Chat, database: Database) -> None:
    def spoil(connection: sqlite3.Connection) -> None:
        source = a_source(connection)
        for minutes in (0, 15, 30):
            now = READ_AT + timedelta(minutes=minutes)
            source_failed(connection, source, now=now, kind="unreachable", sentence="Antwort 503 <nginx>")
            note_structure(connection, source, Page.AGENDA, finding="keine Spalte TOP", now=now)

    await database.transaction(spoil)
    answer = await olga.ask("/betrieb")
    assert "noch nie gelesen" in answer
    assert "Seit Mo., 23.11.2026, 11:05 Uhr nicht lesbar (3 Versuche in Folge)." in answer
    assert "Antwort 503 <nginx>" in answer
    assert "Tagesordnungen seit Mo., 23.11.2026, 11:05 Uhr anders gebaut als bekannt: keine Spalte TOP" in answer


async def test_operators_see_how_delivery_goes_but_not_whom_it_is_for(olga: Chat, database: Database) -> None:
    def promise(connection: sqlite3.Connection) -> None:
        row = ensure_subscriber(
            connection,
            chat=SOMEBODY,
            topic=None,
            kind=ChatKind.PRIVATE,
            language=Language.DE,
            now=READ_AT,
        )
        due = (READ_AT - timedelta(hours=2), READ_AT - timedelta(minutes=1))
        notices = [
            NewNotice(
                subscriber=row,
                kind=NoticeKind.REMINDER,
                subject=Subject(Subject.MEETING, 700 + number),
                dedupe=f"reminder:{number}",
                not_before=not_before,
                expires_at=READ_AT + timedelta(days=1),
            )
            for number, not_before in enumerate(due)
        ]
        add_notices(connection, notices, body=None, now=READ_AT)

    await database.transaction(promise)
    answer = await olga.ask("/betrieb")
    assert "2 warten" in answer
    assert "Eine ist überfällig, seit Mo., 23.11.2026, 09:05 Uhr." in answer
    assert str(SOMEBODY) not in answer
    assert "700" not in answer


@pytest.mark.parametrize(("button", "told"), [("Freigeben (30)", 30), ("Verwerfen (30)", 0)])
async def test_what_the_fuse_holds_is_settled_by_a_button(
    olga: Chat, database: Database, button: str, told: int
) -> None:
    await hold(database)
    (answer,) = await olga.answers("/betrieb")
    assert "30 Sitzungen, 0 Tagesordnungspunkte, 0 Drucksachen" in answer["text"]
    await olga.press(answer, buttons(answer)[button])
    await olga.settled()
    (settled,) = olga.heard()[-1:]
    assert settled["message_id"] == answer["message_id"]
    assert ("30 Änderungen sind" in settled["text"], buttons(settled)) == (True, {})
    assert await cancellations_told(database) == told


async def test_a_button_pressed_again_says_that_it_is_decided(olga: Chat, database: Database) -> None:
    await hold(database)
    (answer,) = await olga.answers("/betrieb")
    for button in ("Verwerfen (30)", "Freigeben (30)"):
        await olga.press(answer, buttons(answer)[button])
        await olga.settled()
    assert "Darüber ist schon entschieden." in olga.heard()[-1]["text"]
    assert await cancellations_told(database) == 0


@pytest.mark.parametrize("command", ["/betrieb", "/operation"])
async def test_for_anybody_else_the_command_does_not_exist(telegram: Telegram, olga: Chat, command: str) -> None:
    chat = Chat(telegram, telegram.add_private_chat("Anna"))
    assert await chat.ask(command) == f"Den Befehl {command} kenne ich nicht. Was ich kann, steht unter /hilfe."


async def test_in_a_group_not_even_operators_are_told(telegram: Telegram, olga: Chat) -> None:
    group = Chat(telegram, telegram.add_group("Fraktion", [olga.id]))
    assert "kenne ich nicht" in await group.ask("/betrieb@ratsbote_bot")


async def test_made_up_buttons_settle_nothing(telegram: Telegram, olga: Chat, database: Database) -> None:
    row = await hold(database)
    anna = Chat(telegram, telegram.add_private_chat("Anna"))
    group = Chat(telegram, telegram.add_group("Fraktion", [olga.id, anna.id]))
    for chat in (anna, group):
        (message,) = await chat.answers("/status@ratsbote_bot 20-1554")
        for act in ("release", "drop"):
            await chat.press(message, f"v1:{act}:{row}")
            assert telegram.callback_answers[-1].text == "Diesen Knopf kenne ich nicht mehr. Bitte frag noch einmal."
    assert len(await database.read(held_rounds)) == 1


async def test_operators_are_answered_wherever_answers_are_limited_to_some(desk: Desk) -> None:
    closed = replace(desk, operators=frozenset({OPERATOR}), allowed_chats=frozenset({-1}))
    async with answering_bot(closed) as telegram:
        olga = Chat(telegram, telegram.add_private_chat("Olga"))
        assert (await olga.ask("/betrieb")).startswith("Betrieb")
