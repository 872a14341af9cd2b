"""Which machines may be connected to: public ones, and others only where they are configured literally."""

import ipaddress
import socket
from typing import TypeAlias

from aiohttp import ThreadedResolver
from aiohttp.abc import AbstractResolver, ResolveResult

from sources.errors import Refused

_Address: TypeAlias = ipaddress.IPv4Address | ipaddress.IPv6Address

# RFC 6052: an IPv4 address in an IPv6 one, behind which a translator reaches it.
_TRANSLATED = ipaddress.IPv6Network("64:ff9b::/96")
# RFC 8215: the same for private use. Python before 3.11.10 calls it public.
_TRANSLATED_LOCALLY = ipaddress.IPv6Network("64:ff9b:1::/48")


def is_loopback(host: str) -> bool:
    """Of a host as an address (URL) names it: 127.0.0.0/8, ::1 or localhost. Asks no name server."""
    if host.casefold() == "localhost":
        return True
    try:
        return _innermost(ipaddress.ip_address(host)).is_loopback
    except ValueError:
        return False


def is_public(address: str) -> bool:
    """Whether a numeric address is somebody's on the internet: not private, loopback, link-local, multicast …"""
    try:
        found = _innermost(ipaddress.ip_address(address))
    except ValueError:
        return False
    if isinstance(found, ipaddress.IPv6Address) and (found.is_site_local or found in _TRANSLATED_LOCALLY):
        return False
    return found.is_global and not found.is_multicast


class CheckedResolver(AbstractResolver):
    """Looks names up and lets only public addresses pass; aiohttp connects to exactly these, so a name server
    that answers differently the next time gains nothing. Addresses written as numbers never come here: those are
    connected to only if they are configured literally."""

    def __init__(self, lookup: AbstractResolver | None = None) -> None:
        self._lookup = lookup or ThreadedResolver()

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
    ) -> list[ResolveResult]:
        """Raises Refused where a name leads to private addresses only, OSError where there is no such name."""
        found = await self._lookup.resolve(host, port, family)
        if not found:
            raise OSError(f"no address for {host}")
        fitting = [each for each in found if _may_connect(host, each["host"])]
        if not fitting:
            raise Refused(
                f"{host} führt zu einer Adresse im eigenen Netz; gelesen wird sie nur, wenn sie selbst als Zahl "
                "in den Einstellungen steht."
            )
        return fitting

    async def close(self) -> None:
        await self._lookup.close()


def _may_connect(host: str, address: str) -> bool:
    return is_loopback(address) if is_loopback(host) else is_public(address)


def _innermost(address: _Address) -> _Address:
    """The IPv4 address that an IPv6 one stands for, if it does."""
    if not isinstance(address, ipaddress.IPv6Address):
        return address
    if address in _TRANSLATED:
        return ipaddress.IPv4Address(int(address) & 0xFFFF_FFFF)
    return address.ipv4_mapped or address.sixtofour or address
