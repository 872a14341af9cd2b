"""Which addresses (URLs) may be asked for: those of configured systems, and where a redirect may lead."""

from collections.abc import Iterable
from typing import NoReturn, TypeAlias

from yarl import URL

from sources.errors import NotPublic, Refused

Origin: TypeAlias = tuple[str, str, int]

_LONGEST = 2_000


class Origins:
    """The configured scheme, host and port of each system, from any of their addresses. Raises Refused for one
    that is no http(s) address."""

    def __init__(self, allowed: Iterable[str]) -> None:
        self._allowed = frozenset(_origin(_parsed(address)) for address in allowed)

    def target(self, address: str) -> URL:
        """The address, understood once: what is checked here is what is connected to. Raises Refused."""
        url = _parsed(address)
        if _origin(url) not in self._allowed:
            raise Refused(f"{url.host} gehört zu keiner eingerichteten Quelle und wird nicht gelesen.")
        return url


def redirected(url: URL, location: str | None) -> URL:
    """Where a redirect leads. Raises NotPublic for ALLRIS' way to say so, Refused for any other system."""
    target = _joined(url, location)
    if target is None:
        raise Refused(f"{shown(url)} leitet auf eine unverständliche Adresse weiter.")
    if target.name.casefold() == "noauth.asp":
        raise NotPublic(f"{shown(url)} ist nicht öffentlich (Weiterleitung auf noauth.asp).")
    if not _same_system(url, target):
        elsewhere = (target.host or "eine Adresse ohne Rechnernamen")[:100]
        raise Refused(f"{shown(url)} leitet weiter auf {elsewhere} ({target.scheme[:10]}); dem wird nicht gefolgt.")
    return target.with_fragment(None)


def shown(url: URL) -> str:
    """The address for a sentence: one line, without a password, not endless."""
    text = str(url.with_user(None))
    return text if len(text) <= 200 else f"{text[:199]}…"


def _joined(url: URL, location: str | None) -> URL | None:
    try:
        return url.join(URL(location)) if location else None
    except ValueError:
        return None


def _same_system(url: URL, target: URL) -> bool:
    if target.scheme not in {"http", "https"} or target.user or target.password or target.host != url.host:
        return False
    # The step from http to https on their usual ports is the one change of port that is the same system.
    upgraded = (url.scheme, url.port, target.scheme, target.port) == ("http", 80, "https", 443)
    return upgraded or _origin(target) == _origin(url)


def _parsed(address: str) -> URL:
    try:
        url = URL(address) if len(address) <= _LONGEST else _refuse(address)
        port = url.explicit_port
    except ValueError:
        _refuse(address)
    if url.scheme not in {"http", "https"} or not url.host or port == 0 or url.user or url.password:
        _refuse(address)
    return url.with_fragment(None)


def _refuse(address: str) -> NoReturn:
    raise Refused(f"„{address[:200]}“ ist keine Adresse, die gelesen wird: nur http und https, ohne Anmeldung.")


def _origin(url: URL) -> Origin:
    return url.scheme, url.host or "", url.port or 0
