"""Chats: who is in them, what was written, and what privacy mode lets the bot see."""

from dataclasses import dataclass, field
from enum import StrEnum

from simulator.answers import JsonObject
from simulator.found import addressed_command
from simulator.messages import Message, Person
from simulator.trouble import Trouble


class ChatKind(StrEnum):
    PRIVATE = "private"
    GROUP = "group"
    SUPERGROUP = "supergroup"


@dataclass(slots=True)
class Chat:
    """The first of `people` is the one who sits before the chat page; who comes first at the beginning has created
    the group. `topics` are those of a forum, by the number of their thread. Messages up to `history` were written
    before the group became a supergroup: people still see them, the bot cannot reach them any more."""

    id: int
    head: JsonObject
    people: list[Person]
    messages: dict[int, Message] = field(default_factory=dict)
    trouble: Trouble | None = None
    creator: int = 0
    admins: set[int] = field(default_factory=set)
    topics: dict[int, str] = field(default_factory=dict)
    history: int = 0
    was: int | None = None  # the number of the group that it was

    def __post_init__(self) -> None:
        self.creator = self.creator or self.me.id

    @property
    def is_out(self) -> bool:
        return self.trouble is not None and self.trouble.is_out

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


def supergroup(number: int, title: str, people: list[Person], *, forum: bool = False) -> Chat:
    head: JsonObject = {"id": number, "title": title, "type": ChatKind.SUPERGROUP.value}
    return Chat(number, {**head, "is_forum": True} if forum else head, people)


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
