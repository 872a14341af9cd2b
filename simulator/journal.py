"""Every call of the Bot API that came with the right token, as it was sent and as it ended."""

import json
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from simulator.parameters import Parameters

_KEPT = 200_000  # calls; the oldest are forgotten
_BOOLEANS = {"true": True, "1": True, "yes": True, "false": False, "0": False, "no": False}


class Shape(StrEnum):
    """What a parameter is in Telegram's documentation."""

    INTEGER = "integer"
    BOOLEAN = "boolean"
    STRING = "string"
    CHAT = "chat"  # a number or @name
    JSON = "json"
    FILE = "file"  # an upload, or where the file is


@dataclass(frozen=True, slots=True)
class Call:
    """`at` is in seconds of the simulator's clock, `status` the HTTP status. `answered` is False if the answer
    was dropped or cut on the way."""

    method: str
    sent: Parameters
    shapes: Mapping[str, Shape] = field(repr=False)
    at: float
    status: int
    description: str = ""
    result: Any = None
    answered: bool = True

    @property
    def ok(self) -> bool:
        return self.status == 200

    @property
    def parameters(self) -> dict[str, Any]:
        """Values by their shape; one that has not its shape stays text, an upload is its file name."""
        values: dict[str, Any] = {
            name: _value(self.shapes.get(name, Shape.STRING), text) for name, text in self.sent.values.items()
        }
        return values | {name: upload.file_name for name, upload in self.sent.files.items()}

    @property
    def unknown_parameters(self) -> tuple[str, ...]:
        """Names that this method does not have, and uploads that no parameter refers to."""
        referred = {text.removeprefix("attach://") for text in self.sent.values.values() if text.startswith("attach")}
        names = [*self.sent.values, *(name for name in self.sent.files if name not in referred)]
        return tuple(name for name in names if name not in self.shapes)

    @property
    def ill_typed_parameters(self) -> tuple[str, ...]:
        """Those that Telegram reads leniently and that are nevertheless not what it documents."""
        return tuple(
            name for name, text in self.sent.values.items() if not _fits(self.shapes.get(name, Shape.STRING), text)
        )


class Journal:
    def __init__(self) -> None:
        self._calls: deque[Call] = deque(maxlen=_KEPT)

    def add(self, call: Call) -> None:
        self._calls.append(call)

    def calls(self, method: str | None) -> list[Call]:
        if method is None:
            return list(self._calls)
        return [call for call in self._calls if call.method.lower() == method.lower()]


def _value(shape: Shape, text: str) -> object:
    if not _fits(shape, text):
        return text
    match shape:
        case Shape.INTEGER:
            return int(text)
        case Shape.BOOLEAN:
            return _BOOLEANS[text.lower()]
        case Shape.CHAT:
            return text if text.startswith("@") else int(text)
        case Shape.JSON:
            return json.loads(text)
        case _:
            return text


def _fits(shape: Shape, text: str) -> bool:
    match shape:
        case Shape.INTEGER:
            return _is_whole(text)
        case Shape.BOOLEAN:
            return text.lower() in _BOOLEANS
        case Shape.CHAT:
            return _is_whole(text) or text.startswith("@")
        case Shape.JSON:
            return _is_json(text)
        case _:
            return True


def _is_whole(text: str) -> bool:
    return text.isascii() and text.removeprefix("-").isdecimal() and len(text) < 20


def _is_json(text: str) -> bool:
    try:
        return isinstance(json.loads(text), (dict, list))
    except (ValueError, RecursionError):
        return False
