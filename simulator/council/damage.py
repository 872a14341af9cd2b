"""What can be wrong with a page: changed layouts, lost parts, new keys, pages made to hurt."""

import re
import zlib
from collections.abc import Callable
from functools import lru_cache

# Keys from here on are those of a new numbering; they still open the same pages.
NEW_KEYS_FROM = 1_000_000_000

_KEYED = re.compile(rb"((?:VO|SI|TO|AU|FR|PA|KP)LFDNR=|topSelected=|objectID\" content=\"|<!--)([0-9]+)\b")
_KEYED_FIELD = re.compile(rb"(name=\"(?:VO|SI|TO|AU|FR|PA|KP)LFDNR\" value=\")([0-9]+)\b")
_CLASS = re.compile(rb"class=\"((?:tl1|tk1|kb1|text[1-5]|zl1[0-9m]|zk1|zw1|il1_[a-z0-9]+)\b)")
_ROW = re.compile(rb"(<tr\b[^>]*>)((?:(?!<tr\b|<table\b|</table>).)*?)(</tr>)", re.DOTALL)
_CELL = re.compile(rb"<t([dh])\b(?:(?!<t[dh]\b).)*?</t\1>", re.DOTALL)


def new_keys(page: bytes) -> bytes:
    """All ids new, as after a move to another system."""

    def renewed(found: re.Match[bytes]) -> bytes:
        return found[1] + str(int(found[2]) + NEW_KEYS_FROM).encode()

    return _KEYED_FIELD.sub(renewed, _KEYED.sub(renewed, page))


def renamed_classes(page: bytes) -> bytes:
    return _CLASS.sub(rb'class="new-\1', page)


def renamed_labels(page: bytes) -> bytes:
    """Label cells with other words: "Betreff:" becomes "Gegenstand Betreff:"."""
    return page.replace(b'<td class="kb1">', b'<td class="kb1">Neu ')


def shuffled_columns(page: bytes) -> bytes:
    """The cells of each plain row the other way round."""

    def reversed_row(found: re.Match[bytes]) -> bytes:
        cells = [cell[0] for cell in _CELL.finditer(found[2])]
        return found[1] + b"\r\n".join(reversed(cells)) + found[3]

    return _ROW.sub(reversed_row, page)


def without_tables(page: bytes) -> bytes:
    """All tables gone with what is in them, frame and foot left."""
    start, end = page.find(b"<table"), page.rfind(b"</table>")
    return page if start < 0 else page[:start] + page[end + len(b"</table>") :]


def empty_list(page: bytes) -> bytes:
    """The rows of the lists (agenda, calendar, papers, members) gone, their heads left."""
    return re.sub(rb"[ \t]*<tr class=\"zl1[0-9m]\".*?</tr>\s*", b"", page, flags=re.DOTALL)


def without_last_rows(share: float) -> Callable[[bytes], bytes]:
    """A list that lacks this share of its rows at the end, and is complete in all else."""

    def shortened(page: bytes) -> bytes:
        rows = list(re.finditer(rb"[ \t]*<tr class=\"zl1[0-9m]\".*?</tr>\s*", page, flags=re.DOTALL))
        lost = rows[len(rows) - round(len(rows) * share) :]
        return page[: lost[0].start()] + page[lost[-1].end() :] if lost else page

    return shortened


def doubled_rows(page: bytes) -> bytes:
    """Every row of the lists twice."""
    return re.sub(rb"(<tr class=\"zl1[0-9m]\".*?</tr>)", rb"\1\1", page, flags=re.DOTALL)


def other_dates(page: bytes) -> bytes:
    """Days written the American way: "09/01/2026"."""
    return re.sub(rb"\b([0-9]{2})\.([0-9]{2})\.([0-9]{4})\b", rb"\2/\1/\3", page)


def nested_tags(depth: int = 100_000) -> bytes:
    return b"<html><body>" + b"<div>" * depth + b"</div>" * depth + b"</body></html>\r\n"


def many_attributes(count: int = 200_000) -> bytes:
    attributes = b" ".join(b'a%d="b"' % number for number in range(count))
    return b"<html><body><table " + attributes + b"></table></body></html>\r\n"


@lru_cache(maxsize=2)
def gzip_bomb(megabytes: int = 64) -> bytes:
    """A page in gzip, a thousandth of its size: blanks inside a body."""
    packer = zlib.compressobj(9, zlib.DEFLATED, zlib.MAX_WBITS | 16)
    parts = [packer.compress(b"<html><body>")]
    parts += [packer.compress(b" " * 2**20) for _ in range(megabytes)]
    parts += [packer.compress(b"</body></html>"), packer.flush()]
    return b"".join(parts)
