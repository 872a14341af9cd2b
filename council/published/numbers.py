"""The numbers of papers in what people write: recognised generously, traps marked as guesses."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace

from council.published.number_shapes import SHAPES, Confidence, Sighting
from council.published.reference_forms import near_misses, parents, reference_key, spelled

__all__ = ["Confidence", "Mention", "find_mentions", "near_misses", "parents", "reference_key"]

# A Telegram message holds no more; what comes after is not read.
_MOST_CHARACTERS = 4096


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A number somebody wrote. `candidates` are the references to try, best first; what counts is what is stored.

    `state_parliament`: a number of Hamburg's Bürgerschaft (five digits), unless a council stores just that.
    """

    written: str
    candidates: tuple[str, ...]
    confidence: Confidence
    state_parliament: bool = False


@dataclass(frozen=True, slots=True)
class _Hit:
    start: int
    core: int
    end: int
    sighting: Sighting


# A long pasted address or a date holds digits that are nobody's number.
_NOT_NUMBERS = re.compile(
    r"https?://[^ ]+|www\.[^ ]+"
    r"|(?<![0-9a-z.-])[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){0,5}\.(?:de|com|net|org|eu|info|hamburg|berlin)/[^ ]*"
    r"|(?<![^ ])[^ @]{1,64}@[^ @]+"
    r"|\b[a-z]{2}[0-9]{2}(?: ?[0-9]{4}){3,7}(?: ?[0-9]{1,3})?\b"  # IBAN
    r"|(?<![0-9.])[0-9]{1,2}\.[0-9]{1,2}\.(?:[0-9]{4}|[0-9]{2})(?![0-9])"
    r"|(?<![0-9/-])[0-9]{4}([-/])[0-9]{2}\1[0-9]{2}(?![0-9/-])(?:t[0-9:.+z-]*)?"
    r"|(?<![0-9/])[0-9]{1,2}/[0-9]{1,2}/(?:[0-9]{4}|[0-9]{2})(?![0-9/])"
    r"|\b[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?\b"
    r"|\b[0-9]{1,3}(?:\.[0-9]{3})+(?:,[0-9]{1,2})?(?![0-9])|\b[0-9]+,[0-9]{2}(?= ?(?:€|eur))"
    r"|\bsi[ /][0-9][0-9/]{0,12}|\b[0-9]{4}/[0-9]{2,4}/[a-z]{1,3}\+[a-z]{1,3}"  # numbers of meetings
    r"|(?:(?<![0-9a-z/.-])00|\+)(?=(?:[ ()/-]{0,2}[0-9]){8})[0-9 ()/-]{8,20}"  # telephones
    r"|(?<![0-9a-z/.-])\(?0[1-9][0-9]{1,3}\)?[ /-]{1,2}(?=(?:[ -]?[0-9]){5})[0-9]{3,}(?:[ -][0-9]{1,6}){0,3}",
    re.IGNORECASE | re.ASCII,
)
_FILLING = r"[ .:#_(\"'„“”«»‚‘’\[-]{0,5}$"
_KEYWORD = re.compile(
    r"(?:drucksachen?|vorlagen?|antrags?|anträgen?|anfragen?|eingaben?|auskunftsersuchen|mitteilung"
    r"|(?<![a-zäöüß])(?:drs|ds|status|stand|paper|motion|number)"
    r"|(?<![a-zäöüß-])(?:nr|no|nummer))"
    rf"(?:[. -]{{0,3}}(?:nr|nummer))?{_FILLING}",
    re.IGNORECASE,
)
_OTHER_THINGS = re.compile(
    r"(?:§|(?<![a-zäöüß])(?:az|aktenzeichen|tel|telefon|fax|telefax|durchwahl|mobil|plz|kw|art|abs|zimmer|konto)"
    r"|kalenderwoche|linie|hausnummer|schuljahr|haushalt|haushaltsjahr|saison|stra(?:ß|ss)e|str)"
    rf"(?:[. -]{{0,3}}(?:nr|nummer))?{_FILLING}",
    re.IGNORECASE,
)
# "Drs. 22-1554, 22-1555 und 22-1556": the keyword speaks for all of them.
_AND_ALSO = re.compile(r"[ ,;&+/()]{0,6}(?:und|u\.|sowie|oder|bis|and|or)?[ ,;&+/()]{0,6}", re.IGNORECASE)
_BEFORE = 40


def find_mentions(text: str) -> tuple[Mention, ...]:
    """Every number that may be a paper's, in order of appearance, each once. Reads the first 4096 characters."""
    tidy = _without_invisible(text[:_MOST_CHARACTERS])
    if not re.search(r"[0-9]", folded := _folded(tidy)):
        return ()
    found: dict[str, Mention] = {}
    for hit, confidence in _judged(folded):
        mention = Mention(
            written=tidy[hit.start : hit.end],
            candidates=hit.sighting.candidates,
            confidence=confidence,
            state_parliament=hit.sighting.state_parliament,
        )
        key = reference_key(mention.candidates[0])
        known = found.setdefault(key, mention)
        found[key] = replace(known, confidence=_surer(known.confidence, confidence))
    return tuple(found.values())


def _judged(folded: str) -> Iterator[tuple[_Hit, Confidence]]:
    end, keyed = 0, False
    for hit in _hits(folded):
        inherits = keyed and _AND_ALSO.fullmatch(folded, end, hit.start) is not None
        keyed = inherits or any(_follows(_KEYWORD, folded, start) for start in {hit.start, hit.core})
        end = hit.end
        if _follows(_OTHER_THINGS, folded, hit.start) or _is_extension(folded, hit.start):
            yield hit, Confidence.GUESS
        else:
            yield hit, hit.sighting.keyed if keyed else hit.sighting.plain


def _hits(folded: str) -> list[_Hit]:
    """Leftmost first, of those the longest, none overlapping."""
    masked = _NOT_NUMBERS.sub(lambda match: "\x00" * len(match[0]), folded)
    every = [
        _Hit(
            match.start(), match.start("core") if "core" in match.groupdict() else match.start(), match.end(), sighting
        )
        for shape in SHAPES
        for match in shape.pattern.finditer(masked)
        for sighting in (shape.judge(match),)
    ]
    every.sort(key=lambda hit: (hit.start, -hit.end))
    kept: list[_Hit] = []
    for hit in every:
        if not kept or hit.start >= kept[-1].end:
            kept.append(hit)
    return kept


def _follows(pattern: re.Pattern[str], folded: str, place: int) -> bool:
    return pattern.search(folded[max(0, place - _BEFORE) : place]) is not None


def _is_extension(folded: str, place: int) -> bool:
    """ "428 28-2056" is a telephone of Hamburg's offices, not paper 28-2056."""
    return re.search(r"(?<![0-9./-])[0-9]{3} $", folded[max(0, place - 5) : place]) is not None


def _surer(one: Confidence, other: Confidence) -> Confidence:
    order = list(Confidence)
    return min(one, other, key=order.index)


def _without_invisible(text: str) -> str:
    composed = unicodedata.normalize("NFC", text)
    return "".join(c for c in composed if unicodedata.category(c) != "Cf" and c != "\x00")


def _folded(tidy: str) -> str:
    """The same length, with plain digits, letters, dashes, slashes and blanks only."""
    spread = re.sub(r"[^\x21-\x7e]", lambda match: _plain(match[0]), tidy)
    # "20-1554/20-1555" are two numbers.
    return re.sub(r"(?<=[0-9]-[0-9]{4})/(?=[0-9]{2}-[0-9]{4})", ";", spread)


def _plain(character: str) -> str:
    if character.isspace():
        return " "
    if unicodedata.category(character) == "Nd":
        return str(unicodedata.decimal(character))
    if character in "ÄÖÜäöüß":
        return character
    plain = spelled(character)
    wide = unicodedata.decomposition(character).startswith("<wide>")
    return plain if len(plain) == 1 and (wide or plain in "-/") else character
