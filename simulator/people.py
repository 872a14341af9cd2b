"""What people do: write, press buttons, come and go."""

from dataclasses import replace

from simulator.answers import JsonObject
from simulator.changes import Change, Kind
from simulator.chats import Chat, ChatKind, group, private_chat, supergroup
from simulator.entities import utf16_length
from simulator.found import find_entities
from simulator.keyboards import LONGEST_DATA
from simulator.members import member
from simulator.messages import Message, Person
from simulator.texts import LONGEST_TEXT, cleaned
from simulator.trouble import Trouble
from simulator.world import World

_REMOVED = frozenset({Trouble.BLOCKED, Trouble.KICKED, Trouble.KICKED_FROM_SUPERGROUP})
_FORUM_COLOUR = 0x6FB9F0  # one of the six that Telegram has for topics


def add_person(world: World, first_name: str, language_code: str | None) -> Person:
    person = Person(world.next_person_id(), first_name, language_code=language_code)
    world.people[person.id] = person
    return person


def open_private_chat(world: World, person: Person) -> Chat:
    return _opened(world, private_chat(person))


def open_group(world: World, title: str, people: list[Person]) -> Chat:
    """A group that the bot is in already."""
    return _opened(world, group(world.next_group_id(), title, people))


def open_forum(world: World, title: str, people: list[Person]) -> Chat:
    """A supergroup with topics."""
    return _opened(world, supergroup(world.next_supergroup_id(), title, people, forum=True))


def open_topic(world: World, chat: Chat, title: str) -> int:
    """The number of its thread. Raises ValueError in what is no forum."""
    if not chat.head.get("is_forum"):
        raise ValueError("Themen gibt es nur in einem Forum.")
    service: JsonObject = {"forum_topic_created": {"name": title, "icon_color": _FORUM_COLOUR}}
    message = replace(message_by(world, chat, chat.me), service=service)
    chat.topics[message.id] = title
    send(world, chat, replace(message, thread=message.id))
    return message.id


def _opened(world: World, chat: Chat) -> Chat:
    world.chats[chat.id] = chat
    world.changes.tell(Change(Kind.CHAT, chat.id))
    return chat


def write(
    world: World, chat: Chat, sender: Person, text: str, *, reply_to: int | None, topic: int | None = None
) -> int | None:
    """The update's number, None if it does not reach the bot. Raises ValueError for what a client would not
    send in one message."""
    text = cleaned(text).strip()
    if not text:
        raise ValueError("Eine Nachricht braucht Text.")
    if utf16_length(text) > LONGEST_TEXT:
        raise ValueError(
            f"Eine Nachricht hat höchstens {LONGEST_TEXT} Zeichen; ein Telegram-Programm teilt sie vorher."
        )
    if reply_to is not None and reply_to not in chat.messages:
        raise ValueError(f"Die Nachricht {reply_to} gibt es in diesem Chat nicht.")
    if topic is not None and topic not in chat.topics:
        raise ValueError(f"Das Thema {topic} gibt es in diesem Chat nicht.")
    entities = find_entities(text)
    replied = chat.messages[reply_to] if reply_to is not None else None
    message = message_by(world, chat, sender)
    return send(world, chat, replace(message, text=text, entities=entities, reply_to=replied, thread=topic))


def press(world: World, chat: Chat, sender: Person, *, message_id: int, data: str) -> int | None:
    """The data need not be on the keyboard: Telegram lets a changed client send anything."""
    if not 0 < len(data.encode()) <= LONGEST_DATA:
        raise ValueError(f"Die Daten eines Knopfes haben 1 bis {LONGEST_DATA} Bytes.")
    number = f"{world.bot.id}{len(world.pressed) + 1:06}"
    world.pressed[number] = (chat.id, world.now())
    message = chat.messages.get(message_id)
    content: JsonObject = {
        "id": number,
        "from": sender.as_json(),
        "message": message.as_json() if message else {"chat": chat.head, "message_id": message_id, "date": 0},
        "chat_instance": str(7_000_000_000 + abs(chat.id)),
        "data": data,
    }
    return world.updates.add("callback_query", content)


def join(world: World, chat: Chat, person: Person) -> int | None:
    chat.people.append(person)
    return _done(world, chat, person, {"new_chat_members": [person.as_json()]})


def leave(world: World, chat: Chat, person: Person) -> int | None:
    chat.people.remove(person)
    return _done(world, chat, person, {"left_chat_member": person.as_json()})


def add_bot(world: World, chat: Chat, by: Person) -> None:
    """Into a group, or unblocked in private."""
    old = chat.trouble
    chat.trouble = None
    tell_membership(world, chat, by, was="kicked" if old in _REMOVED else "left", now="member")
    if not chat.private:
        _done(world, chat, by, {"new_chat_members": [world.bot.as_json()]})


def remove_bot(world: World, chat: Chat, by: Person) -> None:
    """Out of a group, or blocked in private. The last that the bot hears of this chat."""
    if not chat.private:
        _done(world, chat, by, {"left_chat_member": world.bot.as_json()})
    chat.trouble = _removal(chat)
    tell_membership(world, chat, by, was="member", now="kicked")


def _removal(chat: Chat) -> Trouble:
    if chat.private:
        return Trouble.BLOCKED
    return Trouble.KICKED if chat.head["type"] == ChatKind.GROUP else Trouble.KICKED_FROM_SUPERGROUP


def make_admin(chat: Chat, person: Person, *, bot: Person) -> None:
    """Raises ValueError where there are no administrators, and for somebody who is not there."""
    if chat.private:
        raise ValueError("Administratoren gibt es nur in Gruppen.")
    if person is not bot and person not in chat.people:
        raise ValueError(f"{person.first_name} ist nicht in der Gruppe.")
    chat.admins.add(person.id)


def _done(world: World, chat: Chat, by: Person, service: JsonObject) -> int | None:
    return send(world, chat, replace(message_by(world, chat, by), service=service))


def message_by(world: World, chat: Chat, sender: Person) -> Message:
    return Message(world.next_message_id(), chat.head, sender, world.second())


def send(world: World, chat: Chat, message: Message) -> int | None:
    return world.receive(chat, replace(message, delivered=world.visible(chat, message)))


def tell_membership(world: World, chat: Chat, by: Person, *, was: str, now: str) -> None:
    content: JsonObject = {
        "chat": chat.head,
        "from": by.as_json(),
        "date": world.second(),
        "old_chat_member": _bot_member(world, chat, was),
        "new_chat_member": _bot_member(world, chat, now),
    }
    world.updates.add("my_chat_member", content)


def _bot_member(world: World, chat: Chat, status: str) -> JsonObject:
    if status == "member":
        return member(chat, world.bot, inside=True)
    content: JsonObject = {"user": world.bot.as_json(), "status": status}
    return content | {"until_date": 0} if status == "kicked" else content
