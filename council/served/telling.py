"""What a chat knows of a session: after it was told, and before a change nobody told it of."""

import datetime as dt
from dataclasses import replace

from council.published.changes import Change, ChangeKind
from council.published.meetings import Meeting
from council.served.expiry import when
from council.served.rooms import told_room
from council.served.shown import ShownSession
from council.served.told import ToldItem, ToldSession
from council.served.told_items import find_items, told_item


def told_session(shown: ShownSession, before: ToldSession | None, *, now: dt.datetime) -> ToldSession:
    """To be stored once a message with all news went out, or when the chat follows something (and sees it).

    Of a cancelled session nothing but that was told: its agenda stays as it was told before.
    """
    meeting = shown.meeting
    # That it takes place after all is said with its start: a reminder due meanwhile would only say it again.
    is_revived = before is not None and before.cancelled and not meeting.cancelled
    is_known = before is not None and not is_revived and (before.day, before.start) == (meeting.day, meeting.start)
    since = before.start_told_at if before and is_known else None
    told = ToldSession(
        day=meeting.day,
        start=meeting.start,
        room=told_room(meeting) or (before.room if before else None),
        cancelled=meeting.cancelled,
        public=meeting.public,
        start_told_at=since or now.astimezone(dt.UTC),
    )
    if before is not None and meeting.cancelled:
        return replace(told, whole=before.whole, items=before.items)
    return replace(told, whole=shown.whole, items=_items(shown, before))


def _items(shown: ShownSession, before: ToldSession | None) -> tuple[ToldItem, ...] | None:
    """Of what is off only what was told, so that its coming back is told as such."""
    found = find_items(before, shown).found
    told = tuple(told_item(each.shown.item, on=each.shown.is_on) for each in found if each.shown.is_on or each.told)
    is_first = before is None or before.items is None
    return None if is_first and not told else told


def before_change(change: Change, told: ToldSession | None) -> ToldSession | None:
    """What the chat would have known before this change: what `told` leaves open is filled in from the change.

    To be stored when a session is announced as moved, cancelled, revived or in another room, so that the
    difference shows. Other changes fill in nothing.
    """
    if change.kind is ChangeKind.MEETING_ROOM:
        return _with_room(change, told)
    if change.kind is ChangeKind.MEETING_MOVED:
        day, start = when(change.before)
    elif change.kind in {ChangeKind.MEETING_CANCELLED, ChangeKind.MEETING_REVIVED}:
        day, start = when(change.after)
    else:
        return told
    if told is None:
        return ToldSession(day=day, start=start, cancelled=change.kind is ChangeKind.MEETING_REVIVED)
    return replace(told, day=day, start=start) if told.day is None else told


def _with_room(change: Change, told: ToldSession | None) -> ToldSession | None:
    room, address = change.before.get("room"), change.before.get("address")
    former = Meeting(name="", public=True, room=str(room or "") or None, address=str(address or "") or None)
    if told is None:
        # The day stays open: whoever is told of it now was not told of another one.
        return ToldSession(day=None, start=None, room=told_room(former))
    return replace(told, room=told_room(former)) if told.room is None else told
