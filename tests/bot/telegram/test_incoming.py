"""Updates nobody has seen before."""

import pytest

from tests.bot.telegram.pollers import Book, eventually, polling
from tests.bot.telegram.queue_server import QueueServer


@pytest.mark.parametrize(
    "odd",
    [
        {"update_id": 2000, "message": {"message_id": 1, "date": 10**18, "chat": {"id": 1, "type": "private"}}},
        {"update_id": 2000, "message": {"message_id": 1}},
        {"update_id": 2000, "message": "text of a person"},
        {"update_id": 2000, "callback_query": []},
        {"update_id": 2000, "something_new": {"id": 1}},
        {"update_id": 2000},
        {
            "update_id": 2000,
            "message": {"message_id": 1, "date": 1, "chat": {"id": [1], "type": "private"}, "text": "x"},
        },
        {"update_id": "2000"},
        {"update_id": None},
        "not an object",
        None,
    ],
)
async def test_odd_update_does_not_stop_the_rest(
    server: QueueServer, odd: object, caplog: pytest.LogCaptureFixture
) -> None:
    book = Book()
    await server.write(1, "before")
    await server.send_raw(odd)
    server.restart_numbers_at(2000)
    await server.write(1, "after")
    async with polling(server, book.handle):
        await eventually(lambda: book.texts[1] == ["before", "after"])
        await eventually(lambda: not server.unconfirmed)
    assert "text of a person" not in caplog.text


async def test_unreadable_updates_are_counted_and_named(server: QueueServer, caplog: pytest.LogCaptureFixture) -> None:
    await server.send_raw({"update_id": 2000, "message": {"text": "secret", "date": 10**18}})
    async with polling(server, Book().handle) as bot:
        await eventually(lambda: not server.unconfirmed)
        assert bot.counts.unreadable == 1
    record = next(record for record in caplog.records if record.message == "update.unreadable")
    assert record.__dict__["update_id"] == 2000
    assert "secret" not in caplog.text
