"""The parameters of a call: from the address, a form, a multipart body or JSON, all as text as in Telegram."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import cast
from urllib.parse import parse_qsl

from aiohttp import BodyPartReader, MultipartReader, web
from aiohttp.http import HttpProcessingError

from simulator.answers import Refusal, bad_request

LARGEST_BODY = 52 * 2**20  # bytes; a bot may upload files of up to 50 MB

_LEADING_NUMBER = re.compile(r"\s*(-?\d{1,19})")
_YES = frozenset({"true", "yes", "1"})


@dataclass(frozen=True, slots=True)
class Upload:
    file_name: str
    content: bytes = field(repr=False)
    mime_type: str


@dataclass(frozen=True, slots=True)
class Parameters:
    """Values as they were sent. Telegram makes no difference between a missing and an empty one."""

    values: Mapping[str, str]
    files: Mapping[str, Upload] = field(default_factory=dict)

    def text(self, name: str) -> str:
        return self.values.get(name, "")

    def whole(self, name: str, default: int = 0) -> int:
        """As lenient as Telegram: what begins with digits is a number, all else is 0."""
        value = self.values.get(name)
        if not value:
            return default
        found = _LEADING_NUMBER.match(value)
        return int(found[1]) if found else 0

    def flag(self, name: str) -> bool:
        return self.values.get(name, "").strip().lower() in _YES

    def json(self, name: str, *, fault: str) -> object:
        """The decoded value, None if it was not sent; `fault` is what Telegram says when it is no JSON."""
        value = self.values.get(name)
        if not value:
            return None
        try:
            return cast(object, json.loads(value))
        except (ValueError, RecursionError):
            raise bad_request(fault) from None


async def read_parameters(request: web.BaseRequest) -> Parameters:
    """Those of the body win over those of the address. May refuse with 400 or 413."""
    query = request.rel_url.raw_query_string
    values = dict(parse_qsl(query, keep_blank_values=True)) if query else {}
    if not request.body_exists:
        return Parameters(values)
    kind = request.content_type
    if kind == "multipart/form-data":
        return await _multipart(request, values)
    body = await _body(request)
    if kind == "application/json":
        values.update(_from_json(body))
    elif kind == "application/x-www-form-urlencoded":
        values.update(parse_qsl(_decoded(body), keep_blank_values=True))
    return Parameters(values)


async def _body(request: web.BaseRequest) -> bytes:
    try:
        return await request.read()
    except web.HTTPRequestEntityTooLarge:
        raise _too_large() from None


def _too_large() -> Refusal:
    return Refusal(413, "Request Entity Too Large")


def _decoded(body: bytes) -> str:
    try:
        return body.decode()
    except UnicodeDecodeError:
        raise bad_request("strings must be encoded in UTF-8") from None


def _from_json(body: bytes) -> dict[str, str]:
    try:
        content = json.loads(body)
    except (ValueError, RecursionError):
        raise bad_request("can't parse request: can't parse JSON object") from None
    if not isinstance(content, dict):
        raise bad_request("can't parse request: expected JSON object")
    return {name: _as_text(value) for name, value in content.items() if value is not None}


def _as_text(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value)


async def _multipart(request: web.BaseRequest, values: dict[str, str]) -> Parameters:
    files: dict[str, Upload] = {}
    try:
        reader = await request.multipart()
        size = 0
        while (part := await reader.next()) is not None:
            size += await _take(part, values, files, room=LARGEST_BODY - size)
    except (ValueError, AssertionError, RuntimeError, HttpProcessingError):
        raise bad_request("can't parse request: wrong multipart body") from None
    return Parameters(values, files)


async def _take(
    part: BodyPartReader | MultipartReader, values: dict[str, str], files: dict[str, Upload], *, room: int
) -> int:
    if not isinstance(part, BodyPartReader) or not part.name:
        raise bad_request("can't parse request: wrong multipart body")
    content = bytearray()
    while chunk := await part.read_chunk(2**16):
        content += chunk
        if len(content) > room:
            raise _too_large()
    if part.filename is None:
        values[part.name] = _decoded(bytes(content))
    else:
        mime_type = part.headers.get("Content-Type", "application/octet-stream")
        files[part.name] = Upload(part.filename, bytes(content), mime_type)
    return len(content)
