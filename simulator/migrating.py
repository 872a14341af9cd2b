"""A group becomes a supergroup: another number, and what the bot hears of it."""

from dataclasses import replace

from simulator.changes import Change, Kind
from simulator.chats import Chat, ChatKind, supergroup
from simulator.messages import Message, Person
from simulator.people import message_by, tell_membership
from simulator.world import World

# Telegram signs the first message of a supergroup so, in the name of the group.
_ANONYMOUS = Person(1087968824, "Group", is_bot=True, username="GroupAnonymousBot")


def migrate(world: World, old: Chat) -> Chat:
    """The supergroup. ValueError for what is no group, or one already.

    The bot joins the supergroup, is never said to have left the group (tdlib/telegram-bot-api#266), and gets one
    service message in each. The people's old messages go along; for the bot they stay behind, as in Telegram.
    """
    if old.head["type"] != ChatKind.GROUP:
        raise ValueError("Nur eine Gruppe wird zur Supergruppe.")
    new = supergroup(world.next_supergroup_id(), old.title, list(old.people))
    new.creator, new.admins, new.trouble = old.creator, set(old.admins), old.trouble
    told = replace(message_by(world, old, old.me), service={"migrate_to_chat_id": new.id})
    if not old.is_out:
        tell_membership(world, new, old.me, was="left", now="member")
    _put(world, old, told)
    new.messages, new.history, new.was = old.messages, told.id, old.id
    del world.chats[old.id]
    world.migrated[old.id] = new.id
    world.chats[new.id] = new
    first = replace(message_by(world, new, _ANONYMOUS), service={"migrate_from_chat_id": old.id}, anonymous=True)
    _put(world, new, first)
    world.changes.tell(Change(Kind.MOVED))
    return new


def _put(world: World, chat: Chat, message: Message) -> None:
    """Without a word to the page, which learns of both chats at once."""
    chat.messages[message.id] = message
    if not chat.is_out:
        world.updates.add("message", message.as_json())
