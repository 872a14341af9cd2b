"""What the numbers of papers look like, council by council, and how far each shape is to be trusted."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from council.published.reference_forms import spelled


class Confidence(StrEnum):
    """SURE and LIKELY are papers' numbers even if nobody knows them; a GUESS counts only if it is stored."""

    SURE = "sure"
    LIKELY = "likely"
    GUESS = "guess"


@dataclass(frozen=True, slots=True)
class Sighting:
    """What a shape says of a number: `plain` if it stands alone, `keyed` if "Drucksache" or the like precedes it."""

    candidates: tuple[str, ...]
    plain: Confidence
    keyed: Confidence = Confidence.SURE
    state_parliament: bool = False


@dataclass(frozen=True, slots=True)
class Shape:
    """One form of numbers. A group `core` marks the number proper, if letters may stand loosely before it."""

    pattern: re.Pattern[str]
    judge: Callable[[re.Match[str]], Sighting]


_LETTER = "A-Za-zÄÖÜäöüß"
# Not inside a word or a longer number, except right after "Drs" or "Drucksache-"; ".20-1554" only after a letter.
_LEFT = (
    rf"(?:(?<![0-9{_LETTER}/])(?<![0-9{_LETTER}]-)(?<![0-9][.:])"
    r"|(?<=drs)|(?<=\bds)|(?<=drucksache-)|(?<=drs-)|(?<=nr-))"
)
_RIGHT = rf"(?![0-9{_LETTER}])(?![-/.:][0-9])"
_YEAR = r"(?:19|20)[0-9]{2}"
_SLASH = r" ?/ ?"
_SURE, _LIKELY, _GUESS = Confidence.SURE, Confidence.LIKELY, Confidence.GUESS


def _compiled(form: str) -> re.Pattern[str]:
    return re.compile(_LEFT + form + _RIGHT, re.IGNORECASE | re.ASCII)


def _written(match: re.Match[str]) -> str:
    return spelled(match[0]).upper()


def _is_year(number: str) -> bool:
    return re.fullmatch(_YEAR, number) is not None


def _always(confidence: Confidence) -> Callable[[re.Match[str]], Sighting]:
    return lambda match: Sighting((_written(match),), confidence)


def _in_capitals(confidence: Confidence, *, otherwise: Confidence) -> Callable[[re.Match[str]], Sighting]:
    """Short letter forms are words in lower case ("m/1000"), numbers in capitals ("V/3638")."""
    return lambda match: Sighting((_written(match),), confidence if match[0].isupper() else otherwise)


def _district(match: re.Match[str]) -> Sighting:
    """Hamburg's districts (20-1554.1) and, with five digits, its Bürgerschaft (20/14264, cited as 20-14264)."""
    prefix, sign, number, suffix = match["prefix"], match["sign"], match["number"].upper(), match["suffix"].upper()
    dashed, slashed = f"{prefix}-{number}{suffix}", f"{prefix}/{number}{suffix}"
    if len(number) == 5 and number.isdecimal() and not suffix:
        plain = _LIKELY if 10 <= int(prefix) <= 39 else _GUESS
        both = (slashed, dashed) if "/" in sign else (dashed, slashed)
        return Sighting(both, plain, state_parliament=True)
    if len(number) == 3:
        return _three_digits(match)
    candidates = (slashed, dashed) if "/" in sign else (dashed,)
    if _is_year(number) and 1 <= int(prefix) <= 12:
        return Sighting(candidates, _GUESS, _GUESS)  # "05-2013" is a month
    if not 13 <= int(prefix) <= 39 or (_is_year(number) and sign != "-"):
        return Sighting(candidates, _GUESS)
    return Sighting(candidates, _SURE if suffix and sign == "-" else _LIKELY)


def _three_digits(match: re.Match[str]) -> Sighting:
    prefix, sign, number, suffix = match["prefix"], match["sign"], match["number"], match["suffix"]
    if "/" in sign:
        return Sighting((f"{prefix}/{number}{suffix}",), _LIKELY if prefix >= "13" else _GUESS)  # Hildesheim: 25/085
    # A zero left out: "22-794" for 22-0794.
    return Sighting((f"{prefix}-{number}{suffix}", f"{prefix}-0{number}{suffix}"), _GUESS, _LIKELY)


def _without_dash(match: re.Match[str]) -> Sighting:
    """ "22 1554" and "221554" are what tired fingers type; alone they may be anything."""
    return Sighting((f"{match['prefix']}-{match['number']}{match['suffix']}",), _GUESS, _LIKELY)


def _letters_and_parts(match: re.Match[str]) -> Sighting:
    long_part = re.search(r"[0-9]{3}", match[0]) is not None
    return Sighting((_written(match),), _SURE if long_part else _GUESS)


def _year_first(match: re.Match[str]) -> Sighting:
    """Karlsruhe 2015/0305, Laatzen 2026/245/1, Goslar 2026-152-01; "2025/2026" is a span of years."""
    span = _is_year(match["number"]) and not match["suffix"]
    return Sighting((_written(match),), _GUESS if span else _LIKELY, _LIKELY if span else _SURE)


def _year_last(match: re.Match[str]) -> Sighting:
    """Langenhagen 466/2021; "5/2025" is a month."""
    number, supplement = spelled(match["core"]), match["supplement"]
    if supplement:
        return Sighting((f"{supplement}. Ergänzung zu {number}", number), _SURE)
    digits = match["number"]
    if len(digits) <= 2 or _is_year(digits):
        return Sighting((number,), _GUESS, _LIKELY if len(digits) > 2 or int(digits) > 12 else _GUESS)
    return Sighting((number,), _LIKELY)


def _two_digit_year_last(match: re.Match[str]) -> Sighting:
    """Older numbers: 2373/13, 1664/99; "2026/27" is a school year."""
    number, year = match["number"], match["year"]
    if _is_year(number):
        return Sighting((_written(match),), _GUESS, _GUESS if (int(number) + 1) % 100 == int(year) else _LIKELY)
    return Sighting((_written(match),), _LIKELY if len(number) == 4 else _GUESS)


def _loose_letters(match: re.Match[str]) -> Sighting:
    """ "K 2026/0725", and "DS 0380/25" for DS0380/25: the letters may be the number's or the sentence's."""
    letters, core = match["letters"].upper(), spelled(match["core"])
    candidates = (f"{letters} {core}", f"{letters}/{core}", f"{letters}{core}", core)
    number, year = core.split("/")[:2]
    if _is_year(number) and (len(year) == 2 or _is_year(year)):
        return Sighting(candidates, _GUESS, _GUESS)  # "DHH 2024/2025" is a span of years
    return Sighting(candidates, _LIKELY)


_HAMBURG = (
    r"(?P<prefix>[0-9]{2})(?P<sign> {0,2}[-/] {0,2})(?P<number>[0-9]{3,5}|M[0-9]{4,5})"
    r"(?P<suffix>(?:\.[0-9]{1,2}){0,3}[A-Z]?)"
)
_HAMBURG_WITHOUT_DASH = (
    r"(?P<prefix>1[3-9]|2[0-9])(?: {1,2}|[._]|)(?P<number>[0-9]{4})(?P<suffix>(?:\.[0-9]{1,2}){0,3})"
)
_YEAR_FIRST = (
    rf"{_YEAR}(?:{_SLASH}|-)(?P<number>[0-9]{{3,4}})(?P<suffix>(?:-[0-9]{{1,2}}|(?:{_SLASH}[0-9]{{1,2}}){{1,2}})?)"
)
_YEAR_LAST = (
    r"(?:(?P<supplement>[0-9]{1,2})\. ?erg[äÄ]nzung zu )?"
    rf"(?P<core>(?P<number>[0-9]{{1,4}}){_SLASH}{_YEAR}(?:[-/][0-9]{{1,2}})?)"
)
_LOOSE_LETTERS = (
    r"(?!(?:drs|nr|no|top|kw|az|tel|fax|plz) )(?P<letters>(?-i:[A-Z]{1,4}|[a-z])) "
    rf"(?P<core>{_YEAR}/[0-9]{{2,4}}(?:/[0-9]{{1,2}})?|[0-9]{{3,4}}/{_YEAR}"
    rf"|[0-9]{{4}}/[0-9]{{2}}(?:{_SLASH}[0-9]{{1,3}}){{0,3}})"
)
# V/0462/2026, VO/26/23343/D2, VO/2026/5756, BD/2023/367-1, DHH/2023/4101/1, DS/0016/2002
_LETTERS_AND_PARTS = (
    rf"[A-Z]{{1,4}}{_SLASH}[0-9]{{2,5}}{_SLASH}[0-9]{{2,5}}(?:{_SLASH}[A-Z]?[0-9]{{1,4}})?(?:-[0-9]{{1,3}})?"
)

# Where several fit, the leftmost counts, of those the longest, of those the first in this table.
_SHAPES: tuple[tuple[str, Callable[[re.Match[str]], Sighting]], ...] = (
    (_HAMBURG, _district),
    (_HAMBURG_WITHOUT_DASH, _without_dash),
    (_YEAR_FIRST, _year_first),
    (_YEAR_LAST, _year_last),
    (r"(?P<number>[0-9]{3,4})/(?P<year>[0-9]{2})", _two_digit_year_last),
    (_LOOSE_LETTERS, _loose_letters),
    (_LETTERS_AND_PARTS, _letters_and_parts),
    (rf"[A-Z]{{1,3}}[0-9]{{3,4}}{_SLASH}[0-9]{{2}}(?:{_SLASH}[0-9]{{1,3}}){{0,3}}", _always(_SURE)),  # DS0380/25/10/1
    (rf"[0-9]{{2}}{_SLASH}[A-Z]{{2,5}}{_SLASH}[0-9]{{3,5}}(?:-[0-9]{{1,3}})?", _always(_SURE)),  # 26/SVV/0341-001
    (r"[A-Z]{2,4}-[0-9]{2,5}/[0-9]{2,4}", _always(_SURE)),  # RBV-1441/12
    (rf"[A-Z]{{2,4}}-[0-9]{{2}}-{_YEAR}-[0-9]{{2,4}}", _always(_SURE)),  # BV-25-2026-007
    (r"[IVX]{1,5}-[A-Z]{1,4}-[0-9]{3,6}(?:-(?-i:[A-ZÄÖÜ0-9]{1,4})){0,2}", _always(_SURE)),  # VI-DS-01825
    (r"[0-9]{4}/[IVX]{1,4}", _in_capitals(_SURE, otherwise=_LIKELY)),  # 0305/III
    (r"[IVX]{1,4}/[0-9]{3,5}", _in_capitals(_LIKELY, otherwise=_GUESS)),  # V/3638
    (r"[IVX]{1,4}/[A-Z]{1,3}(?: [A-Z]{1,3})? [0-9]{1,4}", _in_capitals(_LIKELY, otherwise=_GUESS)),  # V/A HP 43
    (r"[0-9]{2}-[0-9]{5}-[0-9]{2}", _always(_LIKELY)),  # 26-29090-02
    (r"[0-9]{6}-[0-9]{2}", _always(_LIKELY)),  # 212134-01
    (r"[0-9]{5}-[0-9]{2}-[A-Z][0-9]{1,2}", _always(_SURE)),  # 16051-09-E1
    (r"[0-9]{5}-[0-9]{2}", _always(_GUESS)),  # 16051-09, or a telephone
)

SHAPES = tuple(Shape(_compiled(form), judge) for form, judge in _SHAPES)
