"""What a test or a benchmark lets go wrong: limits, chats in trouble, refusals, lost and late answers."""

from simulator.answers import Answer, JsonObject, Refusal
from simulator.chats import Chat
from simulator.faults import ANY_METHOD, Loss
from simulator.trouble import Trouble
from simulator.world import World


class Scripting:
    """A method is named as in the Bot API, "*" means any; with a `chat_id` calls to other chats go on undisturbed."""

    def __init__(self, world: World) -> None:
        self._world = world

    def enforce_limits(self, *, enforced: bool = True) -> None:
        self._world.limits.enforced = enforced

    @property
    def refused_for_rate(self) -> int:
        """How many calls the limits have refused with 429."""
        return self._world.limits.refused

    def give_trouble(self, chat_id: int, trouble: Trouble) -> None:
        """From now on the chat refuses the bot, which hears nothing of why (but see `remove_bot`)."""
        self._chat(chat_id).trouble = trouble

    def end_trouble(self, chat_id: int) -> None:
        self._chat(chat_id).trouble = None

    def fail_next(
        self,
        method: str,
        status: int,
        description: str,
        *,
        parameters: JsonObject | None = None,
        times: int | None = 1,
        chat_id: int | None = None,
    ) -> None:
        """Refuses calls without doing them; `times=None` for good."""
        self._world.faults.add(method, Refusal(status, description, parameters), times, chat_id)

    def answer_next(
        self, method: str, status: int, body: bytes, *, times: int | None = 1, chat_id: int | None = None
    ) -> None:
        """Answers with these very bytes without doing the call."""
        self._world.faults.add(method, Answer(status, body), times, chat_id)

    def delay(
        self,
        method: str = ANY_METHOD,
        seconds: float = 0.05,
        *,
        times: int | None = None,
        chat_id: int | None = None,
    ) -> None:
        """Does the call at once and answers later."""
        self._world.faults.add(method, float(seconds), times, chat_id)

    def drop_answer(self, method: str, times: int | None = 1, *, chat_id: int | None = None) -> None:
        """Does the call, then closes the connection without a word."""
        self._world.faults.add(method, Loss.DROPPED, times, chat_id)

    def cut_answer(self, method: str, times: int | None = 1, *, chat_id: int | None = None) -> None:
        """Does the call, then closes the connection amid the answer."""
        self._world.faults.add(method, Loss.CUT, times, chat_id)

    def end_faults(self) -> None:
        self._world.faults.clear()

    def _chat(self, chat_id: int) -> Chat:
        chat_id = self._world.migrated.get(chat_id, chat_id)
        if chat_id not in self._world.chats:
            raise ValueError(f"Den Chat {chat_id} gibt es nicht.")
        return self._world.chats[chat_id]
