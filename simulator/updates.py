"""The queue of updates, as Telegram keeps it for a bot that polls."""

from collections import deque
from collections.abc import Callable, Iterable

from simulator.answers import JsonObject, encoded

LARGEST_BATCH = 4 * 2**20  # bytes
MOST_IN_BATCH = 100

KINDS = frozenset(
    {
        *("message", "edited_message", "channel_post", "edited_channel_post"),
        *("business_connection", "business_message", "edited_business_message", "deleted_business_messages"),
        *("guest_message", "message_reaction", "message_reaction_count", "inline_query", "chosen_inline_result"),
        *("callback_query", "shipping_query", "pre_checkout_query", "purchased_paid_media", "poll", "poll_answer"),
        *("my_chat_member", "chat_member", "chat_join_request", "chat_boost", "removed_chat_boost", "managed_bot"),
    }
)
USUAL_KINDS = KINDS - {"chat_member", "message_reaction", "message_reaction_count"}


class UpdateQueue:
    """Every update stays until it is confirmed: until updates are asked for from a higher number on."""

    def __init__(self, *, first: int, woken: Callable[[], None]) -> None:
        self._waiting: deque[tuple[int, bytes]] = deque()
        self._next = first
        self._woken = woken
        self.allowed = USUAL_KINDS

    def __len__(self) -> int:
        return len(self._waiting)

    def add(self, kind: str, content: JsonObject) -> int | None:
        """The update's number, None if the bot did not ask for this kind."""
        if kind not in self.allowed:
            return None
        return self.add_raw({kind: content})

    def add_raw(self, update: JsonObject) -> int:
        """Takes anything; an `update_id` in it counts, and the next numbers go on from there."""
        given = update.get("update_id", self._next)
        number = given if isinstance(given, int) else self._next
        self._next = number + 1
        self._waiting.append((number, encoded({"update_id": number, **update})))
        self._woken()
        return number

    def confirm(self, offset: int) -> int:
        """Forgets what lies below `offset`, from the end if negative; says how many. An offset far in the
        future is that of an earlier life of the queue and confirms nothing (TDLib, TQueue)."""
        before = len(self._waiting)
        if offset < 0:
            while len(self._waiting) > -offset:
                self._waiting.popleft()
        elif offset <= self._next + 10:
            while self._waiting and self._waiting[0][0] < offset:
                self._waiting.popleft()
        return before - len(self._waiting)

    def clear(self) -> None:
        self._waiting.clear()

    def batch(self, limit: int) -> bytes:
        """The oldest updates as a JSON array; at least one if there is any."""
        return b"[" + b",".join(self._fitting(min(limit, MOST_IN_BATCH))) + b"]"

    def _fitting(self, limit: int) -> Iterable[bytes]:
        size = 0
        for count, (_, update) in enumerate(self._waiting):
            size += len(update)
            if count == limit or (count and size > LARGEST_BATCH):
                return
            yield update
