"""What is stored of a chat as a file for its people: JSON, with names a person understands."""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from views.actions import Act, Action, action_data
from views.attachment import Attachment, Kind, file_name
from views.message import Button, Message
from views.wording import Words

# Column → value as in storage/chat_data.py.
Row = Mapping[str, object]


def stored_data(tables: Mapping[str, Sequence[Row]], *, now: datetime, zone: ZoneInfo, words: Words) -> Attachment:
    """The file. Instants are written with the council's wall clock and its offset."""

    def shown(value: object) -> object:
        return value.astimezone(zone).isoformat() if isinstance(value, datetime) else value

    content: dict[str, object] = {
        words.label("data-about"): words.label("data-about-text"),
        words.label("data-as-of"): shown(now),
    }
    for table, rows in tables.items():
        content[stored_name(table, words)] = [
            {stored_name(column, words): shown(value) for column, value in row.items()} for row in rows
        ]
    return Attachment(
        kind=Kind.FILE,
        name=file_name(words.label("data-file"), "json"),
        content=json.dumps(content, ensure_ascii=False, indent=2).encode(),
        caption=words("data-caption"),
    )


def stored_name(name: str, words: Words) -> str:
    """What a table or column holds, in words; its own name where there are none yet."""
    phrase = f"stored-{name}"
    return words.label(phrase) if words.knows(phrase) else name


def nothing_stored(words: Words) -> Message:
    return Message(text=words("data-nothing"))


def ask_in_group(words: Words) -> Message:
    """Before the file: in groups only admins can have it, and a button knows who presses it."""
    button = Button(label=words.label("button-data"), action=action_data(Action(Act.DATA)))
    return Message(text=words("data-ask-group"), buttons=((button,),))
