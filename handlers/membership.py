"""Blocked, removed, come back, moved to another number: what Telegram says of the chats themselves."""

import logging
from collections.abc import Callable, Coroutine
from typing import Any, TypeAlias

from telegram import ChatMemberRestricted, Update
from telegram.constants import ChatMemberStatus
from telegram.ext import CallbackContext

from handlers.desk import Desk
from storage.subscribers import came_back, move_chat, set_gone

_log = logging.getLogger(__name__)

_Callback: TypeAlias = Callable[[Update, CallbackContext[Any, Any, Any, Any]], Coroutine[Any, Any, None]]
_AWAY = (ChatMemberStatus.LEFT, ChatMemberStatus.BANNED)


def membership(desk: Desk) -> _Callback:
    """A callback: who blocked or removed us is not written to any more, who lets us in again is. Says nothing."""

    async def callback(update: Update, context: CallbackContext[Any, Any, Any, Any]) -> None:
        changed = update.my_chat_member
        if changed is None:
            return
        member, chat = changed.new_chat_member, changed.chat.id
        is_away = isinstance(member, ChatMemberRestricted) and not member.is_member
        if is_away or member.status in _AWAY:
            await desk.database.transaction(set_gone, chat, str(member.status), now=desk.now())
        else:
            await desk.database.transaction(came_back, chat)

    return callback


def migration(desk: Desk) -> _Callback:
    """A callback: a group has become a supergroup; both chats are told of it, in either order."""

    async def callback(update: Update, context: CallbackContext[Any, Any, Any, Any]) -> None:
        received = update.effective_message
        if received is None:
            return
        if received.migrate_to_chat_id is not None:
            old, new = received.chat.id, received.migrate_to_chat_id
        elif received.migrate_from_chat_id is not None:
            old, new = received.migrate_from_chat_id, received.chat.id
        else:
            return
        await desk.database.transaction(move_chat, old, new, now=desk.now())
        _log.info("chat.moved")

    return callback
