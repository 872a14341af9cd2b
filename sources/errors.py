"""What can go wrong between us and a council's system. Whoever raises says which it is.

Messages are whole sentences for people (German), naming what was read and what to do.
"""

from typing import ClassVar


class SourceError(Exception):
    """A page could not be read. `kind` is the contract's word for it."""

    kind: ClassVar[str] = "unreadable"


class Unreachable(SourceError):
    """The system did not answer, or not in time. Trying later may help: not before `retry_after` seconds, if given."""

    kind = "unreachable"

    def __init__(self, message: str = "", *, retry_after: float | None = None) -> None:
        super().__init__(message)
        self.retry_after = retry_after


class Unreadable(SourceError):
    """Something was there, but it is not a page we understand, or not all of it."""

    kind = "unreadable"


class Refused(SourceError):
    """The system does not want to be read by us (robots.txt, a gate)."""

    kind = "refused"


class NotPublic(SourceError):
    """The system says that this is not public, or does not say that it is."""

    kind = "not_public"


class NotSaidPublic(NotPublic):
    """Nothing on the page says that it is public: not shown, but no proof either that it was closed.

    A damaged page looks the same, so what is stored is not taken back for it.
    """


class NotFound(SourceError):
    """There is nothing at this place."""

    kind = "not_found"
