"""What is remembered of a paper after one more reading. Absence is never deletion.

A page of the council's system carries the paper's key and is complete: its lists replace ours. Saved text
has no key and may be old or partial: it adds and updates, and takes nothing away.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from itertools import chain

from council.published.papers import Consultation, File, Paper, PaperText

# ALLRIS writes "(offen)" where no result is published; an old page must not hide a result that came later.
NO_RESULT_YET = (None, "", "(offen)")


def merged(old: Paper, new: Paper) -> Paper:
    """`new`, with everything it does not speak of as `old` had it. Merging the same reading again changes nothing."""
    complete = new.id is not None
    return Paper(
        reference=new.reference or old.reference,
        name=new.name or old.name,
        public=new.public,
        id=new.id or old.id,
        paper_type=new.paper_type or old.paper_type,
        date=new.date or old.date,
        originators=new.originators or old.originators,
        under_direction_of=new.under_direction_of or old.under_direction_of,
        web=new.web or old.web,
        parent=new.parent or old.parent,
        related=_related(old.related, new.related, complete=complete),
        files=_files(old.files, new.files, complete=complete),
        text=PaperText(
            sachverhalt=new.text.sachverhalt or old.text.sachverhalt,
            beschluss=new.text.beschluss or old.text.beschluss,
        ),
        consultations=_stops(old.consultations, new.consultations, complete=complete),
    )


def _related(old: tuple[str, ...], new: tuple[str, ...], *, complete: bool) -> tuple[str, ...]:
    if new and complete:
        return new
    return tuple(dict.fromkeys((*new, *old)))


def _files(old: tuple[File, ...], new: tuple[File, ...], *, complete: bool) -> tuple[File, ...]:
    # Names repeat ("Anlage"): the first of a name is the first of that name again.
    waiting = list(old)
    filled = []
    for file in new:
        known = next((each for each in waiting if each.name == file.name), None)
        if known:
            waiting.remove(known)
        filled.append(replace(file, url=file.url or (known.url if known else None)))
    left_out = () if new and complete else tuple(waiting)
    return (*filled, *left_out)


def _stops(old: tuple[Consultation, ...], new: tuple[Consultation, ...], *, complete: bool) -> tuple[Consultation, ...]:
    """The stops of `new`, each completed from its old self; old ones it leaves out stay in their place.

    Only a complete page may drop a stop, and only one without a result: that session was moved or called off.
    """
    if not new:
        return old
    partners = _partners(old, new, complete=complete)
    places = {earlier: place for place, earlier in partners.items()}
    kept: defaultdict[int, list[Consultation]] = defaultdict(list)
    anchor = -1
    for index, stop in enumerate(old):
        if index in places:
            anchor = places[index]
        elif not complete or stop.result not in NO_RESULT_YET:
            kept[anchor].append(stop)
    filled = (_filled(stop, old[partners[place]]) if place in partners else stop for place, stop in enumerate(new))
    return tuple(chain(kept[-1], *((stop, *kept[place]) for place, stop in enumerate(filled))))


def _partners(old: Sequence[Consultation], new: Sequence[Consultation], *, complete: bool) -> dict[int, int]:
    """Which old stop each new one is, by place; the surest sign first, no stop twice."""
    partners: dict[int, int] = {}
    signs = [_unchanged, _same_item, _same_session, _same_day]
    # From the end: a text without a day speaks of the committee's last session.
    for sign in signs if complete else [*signs, _one_without_day]:
        backwards = -1 if sign is _one_without_day else 1
        for place in [place for place in range(len(new)) if place not in partners][::backwards]:
            free = (index for index in range(len(old))[::backwards] if index not in partners.values())
            index = next((index for index in free if sign(new[place], old[index])), None)
            if index is not None:
                partners[place] = index
    return partners


def _unchanged(one: Consultation, other: Consultation) -> bool:
    # Of two stops of one committee without a day only the result tells which is which.
    return _same_day(one, other) and one.result == other.result


def _same_item(one: Consultation, other: Consultation) -> bool:
    return one.agenda_item is not None and one.agenda_item == other.agenda_item


def _same_session(one: Consultation, other: Consultation) -> bool:
    same_key = one.meeting is not None and one.meeting == other.meeting
    return same_key and one.organization == other.organization and _agreeing(one, other)


def _same_day(one: Consultation, other: Consultation) -> bool:
    return one.organization == other.organization and one.date == other.date and _agreeing(one, other)


def _one_without_day(one: Consultation, other: Consultation) -> bool:
    # First a committee is named, later its session: the same stop at two times of its life.
    undated = one.date is None or other.date is None
    return undated and one.organization == other.organization and _agreeing(one, other)


def _agreeing(one: Consultation, other: Consultation) -> bool:
    pairs = ((one.meeting, other.meeting), (one.agenda_item, other.agenda_item))
    return all(a is None or b is None or a == b for a, b in pairs)


def _filled(new: Consultation, old: Consultation) -> Consultation:
    silent = new.result in NO_RESULT_YET and old.result not in NO_RESULT_YET
    return Consultation(
        organization=new.organization,
        role=new.role or old.role,
        date=new.date or old.date,
        meeting=new.meeting or old.meeting,
        meeting_name=new.meeting_name or old.meeting_name,
        agenda_item=new.agenda_item or old.agenda_item,
        result=old.result if silent else new.result,
    )
