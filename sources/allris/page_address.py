"""A page's own address and key: its mail link, its bookmark link, what the browser noted on saving."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from sources.allris.keys import hidden_key, key_in

PAPER_KEY = "VOLFDNR"
_MAILED = re.compile(r"Online-Version der Seite:\s*(https?://[^\s<>\"]{1,300})", re.IGNORECASE)
_SAVED = re.compile(r"<!-- saved from url=\([0-9]{1,6}\)(https?://[^\s<>\"]{1,300})")


@dataclass(frozen=True, slots=True)
class PageAddress:
    """`id` is the key of what the page is of (a paper's VOLFDNR), `web` the page's absolute address as the page gives
    it, `host` its host.
    """

    id: str | None
    web: str | None
    host: str | None


def page_address(tree: LexborHTMLParser, html: str, *, named: str = PAPER_KEY) -> PageAddress:
    """What the page says of itself; its key is `named` so. Links to others (Bezüglich, Stammbaum) are never asked."""
    own = list(_own_links(tree))
    addresses = [address for address in (*_mailed(own), *_canonical(tree), *_saved_from(html)) if _host(address)]
    key = _bookmarked(tree, own, named) or next(filter(None, (key_in(each, named) for each in addresses)), None)
    key = key or _object_id(tree)
    web = next((each for each in addresses if key and key_in(each, named) == key), None)
    host = next((_host(each) for each in ([web] if web else addresses)), None)
    return PageAddress(id=key, web=web, host=host)


def page_base(tree: LexborHTMLParser, html: str) -> str | None:
    """An absolute address of the same system, against which the page's relative links are read; None if it has none.

    A calendar gives no address of its own, only the one to subscribe to (webcal, which is http).
    """
    own = list(_own_links(tree))
    addresses = (*_mailed(own), *_canonical(tree), *_saved_from(html), *_subscribed(own))
    return next((address for address in addresses if _host(address)), None)


def host_of(address: str | None) -> str | None:
    return _host(address or "")


def _own_links(tree: LexborHTMLParser) -> Iterator[LexborNode]:
    """The links of the frame above the text: a motion may hold links of its own."""
    for link in tree.css("a"):
        if (link.attributes.get("name") or "").casefold().startswith("allris"):
            return
        yield link


def _mailed(own: list[LexborNode]) -> Iterator[str]:
    for link in own:
        target = link.attributes.get("href") or ""
        if target.startswith("mailto:") and (found := _MAILED.search(unquote(target, errors="replace"))):
            yield found[1]


def _canonical(tree: LexborHTMLParser) -> Iterator[str]:
    for link in tree.css("link[rel=canonical]"):
        yield link.attributes.get("href") or ""


def _saved_from(html: str) -> Iterator[str]:
    """Chrome notes the address in a comment right above the page."""
    if found := _SAVED.search(html, 0, 4_096):
        yield found[1]


def _subscribed(own: list[LexborNode]) -> Iterator[str]:
    for link in own:
        scheme, _, rest = (link.attributes.get("href") or "").partition("://")
        if scheme.strip().casefold() == "webcal":
            yield f"http://{rest}"


def _bookmarked(tree: LexborHTMLParser, own: list[LexborNode], named: str) -> str | None:
    for link in own:
        if (link.attributes.get("title") or "").startswith("Lesezeichen"):
            return key_in(link.attributes.get("href"), named)
    navigation = tree.css_first("#risnavi")
    return hidden_key(navigation, named) if navigation is not None else None


def _object_id(tree: LexborHTMLParser) -> str | None:
    meta = tree.css_first("meta[name=objectID]")
    value = (meta.attributes.get("content") or "").strip() if meta is not None else ""
    return value if re.fullmatch("[0-9]{1,18}", value) else None


def _host(address: str) -> str | None:
    """The host of an address, None for anything that is not a plain http(s) address."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    plain = parts.scheme in {"http", "https"} and "@" not in parts.netloc
    return parts.hostname if plain else None
