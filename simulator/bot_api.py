"""The Bot API over HTTP: /bot<token>/<method> and /file/bot<token>/<path>."""

import asyncio
import inspect
import re
from dataclasses import dataclass
from email.utils import formatdate
from functools import lru_cache
from http import HTTPStatus

from aiohttp import web

from simulator.answers import Answer, Refusal, success
from simulator.changes import Change, Kind
from simulator.faults import Loss
from simulator.fetching import file_at
from simulator.journal import Call
from simulator.methods import METHODS, Method
from simulator.parameters import Parameters, read_parameters
from simulator.world import World

_TOKEN = re.compile(r"[0-9]+:[A-Za-z0-9_-]+")


@dataclass(frozen=True, slots=True)
class _Outcome:
    answer: Answer
    description: str = ""
    result: object = None
    retry_after: object = None


async def answer_call(world: World, request: web.BaseRequest, path: str) -> web.Response:
    """`path` is what follows "/bot" in the address."""
    token, _, name = path.partition("/")
    try:
        _check_token(world, token)
        if request.method not in ("GET", "POST"):
            raise Refusal(405, "Method Not Allowed")
        method = METHODS.get(name.lower())
        if method is None:
            raise Refusal(404, "Not Found: method not found")
        parameters = await read_parameters(request)
    except Refusal as refusal:
        return _response(world, _refused(refusal))
    chat_id = parameters.whole("chat_id")
    loss = world.faults.loss(method.name, chat_id)
    outcome = await _outcome(world, method, parameters)
    _record(world, method, parameters, outcome, answered=loss is None)
    if delay := world.faults.delay(method.name, chat_id):
        await asyncio.sleep(delay)
    return _lost(request, outcome.answer, loss) if loss else _response(world, outcome)


def _check_token(world: World, token: str) -> None:
    if not _TOKEN.fullmatch(token):
        raise Refusal(404, "Not Found")
    if token != world.token:
        raise Refusal(401, "Unauthorized")


async def _outcome(world: World, method: Method, parameters: Parameters) -> _Outcome:
    chat_id = parameters.whole("chat_id")
    instead = world.faults.instead(method.name, chat_id)
    if isinstance(instead, Refusal):
        return _refused(instead)
    if isinstance(instead, Answer):
        return _Outcome(instead)
    try:
        if method.floods:
            world.limits.check(chat_id)
        result = method.run(world, parameters)
        if inspect.isawaitable(result):
            result = await result
    except Refusal as refusal:
        return _refused(refusal)
    if method.floods:
        world.limits.count(chat_id)
    return _Outcome(success(result), result=result)


def _refused(refusal: Refusal) -> _Outcome:
    retry_after = (refusal.parameters or {}).get("retry_after")
    return _Outcome(refusal.answer(), description=refusal.description, retry_after=retry_after)


def _record(world: World, method: Method, parameters: Parameters, outcome: _Outcome, *, answered: bool) -> None:
    call = Call(
        method.name,
        parameters,
        method.shapes,
        at=world.now(),
        status=outcome.answer.status,
        description=outcome.description,
        result=outcome.result,
        answered=answered,
    )
    world.journal.add(call)
    world.changes.tell(Change(Kind.CALL))


def _response(world: World, outcome: _Outcome) -> web.Response:
    """With the date of the simulator's clock, by which a bot may check its own."""
    headers = {"Content-Type": "application/json", "Date": _date(world.second())}
    if outcome.retry_after is not None:
        headers["Retry-After"] = str(outcome.retry_after)
    return web.Response(body=outcome.answer.body, status=outcome.answer.status, headers=headers)


@lru_cache(maxsize=4)
def _date(second: int) -> str:
    return formatdate(second, usegmt=True)


def _lost(request: web.BaseRequest, answer: Answer, loss: Loss) -> web.Response:
    """Whatever is returned here finds the connection closed."""
    transport = request.transport
    if transport is not None and loss is Loss.CUT:
        reason = HTTPStatus(answer.status).phrase
        head = f"HTTP/1.1 {answer.status} {reason}\r\nContent-Type: application/json\r\n"
        head += f"Content-Length: {len(answer.body)}\r\n\r\n"
        transport.write(head.encode() + answer.body[: len(answer.body) // 2])
    if transport is not None:
        transport.close()
    return web.Response()


def download(world: World, request: web.BaseRequest, path: str) -> web.Response:
    """`path` is what follows "/file/bot" in the address."""
    token, _, name = path.partition("/")
    try:
        _check_token(world, token)
        document = file_at(world, name)
        if document is None:
            raise Refusal(404, "Not Found")
    except Refusal as refusal:
        return _response(world, _refused(refusal))
    return web.Response(body=document.content, headers={"Content-Type": "application/octet-stream"})
