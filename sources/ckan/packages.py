"""A package of the portal's search: which district's it is, and what it stands for."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from sources.oparl.fields import address, flag, line, objects, text
from sources.oparl.json_text import Json, Object

# "Allris_W:VO_1026195": the paper's VOLFDNR, "…:SI_1003442": the session's SILFDNR.
_KEY = re.compile(r":(VO|SI)_([0-9]{1,12})$")
_IN_ADDRESS = re.compile(r"(?:vo020|to010)\.asp\?(volfdnr|silfdnr)=([0-9]{1,12})\b", re.IGNORECASE)
_KINDS = {"vo": "VO", "si": "SI", "volfdnr": "VO", "silfdnr": "SI"}
_TITLE = re.compile(r"Bezirk ([^,]{1,60}), *(.*)", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """`kind` is VO (a paper) or SI (a session), `key` ALLRIS's own number of it, `title` what follows the district.

    `web` is its page in the district's own system, `public` false for what was withdrawn from the portal.
    """

    kind: str
    key: str
    district: str
    title: str
    number: str
    notes: str
    public: bool
    web: str | None
    extras: Mapping[str, str]
    resources: tuple[Object, ...]
    licence: str | None


def packages_in(value: Json) -> tuple[Object, ...] | None:
    """The packages of an answer, or the one that this is; None where it is neither."""
    if not isinstance(value, Mapping):
        return None
    result = value.get("result")
    if isinstance(result, Mapping) and "results" in result:
        return objects(result.get("results"))
    if isinstance(result, Mapping) and _is_package(result):
        return (result,)
    return (value,) if _is_package(value) else None


def open_package(thing: Object) -> Package | None:
    """None for whatever is no paper or session of a district."""
    extras = _extras(thing)
    web = next((url for url in map(_own_page, objects(thing.get("resources"))) if url), None)
    found = _KEY.search(extras.get("inforeg_id", "")) or _IN_ADDRESS.search(web or "")
    title = _TITLE.match(line(thing.get("title")) or "")
    if found is None or title is None:
        return None
    return Package(
        kind=_KINDS[found[1].lower()],
        key=found[2],
        district=title[1].strip(),
        title=title[2],
        number=extras.get("number", ""),
        notes=text(thing.get("notes")) or "",
        public=_is_public(thing),
        web=web,
        extras=extras,
        resources=objects(thing.get("resources")),
        licence=line(thing.get("license_id")),
    )


def _is_package(thing: Object) -> bool:
    return "license_id" in thing and ("resources" in thing or "extras" in thing)


def _is_public(thing: Object) -> bool:
    is_private = thing.get("private") is not None and flag(thing.get("private")) is not False
    return not is_private and (line(thing.get("state")) or "active") == "active"


def _extras(thing: Object) -> dict[str, str]:
    pairs = ((line(each.get("key")), line(each.get("value"))) for each in objects(thing.get("extras")))
    return {key: value for key, value in pairs if key and value}


def _own_page(resource: Object) -> str | None:
    url = address(resource.get("url"))
    return url if url and _IN_ADDRESS.search(url) else None
