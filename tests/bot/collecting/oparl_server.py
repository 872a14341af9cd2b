"""A small town's OParl server on loopback, with the habits of vendors as switches."""

import copy
import datetime as dt
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

from tests.sources.oparl.things import ROOT, Thing, item, meeting, organization, paper, stop, thing

LISTS = ("organization", "person", "meeting", "paper", "agendaItem")
LONG_AGO = "2026-01-01T08:00:00+01:00"


@dataclass
class Habits:
    """What this server does that others do not."""

    page_size: int = 2
    no_filter: bool = False  # modified_since changes nothing
    same_times: bool = False  # everything was modified on 2000-01-01
    empty_is_404: bool = False
    loop: bool = False  # the last page links the first
    forgotten_next: bool = False  # no page links another
    fails_at_page: int | None = None
    broken_object: bool = False  # NaN inside one paper of a page


@dataclass
class OparlServer:
    """`things` are by list; ids are under the address it is served at."""

    things: dict[str, list[Thing]]
    habits: Habits = field(default_factory=Habits)
    asked: list[str] = field(default_factory=list)
    url: str = ""

    def change(self, of: str, id_ends: str, **fields: Any) -> None:
        """One object is another from now on."""
        found = next(each for each in self.things[of] if each["id"].endswith(id_ends))
        found.update(fields)

    @asynccontextmanager
    async def serving(self) -> AsyncIterator[str]:
        """The address of the System."""
        app = web.Application()
        app.router.add_get("/oparl/{name:.*}", self._answer)
        runner = web.AppRunner(app)
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", 0)
        try:
            await site.start()
            host, port = runner.addresses[0][:2]
            self.url = f"http://{host}:{port}/oparl"
            yield f"{self.url}/system"
        finally:
            await runner.cleanup()

    async def _answer(self, request: web.Request) -> web.Response:
        self.asked.append(request.path_qs)
        name = request.match_info["name"]
        if name == "system":
            return self._json(thing("System", "system", body=f"{ROOT}/bodies"))
        if name == "bodies":
            return self._json({"data": [self._body()], "links": {}, "pagination": {"totalElements": 1}})
        return self._list(name, request) if name in LISTS else web.Response(status=404)

    def _body(self) -> Thing:
        lists = {name: f"{ROOT}/{name}" for name in LISTS}
        return thing("Body", "bodies/1", name="Gemeinde Elbdorf", **lists)

    def _list(self, name: str, request: web.Request) -> web.Response:
        listed = self.things.get(name, []) if name != "agendaItem" else self._items()
        every = [self._told(each) for each in listed]
        since = request.query.get("modified_since")
        if since and not self.habits.no_filter:
            moment = dt.datetime.fromisoformat(since)
            every = [each for each in every if dt.datetime.fromisoformat(each["modified"]) >= moment]
        number = int(request.query.get("page", "1"))
        if self.habits.fails_at_page == number:
            return web.Response(status=500)
        if not every and self.habits.empty_is_404:
            return web.Response(status=404)
        size = self.habits.page_size
        page = every[(number - 1) * size : number * size]
        links = self._links(name, number, last=max(1, -(-len(every) // size)), since=since)
        return self._json({"data": page, "links": links, "pagination": {"totalElements": len(every)}})

    def _links(self, name: str, number: int, *, last: int, since: str | None) -> dict[str, str]:
        carried = f"modified_since={since}&" if since else ""
        links = {"last": f"{ROOT}/{name}?{carried}page={last}"}
        if number < last and not self.habits.forgotten_next:
            links["next"] = f"{ROOT}/{name}?{carried}page={number + 1}"
        elif self.habits.loop:
            links["next"] = f"{ROOT}/{name}?{carried}page=1"
        return links

    def _items(self) -> list[Thing]:
        return [each for session in self.things["meeting"] for each in session.get("agendaItem", [])]

    def _told(self, each: Thing) -> Thing:
        told = copy.deepcopy(each)
        told.setdefault("created", LONG_AGO)
        told.setdefault("modified", LONG_AGO)
        if self.habits.same_times:
            told |= {"created": "2000-01-01T00:00:00+01:00", "modified": "2000-01-01T00:00:00+01:00"}
        return told

    def _json(self, value: Any) -> web.Response:
        text = json.dumps(value).replace(ROOT, self.url)
        if self.habits.broken_object:
            text = text.replace('"2026/0003"', "NaN")
        return web.Response(text=text, content_type="application/json")


def elbdorf(*, papers: int = 5, day: str = "2026-11-24") -> dict[str, list[Thing]]:
    """One committee, one session to come that deals with all papers."""
    places = range(1, papers + 1)
    named = {row: f"Vorhaben Nummer {row} am Elbufer" for row in places}
    items = [item(row, name=named[row], consultation=f"{ROOT}/consultations/{row}") for row in places]
    session = meeting(1, start=f"{day}T18:00:00+01:00", end=..., agendaItem=items)
    filed = [
        paper(
            row,
            name=named[row],
            date="2026-11-02",
            consultation=[stop(row, agendaItem=f"{ROOT}/agendaitems/{row}")],
            modified=f"2026-11-{row:02}T09:00:00+01:00",
            created=f"2026-11-{row:02}T08:00:00+01:00",
        )
        for row in places
    ]
    return {"organization": [organization()], "person": [], "meeting": [session], "paper": filed}
