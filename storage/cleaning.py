"""What a database cannot hold is replaced before it is remembered."""

from dataclasses import fields, is_dataclass, replace
from typing import cast

from council.published.papers import Paper


def storable(paper: Paper) -> Paper:
    """The paper with every lone surrogate as "?": JSON may carry them, UTF-8 and SQLite cannot."""
    return cast(Paper, _storable(paper))


def storable_text(text: str) -> str:
    return text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8")


def _storable(value: object) -> object:
    if isinstance(value, str):
        return storable_text(value)
    if isinstance(value, tuple):
        return tuple(_storable(part) for part in value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{field.name: _storable(getattr(value, field.name)) for field in fields(value)})
    return value
