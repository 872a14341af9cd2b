"""Who is told: a chat, or one topic of a group's chat, and what it follows."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from council.served.languages import Language
from council.served.lead_times import LeadTime
from council.served.quiet_hours import QuietHours

# More than anybody reads; a button pressed by a machine ends here.
MOST_SUBSCRIPTIONS = 200


class ChatKind(StrEnum):
    """Groups may be written to less often, and only their admins decide. The word is stored."""

    PRIVATE = "private"
    GROUP = "group"


class Follow(StrEnum):
    """What can be followed. The word is stored."""

    PAPER = "paper"
    ORGANIZATION = "organization"
    AUTHOR = "author"


@dataclass(frozen=True, slots=True, kw_only=True)
class Subscriber:
    """A chat as Telegram numbers it, with its choices; `topic` is None outside forum groups.

    `remind_before` and `quiet_hours` are its own or the operator's defaults; no quiet hours at all is None.
    `consented_at` (UTC) is None until the chat agreed to be remembered.
    """

    row: int
    chat: int
    kind: ChatKind
    language: Language
    topic: int | None = None
    remind_before: tuple[LeadTime, ...] = ()
    quiet_hours: QuietHours | None = None
    consented_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Subscription:
    """One thing a subscriber follows. `target` is our row of the paper, organization or author's name.

    `label` is what people call it, `since` (UTC) when it was followed, `paused` whether it rests.
    """

    row: int
    subscriber: int
    follow: Follow
    body: str
    target: int
    label: str
    since: datetime
    paused: bool = False
