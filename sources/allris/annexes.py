"""What hangs on a paper: its family (Stammbaum) and its attachments (Anlagen)."""

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from council.published.papers import File
from sources.allris.flowing_text import node_line
from sources.allris.head_table import cells, label_cells, rows_below, value_cells
from sources.allris.labels import Field

_SIZE = re.compile(r" ?\([0-9.,]{1,12} ?(?:[KMG]i?B|Bytes?)\)$", re.IGNORECASE)


def without_size(name: str) -> str:
    """Without the "(460 KB)" of the table below the text; the right column lists the same file without it."""
    return _SIZE.sub("", name).strip()


def family(tree: LexborHTMLParser, reference: str) -> tuple[str, ...]:
    """The references of the Stammbaum in its order, once each, without the paper's own."""
    named = (_first_text(row) for row in _below(tree, Field.FAMILY))
    return others(named, reference)


def others(references: Iterator[str], reference: str) -> tuple[str, ...]:
    own = reference.casefold()
    return tuple(dict.fromkeys(each for each in references if each and each.casefold() != own))


def files(tree: LexborHTMLParser, web: str | None) -> tuple[File, ...]:
    """The attachments, once each. Their links are session-bound (`___tmp`): the page's address stands in."""
    links = (link for place in _below(tree, Field.FILES) for link in place.css("a[href]"))
    names = (without_size(node_line(link)) for link in links)
    return tuple(File(name=name, url=web) for name in dict.fromkeys(names) if name)


def _below(tree: LexborHTMLParser, wanted: Field) -> Iterator[LexborNode]:
    for field, label in label_cells(tree):
        if field is wanted:
            yield from value_cells(label)
            yield from rows_below(label)


def _first_text(row: LexborNode) -> str:
    return next((text for cell in cells(row) if (text := node_line(cell))), "")
