"""Windows of time as JSON text: `[[begin, until, rhythm], …]` in seconds."""

import json
from datetime import timedelta

from council.published.freshness import Window, Windows
from storage.instants import instant, seconds

_SECOND = timedelta(seconds=1)


def windows_text(windows: Windows) -> str:
    return json.dumps([[seconds(each.begin), seconds(each.until), each.rhythm // _SECOND] for each in windows])


def windows_from(text: str) -> Windows:
    return tuple(
        Window(begin=instant(begin), until=instant(until), rhythm=rhythm * _SECOND)
        for begin, until, rhythm in json.loads(text)
    )
