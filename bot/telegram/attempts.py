"""When a call is worth another attempt, and when the one whose answer was lost had worked."""

from dataclasses import dataclass

from telegram.error import BadRequest, RetryAfter, TelegramError

from bot.telegram.errors import Failure, failure_of, pause_of
from bot.telegram.waiting import Spread, back_off

RESENDS = 2  # of something that may have arrived: a lost answer is worse than a repeated one

# Doing these twice is as doing them once.
_REPEATABLE = ("get", "set", "edit", "delete", "answer", "pin", "unpin", "sendChatAction")
# What Telegram says when the attempt whose answer we lost had worked.
_DONE_ALREADY = (
    ("edit", "message is not modified"),
    ("delete", "message to delete not found"),
    ("answer", "query is too old"),
)


@dataclass(slots=True)
class Attempts:
    """What one call of a method (as named by Telegram) has been through."""

    endpoint: str
    failures: int = 0
    uncertain: int = 0

    def pause_after(self, error: TelegramError, *, spread: Spread) -> float | None:
        """Seconds until the next attempt, None to give up."""
        failure = failure_of(error)
        if failure is Failure.REFUSED:
            return None
        if isinstance(error, RetryAfter):
            return pause_of(error) + 1  # Telegram counts whole seconds
        self.failures += 1
        if failure is Failure.UNCERTAIN:
            self.uncertain += 1
            if not self.endpoint.startswith(_REPEATABLE) and self.uncertain > RESENDS:
                return None
        return spread(back_off(self.failures, first=0.5, longest=8))

    def had_worked(self, error: TelegramError) -> bool:
        """An earlier attempt ended without an answer, and this refusal says that it had worked."""
        text = error.message.casefold()
        done = any(self.endpoint.startswith(verb) and words in text for verb, words in _DONE_ALREADY)
        return self.uncertain > 0 and isinstance(error, BadRequest) and done
