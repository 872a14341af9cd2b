"""Who asked for what: the log of requests, and what each visitor has set in the lists."""

from collections.abc import Mapping
from dataclasses import dataclass

from simulator.council.pages.list_filter import View

# ALLRIS 3 is a classic ASP application: its session cookie is named like this, with random letters at the end.
COOKIE = "ASPSESSIONIDQSTBCRDA"
_MOST_VISITORS = 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """One request as it came in. `at` is monotonic seconds; names of `headers` in small letters.

    `target` is the path with its parameters, posted ones behind those of the address.
    """

    at: float
    method: str
    target: str
    headers: Mapping[str, str]


class Visitors:
    """The views of the list of papers, by session cookie."""

    def __init__(self) -> None:
        self._views: dict[str, View] = {}
        self._count = 0

    def known(self, cookie: str | None) -> bool:
        return cookie in self._views

    def welcome(self) -> str:
        """A new visitor's cookie. The oldest visitor is forgotten when there are too many."""
        self._count += 1
        cookie = f"MUSTERFELD{self._count:014}"
        self._views[cookie] = View()
        if len(self._views) > _MOST_VISITORS:
            del self._views[next(iter(self._views))]
        return cookie

    def view(self, cookie: str) -> View:
        return self._views[cookie]

    def set_view(self, cookie: str, view: View) -> None:
        self._views[cookie] = view

    def forget_all(self) -> None:
        """As after a restart of the server: every filter is gone."""
        self._views.clear()
