"""The texts, attachments and family below the head of a paper page saved as text."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from council.published.papers import PaperText
from sources.allris.annexes import without_size
from sources.allris.flowing_text import one_line, tidy
from sources.allris.labels import Field, known_field
from sources.allris.motion_text import begins_section, decision_line, facts_words, own_words
from sources.allris.saved_head import JUMPS

# Buttons of the right column, where a browser writes them out.
_DOCUMENTS = frozenset(
    {"Drucksache", "Drucksache-Sammeldokument", "Vorlage", "Vorlage mit Anlagen", "Beschlüsse", "Sammeldokument"}
)
_ANNEX = re.compile(r"(?:Anlage/n|Anlagen|Anlage)\s?:", re.IGNORECASE)
_LISTED = re.compile(r"[0-9]{1,3} (?P<name>\S.*)")


@dataclass(slots=True)
class SavedSections:
    """What a saved page holds below its head. `jumps` are the right column's links: which texts there are."""

    text: PaperText = field(default_factory=PaperText)
    files: list[str] = field(default_factory=list)
    family: list[str] = field(default_factory=list)
    jumps: set[str] = field(default_factory=set)


def read_sections(lines: list[str]) -> SavedSections:
    """Splits the rest of the page at its headings: right column, texts, attachments, Stammbaum."""
    found = SavedSections()
    body, family = _parted(lines, Field.FAMILY)
    found.family.extend(_references(family))
    body = body[_right_column(body, found) :]
    body, listed = _parted(body, Field.FILES)
    found.files.extend(_listed_files(listed))
    found.text = _texts(body, found.jumps)
    return found


def _parted(lines: list[str], label: Field) -> tuple[list[str], list[str]]:
    """Before and after the last line that is this label and nothing else; a list follows it at the end."""
    for at in range(len(lines) - 1, -1, -1):
        words = one_line(lines[at])
        if known_field(words) is label and _opens_list(words, lines[at + 1 : at + 4]):
            return lines[:at], lines[at + 1 :]
    return lines, []


def _opens_list(words: str, below: list[str]) -> bool:
    if words != "Anlagen:":
        return words == "Stammbaum:"
    first = next((one_line(line) for line in below if one_line(line)), "")
    return first == "Nr. Name" or _LISTED.fullmatch(first) is not None


def _right_column(lines: list[str], found: SavedSections) -> int:
    """Notes links and attachments of the right column; returns where the texts begin."""
    listing = False
    for at, line in enumerate(lines):
        words = one_line(line)
        if known_field(words) is Field.FILES and words.endswith(":") and not found.files:
            listing = True
        elif words in JUMPS and not listing:
            found.jumps.add(words)
        elif listing and words and not begins_section(words):
            found.files.append(without_size(words))
        elif words and words not in _DOCUMENTS:
            return at
        elif listing:
            listing = not words and not found.files
    return len(lines)


def _texts(lines: list[str], jumps: set[str]) -> PaperText:
    """Without a heading between facts and decision where both are there, a letter may belong to either."""
    at = decision_line(lines)
    if at is None:
        facts = tidy("\n".join(_without_annexes(lines, jumps)))
        return PaperText(sachverhalt=own_words(facts) if "Beschlussvorschlag" in jumps else facts_words(facts))
    facts = tidy("\n".join(lines[:at]))
    decision = tidy("\n".join(_without_annexes(lines[at:], jumps)))
    return PaperText(sachverhalt=facts_words(facts), beschluss=own_words(decision))


def _without_annexes(lines: list[str], jumps: set[str]) -> list[str]:
    """Up to the section "Anlage/n", if the page has one (or does not show which sections it has)."""
    if jumps and not jumps & {"Anlage/n", "Anlagen"}:
        return lines
    end = next((at for at, line in enumerate(lines) if _ANNEX.match(one_line(line))), len(lines))
    return lines[:end]


def _listed_files(lines: Iterable[str]) -> Iterator[str]:
    """The table below the text: number, name and size in a row."""
    for line in lines:
        listed = _LISTED.fullmatch(one_line(line))
        if listed is not None:
            yield without_size(listed["name"])


def _references(lines: Iterable[str]) -> Iterator[str]:
    for line in lines:
        cells = line.lstrip().split("\t") if "\t" in line.strip() else line.split(maxsplit=1)
        reference = one_line(cells[0]) if cells else ""
        if any(char.isdigit() for char in reference):
            yield reference
