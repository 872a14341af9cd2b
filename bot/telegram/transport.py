"""HTTP towards Telegram: python-telegram-bot's transport, on aiohttp."""

import json
import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from typing import Any

import aiohttp
from telegram.error import NetworkError
from telegram.request import BaseRequest, RequestData

from bot.telegram.errors import NotSent, Uncertain
from bot.telegram.refusals import refusal
from bot.telegram.uploads import Form, form_of, urlencoded

USER_AGENT = f"ratsbote ({BaseRequest.USER_AGENT})"

_LARGEST_ANSWER = 32 * 2**20  # bytes; a batch of updates has up to 4 MiB, a file up to 20 MB
_TOKEN_IN_URL = re.compile(r"/bot([^/]+)/")
# Raised before a connection stands, so before a byte of the request is on its way. Waiting for a free
# connection and connecting are ConnectionTimeoutError, later silence is SocketTimeoutError: both are TimeoutError.
_BEFORE_SENDING = (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError, aiohttp.InvalidURL)


@dataclass(frozen=True, slots=True)
class Timeouts:
    """Seconds, None for no limit of its own. Writing is limited only through the sum of all:
    aiohttp has no time-out for it. `total` bounds a call whatever the others say."""

    connect: float | None = 5.0
    pool: float | None = 5.0
    read: float | None = 10.0
    write: float | None = 10.0
    media_write: float | None = 40.0
    total: float = 300.0


@dataclass(frozen=True, slots=True)
class _Answer:
    status: int
    body: bytes
    retry_after: str | None


_USUAL_TIMEOUTS = Timeouts()


class AiohttpRequest(BaseRequest):
    """A pool of kept connections. Every failure of the network is `NotSent` or `Uncertain`, every refusal
    one of python-telegram-bot's errors; none carries the address, which contains the token.

    `on_date` hears what time it is for the server (aware, UTC), from each answer that says so.
    """

    __slots__ = ("_on_date", "_pool_size", "_session", "_timeouts")

    def __init__(
        self,
        *,
        pool_size: int = 256,
        timeouts: Timeouts = _USUAL_TIMEOUTS,
        on_date: Callable[[datetime], None] | None = None,
    ) -> None:
        self._pool_size = pool_size
        self._timeouts = timeouts
        self._on_date = on_date
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float | None:
        return self._timeouts.read

    async def initialize(self) -> None:
        """Opens the pool on the running loop; a second time does nothing."""
        if self._session is not None:
            return
        # Kept for less than nginx's 75 s: a connection closed by the server just as we write is `Uncertain`.
        connector = aiohttp.TCPConnector(limit=self._pool_size, keepalive_timeout=30, ttl_dns_cache=60)
        self._session = aiohttp.ClientSession(
            connector=connector,
            cookie_jar=aiohttp.DummyCookieJar(),
            headers={"User-Agent": USER_AGENT},
            trust_env=False,
        )

    async def shutdown(self) -> None:
        session, self._session = self._session, None
        if session is not None:
            await session.close()

    async def do_request(  # noqa: PLR0917 - the signature is python-telegram-bot's
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: object = BaseRequest.DEFAULT_NONE,
        write_timeout: object = BaseRequest.DEFAULT_NONE,
        connect_timeout: object = BaseRequest.DEFAULT_NONE,
        pool_timeout: object = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """The answer if its status is 2xx, else a typed error."""
        with_files = request_data is not None and request_data.contains_files
        usual = self._timeouts
        timeouts = Timeouts(
            connect=_seconds(connect_timeout, usual.connect),
            pool=_seconds(pool_timeout, usual.pool),
            read=_seconds(read_timeout, usual.read),
            write=_seconds(write_timeout, usual.media_write if with_files else usual.write),
            total=usual.total,
        )
        answer = await self._exchange(method, url, await form_of(request_data), timeouts)
        return answer.status, answer.body

    async def call(self, url: str, parameters: Mapping[str, str], *, read_timeout: float) -> object:
        """`result` of a method's answer, not yet made into python-telegram-bot's objects."""
        usual = self._timeouts
        timeouts = Timeouts(
            connect=usual.connect, pool=usual.pool, read=read_timeout, write=usual.write, total=usual.total
        )
        answer = await self._exchange("POST", url, urlencoded(parameters), timeouts)
        result: object = self.parse_json_payload(answer.body)["result"]
        return result

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """Only ever sees answers of status 2xx. The payload is private: it is neither logged nor quoted."""
        try:
            said = json.loads(payload)
        except (ValueError, RecursionError):
            said = None
        if not isinstance(said, dict) or "result" not in said:
            raise Uncertain("The answer is cut off or not Telegram's")
        return said

    async def _exchange(self, method: str, url: str, form: Form, timeouts: Timeouts) -> _Answer:
        failure: NetworkError
        try:
            answer = await self._send(method, url, form, _limits(timeouts))
        except (aiohttp.ClientError, OSError) as error:
            failure = _failure(error)
        else:
            if HTTPStatus.OK <= answer.status < HTTPStatus.MULTIPLE_CHOICES:
                return answer
            body = _without_token(answer.body, url)
            raise refusal(answer.status, body, retry_after=answer.retry_after)
        # Outside of the except block: as cause or context, aiohttp's error would bring the address along.
        raise failure

    async def _send(
        self,
        method: str,
        url: str,
        form: Form,
        limits: aiohttp.ClientTimeout,
    ) -> _Answer:
        if self._session is None:
            raise RuntimeError("This transport is not initialized")
        async with self._session.request(method, url, data=form, timeout=limits, allow_redirects=False) as response:
            if self._on_date is not None and (date := _date(response.headers.get("Date"))) is not None:
                self._on_date(date)
            body = await _body(response)
            return _Answer(response.status, body, response.headers.get("Retry-After"))


async def _body(response: aiohttp.ClientResponse) -> bytes:
    parts = []
    room = _LARGEST_ANSWER
    async for part in response.content.iter_any():
        room -= len(part)
        if room < 0:
            raise aiohttp.ClientPayloadError("too large")
        parts.append(part)
    return b"".join(parts)


def _date(said: str | None) -> datetime | None:
    try:
        date = parsedate_to_datetime(said or "")
        return date.replace(tzinfo=UTC) if date.tzinfo is None else date.astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def _seconds(said: object, usual: float | None) -> float | None:
    if said is None:
        return None
    return float(said) if isinstance(said, (int, float)) else usual


def _limits(timeouts: Timeouts) -> aiohttp.ClientTimeout:
    connecting = _sum(timeouts.pool, timeouts.connect)
    # Twice reading: once until the first byte, once until the last.
    total = _sum(connecting, timeouts.write, timeouts.read, timeouts.read)
    return aiohttp.ClientTimeout(
        total=timeouts.total if total is None else min(total, timeouts.total),
        connect=connecting,
        sock_connect=timeouts.connect,
        sock_read=timeouts.read,
    )


def _sum(*seconds: float | None) -> float | None:
    known = [part for part in seconds if part is not None]
    return sum(known) if len(known) == len(seconds) else None


def _failure(error: Exception) -> NetworkError:
    """Names the kind only: texts of aiohttp's errors contain the address."""
    number = error.errno if isinstance(error, OSError) else None
    text = f"{type(error).__name__}{f': {os.strerror(number)}' if number and number > 0 else ''}"
    return NotSent(text) if isinstance(error, _BEFORE_SENDING) else Uncertain(text)


def _without_token(body: bytes, url: str) -> bytes:
    """Error pages of proxies like to repeat the address."""
    found = _TOKEN_IN_URL.search(url)
    return body.replace(found[1].encode(), b"[token]") if found else body
