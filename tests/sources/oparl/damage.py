"""Objects with one thing wrong, in every place where something can be."""

import copy
from collections.abc import Iterator
from typing import Any

WRONG: tuple[Any, ...] = (
    None,
    True,
    -1,
    0.5,
    "",
    "\ud800\x00\u202e",
    "x" * 3_000,
    [],
    {},
    [None, [[]], {}, 7],
    {"id": {}},
)
_REMOVED = object()
_DOUBLED = object()
Path = tuple[str | int, ...]


def damaged(thing: dict[str, Any], *, thorough: bool = True) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each with what was done to it; where it is not to be thorough, one wrong value for a place, each in its turn."""
    for number, path in enumerate(_paths(thing, ())):
        wrongs = WRONG if thorough else (None, WRONG[1 + number % (len(WRONG) - 1)])
        for wrong in (_REMOVED, _DOUBLED, *wrongs):
            yield f"{path} {wrong!r:.30}", _with(thing, path, wrong)


def _paths(value: Any, path: Path) -> Iterator[Path]:
    inside = value.items() if isinstance(value, dict) else enumerate(value[:2]) if isinstance(value, list) else ()
    for name, each in inside:
        yield (*path, name)
        yield from _paths(each, (*path, name))


def _with(thing: dict[str, Any], path: Path, wrong: Any) -> dict[str, Any]:
    changed = copy.deepcopy(thing)
    owner: Any = changed
    for step in path[:-1]:
        owner = owner[step]
    if wrong is _REMOVED:
        del owner[path[-1]]
    elif wrong is _DOUBLED:
        owner[path[-1]] = [owner[path[-1]], copy.deepcopy(owner[path[-1]])]
    else:
        owner[path[-1]] = copy.deepcopy(wrong)
    return changed
