"""The chat page: its files, what it asks for, downloads."""

import json
import re
from importlib import resources
from urllib.parse import quote

from aiohttp import web

from simulator import people
from simulator.answers import JsonObject, encoded
from simulator.changes import Change, Kind
from simulator.chats import Chat
from simulator.pictures import PNG
from simulator.stream import push
from simulator.world import World

HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": (
        "default-src 'self'; style-src 'self'; img-src 'self' data:; base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
}

_LARGEST_REQUEST = 2**16  # bytes
_FILE = re.compile(r"[a-z0-9_-]+\.(html|css|js|svg)")
_KINDS = {
    "html": "text/html; charset=utf-8",
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "svg": "image/svg+xml",
}


class WrongRequest(ValueError):
    """The page asks for what cannot be; the text is for its reader."""


async def answer_page(world: World, request: web.BaseRequest) -> web.StreamResponse:
    path = request.path
    if request.method == "POST":
        return await _posted(world, request, path)
    if request.method not in ("GET", "HEAD"):
        return _refused(405, "Nur GET und POST.")
    if path == "/page/events":
        return await push(world, request, HEADERS)
    if path.startswith("/page/files/"):
        return _download(world, path.removeprefix("/page/files/"))
    if path.startswith("/page/pictures/"):
        return _picture(world, path.removeprefix("/page/pictures/"))
    return _file("index.html" if path == "/" else path.removeprefix("/page/"))


def _file(name: str) -> web.Response:
    found = _FILE.fullmatch(name)
    source = resources.files("simulator.page").joinpath(name) if found else None
    if found is None or source is None or not source.is_file():
        return _refused(404, "Das gibt es hier nicht.")
    return web.Response(body=source.read_bytes(), headers={**HEADERS, "Content-Type": _KINDS[found[1]]})


def _download(world: World, path: str) -> web.Response:
    document = world.documents.get(path.partition("/")[0])
    if document is None:
        return _refused(404, "Diese Datei gibt es hier nicht.")
    disposition = f"attachment; filename*=UTF-8''{quote(document.file_name, safe='')}"
    headers = {**HEADERS, "Content-Type": "application/octet-stream", "Content-Disposition": disposition}
    return web.Response(body=document.content, headers=headers)


def _picture(world: World, name: str) -> web.Response:
    """Shown as what it is only where that is a PNG: anything else could be a page with scripts."""
    document = world.documents.get(name)
    if document is None or not document.content.startswith(PNG):
        return _refused(404, "Dieses Bild gibt es hier nicht.")
    return web.Response(body=document.content, headers={**HEADERS, "Content-Type": "image/png"})


async def _posted(world: World, request: web.BaseRequest, path: str) -> web.Response:
    do = _DOING.get(path)
    if do is None:
        return _refused(404, "Das gibt es hier nicht.")
    # A form of another page can be sent without asking us first, JSON cannot.
    if request.content_type != "application/json":
        return _refused(415, "Hier wird JSON erwartet.")
    try:
        result = await do(world, await _content(request))
    except ValueError as fault:
        return _refused(400, str(fault))
    return web.Response(body=encoded({"ok": True, **result}), headers={**HEADERS, "Content-Type": "application/json"})


async def _content(request: web.BaseRequest) -> JsonObject:
    if (request.content_length or 0) > _LARGEST_REQUEST:
        raise WrongRequest("Das ist zu viel auf einmal.")
    try:
        content = json.loads(await request.read())
    except (ValueError, RecursionError):
        raise WrongRequest("Das ist kein JSON.") from None
    if not isinstance(content, dict):
        raise WrongRequest("Hier wird ein JSON-Objekt erwartet.")
    return content


def _chat(world: World, content: JsonObject) -> Chat:
    chat = world.chats.get(_whole(content, "chat_id"))
    if chat is None:
        raise WrongRequest("Diesen Chat gibt es nicht.")
    return chat


async def _send(world: World, content: JsonObject) -> JsonObject:
    chat = _chat(world, content)
    reply_to = _whole(content, "reply_to") if content.get("reply_to") is not None else None
    update = people.write(world, chat, chat.me, _text(content, "text"), reply_to=reply_to)
    return {"message_id": next(reversed(chat.messages)), "update_id": update}


async def _press(world: World, content: JsonObject) -> JsonObject:
    chat = _chat(world, content)
    message_id = _whole(content, "message_id")
    return {"update_id": people.press(world, chat, chat.me, message_id=message_id, data=_text(content, "data"))}


async def _move_clock(world: World, content: JsonObject) -> JsonObject:
    """{"by": seconds} or {"to": "next"}; all open pages are told."""
    clock = world.clock
    if clock is None:
        raise WrongRequest("Hier gibt es keine Uhr, die sich stellen lässt.")
    words = None
    if content.get("to") == "next":
        words = await clock.go_to_next()
    elif "by" in content:
        clock.go_by(_whole(content, "by"))
    else:
        raise WrongRequest("Die Uhr braucht „by“ (Sekunden) oder „to“: „next“.")
    moved: JsonObject = {"event": words, "asked": "next" if "to" in content else "by"}
    world.changes.tell(Change(Kind.CLOCK, details=moved))
    return {"now": clock.shown()["now"], "event": words}


_DOING = {"/page/send": _send, "/page/press": _press, "/page/clock": _move_clock}


def _whole(content: JsonObject, name: str) -> int:
    value = content.get(name)
    if not isinstance(value, int) or isinstance(value, bool):
        raise WrongRequest(f"„{name}“ muss eine ganze Zahl sein.")
    return value


def _text(content: JsonObject, name: str) -> str:
    value = content.get(name)
    if not isinstance(value, str):
        raise WrongRequest(f"„{name}“ muss ein Text sein.")
    return value


def _refused(status: int, words: str) -> web.Response:
    return web.Response(status=status, text=words, headers=HEADERS)
