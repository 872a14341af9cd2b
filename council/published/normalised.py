"""Published wordings as they are compared: what a reader would not call a change is none."""

import html
import re
import unicodedata
from hashlib import sha256

_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−﹘﹣－"), "-")
_QUOTES = dict.fromkeys(map(ord, "\"'`´„“”‟‚‘’‛«»‹›"), "")
# They come with a visit and differ from one to the next: session ids, ALLRIS's temporary folders, time stamps of
# the download.
_OF_A_VISIT = re.compile(
    r"[;?&]?\b(?:jsessionid|phpsessid|aspsessionid[a-z]*|sessionid|__cid)=[\w.!-]+|_{2,3}tmp/[^\s<>]+", re.IGNORECASE
)
_AT_THE_END = " .,;:"


def normalised(text: str | None) -> str:
    """The form two wordings are compared in: Unicode form, entities, blanks, soft hyphens, quotes, dashes, session
    ids and case do not count, nor does punctuation at the end. Nothing is the empty string.
    """
    plain = unicodedata.normalize("NFKC", html.unescape(text or "")).translate(_DASHES | _QUOTES)
    visible = "".join(character for character in plain if unicodedata.category(character) != "Cf")
    words = _OF_A_VISIT.sub(" ", visible).casefold().split()
    return " ".join(words).rstrip(_AT_THE_END)


def same(one: str | None, other: str | None) -> bool:
    """Whether both say the same to a reader."""
    return one == other or normalised(one) == normalised(other)


def content_hash(*texts: str | None) -> str:
    """64 hexadecimal digits that differ only if the normalised texts do. The order of the texts counts."""
    return sha256("\x1f".join(map(normalised, texts)).encode("utf-8", "replace")).hexdigest()
