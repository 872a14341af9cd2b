"""A Paper of OParl, with its stops put together from all objects that speak of them."""

from council.published.numbers import parents, reference_key
from council.published.papers import Consultation, File, Paper, PaperText
from sources.oparl.directory import Directory
from sources.oparl.fields import address, line, many, objects, reference, references, text, title
from sources.oparl.identity import path_key
from sources.oparl.json_text import Json, Object
from sources.oparl.moments import day_of
from sources.oparl.notes import ItemNote, MeetingNote, StopNote, keys, stop_note
from sources.oparl.openness import is_gone, is_public

_MOST_FILES = 500
_MOST_STOPS = 500


def read_paper(paper: Object, directory: Directory) -> Paper | None:
    """None for what has neither an id nor a reference. A deleted paper is one that is not public: nothing but its
    id is left of it.
    """
    id_, number = reference(paper.get("id")), line(paper.get("reference")) or ""
    if id_ is None and not number:
        return None
    if not is_public(paper):
        return Paper(id=id_, reference="", name="", public=False) if id_ else None
    parent, related = _family(paper, number, directory)
    return Paper(
        id=id_,
        reference=number,
        name=title(paper.get("name")) or "",
        public=True,
        paper_type=line(paper.get("paperType")),
        date=day_of(paper.get("date"), zone=directory.zone),
        originators=_originators(paper, directory),
        under_direction_of=next(iter(_organizations(paper.get("underDirectionOf"), directory)), None),
        web=address(paper.get("web")),
        parent=parent,
        related=related,
        files=_files(paper),
        text=PaperText(sachverhalt=_full_text(paper)),
        consultations=_consultations(paper, id_, directory),
    )


def _consultations(paper: Object, id_: str | None, directory: Directory) -> tuple[Consultation, ...]:
    """Without those of which not even the organization is known: they tell nobody anything."""
    found = (_stop(stop, directory) for stop in _stops(paper, id_, directory)[:_MOST_STOPS])
    return tuple(stop for stop in found if stop.organization or stop.meeting or stop.agenda_item)


def _stops(paper: Object, id_: str | None, directory: Directory) -> list[StopNote]:
    """In the order of the paper, then those that only name the paper themselves."""
    found: dict[str, StopNote] = {}
    for place, each in enumerate(many(paper.get("consultation"))):
        key = reference(each)
        if isinstance(each, str) and key:
            note = directory.stops.get(path_key(key))
        else:
            note = stop_note(each, paper=id_, place=place) if isinstance(each, dict) else None
        if note is not None:
            found[note.key] = note
    if id_ is not None:
        for key in directory.joined.stops_of.get(path_key(id_), ()):
            found.setdefault(key, directory.stops[key])
    return list(found.values())


def _stop(stop: StopNote, directory: Directory) -> Consultation:
    key = directory.joined.item_of.get(stop.key) or stop.item
    item = directory.items.get(key) if key else None
    meeting_key = stop.meeting or (item.meeting if item else None)
    meeting = directory.meetings.get(meeting_key) if meeting_key else None
    return Consultation(
        organization=_whose(stop, meeting, directory),
        role=stop.role,
        date=meeting.day if meeting else None,
        meeting=meeting.id if meeting else stop.meeting_id,
        meeting_name=meeting.name or None if meeting else None,
        agenda_item=item.id if item else stop.item_id,
        result=_result(item),
    )


def _result(item: ItemNote | None) -> str | None:
    return item.result if item and item.public else None


def _whose(stop: StopNote, meeting: MeetingNote | None, directory: Directory) -> str:
    """Of several organizations the one that holds the session; the session's own where the stop names none."""
    holding = meeting.organizations if meeting else ()
    both = [key for key in stop.organizations if key in holding]
    for named in (both, stop.organizations, holding):
        if names := directory.names(named):
            return names[0]
    return meeting.name if meeting else ""


def _family(paper: Object, number: str, directory: Directory) -> tuple[str | None, tuple[str, ...]]:
    """The parent's reference, and those of all relatives.

    By the standard a parent stands in `superordinatedPaper`; Somacos (Karlsruhe) puts it into the other field. So a
    number that ours continues ("2024/0042" of "2024/0042/1") goes first, and one that continues ours is no parent.
    """
    above = _numbers(paper.get("superordinatedPaper"), directory)
    below = _numbers(paper.get("subordinatedPaper"), directory)
    family = tuple(dict.fromkeys((*above, *below, *_numbers(paper.get("relatedPaper"), directory))))
    ancestors = [reference_key(each) for each in parents(number)]
    nearest = sorted(
        (each for each in family if reference_key(each) in ancestors),
        key=lambda each: ancestors.index(reference_key(each)),
    )
    others = (each for each in above if reference_key(number) not in map(reference_key, parents(each)))
    parent = next(iter(nearest), None) or next(others, None)
    return parent, tuple(each for each in family if reference_key(each) != reference_key(number))


def _numbers(value: Json, directory: Directory) -> tuple[str, ...]:
    notes = (directory.papers.get(key) for key in keys(value))
    return tuple(note.reference for note in notes if note and note.reference)


def _originators(paper: Object, directory: Directory) -> tuple[str, ...]:
    persons = [
        *(line(each.get("name")) for each in objects(paper.get("originatorPerson"))),
        *(directory.persons.get(path_key(each)) for each in references(paper.get("originatorPerson"))),
    ]
    found = (*_organizations(paper.get("originatorOrganization"), directory), *(name for name in persons if name))
    return tuple(dict.fromkeys(found))


def _organizations(value: Json, directory: Directory) -> tuple[str, ...]:
    embedded = (line(each.get("name")) for each in objects(value))
    return tuple(dict.fromkeys([name for name in embedded if name] + list(directory.names(keys(value)))))


def _files(paper: Object) -> tuple[File, ...]:
    found = [*objects(paper.get("mainFile")), *objects(paper.get("auxiliaryFile"))]
    files = (_file(each) for each in found[:_MOST_FILES] if is_public(each))
    return tuple(dict.fromkeys(file for file in files if file))


def _file(thing: Object) -> File | None:
    # downloadUrl is "" in Bonn; accessUrl is the one the standard demands.
    url = address(thing.get("accessUrl")) or address(thing.get("downloadUrl"))
    name = line(thing.get("name")) or line(thing.get("fileName"))
    return File(name=name or "Dokument", url=url) if name or url else None


def _full_text(paper: Object) -> str | None:
    """rubin writes a file's whole text into the object."""
    main = next(iter(objects(paper.get("mainFile"))), None)
    return text(main.get("text")) if main and not is_gone(main) and is_public(main) else None
