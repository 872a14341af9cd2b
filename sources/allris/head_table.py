"""The head of a paper page: label cells (td.kb1) and the cells that belong to them."""

from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from sources.allris.flowing_text import node_line
from sources.allris.labels import Field, field_of

CELLS = frozenset({"td", "th"})
Values = dict[Field, list[LexborNode]]


def label_cells(tree: LexborHTMLParser) -> Iterator[tuple[Field, LexborNode]]:
    """Every label of the page in document order. Embedded motions bring no class kb1."""
    for cell in tree.css("td.kb1, th.kb1"):
        field = field_of(node_line(cell))
        if field is not None:
            yield field, cell


def head_values(tree: LexborHTMLParser) -> Values:
    """The value cells of each label in the table that holds "Betreff"; empty if there is no such table."""
    labels = list(label_cells(tree))
    head = next((table_of(cell) for field, cell in labels if field is Field.NAME), None)
    values: Values = {}
    for field, cell in labels:
        if head is not None and is_same(table_of(cell), head):
            values.setdefault(field, []).extend(value_cells(cell))
    return values


def value_cells(label: LexborNode) -> Iterator[LexborNode]:
    """The cells between a label and the next one in its row."""
    cell = label.next
    while cell is not None and not is_label(cell):
        if cell.tag in CELLS:
            yield cell
        cell = cell.next


def rows_below(label: LexborNode) -> Iterator[LexborNode]:
    """The rows under a label that stands alone, up to the next labelled row."""
    row = label.parent.next if label.parent is not None else None
    while row is not None:
        if row.tag == "tr":
            if any(is_label(cell) and node_line(cell) for cell in cells(row)):
                return
            yield row
        row = row.next


def cells(row: LexborNode) -> Iterator[LexborNode]:
    return (cell for cell in row.iter() if cell.tag in CELLS)


def rows(table: LexborNode) -> Iterator[LexborNode]:
    """A table's own rows, not those of tables inside it."""
    for part in table.iter():
        if part.tag == "tr":
            yield part
        elif part.tag in {"tbody", "thead", "tfoot"}:
            yield from (row for row in part.iter() if row.tag == "tr")


def has_class(cell: LexborNode, name: str) -> bool:
    return name in (cell.attributes.get("class") or "").split()


def is_label(cell: LexborNode) -> bool:
    return cell.tag in CELLS and has_class(cell, "kb1")


def table_of(cell: LexborNode) -> LexborNode | None:
    """The innermost table around a cell."""
    node = cell.parent
    while node is not None and node.tag != "table":
        node = node.parent
    return node


def is_same(one: LexborNode | None, other: LexborNode) -> bool:
    return one is not None and one.mem_id == other.mem_id
