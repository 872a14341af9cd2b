"""What messages speak of, in words a database can look for: so that they are found when it is public no more."""

from collections.abc import Iterable

from council.published.changes import Change, ChangeKind
from council.served.notices import Subject
from council.served.shown import ShownSession

_RETRACTIONS = frozenset({ChangeKind.MEETING_NON_PUBLIC, ChangeKind.ITEM_NON_PUBLIC, ChangeKind.PAPER_NON_PUBLIC})


def is_retraction(change: Change) -> bool:
    """Whether messages that speak of it are to be taken back."""
    return change.kind in _RETRACTIONS


def retraction_tokens(change: Change, *, body: str, meeting: int | None, paper: int | None) -> tuple[str, ...]:
    """What messages to be taken back speak of; `meeting` and `paper` are our rows of what the change names.

    An item without a key cannot be told from its neighbours: all messages about its session are taken back.
    """
    if change.kind is ChangeKind.ITEM_NON_PUBLIC and change.item:
        return (item_token(body, change.item),)
    if change.kind in {ChangeKind.MEETING_NON_PUBLIC, ChangeKind.ITEM_NON_PUBLIC} and meeting is not None:
        return (str(Subject(Subject.MEETING, meeting)),)
    if change.kind is ChangeKind.PAPER_NON_PUBLIC and paper is not None:
        return (str(Subject(Subject.PAPER, paper)),)
    return ()


def item_token(body: str, key: str) -> str:
    return f"item:{body}:{key}"


def session_tokens(meeting: int, shown: ShownSession, *, body: str) -> tuple[str, ...]:
    """What a message about this session may speak of: it, its items that concern the chat, and their papers."""
    keys = [each.item.item.id for each in shown.of_concern]
    papers = [each.paper_row for each in shown.of_concern]
    return tuple(
        dict.fromkeys(
            (
                str(Subject(Subject.MEETING, meeting)),
                *(item_token(body, key) for key in keys if key),
                *(str(Subject(Subject.PAPER, row)) for row in papers if row is not None),
            )
        )
    )


def paper_tokens(paper: int, *, meetings: Iterable[int] = (), items: Iterable[str] = (), body: str) -> tuple[str, ...]:
    """What a message about this paper speaks of: it, and the sessions (our rows) and items (keys) of its stops."""
    sessions = (str(Subject(Subject.MEETING, row)) for row in meetings)
    return tuple(
        dict.fromkeys((str(Subject(Subject.PAPER, paper)), *sessions, *(item_token(body, key) for key in items)))
    )
