"""What one object says that others need: OParl scatters a stop of a paper over four of them."""

import datetime as dt
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from sources.oparl.fields import flag, line, objects, reference, references, title
from sources.oparl.identity import path_key
from sources.oparl.json_text import Json, Object
from sources.oparl.moments import session_of
from sources.oparl.openness import is_gone, is_item_public, is_public


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperNote:
    """A paper as others refer to it. `id` is as the server writes it."""

    id: str
    reference: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StopNote:
    """A consultation. `key` tells it from others, `paper`, `meeting`, `item` and `organizations` are path keys."""

    key: str
    paper: str | None
    meeting: str | None
    meeting_id: str | None
    item: str | None
    item_id: str | None
    organizations: tuple[str, ...]
    role: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemNote:
    """An agenda item. `stop` is its consultation's path key. Of one that is not public only keys and number."""

    id: str
    key: str
    meeting: str | None
    public: bool
    number: str | None = None
    name: str | None = None
    result: str | None = None
    stop: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingNote:
    """A session as the stops in it see it."""

    id: str
    name: str
    day: dt.date | None
    organizations: tuple[str, ...]


def paper_note(paper: Object) -> PaperNote | None:
    """None for what is gone or not public: nothing may point there."""
    id_ = reference(paper.get("id"))
    if id_ is None or not is_public(paper):
        return None
    return PaperNote(id=id_, reference=line(paper.get("reference")) or "", name=title(paper.get("name")) or "")


def stop_note(stop: Object, *, paper: str | None, place: int = 0) -> StopNote | None:
    """`paper` is the id of the paper it stands in, `place` its place there, for stops without an id."""
    if is_gone(stop) or flag(stop.get("public")) is False:
        return None
    paper = reference(stop.get("paper")) or paper
    id_ = reference(stop.get("id")) or (f"{paper}#{place}" if paper else None)
    if id_ is None:
        return None
    meeting, item = reference(stop.get("meeting")), reference(stop.get("agendaItem"))
    return StopNote(
        key=path_key(id_),
        paper=path_key(paper) if paper else None,
        meeting=path_key(meeting) if meeting else None,
        meeting_id=meeting,
        item=path_key(item) if item else None,
        item_id=item,
        organizations=keys(stop.get("organization")),
        role=line(stop.get("role")),
    )


def item_note(item: Object, *, meeting: str | None, session: str | None) -> ItemNote | None:
    """`meeting` is the id of the session it stands in, `session` that one's name if known. None without an id."""
    id_ = reference(item.get("id"))
    if id_ is None:
        return None
    meeting = reference(item.get("meeting")) or meeting
    number = None if is_gone(item) else line(item.get("number"))
    key, owner = path_key(id_), path_key(meeting) if meeting else None
    if not is_item_public(item, session=session):
        return ItemNote(id=id_, key=key, meeting=owner, public=False, number=number)
    stop = reference(item.get("consultation"))
    return ItemNote(
        id=id_,
        key=key,
        meeting=owner,
        public=True,
        number=number,
        name=title(item.get("name")),
        result=line(item.get("result")),
        stop=path_key(stop) if stop else None,
    )


def meeting_note(meeting: Object, *, zone: ZoneInfo) -> MeetingNote | None:
    """None for what is gone or not public."""
    id_ = reference(meeting.get("id"))
    if id_ is None or not is_public(meeting):
        return None
    return MeetingNote(
        id=id_,
        name=line(meeting.get("name")) or "",
        day=session_of(meeting.get("start"), meeting.get("end"), zone=zone).day,
        organizations=keys(meeting.get("organization")),
    )


def items_of(meeting: Object) -> tuple[Object, ...]:
    """The embedded items in their order: by `order` where each has one (Magdeburg writes it as text)."""
    items = objects(meeting.get("agendaItem"))
    orders = [_order(item.get("order")) for item in items]
    if any(order is None for order in orders):
        return items
    return tuple(items[place] for place in sorted(range(len(items)), key=lambda place: orders[place] or 0))


def keys(value: Json) -> tuple[str, ...]:
    """The path keys of a list of references."""
    return tuple(dict.fromkeys(map(path_key, references(value))))


def _order(value: Json) -> int | None:
    if isinstance(value, str) and value.strip().isdecimal() and len(value) < 20:
        return int(value)
    return int(value) if isinstance(value, (int, float)) and not isinstance(value, bool) else None
