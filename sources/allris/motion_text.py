"""The motion's own words: without headings, fillers, and what the authority answered below them."""

import re

# The headings of the text; ALLRIS pages of the Hamburg districts, and bv-hh's list of them.
PETITUM = (
    "Petitum/Beschlussempfehlung",
    "Petitum/Beschlussvorschlag",
    "Petitum/Beschluss",
    "Petitum",
)
DECISION = (*PETITUM, "Beschlussempfehlung", "Beschlussvorschlag", "Beschluss", "Antrag")
FACTS = ("Sachverhalt", "Hintergrund")

FILLERS = frozenset(
    {
        *("", "-", "--", "---", "–", "—", "./.", "keine", "entfällt"),
        *("keine anlagen", "keine anlage", "anlagen: keine"),
        "um kenntnisnahme wird gebeten",
    }
)


def _any(names: tuple[str, ...]) -> str:
    return "|".join(re.escape(name).replace("/", r"\s?/\s?") for name in names)


_NAMES = _any((*FACTS, *DECISION))
_HEADING = re.compile(rf"(?:{_NAMES})\s?(?::[^\S\n]*|\n|\Z)\s*", re.IGNORECASE)

_SECTION = re.compile(rf"(?:{_NAMES})\s?:", re.IGNORECASE)
_PETITUM = re.compile(rf"(?:{_any(PETITUM)})\s?(?::|\Z)", re.IGNORECASE)
# These also stand inside the facts ("Beschluss: vertagt"), so alone on their line only.
_DECISION = re.compile(r"Beschluss(?:vorschlag|empfehlung)\s?:|(?:Beschluss|Antrag)\s?:\s*\Z", re.IGNORECASE)

# Letter-heads stand alone on their lines; in running text the same words go on.
_DISTRICT = r"[A-ZÄÖÜ][\wäöüßÄÖÜ-]{2,40}(?:[ -][A-ZÄÖÜ][\wäöüß]{2,40})?"
_CITY_HEAD = re.compile(r"freie und hansestadt hamburg(?P<rest>.{0,60})", re.IGNORECASE)
_ASSEMBLY_HEAD = re.compile(rf"(?:BEZIRKSVERSAMMLUNG|Bezirksversammlung) {_DISTRICT}")
_OFFICE_HEAD = re.compile(rf"(?:BEZIRKSAMT|Bezirksamt) {_DISTRICT}")
_CHAIR = re.compile(r"(?:der|die) (?:stellv(?:\.|ertretende) )?vorsitzende\b.{0,60}", re.IGNORECASE)
_DAY = re.compile(
    r"(?:[A-ZÄÖÜ][a-zäöüß]+, )?(?:den |am )?[0-9]{1,2}\. ?(?:[0-9]{1,2}\.|[A-ZÄÖÜa-z][a-zä]+) ?[0-9]{2,4}"
)
_OFFICE_LINE = re.compile(
    r"(?:bezirksamt|bezirksversammlung|dezernat|der bezirksamtsleiter|die bezirksamtsleiter)\b.{0,60}", re.IGNORECASE
)
# How many lines with something on them a letter-head may take.
_HEAD_LINES = 4
_LONGEST_HEAD_LINE = 120


def begins_section(line: str) -> bool:
    """Whether a line opens a text of the paper ("Sachverhalt:", "Petitum/Beschluss:")."""
    return _SECTION.match(line) is not None


def decision_line(lines: list[str]) -> int | None:
    """Where what is to be decided begins: a "Petitum" first, since the facts may quote a "Beschluss:"."""
    for heading in (_PETITUM, _DECISION):
        found = next((at for at, line in enumerate(lines) if heading.match(line.strip())), None)
        if found is not None:
            return found
    return None


def own_words(text: str) -> str | None:
    """A section of the paper as its authors wrote it, or None if it holds nothing.

    Headings at the start are dropped and fillers ("---", "keine") count as empty. It ends where a letter of the
    authority or the assembly's chair begins: Harburg prints the answer inside the motion's own section.
    """
    return _none_if_filler(without_headings(before_letter(text)))


def facts_words(text: str) -> str | None:
    """As own_words, but a letter-head at the very start is the paper's own: a message of the authority."""
    return own_words(text) or _none_if_filler(without_headings(text))


def without_headings(text: str) -> str:
    words = text.strip()
    at = 0
    while (heading := _HEADING.match(words, at)) is not None:
        at = heading.end()
    return words[at:].strip()


def before_letter(text: str) -> str:
    """The text up to a letter-head: its lines standing alone, the sender, then chair, office or day."""
    lines = text.split("\n")
    for at, line in enumerate(lines):
        if 0 < len(line) <= _LONGEST_HEAD_LINE and _begins_letter(line, lines, at):
            return "\n".join(lines[:at]).strip()
    return text


def _begins_letter(line: str, lines: list[str], at: int) -> bool:
    head, *beside = (part.strip() for part in line.split("|"))
    below = [*beside, *_lines_below(lines, at)]
    if city := _CITY_HEAD.fullmatch(head):
        below.insert(0, city["rest"].strip(" -–,"))
        return any(_OFFICE_LINE.fullmatch(each) or _CHAIR.fullmatch(each) for each in below)
    if _ASSEMBLY_HEAD.fullmatch(head):
        return _signed_by_chair(head, below)
    if _OFFICE_HEAD.fullmatch(head):
        return any(_DAY.fullmatch(each) for each in below)
    return False


def _signed_by_chair(head: str, below: list[str]) -> bool:
    chair = any(_CHAIR.fullmatch(each) for each in below)
    day = any(_DAY.fullmatch(each) for each in below)
    return (chair or day) if head.isupper() else (chair and day)


def _lines_below(lines: list[str], at: int) -> list[str]:
    window = (line.strip() for line in lines[at + 1 : at + 1 + 3 * _HEAD_LINES])
    return [line for line in window if line][:_HEAD_LINES]


def _none_if_filler(text: str) -> str | None:
    return None if text.strip(" .|").casefold() in FILLERS else text
