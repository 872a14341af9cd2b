"""What operators are told: changes held back, a source that stays broken, a layout that changed."""

from datetime import datetime
from zoneinfo import ZoneInfo

from views.dates import moment
from views.message import Message
from views.shortening import clipped, one_line
from views.wording import Words


def held_message(body: str, *, changes: int, since: datetime, zone: ZoneInfo, words: Words) -> Message:
    """The fuse holds so many changes of this council back; `since` is the instant of the round."""
    return Message(
        text=words("operation-held", body=clipped(body, 120), count=changes, when=moment(since, zone, words))
    )


def broken_message(body: str, *, since: datetime, error: str, zone: ZoneInfo, words: Words) -> Message:
    """The council's system has not answered since this instant; `error` is the sentence for operators."""
    said = clipped(one_line(error), 400)
    return Message(text=words("operation-broken", body=clipped(body, 120), when=moment(since, zone, words), error=said))


def structure_message(body: str, *, page: str, finding: str, words: Words) -> Message:
    """Pages of a kind are built differently than known; `finding` says what."""
    return Message(
        text=words("operation-structure", body=clipped(body, 120), page=page, finding=clipped(one_line(finding), 400))
    )
