"""What of an object everybody may read, and which objects are no more."""

import re

from sources.allris.openness import letters_of
from sources.oparl.fields import flag, line
from sources.oparl.json_text import Json, Object

_NON_PUBLIC = re.compile(r"nicht[ -]?(?:öffentlich|oeffentlich)|vertraulich", re.IGNORECASE)
_WITHHELD = re.compile(r"\W*(?:nicht[ -]?öffentlich\w*|vertraulich|nicht[ -]?öff)(?: Teil)?\W*", re.IGNORECASE)


def is_gone(thing: Object) -> bool:
    """Whether the object was deleted or depublished (OParl 1.1, 2.5.2); a word nobody understands counts as yes."""
    return any(_is_set(thing.get(name)) for name in ("deleted", "depublished"))


def is_public(thing: Object) -> bool:
    """Of a paper or a session: a server publishes them, unless it says otherwise (the standard has no field)."""
    return not is_gone(thing) and (thing.get("public") is None or flag(thing.get("public")) is True)


def is_item_public(item: Object, *, session: str | None) -> bool:
    """Of an agenda item; `session` is the session's name, None where nobody knows the session.

    Where the session is said to be closed, in whole or in part ("Bauausschuss (öffentlich/nicht öffentlich)"), only
    an item that is said to be public is; "Ö" in front of its number says so too.
    """
    if is_gone(item) or is_withheld(line(item.get("name")) or ""):
        return False
    if item.get("public") is not None:
        return flag(item.get("public")) is True
    letters = letters_of(line(item.get("number")) or "")
    if letters == "Ö":
        return True
    return not letters.startswith("N") and session is not None and not _NON_PUBLIC.search(session)


def is_item_closed(item: Object) -> bool:
    """Whether the item itself says that it is not public, or no more; saying nothing is not saying so."""
    is_said = is_gone(item) or is_withheld(line(item.get("name")) or "")
    return is_said or (item.get("public") is not None and flag(item.get("public")) is not True)


def is_withheld(name: str) -> bool:
    """Whether this stands in place of a name that is not for everybody: "(nichtöffentlich)", "(vertraulich)"."""
    return _WITHHELD.fullmatch(name) is not None


def _is_set(value: Json) -> bool:
    return value is not None and flag(value) is not False
