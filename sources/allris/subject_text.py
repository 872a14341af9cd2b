"""The subject (Betreff) of an agenda item in its lines, and the reference in front of a paper's."""

import re

from selectolax.lexbor import LexborNode

from council.published.numbers import find_mentions
from sources.allris.flowing_text import SILENT, one_line

# "22-0621", "VO/26/23343/D2", "K 2026/0725", "A0249/25 /1"; not "1." of "1. Ergänzung".
_REFERENCE = re.compile(r"(?:[A-ZÄÖÜ]{1,4} )?(?![0-9]{1,3}\.(?: |\Z))[^\s,;:]*[0-9][^\s,;:]*(?: ?/[0-9]{1,3}(?= ))?")


def subject_lines(node: LexborNode) -> tuple[str, ...]:
    """The lines of a subject, which break at <br> and, in ALLRIS, at plain line feeds; without its "Zusatzinfo"."""
    pieces: list[str] = []
    waiting = [node]
    while waiting:
        each = waiting.pop()
        if each.is_text_node:
            pieces.append(each.text_content or "")
        elif each.tag == "br":
            pieces.append("\n")
        elif each.tag not in SILENT and not _is_aside(each):
            waiting.extend(reversed(list(each.iter(include_text=True))))
    return tuple(line for line in map(one_line, "".join(pieces).splitlines()) if line)


def subject(node: LexborNode) -> str | None:
    """As a paper's name: lines joined by "\\n"; None if there are none."""
    return "\n".join(subject_lines(node)) or None


def reference_before(words: str, name: str | None) -> str | None:
    """The reference of "22-0621 Bänke am Teich", given the name of the item it belongs to, often the same.

    The name may also be the end of the subject only: "22-0621 Antrag betr. Bänke am Teich".
    """
    line = one_line(words)
    known = one_line(name or "")
    if not known or not line.endswith(f" {known}"):
        found = _REFERENCE.match(line)
        return _number_at_start(line) or (found[0] if found else None)
    before = line[: -len(known)].rstrip(" -:")
    whole = before if any(char.isdigit() for char in before) else None
    return _number_at_start(before) or whole


def _number_at_start(line: str) -> str | None:
    """What is known to be a paper's number, unless the word that it ends in goes on."""
    first = next(iter(find_mentions(line)), None)
    if first is None or not line.startswith(first.written):
        return None
    return first.written if line[len(first.written) :][:1] in {"", " ", ",", ";", ":"} else None


def _is_aside(node: LexborNode) -> bool:
    return (node.attributes.get("title") or "").strip().casefold() == "zusatzinfo"
