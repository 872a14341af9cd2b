"""Chats: who is in them, what was written, and what privacy mode lets the bot see."""

from dataclasses import dataclass, field
from enum import StrEnum

from simulator.answers import JsonObject
from simulator.found import addressed_command
from simulator.messages import Message, Person


class ChatKind(StrEnum):
    PRIVATE = "private"
    GROUP = "group"


@dataclass(slots=True)
class Chat:
    """The first of `people` is the one who sits before the chat page. `closed` is why the bot may not write
    here any more, in Telegram's words."""

    id: int
    head: JsonObject
    people: list[Person]
    messages: dict[int, Message] = field(default_factory=dict)
    closed: str | None = None

    @property
    def private(self) -> bool:
        return self.head["type"] == ChatKind.PRIVATE

    @property
    def me(self) -> Person:
        return self.people[0]

    @property
    def title(self) -> str:
        return str(self.head.get("title") or self.head.get("first_name"))


def private_chat(person: Person) -> Chat:
    head: JsonObject = {"id": person.id, "first_name": person.first_name, "type": ChatKind.PRIVATE.value}
    return Chat(person.id, head, [person])


def group(number: int, title: str, people: list[Person]) -> Chat:
    return Chat(number, {"id": number, "title": title, "type": ChatKind.GROUP.value}, people)


def reaches_bot(chat: Chat, message: Message, bot: Person) -> bool:
    """In private everything; in groups commands, replies to the bot and service messages."""
    if chat.private or message.service is not None:
        return True
    if message.reply_to is not None and message.reply_to.sender.id == bot.id:
        return True
    command = addressed_command(message.text)
    if command is None:
        return False
    name = command[1]
    return name is None or name.lower() == (bot.username or "").lower()
