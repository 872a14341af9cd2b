"""A paper's way as a picture: stations on a line, readable on a phone. The same facts give the same bytes."""

import io

from PIL import Image, ImageDraw

from views.way_layout import (
    BADGE,
    BLOCK,
    BOX,
    GAP,
    MARGIN,
    RAIL,
    TEXT,
    WHEN,
    WIDTH,
    Layout,
    Placed,
    Written,
    font,
    layout,
)
from views.way_stations import Mark, Stations

# Telegram makes large pictures smaller: the taller this one, the smaller its letters arrive.
TALLEST = 3000

_GROUND = "#ffffff"
_INK = "#13262a"
_SOFT = "#4c6165"
_ACCENT = "#0e636c"
_PALE = "#dcedec"
_LINE = "#9fb4b6"
_RADIUS = 22
_SHARP = 4  # circles are drawn larger and made smaller, so that their edges are smooth


def way_height(shown: Stations) -> int:
    """How tall the picture would be, in pixels."""
    return layout(shown).height


def way_picture(shown: Stations) -> bytes:
    """A PNG, 1080 pixels wide."""
    plan = layout(shown)
    image = Image.new("RGB", (WIDTH, plan.height), _GROUND)
    pen = _Pen(image)
    pen.head(plan)
    pen.way(plan)
    pen.write(plan.source, MARGIN, _SOFT)
    buffer = io.BytesIO()
    image.save(buffer, "PNG")
    return buffer.getvalue()


class _Pen:
    """Draws from top to bottom; `y` is how far it came."""

    def __init__(self, image: Image.Image) -> None:
        self.image = image
        self.draw = ImageDraw.Draw(image)
        self.y = MARGIN

    def write(self, text: Written, x: int, colour: str) -> None:
        for line in text.lines:
            self.draw.text((x, self.y), line, font=font(text.style), fill=colour)
            self.y += text.style.step

    def head(self, plan: Layout) -> None:
        for part in plan.head:
            self.write(part, MARGIN, _INK)
        self.y += BLOCK
        bottom = self.y + plan.standing.height + 2 * BOX
        self.draw.rounded_rectangle((MARGIN, self.y, WIDTH - MARGIN, bottom), radius=24, fill=_PALE)
        self.y += BOX
        self.write(plan.standing, MARGIN + BOX, _INK)
        self.y = bottom + BLOCK

    def way(self, plan: Layout) -> None:
        """The line first, so that the stations lie on it."""
        tops = self._tops(plan)
        self._rail(plan, tops)
        self.write(plan.earlier, TEXT, _SOFT)
        for top, placed in zip(tops, plan.stations, strict=True):
            self.y = top
            self._station(placed)
        self.y += GAP
        self.write(plan.later, TEXT, _SOFT)
        self.y += BLOCK

    def _tops(self, plan: Layout) -> list[int]:
        y, tops = self.y + plan.earlier.height, []
        for placed in plan.stations:
            tops.append(y)
            y += placed.height + GAP
        return tops

    def _rail(self, plan: Layout, tops: list[int]) -> None:
        """Solid as far as the paper came, dashed beyond."""
        dots = [_dot(top, placed) for top, placed in zip(tops, plan.stations, strict=True)]
        marks = [each.station.mark for each in plan.stations]
        here = marks.index(Mark.HERE) if Mark.HERE in marks else len(dots) - 1
        begin = self.y + 16 if plan.earlier.lines else dots[0]
        self.draw.line((RAIL, begin, RAIL, dots[here]), fill=_ACCENT, width=8)
        end = dots[-1] + (plan.stations[-1].height if plan.later.lines else 0)
        for y in range(dots[here], end, 28):
            self.draw.line((RAIL, y, RAIL, min(y + 14, end)), fill=_LINE, width=8)

    def _station(self, placed: Placed) -> None:
        mark = placed.station.mark
        self._circle(_dot(self.y, placed), mark)
        for line in placed.badge.lines:
            right = TEXT + font(BADGE).getlength(line) + 40
            filled = mark is Mark.HERE
            box = (TEXT, self.y + 2, right, self.y + 54)
            self.draw.rounded_rectangle(box, radius=26, fill=_ACCENT if filled else _GROUND, outline=_ACCENT, width=4)
            place = (TEXT + 20, self.y + 28)
            self.draw.text(place, line, font=font(BADGE), fill=_GROUND if filled else _ACCENT, anchor="lm")
            self.y += placed.badge.style.step
        for part in placed.words:
            quiet = part.style is WHEN or mark is Mark.OFF
            self.write(part, TEXT, _SOFT if quiet else _INK)

    def _circle(self, y: int, mark: Mark) -> None:
        """Filled: was there; with a ring: is there; hollow: is to come; crossed: does not take place."""
        colour = {Mark.OFF: _SOFT, Mark.LATER: _LINE}.get(mark, _ACCENT)
        radius = _RADIUS + 10 if mark is Mark.HERE else _RADIUS
        self._disc(y, radius, colour)
        if mark is Mark.DONE:
            return
        self._disc(y, radius - 7, _GROUND)
        if mark is Mark.HERE:
            self._disc(y, radius - 13, _ACCENT)
        if mark is Mark.OFF:
            for slope in (1, -1):
                self.draw.line((RAIL - 8, y - slope * 8, RAIL + 8, y + slope * 8), fill=_SOFT, width=6)

    def _disc(self, y: int, radius: int, colour: str) -> None:
        size = 2 * radius * _SHARP
        large = Image.new("L", (size, size), 0)
        ImageDraw.Draw(large).ellipse((0, 0, size - 1, size - 1), fill=255)
        small = large.resize((2 * radius, 2 * radius), Image.Resampling.LANCZOS)
        self.image.paste(colour, (RAIL - radius, y - radius), small)


def _dot(top: int, placed: Placed) -> int:
    """The middle of a station's circle: beside its first line."""
    first = placed.badge if placed.badge.lines else placed.words[0]
    return top + min(first.style.step, 52) // 2 + 2
