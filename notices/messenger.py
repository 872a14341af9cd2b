"""What notices need of Telegram: a door through which a message goes out once."""

from typing import Protocol

from views.message import Message


class Messenger(Protocol):
    """One attempt a call, trying again is the caller's. Raises DeliveryErrors, and Unwelcome where all sending ends."""

    async def send(self, chat: int, topic: int | None, message: Message, *, silent: bool) -> int:
        """Telegram's number of the sent message, unique within the chat. Waits for its turn where much goes out."""
        ...

    async def edit(self, chat: int, message_id: int, message: Message) -> None:
        """Replaces a message of ours; one that already stands there like this is done."""
        ...

    def ready_in(self, chat: int) -> float:
        """Seconds until `send` to this chat would not wait, 0 for now. May be longer when asked again."""
        ...

    def is_paused(self) -> bool:
        """Whether nothing at all may go out just now."""
        ...
