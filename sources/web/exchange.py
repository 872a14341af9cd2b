"""One request and its answer, whole or not at all, with every failure of the network as a SourceError."""

import ssl
from collections.abc import Mapping
from dataclasses import dataclass

import aiohttp
from yarl import URL

from sources.errors import Refused, SourceError, Unreachable, Unreadable
from sources.web.origins import shown
from sources.web.timing import Limits
from sources.web.unpacking import unpacked

# The first that fits, so the narrow ones stand first: a broken certificate is a ValueError too.
_FAILURES: tuple[tuple[type[Exception] | tuple[type[Exception], ...], type[SourceError], str], ...] = (
    (aiohttp.InvalidURL, Refused, "{page} ist keine Adresse, die gelesen wird."),
    (aiohttp.ClientPayloadError, Unreadable, "{page}: Die Antwort bricht vor ihrem Ende ab."),
    (aiohttp.ClientConnectorDNSError, Unreachable, "{host} ist nicht zu finden (die Namensauflösung kennt es nicht)."),
    (
        (aiohttp.ClientSSLError, ssl.SSLError),
        Unreachable,
        "{host} ist nicht sicher zu erreichen: Sein Zertifikat (TLS) stimmt nicht.",
    ),
    ((aiohttp.ClientResponseError, ValueError), Unreadable, "{page}: Die Antwort ist kein richtiges HTTP."),
    (aiohttp.ConnectionTimeoutError, Unreachable, "{host} nimmt keine Verbindung an (Zeit abgelaufen)."),
    (TimeoutError, Unreachable, "{host} hat nicht rechtzeitig geantwortet."),
    (aiohttp.ClientConnectorError, Unreachable, "{host} nimmt keine Verbindung an."),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What came back, of whatever status. `retry_after` and `location` are the headers, unread."""

    status: int
    body: bytes
    charset: str | None
    location: str | None
    retry_after: str | None


async def exchange(
    http: aiohttp.ClientSession,
    url: URL,
    *,
    form: Mapping[str, str] | None,
    limits: Limits,
    may_cut: bool = False,
) -> Answer:
    """GET, or POST of a form. Raises Unreachable where no answer came or not in time, Unreadable where it came only
    in part (too short for its length, a chunk missing), too large, or not as HTTP. `may_cut`: of a body that is too
    large the first part will do."""
    try:
        async with http.request(
            "GET" if form is None else "POST",
            url,
            data=form,
            allow_redirects=False,
            timeout=aiohttp.ClientTimeout(total=limits.total, connect=limits.connect),
        ) as response:
            return await _answer(response, largest=limits.largest, may_cut=may_cut)
    except SourceError as error:
        raise type(error)(f"{shown(url)}: {error}") from None
    except (aiohttp.ClientError, TimeoutError, OSError, ValueError) as error:
        failure = _failure(error, url)
    # Outside of the except block: aiohttp's own words go no further than this wall.
    raise failure


async def _answer(response: aiohttp.ClientResponse, *, largest: int, may_cut: bool) -> Answer:
    # What an error page says is read by nobody.
    body = await _body(response, largest, may_cut=may_cut) if response.status == 200 else b""
    return Answer(
        status=response.status,
        body=body,
        charset=response.charset,
        location=response.headers.get("Location"),
        retry_after=response.headers.get("Retry-After"),
    )


async def _body(response: aiohttp.ClientResponse, largest: int, *, may_cut: bool) -> bytes:
    parts: list[bytes] = []
    room = largest
    async for part in response.content.iter_any():
        parts.append(part)
        room -= len(part)
        if room < 0:  # too large, or will do: `unpacked` says which
            break
    packing = response.headers.get("Content-Encoding")
    return unpacked(b"".join(parts), packing, largest=largest, may_cut=may_cut)


def _failure(error: Exception, url: URL) -> SourceError:
    for kinds, outcome, sentence in _FAILURES:
        if isinstance(error, kinds):
            return outcome(sentence.format(host=url.host, page=shown(url)))
    return Unreachable(f"{url.host} hat die Verbindung ohne Antwort geschlossen.")
