"""What `ask` prints, through the real python-telegram-bot."""

import io
from collections.abc import AsyncIterator

import pytest
from telegram import InlineKeyboardButton, InlineKeyboardMarkup
from telegram.error import TelegramError

from bot.telegram.application import BotApplication, build_application, running
from bot.telegram.printing import PRINTING_TOKEN, PrintingRequest


@pytest.fixture
def printer() -> PrintingRequest:
    return PrintingRequest()


@pytest.fixture
async def application(printer: PrintingRequest) -> AsyncIterator[BotApplication]:
    built = build_application(token=PRINTING_TOKEN, api="https://telegram.invalid", transport=printer)
    async with running(built):
        yield built


BUTTONS = InlineKeyboardMarkup(
    [
        [InlineKeyboardButton("Text der Drucksache", callback_data="t")],
        [
            InlineKeyboardButton("Original", url="https://rat.example/1"),
            InlineKeyboardButton("Mehr", callback_data="m"),
        ],
    ]
)


async def test_message_is_text_with_its_buttons_below(application: BotApplication, printer: PrintingRequest) -> None:
    sent = await application.bot.send_message(7, "<b>A &amp; B</b>", reply_markup=BUTTONS)
    assert printer.collected == ("A & B\n[Text der Drucksache]\n[Original: https://rat.example/1]\n[Mehr]",)
    assert sent.chat.id == 7


async def test_text_without_markup_stays_as_it_is(application: BotApplication, printer: PrintingRequest) -> None:
    await application.bot.send_message(7, "a < b &amp; c", parse_mode=None)
    assert printer.collected == ("a < b &amp; c",)


async def test_edited_message_is_collected_once_as_it_ended(
    application: BotApplication, printer: PrintingRequest
) -> None:
    first = await application.bot.send_message(7, "Ich sehe nach …")
    await application.bot.send_message(7, "Zweite")
    await application.bot.edit_message_text("Gefunden", chat_id=7, message_id=first.message_id)
    assert printer.collected == ("Gefunden", "Zweite")


async def test_document_is_named(application: BotApplication, printer: PrintingRequest) -> None:
    await application.bot.send_document(7, io.BytesIO(b"x"), filename="termine.ics", caption="<i>Termine</i>")
    assert printer.collected == ("Termine\n[Datei: termine.ics]",)


async def test_everything_else_succeeds_silently(application: BotApplication, printer: PrintingRequest) -> None:
    bot = application.bot
    assert await bot.answer_callback_query("1", "Hinweis")
    assert await bot.send_chat_action(7, "typing")
    assert await bot.edit_message_reply_markup(7, 1)
    assert await bot.set_my_commands([("start", "Start")])
    assert await bot.get_updates() == ()
    assert printer.collected == ()
    assert bot.username == "ratsbote_bot"


async def test_nothing_is_raised_after_closing(printer: PrintingRequest) -> None:
    async with running(build_application(token=PRINTING_TOKEN, api="x", transport=printer)) as _:
        pass
    assert printer.read_timeout is None
    assert not issubclass(PrintingRequest, TelegramError)
