"""Words that take an item off the agenda, as councils really publish them: instead of its name, or beside it."""

import re
from dataclasses import dataclass

_LONGEST = 2000
_WORD = r"abgesetzt|entfällt|entfallen|zurückgezogen|vertagt|zurückgestellt|gestrichen|von der tagesordnung genommen"
# Before the session they mean "not this time"; afterwards they are the result of having been dealt with.
_ALSO_A_RESULT = frozenset({"vertagt", "zurückgestellt"})
_TRIMMED = " -–—*.!:;()[]/"
# Karlsruhe overwrites the name ("- abgesetzt -") or adds to it ("Schriftzug … - abgesetzt -").
_INSTEAD = re.compile(
    r"(?:(?:der )?(?:tagesordnungspunkt|top)(?: [0-9.]+)?:? )?(?:ist |wird |wurde )?(?:von der tagesordnung )?"
    rf"(?P<word>{_WORD})",
    re.IGNORECASE,
)
_BEHIND = re.compile(rf" (?:[-–—] ?(?:{_WORD})(?: ?[-–—])?|[(\[*]+ ?(?:{_WORD}) ?[)\]*]+)[ .!]*$", re.IGNORECASE)
_IN_FRONT = re.compile(rf"^[-–—*(\[ ]*(?P<word>{_WORD})[)\]*]*(?:!+|:| [-–—])(?= ) *", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawal:
    """The council's word, in lower case, and the name standing beside it, if one does."""

    word: str
    name: str | None = None

    @property
    def is_also_a_result(self) -> bool:
        """Whether the word says, once the session has begun, what came of the item."""
        return self.word in _ALSO_A_RESULT


def withdrawal(name: str | None) -> Withdrawal | None:
    """What an item's name says of its being taken off; None if it says nothing of the kind."""
    plain = " ".join((name or "")[:_LONGEST].split())
    bare = plain.strip(_TRIMMED)
    if instead := _INSTEAD.fullmatch(bare):
        return Withdrawal(word=instead["word"].lower())
    if behind := _BEHIND.search(plain):
        word = behind[0].strip(_TRIMMED).lower()
        return Withdrawal(word=word, name=plain[: behind.start()].rstrip() or None)
    if in_front := _IN_FRONT.match(plain):
        return Withdrawal(word=in_front["word"].lower(), name=plain[in_front.end() :] or None)
    return None
