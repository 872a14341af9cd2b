"""Bodies (councils): which one a page belongs to."""

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass

_LONGEST_KEY = 40
_GERMAN = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """A council. `key` is its short name in settings and links, `name` what people read, `host` its system's."""

    key: str
    name: str
    host: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfiguredBody:
    """A council as the settings name it: its key and the hosts its sources are read from."""

    key: str
    hosts: tuple[str, ...] = ()


def choose_body(
    assembly: str | None,
    host: str | None,
    *,
    configured: Iterable[ConfiguredBody] = (),
    stored: Iterable[Body] = (),
) -> Body | None:
    """The council a page belongs to, from the assembly's name and the host standing on it.

    The host decides where it is exactly one council's (the settings say so, or the stored name does not
    contradict); then the assembly's name as stored; then a key that ends the assembly's name
    ("hamburg-mitte" for "Bezirksversammlung Hamburg-Mitte"). Otherwise it is a new
    council, named after the assembly. None if the page names neither.
    """
    assembly, host = (assembly or "").strip(), _host(host or "")
    known = _known(configured, stored)
    chosen = _by_host(host, assembly, known) or _by_name(assembly, known) or _by_key(assembly, known)
    if chosen is None:
        return _new(assembly or host, host, taken=known)
    if chosen.body:
        return chosen.body
    return Body(key=chosen.key, name=assembly or chosen.key, host=host or next(iter(chosen.hosts), None))


def find_body(name: str, bodies: Iterable[Body]) -> Body | None:
    """The council somebody names by its key or its name, whatever the case; None if there is no such one."""
    wanted = _folded(name)
    every = tuple(bodies)
    by_key = (body for body in every if _folded(body.key) == wanted)
    by_name = (body for body in every if _folded(body.name) == wanted)
    by_slug = (body for body in every if slug(body.key) == slug(name) != "")
    return next(by_key, None) or next(by_name, None) or next(by_slug, None)


def slug(name: str) -> str:
    """The name in lower-case ASCII letters, digits and hyphens: "Bezirk Süd" becomes "bezirk-sued"."""
    plain = unicodedata.normalize("NFKD", _folded(name).translate(_GERMAN)).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


@dataclass(frozen=True, slots=True)
class _Known:
    """A council that is configured, stored, or both."""

    key: str
    hosts: tuple[str, ...] = ()
    body: Body | None = None
    configured: bool = False

    def may_be_called(self, assembly: str) -> bool:
        """Several councils can share a host; only one that the settings tie to it is taken by the host alone."""
        if self.configured or self.body is None or not assembly:
            return True
        return _folded(self.body.name) in {_folded(assembly), _folded(self.key)}


def _known(configured: Iterable[ConfiguredBody], stored: Iterable[Body]) -> dict[str, _Known]:
    known = {body.key: _Known(body.key, (_host(body.host),) if body.host else (), body) for body in stored}
    for council in configured:
        before = known.get(council.key, _Known(council.key))
        hosts = (*before.hosts, *map(_host, council.hosts))
        known[council.key] = _Known(council.key, hosts, before.body, configured=True)
    return known


def _by_host(host: str, assembly: str, known: dict[str, _Known]) -> _Known | None:
    if not host:
        return None
    return _only(known, lambda council: host in council.hosts and council.may_be_called(assembly))


def _by_name(assembly: str, known: dict[str, _Known]) -> _Known | None:
    name = _folded(assembly)
    if not name:
        return None
    return _only(known, lambda council: council.body is not None and _folded(council.body.name) == name)


def _by_key(assembly: str, known: dict[str, _Known]) -> _Known | None:
    name = slug(assembly)
    if not name:
        return None
    return _only(known, lambda council: slug(council.key) == name) or _only(
        known, lambda council: name.endswith(f"-{slug(council.key)}")
    )


def _only(known: dict[str, _Known], fits: Callable[[_Known], bool]) -> _Known | None:
    fitting = [council for council in known.values() if fits(council)]
    return fitting[0] if len(fitting) == 1 else None


def _new(name: str, host: str, *, taken: Iterable[str]) -> Body | None:
    if not name:
        return None
    key = (slug(name) or slug(host) or "council")[:_LONGEST_KEY].strip("-")
    used, number, free = set(taken), 1, key
    while free in used:
        number += 1
        free = f"{key[: _LONGEST_KEY - len(str(number)) - 1]}-{number}"
    return Body(key=free, name=name, host=host or None)


def _host(host: str) -> str:
    return host.strip().lower().rstrip(".")


def _folded(name: str) -> str:
    # Lower case, not casefold: "ß" must reach the table that spells it out.
    return " ".join(unicodedata.normalize("NFKC", name).lower().split())
