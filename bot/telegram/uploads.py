"""The body of a call: parameters as a form, files as multipart."""

import asyncio
import io
import re
from collections.abc import Mapping
from typing import IO, TypeAlias
from urllib.parse import urlencode

import aiohttp
from telegram.error import BadRequest
from telegram.request import RequestData

Form: TypeAlias = aiohttp.FormData | aiohttp.BytesPayload | None

_UNSAFE_IN_NAMES = re.compile(r'[\x00-\x1f"\\/]')


def urlencoded(parameters: Mapping[str, str]) -> aiohttp.BytesPayload:
    """What aiohttp makes of a dict, without the detour over its FormData."""
    return aiohttp.BytesPayload(urlencode(parameters).encode(), content_type="application/x-www-form-urlencoded")


async def form_of(data: RequestData | None) -> Form:
    """What aiohttp takes as `data`. Open files are read from where they stand and put back there,
    so that the same call can be sent again."""
    if data is None:
        return None
    if not data.contains_files:
        return urlencoded(data.json_parameters)
    # Not quoted: Telegram would show "%C3%BC" in file names.
    form = aiohttp.FormData(quote_fields=False)
    for name, value in data.json_parameters.items():
        form.add_field(name, value)
    for name, (filename, content, mime) in data.multipart_data.items():
        # In a BytesIO, because aiohttp warns about bytes above a megabyte and sends them in one go.
        file = io.BytesIO(await _bytes_of(content))
        form.add_field(name, file, filename=_UNSAFE_IN_NAMES.sub("_", filename), content_type=mime)
    return form


async def _bytes_of(content: bytes | IO[bytes]) -> bytes:
    return content if isinstance(content, bytes) else await asyncio.to_thread(_read_and_rewind, content)


def _read_and_rewind(file: IO[bytes]) -> bytes:
    if not file.seekable():
        raise BadRequest("A file to send must be seekable, else it could not be sent again")
    start = file.tell()
    try:
        return file.read()
    finally:
        file.seek(start)
