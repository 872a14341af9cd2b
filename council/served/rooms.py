"""Where a session was told to be: enough to notice another room, too little to read the former one."""

from council.published.meetings import Meeting
from council.published.normalised import content_hash, normalised

# One of 65,536: two words rarely share it, and it stands for too many to be turned back into one.
_DIGITS = 4


def told_room(meeting: Meeting) -> str | None:
    """Marks of the words of room and address ("0a1b.77fe/c3d4"); None where neither is published."""
    marks = _marks(meeting.room), _marks(meeting.address)
    return "/".join(".".join(sorted(each)) for each in marks) if any(marks) else None


def is_other_room(told: str | None, now: str | None) -> bool:
    """Whether two rooms as told contradict each other.

    The calendar and the agenda's page word a room differently: "Saal 2" and "Rathaus, Saal 2" are one place, and
    what is not known contradicts nothing.
    """
    if told is None or now is None:
        return False
    return any(
        not _is_part(set(filter(None, one.split("."))), set(filter(None, other.split("."))))
        for one, other in zip(told.split("/"), now.split("/"), strict=True)
    )


def _marks(text: str | None) -> set[str]:
    return {content_hash(word)[:_DIGITS] for word in normalised(text).replace(",", " ").split()}


def _is_part(one: set[str], other: set[str]) -> bool:
    return one <= other or other <= one
