"""What Telegram marks in a text by itself: commands, addresses, mentions, hashtags."""

import re
from collections.abc import Iterator

from simulator.entities import Entity, utf16_length

_COMMAND = re.compile(r"(?<![\w/<>])/([A-Za-z0-9_]{1,64})(?:@([A-Za-z0-9_]{3,32}))?(?![\w/<>])")
_ADDRESS = re.compile(
    r"(?<![\w@.-])(?:https?://[^\s<>\"]+|(?:[\w-]+\.)+(?:de|com|org|net|eu|info|hamburg|io|me)(?![\w.@-])(?:/[^\s<>\"]*)?)"
)
_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_MENTION = re.compile(r"(?<![\w@/.])@[A-Za-z0-9_]{3,32}(?!\w)")
_HASHTAG = re.compile(r"(?<![\w#&/])#\w*[^\W\d]\w*")
_PATTERNS = (
    ("bot_command", _COMMAND),
    ("email", _EMAIL),
    ("url", _ADDRESS),
    ("mention", _MENTION),
    ("hashtag", _HASHTAG),
)
_SIGNS = re.compile(r"[/@#.]")
_END_OF_SENTENCE = ".,;:!?)]'\""


def find_entities(text: str) -> tuple[Entity, ...]:
    if not _SIGNS.search(text):
        return ()
    taken: list[Entity] = []
    for entity in _matches(text):
        if not any(entity.offset < other.end and other.offset < entity.end for other in taken):
            taken.append(entity)
    return tuple(sorted(taken, key=lambda each: each.offset))


def _matches(text: str) -> Iterator[Entity]:
    for kind, pattern in _PATTERNS:
        for found in pattern.finditer(text):
            marked = found[0].rstrip(_END_OF_SENTENCE) if kind == "url" else found[0]
            yield Entity(kind, utf16_length(text[: found.start()]), utf16_length(marked))


def addressed_command(text: str) -> tuple[str, str | None] | None:
    """The command a text begins with and the bot named in it, else None."""
    found = _COMMAND.match(text)
    return (found[1], found[2]) if found else None
