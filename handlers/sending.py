"""A view's message becomes Telegram's: words, keyboards, and where they go."""

from telegram import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, LinkPreviewOptions
from telegram import Message as Received
from telegram.constants import ChatType, ParseMode
from telegram.error import BadRequest

from views.message import Button, Message

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


async def acknowledge(query: CallbackQuery, toast: str | None = None) -> None:
    """Ends the waiting sign on the button; a query that is too old for it is nobody's fault."""
    try:
        await query.answer(text=toast, show_alert=toast is not None)
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
