"""The way into a system: from its System or Body object to the lists of one council."""

from collections.abc import Sequence
from dataclasses import dataclass

from council.published.readings import ObjectType
from sources.errors import Unreadable
from sources.oparl.fields import address, line, objects, references
from sources.oparl.json_text import Object
from sources.oparl.object_types import type_of

# Names before what they name.
LISTS = ("organization", "person", "meeting", "paper")
# OParl 1.1 lists these alone too. Servers change an item without touching its meeting (87 of Karlsruhe's).
PARTS = ("agendaItem",)
_NO_BODY = "Dort steht kein Body von OParl; bitte die Adresse eines System- oder Body-Objekts angeben."
_MANY = "Das System hat mehrere Räte; bitte die Adresse eines davon angeben: {}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A council's name, the addresses of its lists by their field's name, and the licence its system names. `parts`
    are lists of what stands inside other objects as well: only their changes are worth asking for.
    """

    name: str | None
    lists: dict[str, str]
    parts: dict[str, str]
    licence: str | None = None


def bodies_of(system: Object) -> tuple[str, ...]:
    """Where the bodies of a System are, or its list of them; nothing for any other object."""
    return references(system.get("body")) if type_of(system) is ObjectType.SYSTEM else ()


def entry_of(things: Sequence[Object]) -> Entry:
    """The one Body among these. Raises Unreadable if there is none, or more than one."""
    bodies = [each for each in things if type_of(each) is ObjectType.BODY]
    if len(bodies) > 1:
        named = "; ".join(f"{line(each.get('name')) or '?'} {address(each.get('id')) or '?'}" for each in bodies[:20])
        raise Unreadable(_MANY.format(named))
    if not bodies:
        raise Unreadable(_NO_BODY)
    return Entry(
        name=line(bodies[0].get("name")),
        lists=_addresses(bodies[0], LISTS),
        parts=_addresses(bodies[0], PARTS),
        licence=line(bodies[0].get("license")),
    )


def _addresses(body: Object, names: Sequence[str]) -> dict[str, str]:
    return {name: url for name in names if (url := address(body.get(name)))}


def things_on(page: Sequence[Object]) -> tuple[Object, ...]:
    """The objects of a page, bodies that stand inside a System among them."""
    return (*page, *(body for thing in page for body in objects(thing.get("body"))))
