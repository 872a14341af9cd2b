"""A paper's way as it goes out: the picture, and the same facts as words below it."""

from collections.abc import Sequence
from datetime import date
from zoneinfo import ZoneInfo

from markupsafe import Markup

from council.published.known import KnownPaper
from council.published.way import Way
from views.actions import Act, Action, action_data
from views.attachment import LONGEST_CAPTION, Attachment, Kind, file_name
from views.message import Button, shown_length
from views.way_stations import Station, Stations, folded, stations_of
from views.wording import Words

MOST_STATIONS = 12
_FEWEST_STATIONS = 3


def way_button(row: int, words: Words) -> Button:
    """Under a paper's card; `row` is our number for it."""
    return Button(label=words.label("button-way"), action=action_data(Action(Act.WAY, number=row)))


def way_attachment(known: KnownPaper, way: Way, *, today: date, zone: ZoneInfo, words: Words) -> Attachment:
    """The picture. Slow enough for a thread."""
    # Only those who want a picture wait for the library.
    from views.way_picture import TALLEST, way_height, way_picture  # noqa: PLC0415

    whole = stations_of(known, way, today=today, zone=zone, words=words)
    shown = folded(whole, MOST_STATIONS, words)
    for most in range(MOST_STATIONS, _FEWEST_STATIONS - 1, -1):
        shown = folded(whole, most, words)
        if way_height(shown) <= TALLEST:
            break
    opening = Button(label=words.label("button-card-of"), action=action_data(Action(Act.OPEN, number=known.row)))
    return Attachment(
        kind=Kind.PICTURE,
        name=file_name(f"{words.label('button-way')}-{shown.reference}", "png"),
        content=way_picture(shown),
        caption=way_caption(shown, words),
        buttons=((opening,),),
    )


def way_caption(shown: Stations, words: Words) -> Markup:
    """What the picture says, in the same words; where that is too long for a caption, less of it, and it says so.

    The title goes first (it stands on the card), then stations from the earliest on.
    """
    lines = [_line(each) for each in shown.stations]
    for title in (shown.title, ""):
        for left_out in range(len(lines) if not title else 1):
            caption = _caption(shown, title, lines[left_out:], words, left_out=left_out)
            if shown_length(caption) <= LONGEST_CAPTION:
                return caption
    return _caption(shown, "", (), words, left_out=len(lines))


def _caption(shown: Stations, title: str, lines: Sequence[Markup], words: Words, *, left_out: int) -> Markup:
    head = Markup("<b>{}</b>").format(shown.reference)
    if title:
        head += Markup(" · {}").format(title)
    body = [Markup("{}").format(text) for text in (shown.earlier,) if text]
    if left_out:
        body.append(words("way-in-picture", count=left_out))
    body += lines
    body += [Markup("{}").format(text) for text in (shown.later,) if text]
    standing, source = Markup("{}").format(shown.standing), Markup("<i>{}</i>").format(shown.source)
    return Markup("\n\n").join([Markup("{}\n{}").format(head, standing), Markup("\n").join(body), source])


def _line(station: Station) -> Markup:
    """ "• Mo., 10.04.2017 · Hauptausschuss: überwiesen – Aktueller Stand"."""
    text = " · ".join(part for part in (station.when, station.name) if part)
    if station.what:
        text += f": {station.what}"
    if station.badge:
        return Markup("• {} – <b>{}</b>").format(text, station.badge)
    return Markup("• {}").format(text)
