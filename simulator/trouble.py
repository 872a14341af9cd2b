"""What may be wrong with a chat, for as long as it lasts."""

from enum import StrEnum

from simulator.answers import Refusal
from simulator.parameters import Parameters


class Trouble(StrEnum):
    """Why Telegram refuses what the bot sends to a chat, in Telegram's own words."""

    BLOCKED = "Forbidden: bot was blocked by the user"
    DEACTIVATED = "Forbidden: user is deactivated"
    KICKED = "Forbidden: bot was kicked from the group chat"
    KICKED_FROM_SUPERGROUP = "Forbidden: bot was kicked from the supergroup chat"
    NOT_A_MEMBER = "Forbidden: bot is not a member of the supergroup chat"
    GROUP_DELETED = "Forbidden: the group chat was deleted"
    NOT_FOUND = "Bad Request: chat not found"
    NO_RIGHTS = "Bad Request: not enough rights to send text messages to the chat"
    TOPIC_CLOSED = "Bad Request: TOPIC_CLOSED"
    CANNOT_PARSE = "Bad Request: can't parse entities: Unsupported start tag"  # plain text gets through

    @property
    def is_out(self) -> bool:
        """The bot hears nothing from there either."""
        return self not in {Trouble.NO_RIGHTS, Trouble.TOPIC_CLOSED, Trouble.CANNOT_PARSE}

    def concerns(self, parameters: Parameters) -> bool:
        return self is not Trouble.CANNOT_PARSE or bool(parameters.text("parse_mode") or parameters.text("entities"))

    def refusal(self) -> Refusal:
        return Refusal(403 if self.startswith("Forbidden") else 400, self.value)
