"""How an answer goes over the line, also wrongly."""

import asyncio
import socket
import struct
from dataclasses import replace
from http import HTTPStatus

from aiohttp import web

from simulator.council.misbehaviour import (
    Altered,
    Cut,
    Delay,
    Drip,
    Effect,
    Instead,
    Length,
    Redirect,
    Reset,
    Status,
    WrongLength,
)
from simulator.council.questions import Answer

_PIECES_A_SECOND = 10


async def deliver(request: web.BaseRequest, answer: Answer, effects: tuple[Effect, ...]) -> web.StreamResponse:
    """Sends an answer with the effects asked for: what it says first, then how it is sent."""
    for effect in effects:
        if isinstance(effect, Delay):
            await asyncio.sleep(effect.seconds)
    for effect in effects:
        answer = _changed(answer, effect)
    for effect in effects:
        if isinstance(effect, (Cut, WrongLength, Reset)):
            return _broken(request, answer, effect)
        if isinstance(effect, Drip):
            return await _dripped(request, answer, effect)
    return web.Response(body=answer.body, status=answer.status, headers=answer.headers)


def _changed(answer: Answer, effect: Effect) -> Answer:
    match effect:
        case Status(code, retry_after):
            more = {} if retry_after is None else {"Retry-After": retry_after}
            return replace(answer, status=code, body=b"", headers={**answer.headers, **more})
        case Instead(body, headers):
            return replace(answer, status=200, body=body, headers={**answer.headers, **headers})
        case Altered(change):
            return replace(answer, body=change(answer.body))
        case Redirect(to, code):
            return replace(answer, status=code, body=b"", headers={**answer.headers, "Location": to})
    return answer


def _broken(request: web.BaseRequest, answer: Answer, effect: Cut | WrongLength | Reset) -> web.Response:
    """Writes past the server's own framing, then closes; the response returned finds no connection."""
    transport = request.transport
    if transport is not None:
        transport.write(_wrong_bytes(answer, effect))
        if isinstance(effect, Reset):
            _reset(transport)
        else:
            transport.close()
    return web.Response()


def _wrong_bytes(answer: Answer, effect: Cut | WrongLength | Reset) -> bytes:
    body, whole = answer.body, len(answer.body)
    match effect:
        case Reset(0):
            return b""
        case Reset(after):
            return _head(answer, f"Content-Length: {whole}") + body[:after]
        case WrongLength(by):
            return _head(answer, f"Content-Length: {max(0, whole + by)}") + body
        case Cut(at, length):
            return _cut_bytes(answer, body[:at], length)


def _cut_bytes(answer: Answer, cut: bytes, length: Length) -> bytes:
    match length:
        case Length.WHOLE:
            return _head(answer, f"Content-Length: {len(answer.body)}") + cut
        case Length.CUT:
            return _head(answer, f"Content-Length: {len(cut)}") + cut
        case Length.CHUNKED:
            chunk = b"%x\r\n%b\r\n" % (len(cut), cut) if cut else b""
            return _head(answer, "Transfer-Encoding: chunked") + chunk
    return _head(answer) + cut


def _head(answer: Answer, *more: str) -> bytes:
    headers = [f"{name}: {value}" for name, value in answer.headers.items()]
    first = f"HTTP/1.1 {answer.status} {HTTPStatus(answer.status).phrase}"
    return "\r\n".join((first, *headers, *more, "Connection: close", "", "")).encode("latin-1")


def _reset(transport: asyncio.Transport) -> None:
    """Closing with a linger time of zero sends RST instead of FIN."""
    peer = transport.get_extra_info("socket")
    if peer is not None:
        peer.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    transport.abort()


async def _dripped(request: web.BaseRequest, answer: Answer, effect: Drip) -> web.StreamResponse:
    response = web.StreamResponse(status=answer.status, headers=answer.headers)
    response.content_length = len(answer.body)
    await response.prepare(request)
    size = max(1, round(effect.bytes_a_second / _PIECES_A_SECOND))
    pause = size / effect.bytes_a_second
    for at in range(0, len(answer.body), size):
        await response.write(answer.body[at : at + size])
        await asyncio.sleep(pause)
    await response.write_eof()
    return response
