"""Sessions as a calendar file (iCalendar, RFC 5545). Nothing is said that is not published: no hour, no end."""

from collections.abc import Sequence
from datetime import date, datetime
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

# 60 ms to load: only views/calendars.py imports this module, and late.
from icalendar import Calendar, Event

from council.published.known_meetings import NOT_FOUND, KnownItem
from council.published.meetings import Meeting
from views.calendar_entry import CalendarEntry
from views.calendar_zone import zone_rules
from views.dates import moment
from views.message import plain
from views.session_line import name_of, place_of
from views.shortening import clipped, one_line
from views.wording import Words

_PRODUCT = "-//Ratsbote//Sitzungen//DE"
# Written with a Z, which needs no rules.
_UNIVERSAL = frozenset({"UTC", "Etc/UTC"})
_MOST_ITEMS = 40
_LONGEST_ITEM = 300
_LONGEST_NAME = 120


def calendar_file(entries: Sequence[CalendarEntry], *, now: datetime, zone: ZoneInfo, words: Words) -> bytes:
    """The file's bytes, with the zone's own rules for the years it needs. `now` (aware) is when it is made."""
    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    days = [entry.session.meeting.day for entry in entries if entry.session.meeting.day]
    if days and zone.key not in _UNIVERSAL and any(entry.session.meeting.start for entry in entries):
        calendar.add_component(zone_rules(zone, min(days).year))
    for entry in entries:
        if entry.session.meeting.day is not None:
            calendar.add_component(_event(entry, entry.session.meeting.day, now=now, zone=zone, words=words))
    written: bytes = calendar.to_ical()
    return written


def _event(entry: CalendarEntry, day: date, *, now: datetime, zone: ZoneInfo, words: Words) -> Event:
    meeting = entry.session.meeting
    name = _line(name_of(meeting))
    event = Event()
    event.add("uid", entry.uid)
    event.add("dtstamp", now)
    event.add("last-modified", entry.read_at)
    event.add("sequence", entry.sequence)
    # Many calendars show an entry's title and nothing of its status.
    event.add("summary", words.label("calendar-cancelled", name=name) if meeting.cancelled else name)
    event.add("status", "CANCELLED" if meeting.cancelled else "CONFIRMED")
    if meeting.start is None:
        event.add("dtstart", day)
        # A day on which somewhere, at some hour, a session is held is not a busy day.
        event.add("transp", "TRANSPARENT")
    else:
        event.add("dtstart", meeting.start.astimezone(zone))
        if meeting.end is not None and meeting.end > meeting.start:
            event.add("dtend", meeting.end.astimezone(zone))
    if place := place_of(meeting.room, meeting.address):
        event.add("location", _line(place))
    if meeting.web and meeting.web.isprintable() and urlsplit(meeting.web).scheme in {"http", "https"}:
        event.add("url", meeting.web)
    event.add("description", _description(entry, zone, words))
    return event


def _description(entry: CalendarEntry, zone: ZoneInfo, words: Words) -> str:
    """The chat's own items and what is not published yet."""
    meeting = entry.session.meeting
    blocks = [_state(meeting, words)]
    own = [each.item for each in entry.session.items if each.own]
    if own:
        lines = [words.label("agenda-own"), *(_item(each, words) for each in own[:_MOST_ITEMS])]
        if len(own) > _MOST_ITEMS:
            lines.append(plain(words("card-more", count=len(own) - _MOST_ITEMS)))
        blocks.append("\n".join(lines))
    read = moment(entry.read_at, zone, words)
    blocks.append(words.label("card-source", body=clipped(_line(entry.body), _LONGEST_NAME), moment=read))
    return "\n\n".join(block for block in blocks if block)


def _state(meeting: Meeting, words: Words) -> str:
    lines = []
    if meeting.cancelled:
        lines.append(words.label("agenda-cancelled"))
    if meeting.start is None:
        lines.append(words.label("calendar-no-time"))
    elif meeting.end is None:
        lines.append(words.label("calendar-no-end"))
    return "\n".join(lines)


def _item(known: KnownItem, words: Words) -> str:
    item = known.item
    text = " ".join(part for part in (item.number, item.name) if part)
    if item.paper:
        text += f" ({item.paper})"
    if known.withdrawn == NOT_FOUND:
        text += f" · {words.label('agenda-not-found')}"
    elif known.withdrawn:
        text += f" · {words.label('agenda-withdrawn', word=_line(known.withdrawn))}"
    return f"• {clipped(_line(text), _LONGEST_ITEM)}"


def _line(text: str) -> str:
    """One line without characters that no calendar file may hold (RFC 5545, 3.3.11)."""
    return "".join(sign for sign in one_line(text) if sign.isprintable())
