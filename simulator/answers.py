"""The Bot API's answers: results, and refusals in Telegram's own words."""

import json
from dataclasses import dataclass, field

JsonObject = dict[str, object]

NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)
OTHER_POLLER = "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
STALE_QUERY = "query is too old and response timeout expired or query ID is invalid"

_MEANINGS = {400: "Bad Request", 401: "Unauthorized", 403: "Forbidden", 404: "Not Found", 409: "Conflict"}


@dataclass(frozen=True, slots=True)
class Answer:
    """What goes over the wire."""

    status: int
    body: bytes


class Refusal(Exception):
    """The request is turned down; `description` is the whole sentence the bot gets."""

    def __init__(self, status: int, description: str, parameters: JsonObject | None = None) -> None:
        super().__init__(description)
        self.status = status
        self.description = description
        self.parameters = parameters

    def answer(self) -> Answer:
        content: JsonObject = {"ok": False, "error_code": self.status, "description": self.description}
        if self.parameters:
            content["parameters"] = self.parameters
        return Answer(self.status, encoded(content))


@dataclass(frozen=True, slots=True)
class Encoded:
    """A result that is JSON already."""

    body: bytes = field(repr=False)


def bad_request(words: str) -> Refusal:
    """As Telegram writes it: the first letter small, unless the words are a code in capitals."""
    if not (words[1:2] == "_" or words[1:2].isupper()):
        words = words[:1].lower() + words[1:]
    return Refusal(400, f"{_MEANINGS[400]}: {words}")


def forbidden(words: str) -> Refusal:
    return Refusal(403, f"{_MEANINGS[403]}: {words}")


def success(result: object) -> Answer:
    body = result.body if isinstance(result, Encoded) else encoded(result)
    return Answer(200, b'{"ok":true,"result":' + body + b"}")


def encoded(value: object) -> bytes:
    return _ENCODER.encode(value).encode()


# A lone surrogate cannot be written as UTF-8; escaped, as everything else outside ASCII, it can.
_ENCODER = json.JSONEncoder(separators=(",", ":"))
