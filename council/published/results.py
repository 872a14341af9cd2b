"""What a published result means for the paper, and where a result stands in a line of saved text."""

import re
import unicodedata
from functools import reduce

from council.published.result_words import RESULT_WORDS, Meaning

__all__ = ["KNOWN_RESULTS", "Meaning", "meaning", "split_result"]

# Results are a few words; a whole paragraph in their place is nothing we understand.
_LONGEST = 300


def _folded(result: str) -> str:
    words = unicodedata.normalize("NFKC", result).casefold().split()
    return " ".join(words).strip(" .!;:\"'„“”»«")


_MEANINGS = {_folded(word): meant for meant, words in RESULT_WORDS.items() for word in words}

# The first part is the vote, the second the further course; pairs not named here are told by `_combined`.
_PAIRS = {
    (Meaning.ADOPTED, Meaning.REFERRED): Meaning.ADOPTED_AND_REFERRED,
    (Meaning.ADOPTED, Meaning.DONE): Meaning.ADOPTED,
    (Meaning.REJECTED, Meaning.DONE): Meaning.REJECTED,
    (Meaning.WITHDRAWN, Meaning.DONE): Meaning.WITHDRAWN,
    (Meaning.POSTPONED, Meaning.REFERRED): Meaning.REFERRED,
    (Meaning.RECOMMENDED, Meaning.REFERRED): Meaning.RECOMMENDED,
    (Meaning.NOT_RECOMMENDED, Meaning.REFERRED): Meaning.NOT_RECOMMENDED,
}
_QUIET = frozenset({Meaning.NOTED, Meaning.NONE})

_HOW_IT_WAS_VOTED = re.compile(
    r"\((?=[^()]*(?:ja|nein|enth|stimm|mehrheit|[0-9] ?:))[^()]{1,80}\)|[0-9]{1,3} ?: ?[0-9]{1,3}(?: ?: ?[0-9]{1,3})?"
    r"|\b(?:einstimmig|mehrheitlich|mehrstimmig)(?:e|er|en)?\b"
    r"|\b(?:mit|bei|gegen|ohne)(?: (?:der|den|die|einer|grosser|[0-9]{1,3}|[a-z]{3,7}))?"
    r" (?:stimmenmehrheit|mehrheit|stimmengleichheit|gegenstimmen?|enthaltung(?:en)?|stimmenthaltung(?:en)?)\b"
    r"(?: und (?:[0-9]{1,3}|[a-z]{3,7}) (?:gegenstimmen?|enthaltung(?:en)?|stimmenthaltung(?:en)?)\b)?"
)
_ABOUT_THE_PAPER = re.compile(
    r"^(?:(?:der|die|das|dem) )?(?:(?:antrag|vorlage|beschlussvorlage|drucksache|anfrage) )?(?:(?:ist|wird|wurde) )?"
)
_DENIES = re.compile(r"\b(?:nicht|kein(?:e[nrms]?)?|ohne|weder|noch|teil\w*|vorbehaltlich|falls|sofern|soweit)\b")
_VERDICT = re.compile(
    r"beschl|angenommen|zugestimm|zustimm|genehmig|abgelehn|ablehn|überw|verwiesen|vertag|verschob|zurückgestellt"
    r"|abgesetzt|zurückgezogen|erledig|gegenstandslos|kenntnis|empf|wähl"
)
_PHRASES = tuple(
    (re.compile(pattern), meant)
    for pattern, meant in (
        (r"kein explizites abstimmungsergebnis.*", Meaning.NONE),
        (r"(?:teilweise|ziffernweise|punktweise|abschnittsweise) .*|stimmt .* zu,? lehnt .* ab", Meaning.MIXED),
    )
)
_HOW_IT_READS = r"in geänderter fassung|mit (?:\w+ )?(?:änderung|ergänzung)(?:en)?|wie vorgelegt|gemäss \w+"
# Looked at only where nothing in the wording denies or restricts it, and there is one verdict only.
_AFFIRMATIVE_PHRASES = tuple(
    (re.compile(pattern), meant)
    for pattern, meant in (
        (r"(?:aufgrund|wegen|auf|bis|in|von|vom) .* (?:vertagt|zurückgestellt|abgesetzt)", Meaning.POSTPONED),
        (r"(?:vertagt|zurückgestellt|abgesetzt|verschoben) (?:auf|bis|in|von|wegen|aufgrund) .*", Meaning.POSTPONED),
        (r"(?:vom|von|durch|seitens) .* zurückgezogen|zurückgezogen (?:vom|von|durch|seitens) .*", Meaning.WITHDRAWN),
        (r"(?:an|in|zurück an) .* (?:überwiesen|(?:zurück)?verwiesen)", Meaning.REFERRED),
        (r"(?:überwiesen|(?:zurück)?verwiesen) (?:an|in|zur|zum) .*", Meaning.REFERRED),
        (r"(?:durch|mit) .* (?:erledigt|gegenstandslos)|erledigt (?:durch|mit|wegen) .*", Meaning.DONE),
        (r"(?:in|im|mit|durch) .* abgelehnt|abgelehnt (?:in|im|von|vom|durch) .*", Meaning.REJECTED),
        (rf"(?:{_HOW_IT_READS}) (?:beschlossen|zugestimmt|angenommen)", Meaning.ADOPTED),
        (r"(?:\w*bericht|\w*stellungnahme|antwort|\w*mitteilung(?:en)?) .*zur kenntnis genommen", Meaning.NOTED),
    )
)


def meaning(result: str | None) -> Meaning:
    """What a result means for the paper. Never raises: what is not understood is UNKNOWN, nothing is NONE.

    The whole wording is looked up first; then its parts at " / " and " + "; careful phrases come last, because
    "ungeändert beschlossen" contains "geändert beschlossen" and "nicht empfohlen" contains "empfohlen".
    """
    folded = _folded((result or "")[: _LONGEST + 1])
    if not folded:
        return Meaning.NONE
    if len(folded) > _LONGEST:
        return Meaning.UNKNOWN
    if folded in _MEANINGS:
        return _MEANINGS[folded]
    parts = re.split(r" [/+] ", folded)
    if len(parts) > 1:
        return reduce(_combined, map(_of_one, parts))
    return _of_one(folded)


def _of_one(part: str) -> Meaning:
    plain = " ".join(_HOW_IT_WAS_VOTED.sub(" ", part).split()).strip(" ,.")
    for wording in (part, plain, _ABOUT_THE_PAPER.sub("", plain)):
        if wording in _MEANINGS:
            return _MEANINGS[wording]
    return _of_phrase(_ABOUT_THE_PAPER.sub("", plain)) or _of_tight_pair(plain) or Meaning.UNKNOWN


def _of_phrase(wording: str) -> Meaning | None:
    for pattern, meant in _PHRASES:
        if pattern.fullmatch(wording):
            return meant
    if _DENIES.search(wording) or len(_VERDICT.findall(wording)) != 1:
        return None
    return next((meant for pattern, meant in _AFFIRMATIVE_PHRASES if pattern.fullmatch(wording)), None)


def _of_tight_pair(wording: str) -> Meaning | None:
    """ "zurückgezogen/erledigt": a slash without blanks combines only what is known on both sides."""
    parts = [_MEANINGS.get(part) for part in wording.split("/")]
    known = [part for part in parts if part is not None]
    return reduce(_combined, known) if len(known) == len(parts) > 1 else None


def _combined(vote: Meaning, course: Meaning) -> Meaning:
    if Meaning.UNKNOWN in {vote, course}:
        return Meaning.UNKNOWN
    if vote is course or course in _QUIET:
        return vote
    if vote in _QUIET:
        return course
    return _PAIRS.get((vote, course), Meaning.MIXED)


KNOWN_RESULTS = tuple(
    sorted((word for words in RESULT_WORDS.values() for word in words), key=lambda word: (-len(word), word))
)
"""Known wordings as published, longest first. Any of them may be followed by " / " and another one."""

_ONE_RESULT = (
    r"(?:(?:einstimmig|mehrheitlich|mit Stimmenmehrheit|bei Stimmengleichheit) )?"
    rf"(?:{'|'.join(map(re.escape, KNOWN_RESULTS))})"
)
_RESULT_AT_END = re.compile(rf"(?:^|(?<= )){_ONE_RESULT}(?: [/+] {_ONE_RESULT})*\.?$", re.IGNORECASE)
# After these the words belong to a name ("Sitzung zur Kenntnisnahme") or mean the opposite.
_BINDING = re.compile(
    r"(?:^| )(?:nicht|kein|keine|noch|ohne|mit|teilweise|und|oder|für|zu|zur|zum|der|die|das|des|dem|den|ein|eine"
    r"|einer|von|vom|im|in|am|an|auf|bei|beim|durch|nach|über|geändert|ungeändert|/|\+)$",
    re.IGNORECASE,
)


def split_result(line: str) -> tuple[str, str | None]:
    """A line of saved text in two: what comes before, and the known result at its end (the longest that fits).

    Blanks are tidied, the wording is kept as published. (line, None) if no known result stands at the end.
    """
    tidy = " ".join(line.split())
    tail = max(0, len(tidy) - _LONGEST)
    match = _RESULT_AT_END.search(tidy, tail)
    if match is None or _BINDING.search(tidy[tail : match.start()].rstrip()):
        return tidy, None
    return tidy[: match.start()].rstrip(), match[0]
