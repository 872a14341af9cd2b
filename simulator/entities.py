"""Marked places in a text. Offsets and lengths count UTF-16 units, as everywhere in Telegram."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from simulator.answers import JsonObject

MOST_ENTITIES = 100  # what is beyond is ignored without a word

# These can lie within each other; all others stand for themselves.
_STYLES = frozenset({"bold", "italic", "underline", "strikethrough", "spoiler"})
_QUOTES = frozenset({"blockquote", "expandable_blockquote"})
_VERBATIM = frozenset({"code", "pre"})


@dataclass(frozen=True, slots=True)
class Entity:
    kind: str
    offset: int
    length: int
    url: str | None = None
    language: str | None = None

    @property
    def end(self) -> int:
        return self.offset + self.length

    def as_json(self) -> JsonObject:
        content: JsonObject = {"offset": self.offset, "length": self.length, "type": self.kind}
        if self.url is not None:
            content["url"] = self.url
        if self.language is not None:
            content["language"] = self.language
        return content


def utf16_length(text: str) -> int:
    """How long Telegram takes a text to be."""
    return len(text) if text.isascii() else len(text) + sum(character > "\uffff" for character in text)


def in_order(entities: Iterable[Entity]) -> tuple[Entity, ...]:
    """Sorted, the outer before the inner, without those that Telegram would drop or join."""
    waiting = sorted(entities, key=lambda each: (each.offset, -each.length, each.kind in _STYLES))
    kept: list[Entity] = []
    for entity in waiting:
        if len(kept) == MOST_ENTITIES:
            break
        if entity.length > 0 and not _joined(entity, kept) and not _in_the_way(entity, kept):
            kept.append(entity)
    return tuple(kept)


def _joined(entity: Entity, kept: list[Entity]) -> bool:
    """Bold within bold, or right after it, is one bold place."""
    if entity.kind not in _STYLES:
        return False
    for place, other in enumerate(kept):
        if other.kind == entity.kind and other.end >= entity.offset:
            kept[place] = replace(other, length=max(other.end, entity.end) - other.offset)
            return True
    return False


def _in_the_way(entity: Entity, kept: Sequence[Entity]) -> bool:
    return any(entity.offset < other.end and not _may_lie_in(entity, other) for other in kept)


def _may_lie_in(entity: Entity, other: Entity) -> bool:
    if other.kind in _VERBATIM:
        return False
    if entity.kind in _STYLES or other.kind in _STYLES:
        return True
    return other.kind in _QUOTES and entity.kind not in _QUOTES


def with_found(entities: tuple[Entity, ...], found: Iterable[Entity]) -> tuple[Entity, ...]:
    """Adds what Telegram finds by itself, where nobody has marked anything else."""
    free = [new for new in found if not any(_overlap(new, old) for old in entities)]
    return in_order((*entities, *free)) if free else entities


def _overlap(new: Entity, old: Entity) -> bool:
    if old.kind in _STYLES or old.kind in _QUOTES:
        return False
    return new.offset < old.end and old.offset < new.end


def trimmed(text: str, entities: tuple[Entity, ...]) -> tuple[str, tuple[Entity, ...]]:
    """Without blanks and line breaks at the ends. A marked place keeps the blanks before it."""
    text = text.rstrip(" \n")
    first = entities[0].offset if entities else len(text)
    gone = 0
    while gone < first and text[gone : gone + 1] in (" ", "\n"):
        gone += 1
    length = utf16_length(text)
    cut = (replace(each, offset=each.offset - gone, length=min(each.end, length) - each.offset) for each in entities)
    return text[gone:], tuple(each for each in cut if each.length > 0)
