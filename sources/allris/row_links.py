"""Where the links and forms of a row lead: to which page of the system, and with which key."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from selectolax.lexbor import LexborNode

from sources.allris.flowing_text import node_line
from sources.allris.keys import key_in

_PROGRAM = re.compile(r"(?:^|/)([a-z]{2}[0-9]{3})(?:_[a-z])?\.asp(?![a-z.])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class RowLink:
    """A link with words on it. `address` is as written, relative as a rule."""

    program: str
    address: str
    words: str
    node: LexborNode


def program_in(address: str | None) -> str | None:
    """The program an address leads to ("to010"), None for any other address."""
    found = _PROGRAM.search((address or "").partition("?")[0])
    return found[1].lower() if found else None


def row_links(row: LexborNode) -> Iterator[RowLink]:
    """The links of a row to pages of the system, those without words too."""
    for link in row.css("a[href]"):
        address = link.attributes.get("href") or ""
        if program := program_in(address):
            yield RowLink(program, address, node_line(link), link)


def lasting_address(address: str, *, base: str | None, named: str) -> str | None:
    """The absolute address of a linked page with its key `named` alone, without sorting, filters and sessions.

    None where neither link nor `base` (an absolute address of the same system) names the host.
    """
    key = key_in(address, named)
    try:
        parts = urlsplit(urljoin(base or "", address))
    except ValueError:
        return None
    if key is None or parts.scheme not in {"http", "https"} or not parts.hostname or "@" in parts.netloc:
        return None
    return f"{parts.scheme}://{parts.netloc}{parts.path}?{named}={key}"
