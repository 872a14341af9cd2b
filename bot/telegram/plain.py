"""Telegram's HTML as plain text, for a terminal."""

import re
from html.parser import HTMLParser

# Published texts must not steer a terminal.
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_SCHEME = re.compile(r"^(https?://|mailto:|tel:)", re.IGNORECASE)


def plain_text(html: str) -> str:
    """Links as "text (address)", unless both say the same; other tags vanish."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return without_controls(reader.text())


def without_controls(text: str) -> str:
    return _CONTROLS.sub("", text)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._parts: list[str] = []
        self._address: str | None = None
        self._link_began = 0

    def text(self) -> str:
        self._end_link()
        return "".join(self._parts)

    def handle_data(self, data: str) -> None:
        self._parts.append(data)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "br":
            self._parts.append("\n")
        if tag == "a":
            self._end_link()
            self._address = dict(attrs).get("href")
            self._link_began = len(self._parts)

    def handle_endtag(self, tag: str) -> None:
        if tag == "a":
            self._end_link()

    def _end_link(self) -> None:
        address, self._address = self._address, None
        if address and not _same("".join(self._parts[self._link_began :]), address):
            self._parts.append(f" ({address})")


def _same(text: str, address: str) -> bool:
    return _bare(text) == _bare(address)


def _bare(address: str) -> str:
    return _SCHEME.sub("", address.strip()).rstrip("/").casefold()
