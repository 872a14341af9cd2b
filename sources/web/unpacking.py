"""Bodies as they travelled, unpacked with a limit: a few kilobytes can stand for gigabytes."""

import zlib

from sources.errors import Unreadable

OFFERED = "gzip, deflate"

_GZIP, _ZLIB, _BARE = 31, 15, -15  # zlib's way of saying in which wrapping

TOO_LARGE = "Die Antwort ist größer als {} MB und wird nicht gelesen."
CUT = "Die Antwort bricht mitten in den gepackten Daten ab."
UNKNOWN_PACKING = "Die Antwort ist auf eine Art gepackt, die nicht angeboten war."


def unpacked(body: bytes, encoding: str | None, *, largest: int, may_cut: bool = False) -> bytes:
    """The body after its Content-Encoding, unpacked exactly once. `may_cut`: the first `largest` bytes will do.

    Raises Unreadable for what is too large, cut, followed by something else, or packed otherwise than offered.
    """
    packing = (encoding or "identity").strip().casefold()
    if packing in {"identity", ""}:
        return _within(body, largest, may_cut=may_cut)
    if packing not in {"gzip", "x-gzip", "deflate"}:
        raise Unreadable(UNKNOWN_PACKING)
    unpacker = zlib.decompressobj(_deflated(body) if packing == "deflate" else _GZIP)
    try:
        plain = _within(unpacker.decompress(body, largest + 1), largest, may_cut=may_cut)
    except zlib.error:
        raise Unreadable(CUT) from None
    if not may_cut and (not unpacker.eof or unpacker.unused_data):
        raise Unreadable(CUT)
    return plain


def _within(body: bytes, largest: int, *, may_cut: bool) -> bytes:
    if len(body) > largest and not may_cut:
        raise Unreadable(TOO_LARGE.format(f"{largest / 1_000_000:g}"))
    return body[:largest]


def _deflated(body: bytes) -> int:
    """ "deflate" means the wrapping of RFC 1950, but some servers send the bare stream."""
    wrapped = len(body) >= 2 and body[0] & 0x0F == 8 and (body[0] << 8 | body[1]) % 31 == 0
    return _ZLIB if wrapped else _BARE
