"""Links into council information systems: which paper, agenda or item somebody pasted."""

import re
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

# A Telegram message holds no more; what comes after is not read.
_MOST_CHARACTERS = 4096
_MOST_PARAMETERS = 50


class LinkKind(StrEnum):
    """What a link leads to."""

    PAPER = "paper"
    AGENDA = "agenda"
    ITEM = "item"


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """`host` in lower case without port, `key` the system's own stable number (VOLFDNR, SILFDNR, TOLFDNR)."""

    host: str
    kind: LinkKind
    key: str


# ALLRIS 3 says vo020.asp or vo020_r.asp, ALLRIS 4 vo020; vo021 holds the decisions of a paper.
_PROGRAM = re.compile(r"(vo02[01]|to010|to020)(?:_r)?(?:\.asp)?")
# The first parameter present decides: an agenda's link may also name the item it scrolls to.
_PARAMETERS = {
    "vo020": (("volfdnr", LinkKind.PAPER),),
    "vo021": (("volfdnr", LinkKind.PAPER),),
    "to010": (("silfdnr", LinkKind.AGENDA), ("tolfdnr", LinkKind.ITEM)),
    "to020": (("tolfdnr", LinkKind.ITEM),),
}
_AROUND = re.compile(r"[\s<>\"„“”«»]+|(?=https?://)", re.IGNORECASE)
_HOST = re.compile(r"[\w.:-]{1,253}")
_KEY = re.compile(r"\s*0*([0-9]{1,12})(?![0-9])")


def find_links(text: str) -> tuple[Link, ...]:
    """Every link to a paper, an agenda or an item, in order, each once. Reads the first 4096 characters."""
    links = (page_link(piece.lstrip("([{'‚‘*_")) for piece in _AROUND.split(text[:_MOST_CHARACTERS]) if piece)
    return tuple(dict.fromkeys(link for link in links if link))


def page_link(url: str) -> Link | None:
    """What one http or https address leads to; the scheme may be missing. None if it is no page we know."""
    address = _split(url)
    if address is None or address.hostname is None:
        return None
    host = address.hostname.rstrip(".")
    program = _PROGRAM.fullmatch(address.path.rpartition("/")[2].partition(";")[0].lower())
    if program is None or not _HOST.fullmatch(host):
        return None
    keys = _keys(address.query)
    for parameter, kind in _PARAMETERS[program[1]]:
        if parameter in keys:
            return Link(host=host, kind=kind, key=keys[parameter])
    return None


def _split(url: str) -> SplitResult | None:
    # Links forwarded by other programs come with "?" as %3F (and line breaks as %0D%0A), with "&" as &amp;.
    words = (unquote(url) if "?" not in url else url).split(maxsplit=1)
    plain = re.sub(r"&(?:amp;)+", "&", words[0]) if words else ""
    has_scheme = re.match(r"[a-z][a-z0-9+.-]*://", plain, re.IGNORECASE)
    if not has_scheme and "." not in plain.partition("/")[0]:
        return None
    try:
        address = urlsplit(plain if has_scheme else f"https://{plain}")
    except ValueError:
        return None
    return address if address.scheme in {"http", "https"} else None


def _keys(query: str) -> dict[str, str]:
    try:
        pairs = parse_qsl(query, keep_blank_values=True, max_num_fields=_MOST_PARAMETERS)
    except ValueError:
        return {}
    found: dict[str, str] = {}
    for name, value in pairs:
        if match := _KEY.match(value):
            found.setdefault(name.strip().lower(), match[1])
    return found
