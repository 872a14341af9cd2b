"""The head of a paper page saved as text: labels and values, with tabs between them or nothing at all."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sources.allris.flowing_text import one_line
from sources.allris.labels import SPELLINGS, Field, known_field
from sources.allris.motion_text import begins_section

_KNOWN = "|".join(
    re.escape(each) for each in sorted((name for names in SPELLINGS.values() for name in names), key=len, reverse=True)
)
_FIRST_LABEL = re.compile(rf"\s*(?:(?P<label>(?i:{_KNOWN}))\s?:|(?P<unknown>[A-ZÄÖÜ][\w/.*-]{{2,30}}):)")
# "Status:öffentlichDrucksache-Art:Antrag": a label follows the last value without a blank.
_NEXT_LABEL = re.compile(rf"(?:{_KNOWN})\s?:|(?<=[a-zäöüß)0-9])[A-ZÄÖÜ][A-Za-zÄÖÜäöüß/*-]{{2,30}}:(?=\S)")
# The right column's links to the texts below, bare lines without a colon.
JUMPS = frozenset({"Sachverhalt", "Beschlussvorschlag", "Beschlussempfehlung", "Beschluss", "Anlage/n", "Anlagen"})
BUTTONS = frozenset({"VO", "TO", "PA", "NA", "NI", "PDF"})
# A committee's name is shorter and ends in no full stop.
_LONGEST_NAME = 140


@dataclass(frozen=True, slots=True)
class SavedHead:
    """Values by label (their lines), the raw lines of the Beratungsfolge, and the lines after it."""

    values: dict[Field, list[str]]
    stops: list[str]
    rest: list[str]


def read_head(lines: list[str]) -> SavedHead:
    """The head from "Betreff:" on. It ends where, after the Beratungsfolge, the texts or their links begin."""
    head = SavedHead(values={}, stops=[], rest=[])
    field: Field | None = None
    for at, line in enumerate(lines):
        if Field.STOPS in head.values and _text_begins(line, head.stops):
            head.rest.extend(lines[at:])
            break
        if field is Field.STOPS and not _first_known(line):
            head.stops.append(line)
            continue
        for label, value in _segments(line, field):
            field = label or field
            _keep(head.values, field, value)
    return head


def _keep(values: dict[Field, list[str]], field: Field | None, value: str) -> None:
    if field is None:
        return
    kept = values.setdefault(field, [])
    words = one_line(value)
    if words and words not in BUTTONS:
        kept.append(words)


def _segments(line: str, field: Field | None) -> Iterator[tuple[Field | None, str]]:
    cells = line.split("\t")
    after_label = False
    for cell in cells:
        label = _whole_label(one_line(cell), in_row=len(cells) > 1 and not after_label)
        for found, value in _parts(cell, label, field, is_value=after_label):
            field = found or field
            yield found, value
        after_label = label is not None


def _parts(
    cell: str, label: Field | None, field: Field | None, *, is_value: bool
) -> Iterable[tuple[Field | None, str]]:
    """A label's own cell holds its whole value, whatever that looks like ("Eilantrag:Bänke")."""
    if label is not None:
        return [(label, "")]
    return [(None, cell)] if is_value else _run_together(cell, field)


def _whole_label(words: str, *, in_row: bool) -> Field | None:
    """The field of a cell that is a label. Without a colon only in a row of cells, and not as a label's value."""
    known = known_field(words)
    if known is not None and (in_row or words.endswith(":") or known is Field.STOPS):
        return known
    return Field.OTHER if in_row and re.fullmatch(r"[A-ZÄÖÜ][^:]{1,38}:", words) else None


def _run_together(cell: str, field: Field | None) -> Iterator[tuple[Field | None, str]]:
    first = _FIRST_LABEL.match(cell)
    if first and first["unknown"] and not _ends_subject(cell, first.end(), field):
        first = None
    label = _field(first["label"] or "") if first else None
    at = first.end() if first else 0
    if (label or field) is Field.NAME:
        yield label, cell[at:]
        return
    for following in _NEXT_LABEL.finditer(cell, at):
        yield label, cell[at : following.start()]
        label, at = _field(following[0]), following.end()
    yield label, cell[at:]


def _ends_subject(cell: str, at: int, field: Field | None) -> bool:
    """Whether an unknown "Word:" is a label. A subject's second line may read "Hier: Stellungnahme"."""
    return field is not Field.NAME or (at < len(cell) and not cell[at].isspace())


def _field(label: str) -> Field:
    return known_field(label) or Field.OTHER


def _first_known(line: str) -> bool:
    first = _FIRST_LABEL.match(line)
    cell, tab, _ = line.partition("\t")
    return (first is not None and first["label"] is not None) or (bool(tab) and known_field(cell) is not None)


def _text_begins(line: str, stops: list[str]) -> bool:
    words = one_line(line)
    if words in JUMPS or begins_section(words) or known_field(words) in {Field.FILES, Field.FAMILY}:
        return True
    if any(stop.startswith("\t") and one_line(stop) for stop in stops[:20]):
        return bool(words) and not line.startswith("\t")
    return len(words) > _LONGEST_NAME or words.endswith((".", "!", "?"))
