"""A view's message becomes Telegram's: words, keyboards, and where they go."""

import logging

from telegram import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, LinkPreviewOptions
from telegram import Message as Received
from telegram.constants import ChatType, ParseMode
from telegram.error import BadRequest

from views.message import Button, Message

LONGEST_TOAST = 200
# python-telegram-bot sends its defaults for texts with a keyboard alone, too; Telegram knows no such parameters there.
_NO_DEFAULTS = {"parse_mode": None, "link_preview_options": None}

_log = logging.getLogger(__name__)

_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)


async def reply(received: Received, message: Message) -> Received:
    """Answers below a message, in its topic; in groups quoting it, so that people see whose question it was."""
    return await received.reply_text(
        str(message.text),
        parse_mode=ParseMode.HTML,
        reply_markup=keyboard(message),
        link_preview_options=_NO_PREVIEW,
        do_quote=received.chat.type != ChatType.PRIVATE,
    )


async def replace(query: CallbackQuery, message: Message) -> None:
    """Puts the message in the place of the one whose button was pressed; where that is gone, below it."""
    try:
        await query.edit_message_text(
            str(message.text),
            parse_mode=ParseMode.HTML,
            reply_markup=keyboard(message),
            link_preview_options=_NO_PREVIEW,
        )
    except BadRequest as refused:
        if "message is not modified" in refused.message.casefold():
            return  # pressed twice: it already stands there
        await add(query, (message,))


async def turn_over(query: CallbackQuery, button: Button | None) -> None:
    """Puts a button in the place of the pressed one; where the message is too old to be seen, nothing."""
    shown = query.message.reply_markup if isinstance(query.message, Received) else None
    if shown is None or button is None:
        return
    rows = [
        [_button(button) if each.callback_data == query.data else each for each in row] for row in shown.inline_keyboard
    ]
    try:
        await query.edit_message_reply_markup(InlineKeyboardMarkup(rows), api_kwargs=_NO_DEFAULTS)
    except BadRequest as refused:
        # Pressed twice, or the message is gone: there is nothing to put right.
        _log.info("buttons.kept", extra={"why": refused.message})


async def add(query: CallbackQuery, messages: tuple[Message, ...]) -> None:
    """Sends messages to the chat (and topic) of a pressed button."""
    origin = query.message
    if origin is None:
        return  # a card shared by inline mode: there is no chat we could write to
    topic = origin.message_thread_id if isinstance(origin, Received) and origin.is_topic_message else None
    for message in messages:
        await query.get_bot().send_message(
            origin.chat.id,
            str(message.text),
            parse_mode=ParseMode.HTML,
            reply_markup=keyboard(message),
            link_preview_options=_NO_PREVIEW,
            message_thread_id=topic,
        )


async def acknowledge(query: CallbackQuery, toast: str | None = None, *, is_alert: bool = True) -> None:
    """Ends the waiting sign on the button; a query that is too old for it is nobody's fault.

    A toast that is an alert waits to be read, another one passes by.
    """
    try:
        await query.answer(text=toast and toast[:LONGEST_TOAST], show_alert=is_alert and toast is not None)
    except BadRequest as refused:
        if "query is too old" not in refused.message.casefold():
            raise


def keyboard(message: Message) -> InlineKeyboardMarkup | None:
    """The rows of buttons, or None."""
    if not message.buttons:
        return None
    return InlineKeyboardMarkup([[_button(button) for button in row] for row in message.buttons])


def _button(button: Button) -> InlineKeyboardButton:
    return InlineKeyboardButton(button.label, callback_data=button.action, url=button.url)
