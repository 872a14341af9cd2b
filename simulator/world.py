"""Everything that a simulated Telegram knows."""

from collections.abc import Callable
from dataclasses import dataclass

from simulator.answers import JsonObject, Refusal, bad_request
from simulator.changes import Change, Changes, Kind
from simulator.chats import Chat, reaches_bot
from simulator.faults import Faults
from simulator.journal import Journal
from simulator.limits import Limits
from simulator.long_poll import LongPoll
from simulator.messages import Document, Message, Person
from simulator.page_clock import PageClock
from simulator.parameters import Parameters, Upload
from simulator.profile import Profile
from simulator.updates import UpdateQueue

_FIRST_UPDATE = 700_000_001
_FIRST_PERSON = 510_000_001
_FIRST_GROUP = -4_100_000_001
_FIRST_SUPERGROUP = -1_002_000_000_001


@dataclass(frozen=True, slots=True)
class Toast:
    """A bot's answer to a pressed button, as its reader sees it."""

    query_id: str
    chat_id: int
    text: str
    show_alert: bool
    url: str


class World:
    """`now` gives Unix time; what lasts (long polls, delays, limits) lasts in real time."""

    def __init__(
        self, *, token: str, bot: Person, now: Callable[[], float], limits: Limits, clock: PageClock | None = None
    ) -> None:
        self.token = token
        self.bot = bot
        self.now = now
        self.limits = limits
        self.clock = clock
        self.people: dict[int, Person] = {}
        self.chats: dict[int, Chat] = {}
        self.migrated: dict[int, int] = {}  # groups that became supergroups
        self.documents: dict[str, Document] = {}
        self.pressed: dict[str, tuple[int, float]] = {}  # callback query: its chat and when
        self.toasts: list[Toast] = []
        self.profile = Profile()
        self.journal = Journal()
        self.faults = Faults()
        self.changes = Changes()
        self.poll = LongPoll()
        self.updates = UpdateQueue(first=_FIRST_UPDATE, woken=self.poll.wake)
        self._last_message = 0

    def second(self) -> int:
        return int(self.now())

    def next_person_id(self) -> int:
        return _FIRST_PERSON + len(self.people)

    def next_group_id(self) -> int:
        return _FIRST_GROUP - len(self.chats) - len(self.migrated)

    def next_supergroup_id(self) -> int:
        return _FIRST_SUPERGROUP - len(self.chats) - len(self.migrated)

    def next_message_id(self) -> int:
        """One row of numbers for all chats, as Telegram counts for a bot outside supergroups."""
        self._last_message += 1
        return self._last_message

    def chat(self, parameters: Parameters) -> Chat:
        """One that the bot is in."""
        if not parameters.text("chat_id"):
            raise bad_request("chat_id is empty")
        number = parameters.whole("chat_id")
        if number in self.migrated:
            moved: JsonObject = {"migrate_to_chat_id": self.migrated[number]}
            raise Refusal(400, "Bad Request: group chat was upgraded to a supergroup chat", moved)
        chat = self.chats.get(number)
        if chat is None:
            raise bad_request("chat not found")
        if chat.trouble is not None and chat.is_out:
            raise chat.trouble.refusal()
        return chat

    def writable_chat(self, parameters: Parameters) -> Chat:
        chat = self.chat(parameters)
        if chat.trouble is not None and chat.trouble.concerns(parameters):
            raise chat.trouble.refusal()
        return chat

    def own_message(self, chat: Chat, number: int) -> Message:
        """A message that the bot may edit."""
        message = chat.messages.get(number)
        if message is None or number <= chat.history:
            raise bad_request("message to edit not found")
        if message.sender.id != self.bot.id:
            raise bad_request("message can't be edited")
        return message

    def put(self, chat: Chat, message: Message) -> None:
        """Stores a message, new or edited, and shows it."""
        kind = Kind.EDITED if message.id in chat.messages else Kind.MESSAGE
        chat.messages[message.id] = message
        self.changes.tell(Change(kind, chat.id, message))

    def receive(self, chat: Chat, message: Message) -> int | None:
        """Puts what a person did before the bot, if it may see it; its update's number."""
        self.put(chat, message)
        return self.updates.add("message", message.as_json()) if message.delivered else None

    def visible(self, chat: Chat, message: Message) -> bool:
        return not chat.is_out and reaches_bot(chat, message, self.bot)

    def keep(self, upload: Upload) -> Document:
        number = len(self.documents)
        name = upload.file_name.replace("\\", "/").rsplit("/", 1)[-1] or "file"
        suffix = f".{name.rsplit('.', 1)[-1]}" if "." in name else ""
        document = Document(
            file_id=f"BQACAgIAAxkDAAM{number:06}",
            unique_id=f"AgAD{number:08}",
            file_name=name,
            mime_type=upload.mime_type,
            path=f"documents/file_{number}{suffix}",
            content=upload.content,
        )
        self.documents[document.file_id] = document
        return document

    def bot_as_json(self) -> JsonObject:
        """As getMe gives it: a bot in privacy mode, without inline mode."""
        return {
            **self.bot.as_json(),
            "can_join_groups": True,
            "can_read_all_group_messages": False,
            "supports_inline_queries": False,
            "can_connect_to_business": False,
            "has_main_web_app": False,
        }
