"""A Location of OParl as room and address."""

from dataclasses import dataclass

from sources.oparl.fields import line, objects
from sources.oparl.json_text import Json


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Either may be missing. A free description stands for whatever else is not told."""

    room: str | None = None
    address: str | None = None


def place_of(value: Json) -> Place:
    """Of an embedded location; a mere link tells nothing."""
    location = next(iter(objects(value)), None)
    if location is None:
        return Place()
    town = " ".join(filter(None, (line(location.get("postalCode")), line(location.get("locality")))))
    address = ", ".join(filter(None, (line(location.get("streetAddress")), town))) or None
    room, description = line(location.get("room")), line(location.get("description"))
    if room is None:
        return Place(room=description, address=address)
    return Place(room=room, address=address or description)
