"""Logging: an event and its keys, one line each; never a token, never what people wrote."""

import json
import logging
import re
import sys
from datetime import UTC, datetime
from typing import Literal

# A bot's token wherever it may turn up: in URLs of exceptions, in a library's debug lines.
_TOKEN = re.compile(r"\d{5,}:[A-Za-z0-9_-]{10,}")
_PLAIN_KEYS = frozenset(logging.makeLogRecord({}).__dict__) | {"message", "asctime", "taskName"}
# httpx and telegram log whole URLs (with the token) at INFO and DEBUG, aiosqlite every parameter.
_TALKATIVE = ("httpx", "httpcore", "telegram", "aiosqlite", "aiohttp.access", "asyncio")


def redacted(text: str) -> str:
    """The text with everything that looks like a token blotted out, on one line per log entry's wish."""
    return _TOKEN.sub("[token]", text)


class _TextFormatter(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        when = datetime.fromtimestamp(record.created, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        keys = "".join(f" {name}={value}" for name, value in _extras(record).items())
        line = f"{when} {record.levelname.lower()} {record.getMessage()}{keys}"
        # Line breaks in foreign values would forge entries of their own.
        line = line.replace("\r", "\\r").replace("\n", "\\n")
        trace = f"\n{self.formatException(record.exc_info)}" if record.exc_info else ""
        return redacted(line + trace)


class _JsonFormatter(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        entry: dict[str, object] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(),
            "level": record.levelname.lower(),
            "logger": record.name,
            "event": record.getMessage(),
            **_extras(record),
        }
        if record.exc_info:
            entry["trace"] = self.formatException(record.exc_info)
        return redacted(json.dumps(entry, ensure_ascii=False, default=str))


def set_up_logging(level: str, form: Literal["text", "json"]) -> None:
    """One handler on stderr for everything; libraries that would tell secrets stay at WARNING."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_JsonFormatter() if form == "json" else _TextFormatter())
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level.upper())
    for name in _TALKATIVE:
        logging.getLogger(name).setLevel(logging.WARNING)
    # A tick that is skipped because the one before still runs is how we mean it, not worth a warning each time.
    logging.getLogger("apscheduler").setLevel(logging.ERROR)


def _extras(record: logging.LogRecord) -> dict[str, object]:
    return {name: value for name, value in record.__dict__.items() if name not in _PLAIN_KEYS}
