"""A field of an object, whatever a server put there: the value asked for, or nothing."""

import re
import unicodedata
from collections.abc import Mapping

from sources.allris.flowing_text import clean, one_line
from sources.oparl.dos_letters import with_umlauts
from sources.oparl.json_text import Json, Object

_LONGEST_TEXT = 500_000
_LONGEST_LINE = 5_000
_LONGEST_ADDRESS = 2_000
_SURROGATES = re.compile("[\ud800-\udfff]")
_YES, _NO = frozenset({"true", "1", "ja", "yes"}), frozenset({"false", "0", "nein", "no", ""})


def text(value: Json) -> str | None:
    """Text with its line breaks, without anything invisible. None for whatever is no text, or blank."""
    if not isinstance(value, str):
        return None
    whole = _SURROGATES.sub("\ufffd", value[:_LONGEST_TEXT])
    plain = unicodedata.normalize("NFC", clean(with_umlauts(whole)))
    lines = (" ".join(line.split()) for line in plain.split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip() or None


def line(value: Json) -> str | None:
    """Text in one line; a whole number counts as text ("number": 7). None for anything else, or blank."""
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    found = text(value)
    return one_line(found)[:_LONGEST_LINE].rstrip() if found else None


def title(value: Json) -> str | None:
    """Text whose line breaks mean something, as the names of papers have them."""
    found = text(value)
    return re.sub(r"\n+", "\n", found)[:_LONGEST_LINE].rstrip() if found else None


def flag(value: Json) -> bool | None:
    """Yes or no, also as a word or a number; None for null and whatever else."""
    if isinstance(value, bool):
        return value
    word = str(value).strip().casefold() if isinstance(value, (str, int, float)) else None
    if word in _YES:
        return True
    return False if word in _NO else None


def address(value: Json) -> str | None:
    """A web address. None for whatever is none."""
    found = line(value)
    if found is None or len(found) > _LONGEST_ADDRESS or " " in found:
        return None
    return found if re.match(r"https?://[^/]", found, re.IGNORECASE) else None


def many(value: Json) -> tuple[Json, ...]:
    """What should be a list: servers send nothing for an empty one, and the bare value for one of one."""
    if value is None or value == "":
        return ()
    if isinstance(value, (list, tuple)):
        return tuple(each for each in value if each is not None)
    return (value,)


def objects(value: Json) -> tuple[Object, ...]:
    """The embedded objects of a list."""
    return tuple(each for each in many(value) if isinstance(each, Mapping))


def references(value: Json) -> tuple[str, ...]:
    """The ids of a list, whose members are addresses or embedded objects."""
    found = (reference(each) for each in many(value))
    return tuple(each for each in found if each)


def reference(value: Json) -> str | None:
    """The id behind one value: an address, an embedded object, or a list of one."""
    if isinstance(value, Mapping):
        value = value.get("id")
    if isinstance(value, (list, tuple)):
        return next(iter(references(value)), None)
    found = line(value) if isinstance(value, str) else None
    return found if found and len(found) <= _LONGEST_ADDRESS else None
