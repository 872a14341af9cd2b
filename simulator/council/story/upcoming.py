"""What of the story is next to be seen from outside, in words: for whoever moves the clock to it."""

from collections.abc import Iterable
from datetime import UTC, date, datetime

from simulator.council.story.happenings import ZONE, Kind, State, Step, Story, published, steps_until
from simulator.council.story.records import AgendaItem, FiledPaper, Meeting

_WEEKDAYS = ("Mo.", "Di.", "Mi.", "Do.", "Fr.", "Sa.", "So.")
_MOST_AT_ONCE = 2  # sentences about one moment

# Of several differences of one session at one moment only the first of these is told.
_OF_MEETINGS = {
    Kind.MEETING_CANCELLED: "Sitzung {name} am {day} wird abgesagt",
    Kind.MEETING_REVIVED: "Sitzung {name} am {day} findet doch statt",
    Kind.MEETING_MOVED: "Sitzung {name} wird verlegt auf {day}{hour}",
    Kind.ROOM_CHANGED: "Sitzung {name} am {day} bekommt einen anderen Raum",
    Kind.AGENDA_PUBLISHED: "Tagesordnung {name} erscheint",
    Kind.SUPPLEMENT_PUBLISHED: "Nachtrag zur Tagesordnung {name} erscheint",
}
_CHANGED = "Tagesordnung {name} ändert sich"
_OF_ITEMS = {
    Kind.RESULT_PUBLISHED: "Ergebnisse {name} vom {day} erscheinen",
    Kind.RESULT_CHANGED: "Ergebnis {name} vom {day} wird berichtigt",
    Kind.ITEM_ADDED: _CHANGED,
    Kind.ITEM_WITHDRAWN: _CHANGED,
    Kind.ITEM_VANISHED: _CHANGED,
    Kind.ITEM_NOT_PUBLIC: _CHANGED,
    Kind.ITEM_RENUMBERED: _CHANGED,
    Kind.ITEM_REWORDED: _CHANGED,
    Kind.ITEM_PAPER_ADDED: _CHANGED,
}
_OF_PAPERS = {
    Kind.PAPER_FILED: "Drucksache {reference} erscheint",
    Kind.PAPER_OPENED: "Drucksache {reference} erscheint",
    Kind.PAPER_CHANGED: "Drucksache {reference} ändert sich",
}
_BEGINS = "Sitzung {name} beginnt"
_RANKS = {kind: rank for rank, kind in enumerate((*_OF_MEETINGS, *_OF_ITEMS, *_OF_PAPERS))}


def next_happening(story: Story, after: datetime, *, papers: bool = True) -> tuple[datetime, str] | None:
    """The next moment (UTC) after `after` (aware) with something public in it, and German words about that.

    A session's beginning counts; newly filed papers only with `papers`. None at the story's end.
    """
    found = _next_step(story, after, papers=papers)
    began = _next_session(published(story, after), after)
    if found is None or began is None:
        return found or began
    if found[0] == began[0]:
        return found[0], f"{began[1]}; {found[1]}"
    return min(found, began)


def _next_step(story: Story, after: datetime, *, papers: bool) -> tuple[datetime, str] | None:
    place = steps_until(story, after)
    while place < len(story.steps):
        moment = story.moments[place]
        end = steps_until(story, moment)
        words = _sentences(published(story, moment), story.steps[place:end], papers=papers)
        if words:
            return moment.astimezone(UTC), words
        place = end
    return None


def _sentences(state: State, steps: Iterable[Step], *, papers: bool) -> str:
    """One for each session and paper."""
    told: dict[tuple[type, int], str] = {}
    for step in sorted((each for each in steps if each.kind in _RANKS), key=lambda each: _RANKS[each.kind]):
        record = step.record
        words = _of_paper(step, record, papers=papers) if isinstance(record, FiledPaper) else _of_meeting(state, step)
        if words:
            identity = (Meeting, record.meeting) if isinstance(record, AgendaItem) else (type(record), record.key)
            told.setdefault(identity, words)
    return _joined(told.values())


def _of_paper(step: Step, paper: FiledPaper, *, papers: bool) -> str:
    if not paper.public or (step.kind is Kind.PAPER_FILED and not papers):
        return ""
    return _OF_PAPERS[step.kind].format(reference=paper.reference)


def _of_meeting(state: State, step: Step) -> str:
    record = step.record
    if isinstance(record, AgendaItem):
        meeting = state.meetings.get(record.meeting)
        if meeting is None or not meeting.agenda_public or not _was_public(step):
            return ""
    else:
        meeting = state.meetings.get(record.key)
    if meeting is None or not meeting.public:
        return ""
    return (_OF_MEETINGS | _OF_ITEMS)[step.kind].format(
        name=_name(state, meeting),
        day=_day(meeting.day),
        hour=f", {meeting.start:%H:%M} Uhr" if meeting.start else "",
    )


def _was_public(step: Step) -> bool:
    """Before or after."""
    return any(isinstance(each, AgendaItem) and each.public for each in (step.before, step.after))


def _next_session(state: State, after: datetime) -> tuple[datetime, str] | None:
    begins = [
        (datetime.combine(each.day, each.start, ZONE).astimezone(UTC), _BEGINS.format(name=_name(state, each)))
        for each in state.meetings.values()
        if each.public and not each.cancelled and each.start is not None
    ]
    moment = min((at for at, _ in begins if at > after), default=None)
    if moment is None:
        return None
    return moment, _joined(words for at, words in begins if at == moment)


def _joined(sentences: Iterable[str]) -> str:
    """The first ones, and whether there are more."""
    distinct = list(dict.fromkeys(sentences))
    return "; ".join(distinct[:_MOST_AT_ONCE]) + (" und mehr" if len(distinct) > _MOST_AT_ONCE else "")


def _name(state: State, meeting: Meeting) -> str:
    return state.organizations[meeting.organization].name


def _day(day: date) -> str:
    return f"{_WEEKDAYS[day.weekday()]}, {day:%d.%m.%Y}"
