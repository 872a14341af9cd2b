"""Which change concerns whom: by what people follow, and how urgent it is to them."""

from collections.abc import Mapping
from dataclasses import dataclass

from council.published.changes import Change, ChangeKind
from council.published.normalised import normalised
from council.published.papers import Paper
from council.published.reference_forms import parents, reference_key
from council.served.notices import NoticeKind, Subject


@dataclass(frozen=True, slots=True, kw_only=True)
class Concern:
    """Of which subject a change is news, and how urgent to whom; None: no news to them.

    `kind` is for the followers of the session's organization, or of the paper and its family. Of a session besides:
    `own` for the followers of a paper on its agenda (an item's change: of that item's paper); `stops` for the
    followers of papers that name the session but do not stand on its agenda: to them it is news of the paper.
    """

    subject: str
    kind: NoticeKind | None = None
    own: NoticeKind | None = None
    stops: NoticeKind | None = None


_URGENT = Concern(subject=Subject.MEETING, kind=NoticeKind.SESSION, own=NoticeKind.SESSION, stops=NoticeKind.RESULT)
_ROOM = Concern(subject=Subject.MEETING, kind=NoticeKind.SESSION, own=NoticeKind.SESSION)
# Whoever was told the day waits for the hour; to others it is no news.
_TIME = Concern(subject=Subject.MEETING, kind=NoticeKind.AGENDA, own=NoticeKind.AGENDA)
_AGENDA = Concern(subject=Subject.MEETING, kind=NoticeKind.AGENDA, own=NoticeKind.SCHEDULED)
# Another order alone is renumbering to everybody but those who wait for this very item.
_ORDER = Concern(subject=Subject.MEETING, own=NoticeKind.AGENDA)
_PAPER = Concern(subject=Subject.PAPER, kind=NoticeKind.RESULT)

_CONCERNS: Mapping[ChangeKind, Concern | None] = {
    # That a session is to be held is no news before something stands on its agenda.
    ChangeKind.MEETING_ANNOUNCED: None,
    ChangeKind.MEETING_MOVED: _URGENT,
    ChangeKind.MEETING_TIME: _TIME,
    ChangeKind.MEETING_CANCELLED: _URGENT,
    ChangeKind.MEETING_REVIVED: _URGENT,
    ChangeKind.MEETING_ROOM: _ROOM,
    ChangeKind.AGENDA_PUBLISHED: _AGENDA,
    ChangeKind.ITEM_ADDED: _AGENDA,
    ChangeKind.ITEM_WITHDRAWN: _AGENDA,
    ChangeKind.ITEM_REVIVED: _AGENDA,
    ChangeKind.ITEM_MOVED: _ORDER,
    ChangeKind.ITEM_REWORDED: _AGENDA,
    ChangeKind.ITEM_PAPER_ADDED: _AGENDA,
    ChangeKind.RESULT_APPEARED: _PAPER,
    ChangeKind.RESULT_CHANGED: _PAPER,
    ChangeKind.PAPER_REFERRED: _PAPER,
    ChangeKind.PAPER_SCHEDULED: _PAPER,
    # Nobody follows words or authors yet, and a paper's own followers know it.
    ChangeKind.PAPER_NEW: None,
    ChangeKind.PAPER_CHANGED: None,
    # Taken back, not told: council/served/retractions.py.
    ChangeKind.MEETING_NON_PUBLIC: None,
    ChangeKind.ITEM_NON_PUBLIC: None,
    ChangeKind.PAPER_NON_PUBLIC: None,
}


def concern(change: Change) -> Concern | None:
    """None: no news to anybody. A result of an item without a paper is none either, because nobody can follow it."""
    found = _CONCERNS[change.kind]
    needs_paper = found is not None and (found.subject == Subject.PAPER or found.kind is None)
    return None if needs_paper and not change.paper else found


def organization_key(name: str) -> str:
    """The form in which the names of organizations are compared."""
    return normalised(name)


def paper_key(reference: str, row: int) -> str:
    """The form in which followed papers are compared; "#7", its row, where it has no reference."""
    return reference_key(reference) or f"#{row}"


def family_keys(paper: Paper, row: int) -> tuple[str, ...]:
    """The followed papers that hear of this one: itself first, what it supplements, its published family."""
    relatives = (paper.parent, *paper.related)
    keys = (
        paper_key(paper.reference, row),
        *reference_keys(paper.reference),
        *map(reference_key, filter(None, relatives)),
    )
    return tuple(dict.fromkeys(key for key in keys if key))


def reference_keys(reference: str) -> tuple[str, ...]:
    """The same for a paper of which only the reference is known, as it stands on an agenda."""
    return tuple(dict.fromkeys(map(reference_key, (reference, *parents(reference)))))
