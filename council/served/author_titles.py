"""Authors in titles: "Antrag Grüne betr. …", "… - Gemeinsamer Antrag von SPD-, CDU- und FDP-Fraktion"."""

import re
from collections.abc import Collection, Iterator

from council.served.author_names import Named, factions_in

_LONGEST = 1_000
_KIND = re.compile(r"\b\w*(?:anträge|antrag|anfragen?|auskunftsersuchen|initiative|resolution)\b", re.IGNORECASE)
# Words that may stand before the kind without changing whose it is.
_ADJECTIVE = re.compile(
    r"(?:neu|gemeinsame\w*|interfraktionelle\w*|dringliche\w*|kleine\w*|große\w*|schriftliche\w*|\d+\.)\s*$",
    re.IGNORECASE,
)
# Then it is somebody else's word on it: "Stellungnahme zum Antrag", "Antwort auf Anfrage", "den Antrag … umsetzen".
_ABOUT = re.compile(
    r"\b(?:zum|zur|zu|auf|den|dem|des|der|die|das|vom|von|über|ihren?|eines?|einen|einer)\s*$", re.IGNORECASE
)
_PARAGRAPH = re.compile(r"^\s*(?:gem(?:äß|\.)?|nach)\s*§+\s*\d+\w*(?:\s*abs\.?\s*\d+)?\s*\w*", re.IGNORECASE)
_CONNECTION = re.compile(r"^\s*:?\s*(?:(?:der|des|von|vom|durch|den)\s+)*", re.IGNORECASE)
_END = re.compile(
    r"""\bbetr|[:"„“»«]|\s[-–—]\s|\s(?:zum?|zur|auf|vom|hinsichtlich|bezüglich|über|für|gem|nach|an|in|wegen|"""
    r"""im(?!\sOrtschaftsrat))[\s.]""",
    re.IGNORECASE,
)
_AT_THE_END = re.compile(r"(\S+-\w*fraktion(?: [A-ZÄÖÜ]\w+)?)\s*$", re.IGNORECASE)
_MOTIONS = re.compile(r"antrag|anfrage", re.IGNORECASE)
# An answer often repeats the whole title of what it answers, with its motion's author.
_ANSWERS = re.compile(r"stellungnahme|antwort", re.IGNORECASE)
_ANSWER = re.compile(
    r"(?:^|[-–—:]\s)(?:ergänzte )?(?:stellungnahme|antwort|beantwortung|beschlussempfehlung)\b",
    re.IGNORECASE | re.MULTILINE,
)


def factions_of_title(title: str, *, paper_type: str | None = None, known: Collection[str] = ()) -> tuple[Named, ...]:
    """Whose motion or question a title says it is. Answers and statements are not those of whom they answer.

    A motion's title may only end in its faction's name; `paper_type` says that it is one.
    """
    found: dict[Named, None] = {}
    if _ANSWERS.search(paper_type or "") or _ANSWER.search(title[:_LONGEST]):
        return ()
    for line in title[:_LONGEST].splitlines():
        for phrase in _phrases(line):
            found |= dict.fromkeys(factions_in(phrase, known=known))
    if not found and _MOTIONS.search(paper_type or ""):
        found |= dict.fromkeys(factions_in(_ending(title[:_LONGEST]), known=known))
    return tuple(found)


def _ending(title: str) -> str:
    """ "… an der Turnhalle Ahorn-Fraktion": the name alone, at the very end."""
    ending = _AT_THE_END.search(title)
    return "" if ending is None or _ABOUT.search(title[: ending.start()]) else ending[1]


def _phrases(line: str) -> Iterator[str]:
    for kind in _KIND.finditer(line):
        before = line[: kind.start()].rstrip(" \t")
        while adjective := _ADJECTIVE.search(before):
            before = before[: adjective.start()].rstrip()
        if _ABOUT.search(before):
            # What follows belongs to it too: "… der GRÜNE-Fraktion zum Antrag CDU".
            return
        rest = _PARAGRAPH.sub("", line[kind.end() :])
        named = f" {_CONNECTION.sub('', rest, count=1)} "
        end = _END.search(named)
        yield named[: end.start()] if end else named
