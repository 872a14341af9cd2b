"""A paper at two times of its life: new, changed, referred, put on a session, decided, or public no more."""

import datetime as dt
from dataclasses import dataclass

from council.published.changes import Change, ChangeKind, Facts
from council.published.normalised import content_hash, normalised
from council.published.paper_stops import Stops, compare_stops
from council.published.papers import Paper

NEWS_FOR = dt.timedelta(days=30)


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperOutcome:
    """What is to be told of a paper. `is_hidden`: it is not public, only reference and id may stay stored.

    `missed` are open stops the page did not show, to be handed in again at the next reading. `remapped`: it came
    back under another id.
    """

    changes: tuple[Change, ...]
    missed: Stops = ()
    remapped: int = 0
    is_hidden: bool = False


def compare_paper(
    before: Paper | None,
    after: Paper,
    *,
    today: dt.date,
    structure_ok: bool,
    seen_whole: bool = True,
    missed: Stops = (),
    listed: dt.date | None = None,
) -> PaperOutcome:
    """The paper as it was known and as its own page shows it now; `today` is the day in the council's zone.

    A paper is news only within 30 days of its date or its first stop, and only once its own page was read: what
    stands in a list or on an agenda (`seen_whole` is false) does not tell who wants what. `listed` is when a list
    says it was created, which counts where the page gives no date. What was not known before and what the
    page leaves out changes nothing. A page of changed structure tells of new papers only.
    """
    if not after.public:
        return _non_public(before, after, structure_ok=structure_ok)
    if before is None or not before.public or not seen_whole:
        return PaperOutcome(changes=_new(after, today, listed))
    if not structure_ok:
        return PaperOutcome(changes=(), missed=missed)
    remapped = int(before.id is not None and after.id is not None and before.id != after.id)
    if not after.consultations:
        return PaperOutcome(changes=_changed(before, after), missed=missed, remapped=remapped)
    stops = compare_stops((*before.consultations, *missed), after, today=today)
    return PaperOutcome(changes=(*_changed(before, after), *stops.changes), missed=stops.missed, remapped=remapped)


def _non_public(before: Paper | None, after: Paper, *, structure_ok: bool) -> PaperOutcome:
    if before is None:
        return PaperOutcome(changes=(), is_hidden=True)
    if not structure_ok:
        return PaperOutcome(changes=())
    change = Change(kind=ChangeKind.PAPER_NON_PUBLIC, paper=before.reference or after.reference)
    return PaperOutcome(changes=(change,) if before.public else (), is_hidden=True)


def _new(paper: Paper, today: dt.date, listed: dt.date | None) -> tuple[Change, ...]:
    days = [stop.date for stop in paper.consultations if stop.date]
    recent = today - NEWS_FOR
    born = paper.date or listed
    is_news = (born is not None and born >= recent) or (bool(days) and min(days) >= recent)
    if not is_news:
        return ()
    after = Facts.of(
        name=paper.name,
        paper_type=paper.paper_type,
        date=paper.date,
        originators=paper.originators or None,
        parent=paper.parent,
    )
    return (Change(kind=ChangeKind.PAPER_NEW, paper=paper.reference, after=after),)


def _changed(before: Paper, after: Paper) -> tuple[Change, ...]:
    """One change for all that differs. Texts are told apart by their hash; they are too long to be kept twice."""
    old, new = _compared(before), _compared(after)
    files = _new_files(before, after)
    names = [name for name in new if name in old and _key(old[name]) != _key(new[name])]
    if not names and not files:
        return ()
    was = Facts.of(**{name: old[name] for name in names})
    now = Facts.of(**{name: new[name] for name in names}, new_files=files or None)
    return (Change(kind=ChangeKind.PAPER_CHANGED, paper=after.reference, before=was, after=now),)


def _compared(paper: Paper) -> Facts:
    text = paper.text
    return Facts.of(
        name=paper.name or None,
        paper_type=paper.paper_type,
        originators=paper.originators or None,
        under_direction_of=paper.under_direction_of,
        sachverhalt=content_hash(text.sachverhalt) if text.sachverhalt else None,
        beschluss=content_hash(text.beschluss) if text.beschluss else None,
    )


def _key(fact: object) -> object:
    if isinstance(fact, tuple):
        return sorted(map(normalised, fact))
    return normalised(fact) if isinstance(fact, str) else fact


def _new_files(before: Paper, after: Paper) -> tuple[str, ...]:
    known = {normalised(file.name) for file in before.files}
    return tuple(file.name for file in after.files if normalised(file.name) not in known)
