"""What a source said: the one normal form between reading and remembering."""

from dataclasses import dataclass
from enum import StrEnum

from council.published.papers import Paper


class Page(StrEnum):
    """What kind of page was read (the contract's words)."""

    PAPER = "paper"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """Everything one page said, and whose page it is.

    `kind` is the system that made the page ("allris"). `assembly` and `host` are what the page says of its own
    origin: the assembly's name in its head and the host of its own address; either may be missing.
    """

    kind: str
    page: Page
    papers: tuple[Paper, ...] = ()
    assembly: str | None = None
    host: str | None = None
