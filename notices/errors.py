"""What can go wrong when a notice is delivered. Whoever raises says which it is; permanent or not is in the name."""


class DeliveryError(Exception):
    """A notice did not arrive, or nobody knows whether it did. `why` is Telegram's own words, for operators."""

    def __init__(self, why: str = "") -> None:
        super().__init__(why)
        self.why = why


class ChatGone(DeliveryError):
    """The chat blocked the bot, was deleted or removed it: nothing will ever arrive there again."""


class ChatMoved(DeliveryError):
    """The group has another number now; the same message may go there at once."""

    def __init__(self, new_chat: int) -> None:
        super().__init__("moved")
        self.new_chat = new_chat


class NotAllowed(DeliveryError):
    """The chat is there, but a right is missing, or the topic is closed or deleted: a person there has to act."""


class Rejected(DeliveryError):
    """Telegram refuses this very message; others to the same chat may go."""


class TryLater(DeliveryError):
    """Telegram took nothing and asks for so many seconds of silence (0 to 3600), in this chat or `everywhere`."""

    def __init__(self, seconds: float, *, everywhere: bool = False) -> None:
        super().__init__("everywhere" if everywhere else "")
        self.seconds = seconds
        self.everywhere = everywhere


class NotSent(DeliveryError):
    """Telegram has certainly not seen the message: sending it again repeats nothing."""


class Uncertain(DeliveryError):
    """The message may have arrived or not: the answer is missing or cannot be read."""


class Unwelcome(Exception):
    """Telegram does not know this bot (any more): all sending is over, what waits stays."""
