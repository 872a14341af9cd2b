"""Files and pictures on their way to the chat of a pressed button, or below a question."""

from telegram import CallbackQuery
from telegram import Message as Received
from telegram.constants import ChatType, ParseMode

from handlers.sending import keyboard
from views.attachment import Attachment, Kind
from views.message import Message


async def attach(query: CallbackQuery, attachment: Attachment) -> None:
    """Sends it to the chat (and topic) of the button, with its words below."""
    origin = query.message
    if origin is None:
        return  # a card shared by inline mode: there is no chat we could write to
    topic = origin.message_thread_id if isinstance(origin, Received) and origin.is_topic_message else None
    markup = keyboard(Message(text=attachment.caption, buttons=attachment.buttons))
    bot = query.get_bot()
    if attachment.kind is Kind.PICTURE:
        await bot.send_photo(
            origin.chat.id,
            attachment.content,
            caption=str(attachment.caption),
            parse_mode=ParseMode.HTML,
            reply_markup=markup,
            message_thread_id=topic,
            filename=attachment.name,
        )
        return
    await bot.send_document(
        origin.chat.id,
        attachment.content,
        caption=str(attachment.caption),
        parse_mode=ParseMode.HTML,
        reply_markup=markup,
        message_thread_id=topic,
        filename=attachment.name,
        # Telegram would send what it takes for an animation or a song as one.
        disable_content_type_detection=True,
    )


async def attach_below(received: Received, attachment: Attachment) -> None:
    """The same as the answer to a message, in its topic; in groups quoting it. For files only."""
    await received.reply_document(
        attachment.content,
        caption=str(attachment.caption),
        parse_mode=ParseMode.HTML,
        reply_markup=keyboard(Message(text=attachment.caption, buttons=attachment.buttons)),
        filename=attachment.name,
        disable_content_type_detection=True,
        do_quote=received.chat.type != ChatType.PRIVATE,
    )
