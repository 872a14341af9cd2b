"""Where everything stands in the picture of a way: lines of text that fit, and how tall it all is."""

from dataclasses import dataclass
from functools import cache

from PIL import ImageFont
from ttf_opensans import OPENSANS_BOLD, OPENSANS_REGULAR

from views.way_stations import Station, Stations

WIDTH = 1080
MARGIN = 56
RAIL = 92  # the middle of the line that joins the stations
TEXT = 158  # where their words begin

# The font has neither; both are hyphens to a reader.
_HYPHENS = str.maketrans("‐‑", "--")


@dataclass(frozen=True, slots=True)
class Style:
    """A way to write: `size` in pixels, `step` from one line to the next."""

    size: int
    step: int
    bold: bool = False


# On a phone the picture is a third as wide: the smallest letters are still as large as those of a message's date.
REFERENCE = Style(64, 82, bold=True)
TITLE = Style(42, 56)
STANDING = Style(44, 58, bold=True)
WHEN = Style(38, 48)
NAME = Style(46, 58, bold=True)
WHAT = Style(42, 54)
BADGE = Style(36, 66, bold=True)
FOLD = Style(40, 66)
SOURCE = Style(34, 46)

GAP = 30  # between two stations
BLOCK = 34  # between head, box, line and foot
BOX = 28  # around the words of the box


@dataclass(frozen=True, slots=True)
class Written:
    """Lines in one style, one below the other."""

    style: Style
    lines: tuple[str, ...]

    @property
    def height(self) -> int:
        return self.style.step * len(self.lines)


@dataclass(frozen=True, slots=True)
class Placed:
    """A station and its words; `badge` is on a ground of its own."""

    station: Station
    badge: Written
    words: tuple[Written, ...]

    @property
    def height(self) -> int:
        return self.badge.height + sum(each.height for each in self.words)


@dataclass(frozen=True, slots=True)
class Layout:
    """All of a picture in its order from top to bottom; heights are in pixels."""

    head: tuple[Written, ...]
    standing: Written
    earlier: Written
    stations: tuple[Placed, ...]
    later: Written
    source: Written

    @property
    def height(self) -> int:
        head = sum(each.height for each in self.head)
        box = self.standing.height + 2 * BOX
        way = sum(each.height + GAP for each in self.stations) + self.earlier.height + self.later.height
        return 2 * MARGIN + head + box + 3 * BLOCK + way + self.source.height


def layout(shown: Stations) -> Layout:
    """Every word of `shown`, in lines that fit."""
    full = WIDTH - 2 * MARGIN
    return Layout(
        head=(_written(shown.reference, REFERENCE, full), _written(shown.title, TITLE, full)),
        standing=_written(shown.standing, STANDING, full - 2 * BOX),
        earlier=_written(shown.earlier, FOLD, WIDTH - TEXT - MARGIN),
        stations=tuple(_placed(each) for each in shown.stations),
        later=_written(shown.later, FOLD, WIDTH - TEXT - MARGIN),
        source=_written(shown.source, SOURCE, full),
    )


@cache
def font(style: Style) -> ImageFont.FreeTypeFont:
    """The same letters and widths on every machine: its own fonts and text engines are not asked."""
    path = (OPENSANS_BOLD if style.bold else OPENSANS_REGULAR).path
    return ImageFont.truetype(str(path), style.size, layout_engine=ImageFont.Layout.BASIC)


def _placed(station: Station) -> Placed:
    room = WIDTH - TEXT - MARGIN
    words = ((station.when, WHEN), (station.name, NAME), (station.what, WHAT))
    return Placed(
        station=station,
        badge=_written(station.badge, BADGE, room),
        words=tuple(_written(text, style, room) for text, style in words if text),
    )


def _written(text: str, style: Style, room: int) -> Written:
    lines = [line for part in _drawable(text).splitlines() for line in _wrapped(part, style, room)]
    return Written(style, tuple(lines))


def _wrapped(text: str, style: Style, room: int) -> list[str]:
    """Broken at blanks, and inside a word that is longer than a line."""
    lines = [""]
    for word in text.split():
        joined = f"{lines[-1]} {word}".strip()
        if font(style).getlength(joined) <= room:
            lines[-1] = joined
            continue
        lines += [word] if lines[-1] else []
        lines[-1] = word
        while font(style).getlength(lines[-1]) > room:
            kept = _longest(lines[-1], style, room)
            lines[-1:] = [lines[-1][:kept], lines[-1][kept:]]
    return [line for line in lines if line]


def _longest(word: str, style: Style, room: int) -> int:
    """How many of its letters fit, at least one."""
    return max(1, max((n for n in range(1, len(word)) if font(style).getlength(word[:n]) <= room), default=1))


def _drawable(text: str) -> str:
    return "".join(sign for sign in text.translate(_HYPHENS) if sign.isprintable() or sign == "\n")
