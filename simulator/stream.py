"""The push to the chat page: server-sent events, each connection beginning with the whole state."""

import asyncio
import itertools
from collections import deque

from aiohttp import web

from simulator.answers import JsonObject, encoded
from simulator.changes import Change, Kind
from simulator.chats import Chat
from simulator.rendering import page_message, page_person
from simulator.world import World

PAGE_LANGUAGE = "de"
KEEP_ALIVE = 15.0  # seconds
_MOST_WAITING = 1_000  # changes; a page that is further behind gets the state anew

_SILENT = frozenset({Kind.CALL, Kind.CONFIRMED, Kind.POLL})
_NUMBERS = itertools.count(1)


class _Backlog:
    """Changes that a page has not been told yet."""

    def __init__(self) -> None:
        self._changes: deque[Change] = deque()
        self._arrived = asyncio.Event()
        self.overflown = False

    def add(self, change: Change) -> None:
        if change.kind in _SILENT:
            return
        if len(self._changes) >= _MOST_WAITING:
            self._changes.clear()
            self.overflown = True
        self._changes.append(change)
        self._arrived.set()

    async def take(self) -> list[Change]:
        """All that wait; none after a while without any."""
        try:
            async with asyncio.timeout(KEEP_ALIVE):
                await self._arrived.wait()
        except TimeoutError:
            return []
        self._arrived.clear()
        changes = list(self._changes)
        self._changes.clear()
        return changes


async def push(world: World, request: web.BaseRequest, headers: dict[str, str]) -> web.StreamResponse:
    """Goes on until the page goes or the simulator closes."""
    response = web.StreamResponse(headers={**headers, "Content-Type": "text/event-stream"})
    await response.prepare(request)
    backlog = _Backlog()
    stop = world.changes.listen(backlog.add)
    try:
        await response.write(_event("state", _state(world)))
        while await _push_next(world, response, backlog):
            pass
    except ConnectionError:
        pass  # the page is gone
    finally:
        stop()
    return response


async def _push_next(world: World, response: web.StreamResponse, backlog: _Backlog) -> bool:
    # A chat that was announced may have become another one by now.
    changes = [each for each in await backlog.take() if each.kind is not Kind.CHAT or each.chat_id in world.chats]
    if any(change.kind is Kind.CLOSING for change in changes):
        return False
    if backlog.overflown:
        backlog.overflown = False
        await response.write(_event("state", _state(world)))
    elif changes:
        await response.write(b"".join(_event(change.kind.value, _content(world, change)) for change in changes))
    elif world.clock is not None:
        # Its file may have been written by somebody else, who tells nobody.
        await response.write(_event(Kind.CLOCK, _clock(world)))
    else:
        await response.write(b": still here\n\n")
    return True


def _event(name: str, content: JsonObject) -> bytes:
    return b"id: %d\nevent: %s\ndata: %s\n\n" % (next(_NUMBERS), name.encode(), encoded(content))


def _content(world: World, change: Change) -> JsonObject:
    whole = _WHOLE.get(change.kind)
    if whole is not None:
        return whole(world) | (change.details or {})
    match change.kind:
        case Kind.CHAT:
            return _chat(world.chats[change.chat_id])
        case Kind.DELETED if change.message:
            return {"chat_id": change.chat_id, "message_id": change.message.id}
        case _ if change.message:
            return {"chat_id": change.chat_id, "message": page_message(change.message)}
        case _:
            return {"chat_id": change.chat_id, **(change.details or {})}


def _state(world: World) -> JsonObject:
    state: JsonObject = {"bot": _bot(world), "chats": [_chat(chat) for chat in world.chats.values()]}
    return state | {"clock": world.clock.shown()} if world.clock else state


def _clock(world: World) -> JsonObject:
    return world.clock.shown() if world.clock else {}


def _bot(world: World) -> JsonObject:
    content: JsonObject = {
        "id": world.bot.id,
        "username": world.bot.username,
        "first_name": world.bot.first_name,
    }
    return content | world.profile.as_page(PAGE_LANGUAGE)


def _chat(chat: Chat) -> JsonObject:
    content: JsonObject = {
        "id": chat.id,
        "type": chat.head["type"],
        "title": chat.title,
        "me": page_person(chat.me.as_json()),
        "messages": [page_message(each) for each in chat.messages.values()],
    }
    return content | {"was": chat.was} if chat.was else content


# Kinds of changes that are told by what there is now.
_WHOLE = {Kind.BOT: _bot, Kind.MOVED: _state, Kind.CLOCK: _clock}
