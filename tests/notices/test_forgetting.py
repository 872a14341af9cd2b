"""Chats that are forgotten while notices are on their way, and those that are gone for long."""

from notices.finding import find
from storage.erasing import erase_chat, held_of
from storage.subscribers import set_gone
from tests.notices.town import Town, an_agenda, states
from tests.storage.test_erasing import is_in
from views.message import Message

ANNA, BERT = 6_111_222_333, 6_444_555_666


async def test_a_chat_erased_while_its_notice_is_sent_stays_erased(town: Town) -> None:
    await an_agenda(town, ANNA, BERT)
    send = town.telegram.send

    async def erased_meanwhile(chat: int, topic: int | None, message: Message, *, silent: bool) -> int:
        number = await send(chat, topic, message, silent=silent)
        await town.database.transaction(erase_chat, ANNA)
        return number

    town.telegram.send = erased_meanwhile  # type: ignore[method-assign]
    await town.delivering.run_dry()
    assert not await town.database.read(held_of, ANNA)
    assert await states(town) == ["sent"]
    # Nobody ended what the erasure began: the next round does.
    await find(town.post, ())
    assert town.database.is_scrubbed
    assert not is_in(town.database.path, ANNA)
    assert is_in(town.database.path, BERT)


async def test_a_chat_gone_for_a_month_leaves_no_byte(town: Town) -> None:
    await an_agenda(town, ANNA, BERT)
    await town.database.transaction(set_gone, ANNA, "blocked", now=town.clock.now())
    town.clock.go(days=29)
    await find(town.post, ())
    assert await town.database.read(held_of, ANNA)
    town.clock.go(days=2)
    await find(town.post, ())
    assert not is_in(town.database.path, ANNA)
    assert await town.database.read(held_of, BERT)
