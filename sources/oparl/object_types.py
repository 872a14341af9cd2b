"""Which of OParl's types an object is: by its `type`, else by what only that type has."""

import re
from collections.abc import Mapping

from council.published.readings import ObjectType
from sources.oparl.fields import line
from sources.oparl.json_text import Json, Object

_TYPES = {
    page.value.casefold(): page
    for page in (
        *(ObjectType.SYSTEM, ObjectType.BODY, ObjectType.ORGANIZATION, ObjectType.PERSON, ObjectType.MEMBERSHIP),
        *(ObjectType.MEETING, ObjectType.AGENDA_ITEM, ObjectType.PAPER, ObjectType.CONSULTATION, ObjectType.FILE),
        *(ObjectType.LOCATION, ObjectType.TERM),
    )
}
# SD.NET leaves the type out of deleted objects: their addresses still tell it.
_IN_ADDRESS = re.compile(
    r"[/.](system|bod(?:y|ies)|organi[sz]ation|person|membership|meeting|agendaitem|paper|consultation|file|location)"
    r"(?:e?s)?(?:\.asp)?(?=[/?])",
    re.IGNORECASE,
)
_ONLY_THERE = (
    (ObjectType.SYSTEM, ("oparlVersion",)),
    (ObjectType.BODY, ("legislativeTerm", "rgs", "ags")),
    (ObjectType.MEETING, ("agendaItem", "meetingState", "resultsProtocol", "verbatimProtocol")),
    (ObjectType.PAPER, ("paperType", "underDirectionOf", "mainFile", "reference", "consultation", "relatedPaper")),
    (ObjectType.CONSULTATION, ("authoritative",)),
)


def type_of(thing: Object) -> ObjectType | None:
    """None for an object that is none of OParl's."""
    said = (line(thing.get("type")) or "").rstrip("/").rpartition("/")[2].casefold()
    if said:
        return _TYPES.get(said)
    for page, fields in _ONLY_THERE:
        if any(field in thing for field in fields):
            return page
    return _by_address(line(thing.get("id")) or "")


def is_list(value: Json) -> bool:
    """Whether this is a page of a list: objects under `data`, with links or pagination."""
    return isinstance(value, Mapping) and "type" not in value and "id" not in value and "data" in value


def _by_address(id_: str) -> ObjectType | None:
    found = _IN_ADDRESS.findall(id_)
    if not found:
        return None
    word = found[-1].casefold()
    named = {"bodies": "body", "organisation": "organization"}.get(word, word)
    return _TYPES.get(named)
