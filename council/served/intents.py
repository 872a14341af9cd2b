"""What somebody wants who writes a sentence instead of a command, said by explicit patterns only."""

import datetime as dt
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from council.published.numbers import Confidence, find_mentions
from council.served.day_words import MONTHS
from council.served.days import Days, named_days
from council.served.intent_kinds import IntentKind, Pattern
from council.served.sentences_de import GERMAN, NAMES_ALONE, POLITE_GERMAN
from council.served.sentences_en import ENGLISH, POLITE_ENGLISH
from council.served.small_talk import SMALL_TALK

__all__ = ["Confidence", "Intent", "IntentKind", "intents"]

# Whoever writes more tells something, and does not ask.
_MOST_WORDS = 24
_MOST_CHARACTERS = 240


@dataclass(frozen=True, slots=True, kw_only=True)
class Intent:
    """One reading of a sentence; its slots are the person's own words.

    SURE: said in so many words. LIKELY: if `committee` names one that is known. GUESS: one reading of several, to be
    offered, never to be acted upon.
    """

    kind: IntentKind
    confidence: Confidence = Confidence.SURE
    number: str | None = None
    words: str | None = None
    committee: str | None = None
    author: str | None = None
    days: Days | None = None


@dataclass(frozen=True, slots=True)
class _Word:
    folded: str
    written: str


_PATTERNS = {
    confidence: tuple(each for each in (*SMALL_TALK, *GERMAN, *ENGLISH, *NAMES_ALONE) if each.confidence is confidence)
    for confidence in Confidence
}
_POLITE_END = re.compile(
    r"(?<= )(?:bitte|danke|dankeschoen|vielen dank|danke dir|please|thanks|thank you"
    r"|wissen|zeigen|sagen|nennen|geben) $"
)
_SPELLED = str.maketrans("’‘´`", "''''") | str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})
_FILLERS = frozenset(
    """bitte mal eigentlich denn doch gerade grad aktuell momentan derzeit jetzt ueberhaupt nochmal so please
    currently now just actually""".split()  # noqa: SIM905 - as in a sentence
)
_ARTICLES = frozenset(
    """der die das dem den des ein eine einen einem einer im in am vom von zum zur beim unser unsere unserem unseren
    unserer unseres euer eure the a an our of for to about on thema""".split()  # noqa: SIM905
)
_OURS = frozenset("uns wir unser unsere unseren mir ich us we ours our me i".split())  # noqa: SIM905
# "dem Antrag zum Radweg" is about the Radweg.
_GENERIC = re.compile(
    r"(?:antrag|antraege|antraegen|vorlage|drucksache|anfrage|papier|motion|paper|request|proposal|question) "
    r"(?:zu|zum|zur|betr|betreffend|ueber|fuer|wegen|on|about|for|concerning|regarding) (?=\S)"
)
_NEXT = frozenset({"next", "naechste", "naechsten", "naechster", "kommende", "kommenden"})
_SESSIONS = frozenset({"meeting", "meetings", "session", "sessions", "sitzung", "sitzungen"})
_SESSION = re.compile(r"(?<=\S)-?sitzung(?:en|s)?$", re.IGNORECASE)


def intents(text: str, *, today: dt.date) -> tuple[Intent, ...]:
    """The one reading to act upon; or two of confidence GUESS to choose from; none: nothing we understand.

    `today` is the council's calendar day.
    """
    words = _words(text)
    if not words or len(words) > _MOST_WORDS or len(text) > _MOST_CHARACTERS:
        return ()
    versions = tuple(_versions(words))
    tries = ((version, confidence) for confidence in Confidence for version in versions)
    readings = next(filter(None, (_read(version, confidence, today) for version, confidence in tries)), ())
    number = _number(text)
    if number is None:
        return readings
    kept = {IntentKind.FOLLOW, IntentKind.FOLLOWING}
    kind = readings[0].kind if readings and readings[0].kind in kept else IntentKind.STATUS
    return (Intent(kind=kind, number=number),)


def folded(text: str) -> str:
    """Small letters, umlauts and ß written out."""
    small = unicodedata.normalize("NFC", unicodedata.normalize("NFKC", text).casefold())
    return small.translate(_SPELLED)


def _words(text: str) -> tuple[_Word, ...]:
    """Without the punctuation around them."""
    bare = (re.sub(r"^[\W_]+|[\W_]+$", "", word) for word in text[:_MOST_CHARACTERS].split())
    return tuple(_Word(folded(word), word) for word in bare if word)


def _number(text: str) -> str | None:
    found = (each for each in find_mentions(text) if each.confidence is not Confidence.GUESS)
    return next((each.candidates[0] for each in found), None)


def _versions(words: Sequence[_Word]) -> Iterator[tuple[_Word, ...]]:
    """Without words that say nothing, then without what is only polite."""
    bare = [word for word in words if word.folded not in _FILLERS] or list(words)
    yield tuple(bare)
    count = len(bare)
    while bare and (polite := POLITE_GERMAN.match(_sentence(bare)) or POLITE_ENGLISH.match(_sentence(bare))):
        del bare[: polite[0].count(" ")]
    while bare and (polite := _POLITE_END.search(_sentence(bare))):
        del bare[-polite[0].count(" ") :]
    if 0 < len(bare) < count:
        yield tuple(bare)


def _sentence(words: Sequence[_Word]) -> str:
    """With a blank after each word, as patterns are matched."""
    return "".join(f"{word.folded} " for word in words)


def _read(words: tuple[_Word, ...], confidence: Confidence, today: dt.date) -> tuple[Intent, ...]:
    sentence = _sentence(words).rstrip()
    patterns = _PATTERNS[confidence]
    named = named_days(sentence, today=today)
    if named is not None and sentence not in MONTHS:
        rest = words[: named.start] + words[named.end :]
        for pattern in patterns:
            if pattern.takes_days and (intent := _matched(pattern, rest)):
                return _dated(intent, named.meanings)
    for pattern in patterns:
        if not pattern.needs_days and (intent := _matched(pattern, words)):
            return (intent,)
    return ()


def _dated(intent: Intent, meanings: Sequence[Days]) -> tuple[Intent, ...]:
    kind = IntentKind.SESSIONS if intent.kind is IntentKind.NEXT_SESSION else intent.kind
    dated = tuple(replace(intent, kind=kind, days=days) for days in meanings)
    return dated if len(dated) == 1 else tuple(replace(each, confidence=Confidence.GUESS) for each in dated)


def _matched(pattern: Pattern, words: Sequence[_Word]) -> Intent | None:
    match = pattern.form.fullmatch(_sentence(words))
    if match is None:
        return None
    slots = {name: _slot(match, name, words) for name, value in match.groupdict().items() if value}
    if "" in slots.values():
        return None  # nothing but an article
    if "author" in slots and folded(slots["author"]) in _OURS:
        del slots["author"]
    return Intent(
        kind=pattern.kind,
        confidence=pattern.confidence,
        words=slots.get("words"),
        committee=slots.get("committee"),
        author=slots.get("author"),
    )


def _slot(match: re.Match[str], name: str, words: Sequence[_Word]) -> str:
    """The words of a slot as they were written, without articles before them."""
    start = match.string[: match.start(name)].count(" ")
    chosen = list(words[start : start + match[name].count(" ")])
    while chosen and chosen[0].folded in _ARTICLES:
        del chosen[0]
    if name == "committee":
        return _SESSION.sub("", _slot_text(_without_session(chosen)))
    if name == "words" and (generic := _GENERIC.match(_sentence(chosen))):
        del chosen[: generic[0].count(" ")]
        return _slot_text(chosen, after_articles=True)
    return _slot_text(chosen)


def _without_session(chosen: Sequence[_Word]) -> Sequence[_Word]:
    """ "nächsten Hauptausschuss", "next main committee meeting": what names the committee."""
    start = 1 if len(chosen) > 1 and chosen[0].folded in _NEXT else 0
    end = len(chosen) - (1 if len(chosen) > start + 1 and chosen[-1].folded in _SESSIONS else 0)
    return chosen[start:end]


def _slot_text(chosen: Sequence[_Word], *, after_articles: bool = False) -> str:
    left = list(chosen)
    while after_articles and left and left[0].folded in _ARTICLES:
        del left[0]
    return " ".join(word.written for word in left)
