"""Words in a session's title that call it off: ALLRIS has no flag for that."""

import re
from dataclasses import dataclass

_LONGEST = 500
# Hamburg writes "ENTFÄLLT! Sitzung des …"; the others are the words towns use in the same place.
_VERBS = (
    r"(?:(?:ist|wird|wurde) (?:leider )?)?"
    r"(?:entf(?:ä|ae)llt|f(?:ä|ae)llt (?:leider )?aus|entfallen|abgesagt|findet (?:leider )?nicht statt)"
)
# These begin ordinary names too ("Ausfall kritischer Infrastruktur"), so they count only with a mark behind them.
_NOUNS = "ausfall|ausgefallen|(?:sitzungs)?absage|aufgehoben|gestrichen|storniert"
_IN_FRONT = re.compile(
    rf"[-–—*!:(\[ ]*(?:achtung[!: ]+)?[(\[]?(?:{_VERBS})(?! nicht\b)(?: ?[)\]!:;,.*|/–—-]+ *| +)"
    rf"|[-–—*!:(\[ ]*(?:achtung[!: ]+)?[(\[]?(?:{_NOUNS})(?: ?[)\]!:;*|/–—]+| -+) *",
    re.IGNORECASE,
)
_MARKED_BEHIND = re.compile(rf" *(?:[-–—*|/:!] ?|[(\[]+ ?)(?:{_VERBS}|{_NOUNS}) ?[)\]*!.–—-]*$", re.IGNORECASE)
_BEHIND = re.compile(rf",? (?:{_VERBS}) ?[!.*]*$", re.IGNORECASE)
_INSTEAD = re.compile(
    rf"[-–—*!:(\[ ]*(?:(?:die )?(?:sitzung|termin) )?(?:{_VERBS}|{_NOUNS})[-–—*!:.)\] ]*", re.IGNORECASE
)
# "Sitzung des Rates - öffentlicher Teil entfällt" calls off a part only.
_PART = re.compile(r"\b(?:TOP|Tagesordnungspunkte?|Teil|Punkte?)\b", re.IGNORECASE)
# "Ersatztermin für die Sitzung am 3.5., die entfällt" takes place.
_OF_ANOTHER = re.compile(r"\b(?:ersatz|nachhol|statt\b|anstelle|anstatt|für die|für den|falls|wenn)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Title:
    """A session's name without the words that call it off; the whole title where nothing else is in it."""

    name: str
    cancelled: bool


def read_title(title: str) -> Title:
    """The name, and whether the title says outright that the session does not take place."""
    title = " ".join(title.split())
    if len(title) > _LONGEST:
        return Title(name=title, cancelled=False)
    if is_cancellation(title):
        return Title(name=title, cancelled=True)
    if in_front := _IN_FRONT.match(title):
        return Title(name=title[in_front.end() :].lstrip(" -–—*!:;,.|/") or title, cancelled=True)
    for pattern in (_MARKED_BEHIND, _BEHIND):
        behind = pattern.search(title)
        name = title[: behind.start()].rstrip(" -–—,:*") if behind else ""
        if name and not _PART.search(name) and not _OF_ANOTHER.search(name):
            return Title(name=name, cancelled=True)
    return Title(name=title, cancelled=False)


def is_cancellation(text: str) -> bool:
    """Whether a text (a room, say) is nothing but such a word."""
    return len(text) <= _LONGEST and _INSTEAD.fullmatch(text) is not None
