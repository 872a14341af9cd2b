"""A Telegram on your desk: what tests, the demo and benchmarks drive it with."""

import time
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from typing import Any

from simulator import migrating, people
from simulator.answers import JsonObject
from simulator.chats import Chat
from simulator.clock import Clock
from simulator.journal import Call
from simulator.limits import Limits
from simulator.messages import Message, Person
from simulator.page_clock import NextEvent, PageClock
from simulator.scripting import Scripting
from simulator.serving import serving
from simulator.world import Toast, World


class Telegram(Scripting):
    """One bot, its chats and people. Everything here belongs to the event loop that serves.

    `now` is the time of messages and of the Date header, in Unix seconds; with a `clock` it is the clock's. The page
    shows the clock and moves it. `limits`: Telegram's flood limits hold, in `monotonic` seconds; see limits.py.
    """

    def __init__(
        self,
        *,
        token: str = "123456:TEST-token_abc",  # noqa: S107  # opens nothing but this simulator
        username: str = "ratsbote_bot",
        first_name: str = "Ratsbote",
        now: Callable[[], float] | None = None,
        clock: Clock | None = None,
        limits: bool = False,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        number = token.partition(":")[0]
        if not number.isdecimal():
            raise ValueError("Ein Token beginnt mit der Nummer des Bots und einem Doppelpunkt: 123456:…")
        bot = Person(int(number), first_name, is_bot=True, username=username)
        world = World(
            token=token,
            bot=bot,
            now=now or (clock.timestamp if clock else time.time),
            limits=Limits(monotonic, enforced=limits),
            clock=PageClock(clock) if clock else None,
        )
        super().__init__(world)
        self._url: str | None = None

    @asynccontextmanager
    async def serving(self, *, host: str = "127.0.0.1", port: int = 0) -> AsyncIterator["Telegram"]:
        """Serves until the block ends. Raises ValueError for a host that is not loopback."""
        async with serving(self._world, host=host, port=port) as url:
            self._url = url
            try:
                yield self
            finally:
                self._url = None

    @property
    def url(self) -> str:
        """Without a slash at the end: add "/bot<token>/<method>", "/file/bot<token>/<path>" or "/" for the page."""
        if self._url is None:
            raise RuntimeError("Der Simulator läuft nicht: async with telegram.serving().")
        return self._url

    @property
    def token(self) -> str:
        return self._world.token

    @property
    def username(self) -> str:
        return self._world.bot.username or ""

    def tell_next(self, next_event: NextEvent) -> None:
        """Where the page's "to the next event" leads from now on. ValueError without a clock."""
        if self._world.clock is None:
            raise ValueError("Ohne Uhr gibt es kein nächstes Ereignis: Telegram(clock=…).")
        self._world.clock.next_event = next_event

    # People and chats

    @property
    def chat_ids(self) -> tuple[int, ...]:
        return tuple(self._world.chats)

    def add_person(self, first_name: str, *, language_code: str | None = "de") -> int:
        """Somebody who can be in groups; the user's number."""
        return people.add_person(self._world, first_name, language_code).id

    def add_private_chat(self, first_name: str = "Anna", *, language_code: str | None = "de") -> int:
        """The chat's number, which is also the person's. The first such chat is the first on the page."""
        person = people.add_person(self._world, first_name, language_code)
        return people.open_private_chat(self._world, person).id

    def add_group(self, title: str, members: Sequence[int] = (), *, announce: bool = True) -> int:
        """The group's number, negative. `members` are people's numbers, the first sits before the page; without any
        it is the first person known, or a new one. `announce` tells the bot that it was added just now."""
        group = people.open_group(self._world, title, self._members(members))
        if announce:
            people.add_bot(self._world, group, group.me)
        return group.id

    def add_forum(self, title: str, members: Sequence[int] = (), *, announce: bool = True) -> int:
        """A supergroup with topics, else like a group."""
        forum = people.open_forum(self._world, title, self._members(members))
        if announce:
            people.add_bot(self._world, forum, forum.me)
        return forum.id

    def add_topic(self, chat_id: int, title: str) -> int:
        """The topic's message_thread_id."""
        return people.open_topic(self._world, self._chat(chat_id), title)

    def make_admin(self, chat_id: int, person: int) -> None:
        """The first member has created the group and needs it not; the bot's own number makes the bot one."""
        bot = self._world.bot
        people.make_admin(self._chat(chat_id), bot if person == bot.id else self._world.people[person], bot=bot)

    def unmake_admin(self, chat_id: int, person: int) -> None:
        self._chat(chat_id).admins.discard(person)

    def migrate(self, chat_id: int) -> int:
        """A group becomes a supergroup with the number that is handed back. Here, both lead to it from now on."""
        return migrating.migrate(self._world, self._chat(chat_id)).id

    def _members(self, members: Sequence[int]) -> list[Person]:
        if members:
            return [self._world.people[each] for each in members]
        known = list(self._world.people.values())
        return known[:1] or [people.add_person(self._world, "Anna", "de")]

    def join(self, chat_id: int, person: int) -> int | None:
        return people.join(self._world, self._chat(chat_id), self._world.people[person])

    def leave(self, chat_id: int, person: int) -> int | None:
        return people.leave(self._world, self._chat(chat_id), self._world.people[person])

    def remove_bot(self, chat_id: int) -> None:
        """Kicked out of a group, blocked in private: what it sends there is refused with 403."""
        chat = self._chat(chat_id)
        people.remove_bot(self._world, chat, chat.me)

    def add_bot(self, chat_id: int) -> None:
        chat = self._chat(chat_id)
        people.add_bot(self._world, chat, chat.me)

    # What people do

    def write(
        self,
        chat_id: int,
        text: str,
        *,
        sender: int | None = None,
        reply_to: int | None = None,
        topic: int | None = None,
    ) -> int | None:
        """The update's number; None if it does not reach the bot (privacy mode, blocked, not asked for).
        Raises ValueError for what a client would not send as one message."""
        chat = self._chat(chat_id)
        return people.write(self._world, chat, self._sender(chat, sender), text, reply_to=reply_to, topic=topic)

    def press(self, chat_id: int, message_id: int, data: str, *, sender: int | None = None) -> int | None:
        """A button of a message; `data` need not be on its keyboard. A message that is gone comes as inaccessible."""
        chat = self._chat(chat_id)
        return people.press(self._world, chat, self._sender(chat, sender), message_id=message_id, data=data)

    def send_raw(self, update: JsonObject) -> int:
        """Anything at all; an `update_id` in it counts, and the next ones go on from there."""
        return self._world.updates.add_raw(update)

    # What the bot did

    @property
    def unconfirmed(self) -> int:
        """Updates that the bot has not confirmed, handed out or not."""
        return len(self._world.updates)

    @property
    def polled(self) -> bool:
        """Whether a getUpdates waits just now."""
        return self._world.poll.waits

    def messages(self, chat_id: int) -> list[dict[str, Any]]:
        """As they stand now, in the Bot API's shape, deleted ones left out. What came without a sound has
        `is_silent`, which the Bot API does not tell."""
        return [_shown(message) for message in self._chat(chat_id).messages.values()]

    def answers(self, chat_id: int) -> list[dict[str, Any]]:
        """The bot's own messages."""
        return [_shown(message) for message in self._own(chat_id)]

    def calls(self, method: str | None = None) -> list[Call]:
        return self._world.journal.calls(method)

    @property
    def callback_answers(self) -> list[Toast]:
        return list(self._world.toasts)

    async def wait_until(self, predicate: Callable[[], object], *, timeout: float = 10.0) -> None:  # noqa: ASYNC109
        """Asks after every change; raises TimeoutError after `timeout` seconds."""
        await self._world.changes.wait_until(predicate, timeout=timeout)

    async def wait_for_answer(
        self,
        chat_id: int,
        *,
        after: int | None = None,
        timeout: float = 10.0,  # noqa: ASYNC109
    ) -> dict[str, Any]:
        """The bot's next message: the first beyond its first `after` ones, by default beyond those of now."""
        count = len(self._own(chat_id)) if after is None else after
        await self.wait_until(lambda: len(self._own(chat_id)) > count, timeout=timeout)
        return _shown(self._own(chat_id)[count])

    def _own(self, chat_id: int) -> list[Message]:
        bot = self._world.bot.id
        return [each for each in self._chat(chat_id).messages.values() if each.sender.id == bot]

    def _sender(self, chat: Chat, number: int | None) -> Person:
        return chat.me if number is None else self._world.people[number]


def _shown(message: Message) -> dict[str, Any]:
    return message.as_json() | ({"is_silent": True} if message.silent else {})
