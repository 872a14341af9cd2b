"""What can be asked for in a sentence, and the notation in which such sentences are written down.

A form is a line of folded words ("fuer", "naechste"). `(a|b)` is one of them, `[a|b]` one or none, `[a|b]*` any
number, `<name>` a phrase named elsewhere. `{c}`, `{w}` and `{a}` are the slots: a committee, words, an author. A word
may hold a question mark after a letter that may be missing.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from council.published.numbers import Confidence


class IntentKind(StrEnum):
    """Everything that can be asked for."""

    STATUS = "status"  # where a paper stands, by its number or by words
    SEARCH = "search"
    NEXT_SESSION = "next_session"  # of a committee
    SESSIONS = "sessions"  # of some days, of a committee, or simply the coming ones
    AGENDA = "agenda"
    COMMITTEE = "committee"
    COMMITTEES = "committees"
    OPEN_PAPERS = "open_papers"  # what is not finished; without an author: of ours
    FOLLOW = "follow"  # a paper or committee, by number or words
    FOLLOWING = "following"  # what is followed, and how to end it
    HELP = "help"
    GREETING = "greeting"
    THANKS = "thanks"
    FAREWELL = "farewell"
    SETTINGS = "settings"
    PRIVACY = "privacy"
    MY_DATA = "my_data"
    ERASE = "erase"


@dataclass(frozen=True, slots=True)
class Pattern:
    """A form of sentences, to be matched with a blank after each word. Its groups are slots: `words`, `committee`,
    `author`. `takes_days`: days may stand anywhere in it; `needs_days`: without them it says nothing.
    """

    kind: IntentKind
    confidence: Confidence
    form: re.Pattern[str]
    takes_days: bool
    needs_days: bool


# As few words as fit.
_SLOTS = {
    "{c}": r"(?P<committee>(?:\S+ ){1,8}?)",
    "{w}": r"(?P<words>(?:\S+ ){1,14}?)",
    "{a}": r"(?P<author>(?:\S+ ){1,6}?)",
}
_SIGNS = {"(": "(?:", ")": ")", "[": "(?:", "]": ")?", "]*": ")*", "|": "|"} | _SLOTS
_TOKEN = re.compile(r"\{[cwa]\}|<[a-z]+>|\]\*|[()\[\]|]|[^\s()\[\]|<>{}]+")
_TAKES_DAYS = frozenset({IntentKind.NEXT_SESSION, IntentKind.SESSIONS, IntentKind.AGENDA})


@dataclass(frozen=True, slots=True)
class Forms:
    """Makes patterns of one language; `phrases` are what `<name>` stands for."""

    phrases: Mapping[str, str]

    def __call__(
        self,
        kind: IntentKind,
        lines: str,
        *,
        confidence: Confidence = Confidence.SURE,
        needs_days: bool = False,
    ) -> tuple[Pattern, ...]:
        """One pattern for each line; sentences about sessions may name days."""
        takes_days = kind in _TAKES_DAYS
        written = [line.strip() for line in lines.splitlines() if line.strip()]
        return tuple(Pattern(kind, confidence, self.compiled(line), takes_days, needs_days) for line in written)

    def compiled(self, form: str) -> re.Pattern[str]:
        """The form as a regular expression."""
        return re.compile(self._translated(form))

    def _translated(self, form: str) -> str:
        return "".join(self._part(token) for token in _TOKEN.findall(form))

    def _part(self, token: str) -> str:
        if token.startswith("<"):
            return f"(?:{self._translated(self.phrases[token[1:-1]])})"
        return _SIGNS.get(token) or f"{token} "
