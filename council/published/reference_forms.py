"""References as strings: the form they are compared in, their families, and the slips of typing fingers."""

import re
import unicodedata
from collections.abc import Iterator
from itertools import islice

# Longer than any reference seen; what is longer is compared in full but has no family and no near misses.
_LONGEST = 60
_MOST_NEAR_MISSES = 400

_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−⁃﹘﹣－"), "-")
_SLASHES = dict.fromkeys(map(ord, "⁄∕／"), "/")
_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u200f"), "")
_SIGNS = _DASHES | _SLASHES | _INVISIBLE
_BLANKS_AROUND_SEPARATOR = re.compile(r" ?([-/.]) ?")

# What may follow a whole number within one family. Only these are cut: in Regensburg's "VO/26/23344/63"
# the end is an office, and "V/0462/2026" has no parent at all.
_FAMILIES = tuple(
    re.compile(rf"((?:{whole})(?:{suffix})*)(?:{suffix})", re.IGNORECASE | re.ASCII)
    for whole, suffix in (
        (r"\d{2}[-/]M?\d{4,5}", r"\.\d{1,2}"),  # Hamburg: 22-2173.1.1
        (r"\d{2}[-/]M?\d{4}", r"[a-z]"),  # Hamburg: 22-1703B
        (r"\d{2}-\d{5}|\d{6}", r"-\d{2}"),  # Braunschweig, Bonn
        (r"(?:19|20)\d\d-\d{3,4}", r"-\d{1,2}"),  # Goslar: 2026-152-01
        (r"(?:[a-z]{1,4}/)?(?:19|20)\d\d/\d{3,4}", r"[-/]\d{1,3}"),  # Karlsruhe, Laatzen, Langenhagen
        (r"[a-z]{1,3}/\d{4}/(?:19|20)\d\d", r"/\d{1,2}"),  # Münster: V/0462/2026/1
        (r"[a-z]{1,3}\d{3,4}/\d{2}", r"/\d{1,3}"),  # Magdeburg: DS0380/25/10/1
        (r"\d{2}/[a-z]{2,5}/\d{3,5}", r"-\d{1,3}"),  # Potsdam: 26/SVV/0341-001
        (r"\d{5}-\d{2}", r"-[a-z]\d{1,2}"),  # Dortmund: 16051-09-E1
        (r"[ivx]{1,5}-[a-z]{1,4}-\d{3,6}", r"-[a-zäöü0-9]{1,4}"),  # Leipzig: VII-A-01234-NF-01
    )
)
# Hildesheim puts it in front: "1. Ergänzung zu 431/2021".
_SUPPLEMENT = re.compile(r"\d{1,2}\.ergänzung zu (\S{1,40})", re.IGNORECASE)


def reference_key(reference: str) -> str:
    """The form in which references are compared: case-folded, one kind of dash, no blanks around separators.

    ".01" and ".1" stay different: they are different papers.
    """
    return spelled(spelled(reference).casefold())


def spelled(reference: str) -> str:
    """The reference as its council would write it: dashes, slashes and blanks tidied, the case kept."""
    text = unicodedata.normalize("NFKC", reference.translate(_SIGNS)).translate(_SIGNS)
    return _BLANKS_AROUND_SEPARATOR.sub(r"\1", " ".join(text.split()))


def parents(reference: str) -> tuple[str, ...]:
    """What the reference may be a follow-up of, nearest first; only good for looking things up in the store."""
    found: list[str] = []
    rest = spelled(reference)
    while len(rest) <= _LONGEST and (shorter := _parent(rest)) is not None:
        found.append(shorter)
        rest = shorter
    return tuple(found)


def _parent(reference: str) -> str | None:
    if supplement := _SUPPLEMENT.fullmatch(reference):
        return supplement[1]
    for family in _FAMILIES:
        if match := family.fullmatch(reference):
            return match[1]
    return None


def near_misses(reference: str) -> tuple[str, ...]:
    """Keys one slip away, likeliest first and at most 400: swapped digits, the numbers before and after,
    a wrong digit, one left out, one too many. Slips at the end of a number come before those at its start.
    """
    key = reference_key(reference)
    if len(key) > _LONGEST:
        return ()
    found = dict.fromkeys(_slips(key))
    found.pop(key, None)
    return tuple(islice(found, _MOST_NEAR_MISSES))


def _slips(key: str) -> Iterator[str]:
    places = [place for place in reversed(range(len(key))) if key[place] in "0123456789"]
    for place in places:
        if key[place : place + 2].isdecimal() and place + 1 < len(key):
            yield key[:place] + key[place + 1] + key[place] + key[place + 2 :]
    yield from _neighbours(key)
    for place in places:
        for digit in "0123456789":
            yield key[:place] + digit + key[place + 1 :]
    for place in places:
        for digit in "0123456789":
            yield key[: place + 1] + digit + key[place + 1 :]
            yield key[:place] + digit + key[place:]
    for place in places:
        yield key[:place] + key[place + 1 :]


def _neighbours(key: str) -> Iterator[str]:
    groups = list(re.finditer(r"[0-9]+", key))
    # Years do not count up: "2026/0725" is followed by "2026/0726".
    counting = [group for group in groups if not re.fullmatch(r"(?:19|20)[0-9]{2}", group[0])]
    longest = max(map(len, (group[0] for group in groups)), default=0)
    if not any(len(group[0]) * 2 > longest for group in counting):
        counting = groups
    main = max(counting, key=lambda group: (len(group[0]), group.start()), default=None)
    if main is None:
        return
    for number in (int(main[0]) - 1, int(main[0]) + 1):
        if number >= 0:
            yield f"{key[: main.start()]}{number:0{len(main[0])}d}{key[main.end() :]}"
