"""Damaged variants of a page, by kind: cut, cells and rows lost, doubled and shuffled, words and tables changed."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from random import Random

_CELL = re.compile(rb"<t([dh])\b(?:(?!<t[dh]\b|<table\b).)*?</t\1>", re.DOTALL)
_ROW = re.compile(rb"<tr\b(?:(?!<tr\b|<table\b).)*?</tr>", re.DOTALL)
_TABLE = re.compile(rb"<table\b(?:(?!<table\b).)*?</table>", re.DOTALL)
_LABEL = re.compile(rb'(?<=<td class="kb1">)[^<]+')
_CLASS = re.compile(rb'(?<=class=")[a-z]{2,4}[0-9a-z_]*')
_TAG = re.compile(rb"<[^<>]*>")

Span = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """A page and where in it the parts stand that can be damaged, found once."""

    page: bytes
    cells: tuple[Span, ...]
    rows: tuple[Span, ...]
    tables: tuple[Span, ...]
    labels: tuple[Span, ...]
    classes: tuple[Span, ...]
    tags: tuple[Span, ...]


def parts_of(page: bytes) -> Parts:
    def spans(pattern: re.Pattern[bytes]) -> tuple[Span, ...]:
        return tuple(found.span() for found in pattern.finditer(page))

    return Parts(
        page=page,
        cells=spans(_CELL),
        rows=spans(_ROW),
        tables=spans(_TABLE),
        labels=spans(_LABEL),
        classes=spans(_CLASS),
        tags=spans(_TAG),
    )


def variants(page: bytes, *, each: int, random: Random) -> Iterator[tuple[str, bytes]]:
    """`each` variants of every kind, with the kind's name."""
    parts = parts_of(page)
    for name, damaged in _KINDS.items():
        for _ in range(each):
            yield name, damaged(parts, random)


def _replaced(page: bytes, new: dict[Span, bytes]) -> bytes:
    pieces, at = list[bytes](), 0
    for (start, end), words in sorted(new.items()):
        pieces += [page[at:start], words]
        at = end
    return b"".join((*pieces, page[at:]))


def _some(spans: tuple[Span, ...], random: Random, most: int) -> list[Span]:
    return random.sample(spans, min(len(spans), random.randint(1, most)))


def _cut(parts: Parts, random: Random) -> bytes:
    return parts.page[: random.randrange(len(parts.page.rstrip()))]


def _cut_behind_a_tag(parts: Parts, random: Random) -> bytes:
    return parts.page[: random.choice(parts.tags[:-1])[1]]


def _lost_cells(parts: Parts, random: Random) -> bytes:
    return _replaced(parts.page, dict.fromkeys(_some(parts.cells, random, 3), b""))


def _doubled_cells(parts: Parts, random: Random) -> bytes:
    found = _some(parts.cells, random, 3)
    return _replaced(parts.page, {(start, end): parts.page[start:end] * 2 for start, end in found})


def _shuffled_cells(parts: Parts, random: Random) -> bytes:
    """Within one row."""
    if not parts.rows:
        return parts.page
    start, end = random.choice(parts.rows)
    return _shuffled(parts.page, [each for each in parts.cells if start <= each[0] and each[1] <= end], random)


def _swapped_cells(parts: Parts, random: Random) -> bytes:
    """Of any rows."""
    return _shuffled(parts.page, _some(parts.cells, random, 6), random)


def _shuffled(page: bytes, spans: list[Span], random: Random) -> bytes:
    words = [page[start:end] for start, end in spans]
    random.shuffle(words)
    return _replaced(page, dict(zip(spans, words, strict=True)))


def _lost_rows(parts: Parts, random: Random) -> bytes:
    return _replaced(parts.page, dict.fromkeys(_some(parts.rows, random, 6), b""))


def _doubled_rows(parts: Parts, random: Random) -> bytes:
    found = _some(parts.rows, random, 3)
    return _replaced(parts.page, {(start, end): parts.page[start:end] * 2 for start, end in found})


def _shuffled_rows(parts: Parts, random: Random) -> bytes:
    return _shuffled(parts.page, _some(parts.rows, random, 12), random)


def _renamed_class(parts: Parts, random: Random) -> bytes:
    """Of all elements that have it."""
    if not parts.classes:
        return parts.page
    start, end = random.choice(parts.classes)
    return re.sub(rb'(?<=class=")' + re.escape(parts.page[start:end]) + rb"\b", b"new", parts.page)


def _renamed_labels(parts: Parts, random: Random) -> bytes:
    return _replaced(parts.page, dict.fromkeys(_some(parts.labels, random, 2), b"Angabe:"))


def _lost_tables(parts: Parts, random: Random) -> bytes:
    return _replaced(parts.page, dict.fromkeys(_some(parts.tables, random, 3), b""))


_KINDS: dict[str, Callable[[Parts, Random], bytes]] = {
    "cut": _cut,
    "cut behind a tag": _cut_behind_a_tag,
    "lost cells": _lost_cells,
    "doubled cells": _doubled_cells,
    "shuffled cells": _shuffled_cells,
    "swapped cells": _swapped_cells,
    "lost rows": _lost_rows,
    "doubled rows": _doubled_rows,
    "shuffled rows": _shuffled_rows,
    "renamed class": _renamed_class,
    "renamed labels": _renamed_labels,
    "lost tables": _lost_tables,
}
KINDS = tuple(_KINDS)
