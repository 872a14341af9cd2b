"""A file or a picture as it goes out: its bytes, its name, and the words below it."""

import re
import unicodedata
from dataclasses import dataclass
from enum import Enum, auto

from markupsafe import Markup

from views.message import Button

# Telegram's limit for words below a file, in UTF-16 units of what is left after the markup is parsed.
LONGEST_CAPTION = 1024

_LONGEST_NAME = 60
_NOT_IN_NAMES = re.compile(r"[^\w.-]+")


class Kind(Enum):
    """How Telegram shows it."""

    FILE = auto()
    PICTURE = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """`caption` is HTML as Telegram understands it, with everything foreign escaped."""

    kind: Kind
    name: str
    content: bytes
    caption: Markup
    buttons: tuple[tuple[Button, ...], ...] = ()


def file_name(stem: str, suffix: str) -> str:
    """ "2027-01-12-Hauptausschuss.ics": short, and fit for every file system."""
    safe = _NOT_IN_NAMES.sub("-", unicodedata.normalize("NFC", stem))[:_LONGEST_NAME].strip("-.")
    return f"{safe or 'ratsbote'}.{suffix}"
