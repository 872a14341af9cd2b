"""Bodies (councils): which one a page belongs to."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """A council. `key` is its short name in settings and links, `name` what people read, `host` its system's."""

    key: str
    name: str
    host: str | None = None
