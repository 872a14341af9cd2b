"""What an HTTP status means for us."""

from http import HTTPStatus

from yarl import URL

from sources.errors import NotFound, Refused, SourceError, Unreachable, Unreadable
from sources.web.origins import shown

REDIRECTS = frozenset({301, 302, 303, 307, 308})


def leaves_alone(status: int) -> bool:
    """Whether the host is in trouble or asks for quiet, so that asking again at once would be rude."""
    return status >= 500 or status in {HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.REQUEST_TIMEOUT}


def refusal(status: int, url: URL, *, retry_after: float | None = None) -> SourceError:
    """The error for any status but 200 and a redirect.

    401 and 403 are Refused, not NotPublic: a gate in front of everything answers so too, and what was public must
    not be taken back for it. ALLRIS says "not public" by redirecting to noauth.asp or on the page itself.
    """
    if leaves_alone(status):
        return Unreachable(_busy(status, url), retry_after=retry_after)
    if status in {HTTPStatus.NOT_FOUND, HTTPStatus.GONE}:
        return NotFound(f"{shown(url)} gibt es nicht (HTTP {status}).")
    if 400 <= status < 500:
        return Refused(f"{shown(url)} wird uns nicht gegeben (HTTP {status}).")
    return Unreadable(f"{shown(url)}: Die Antwort ist keine ganze Seite (HTTP {status}).")


def _busy(status: int, url: URL) -> str:
    if status == HTTPStatus.TOO_MANY_REQUESTS:
        return f"{url.host} bittet darum, seltener gefragt zu werden (HTTP 429)."
    return f"{url.host} ist gestört (HTTP {status})."
