"""Where an update came from, and who is an admin there."""

from telegram import CallbackQuery, Message
from telegram import MaybeInaccessibleMessage as Anywhere
from telegram.constants import ChatID, ChatMemberStatus, ChatType
from telegram.error import BadRequest

from council.served.subscribers import ChatKind
from handlers.desk import Place

_ADMINS = frozenset({ChatMemberStatus.OWNER, ChatMemberStatus.ADMINISTRATOR})


def place_of(message: Anywhere | None) -> Place | None:
    """The chat or forum topic. None without a message, and for one in a forum that is too old to tell its topic."""
    if message is None:
        return None
    chat = message.chat
    if chat.type == ChatType.PRIVATE:
        return Place(chat=chat.id, kind=ChatKind.PRIVATE)
    if not (isinstance(message, Message) and message.is_accessible):
        return None if chat.is_forum else Place(chat=chat.id, kind=ChatKind.GROUP)
    topic = message.message_thread_id if message.is_topic_message else None
    return Place(chat=chat.id, kind=ChatKind.GROUP, topic=topic)


async def is_admin(query: CallbackQuery, chat: int) -> bool:
    """Whether the person who pressed is an admin of the group right now, anonymous ones included."""
    if query.from_user.id == ChatID.ANONYMOUS_ADMIN:
        return True
    try:
        member = await query.get_bot().get_chat_member(chat, query.from_user.id)
    except BadRequest:
        return False  # nobody Telegram knows in this chat
    return member.status in _ADMINS
