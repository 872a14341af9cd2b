"""One story for all tests, moments in it, and its pages as a browser sees them."""

from datetime import UTC, date, datetime, timedelta
from functools import lru_cache

from selectolax.lexbor import LexborHTMLParser, LexborNode

from simulator.council.story.happenings import State, Story, published
from simulator.council.story.musterfeld import musterfeld

START = date(2026, 9, 1)  # a Tuesday
HOST = "http://127.0.0.1:8080/bi/"
NOON = datetime(2026, 9, 1, 10, 0, tzinfo=UTC)  # on the council's clock


@lru_cache(maxsize=1)
def story() -> Story:
    return musterfeld(START)


def at(days: float) -> datetime:
    """So many days after the start's noon."""
    return NOON + timedelta(days=days)


@lru_cache(maxsize=32)
def state(days: float = 0.0) -> State:
    return published(story(), at(days))


def parsed(page: bytes | None) -> LexborHTMLParser:
    assert page is not None
    return LexborHTMLParser(page.decode("cp1252").replace("\r\n", "\n"))


def words(node: LexborNode | None) -> str:
    assert node is not None
    return " ".join(node.text().replace("\xa0", " ").split())


def list_rows(page: bytes | None) -> list[LexborNode]:
    """The rows of the page's list (table.tl1), heads and rulers left out."""
    rows = parsed(page).css("table.tl1 tr")
    return [row for row in rows if (row.attributes.get("class") or "").startswith("zl1")]
