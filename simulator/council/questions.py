"""A request to the council's server and the answer to it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from aiohttp import web

from simulator.council.damage import NEW_KEYS_FROM
from simulator.council.pages.list_filter import View
from simulator.council.story.happenings import State

_LONGEST_KEY = 18


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """`program` in small letters without ".asp"; names of `parameters` in small letters. `view` is the visitor's."""

    program: str
    parameters: Mapping[str, str]
    state: State
    today: date
    host_url: str
    view: View

    def key(self, name: str) -> int:
        """A key's value, also in the new numbering; -1 for none."""
        value = self.parameters.get(name, "").strip()
        if not value.isdecimal() or len(value) > _LONGEST_KEY:
            return -1
        return int(value) % NEW_KEYS_FROM

    def whole(self, name: str, default: int) -> int:
        value = self.parameters.get(name, "").strip()
        return int(value) if value.isdecimal() and len(value) < 5 else default


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """Pages come without a code page in their header, as at the source."""

    body: bytes
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=lambda: {"Content-Type": "text/html"})


async def parameters_of(request: web.BaseRequest) -> dict[str, str]:
    """Upper and lower case of the names do not matter; what is posted wins over the address."""
    posted = await request.post() if request.method == "POST" else {}
    pairs = (*request.query.items(), *posted.items())
    return {name.lower(): value for name, value in pairs if isinstance(value, str)}
