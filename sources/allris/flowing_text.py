"""Text as a reader sees it: from HTML nodes, and from saved text in the same form."""

import re
from collections.abc import Callable

from selectolax.lexbor import LexborNode

_BLOCKS = "address article blockquote center dd div dl dt fieldset form h1 h2 h3 h4 h5 h6 hr li ol p pre section ul"
BREAKING = frozenset([*_BLOCKS.split(), "caption", "table", "tbody", "tfoot", "thead"])
SILENT = frozenset({"head", "noscript", "script", "select", "style", "template", "textarea", "title"})
CELLS = frozenset({"td", "th"})
# Marks while a text is put together; clean() has removed them from the words themselves.
ROW, CELL = "\x1e", "\t"

_CONTROLS = (*range(0x09), *range(0x0B, 0x20), *range(0x7F, 0xA0))
_UNSEEN = (0xAD, 0x200B, 0x2060, 0xFEFF)  # the soft hyphen and its like
_TURNING = (0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))  # the direction of what follows
_CHARACTERS = (
    dict.fromkeys((*_CONTROLS, *_UNSEEN, *_TURNING))
    | dict.fromkeys([0xA0, 0x2007, 0x202F], " ")
    | {0x2028: "\n", 0x2029: "\n"}
)


def clean(text: str) -> str:
    """Without soft hyphens, controls and direction marks; no-break spaces are blanks. Tabs and newlines stay."""
    return text.translate(_CHARACTERS)


def one_line(text: str) -> str:
    return " ".join(clean(text).split())


def node_text(node: LexborNode) -> str:
    """The text inside a node: spans joined without a blank, broken at p, br, li, tr, div; cells by " | "."""
    return "" if node.child is None else text_from(node.child, within=node, ends=lambda _: False)


def node_line(node: LexborNode) -> str:
    return one_line(node_text(node))


def node_lines(node: LexborNode) -> tuple[str, ...]:
    """The lines of a value, without empty ones."""
    return tuple(line for line in map(one_line, node_text(node).split("\n")) if line)


def text_from(start: LexborNode, *, within: LexborNode, ends: Callable[[LexborNode], bool]) -> str:
    """The text from `start` in document order, up to the first node that `ends` it or the end of `within`."""
    pieces: list[str] = []
    node: LexborNode | None = start
    while node is not None and not ends(node):
        pieces.append(_before(node))
        child = None if node.tag in SILENT else node.child
        node = child or _onward(node, within, pieces)
    return tidy("".join(pieces))


def _before(node: LexborNode) -> str:
    if node.is_text_node:
        return re.sub(r"\s+", " ", clean(node.text_content or ""))
    if node.tag == "tr":
        return ROW
    if node.tag in CELLS and _has_cell_before(node):
        return CELL
    return "\n" if node.tag in BREAKING or node.tag == "br" else ""


def _has_cell_before(node: LexborNode) -> bool:
    before = node.prev
    while before is not None and not before.is_element_node:
        before = before.prev
    return before is not None


def _onward(node: LexborNode, within: LexborNode, pieces: list[str]) -> LexborNode | None:
    current: LexborNode | None = node
    while current is not None and current.mem_id != within.mem_id:
        if current.tag == "tr":
            pieces.append(ROW)
        elif current.tag in BREAKING:
            pieces.append("\n")
        if current.next is not None:
            return current.next
        current = current.parent
    return None


def tidy(text: str) -> str:
    """Runs of blanks are one blank, runs of empty lines one empty line, tabs between cells " | ".

    Each step leaves only short runs to the next, so that none of them looks twice at the same characters.
    """
    text = re.sub(r" {2,}", " ", text)
    text = re.sub(r" ?\n ?", "\n", text)
    text = re.sub(r"\n{3,}", "\n\n", text)
    rows = (_row(row) for row in text.split(ROW))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(row for row in rows if row)).strip()


def _row(row: str) -> str:
    cells = (cell.strip() for cell in row.split(CELL))
    return " | ".join(cell for cell in cells if cell)
