"""Texts that a bot sends: parsed, trimmed, measured."""

import re
from dataclasses import dataclass

from simulator.answers import JsonObject, bad_request
from simulator.entities import Entity, in_order, trimmed, utf16_length, with_found
from simulator.found import find_entities
from simulator.markup import read_html
from simulator.parameters import Parameters

LONGEST_TEXT = 4096  # UTF-16 units after parsing
LONGEST_CAPTION = 1024
LARGEST_SOURCE = 2**15  # bytes with markup, a guard of Telegram's Bot API server

_GONE = re.compile("[\r\u2028-\u202e]")
_BLANK = re.compile("[\x00-\x09\x0b-\x1f]")
_KINDS = frozenset(
    {
        *("bold", "italic", "underline", "strikethrough", "spoiler", "code", "pre", "text_link"),
        *("blockquote", "expandable_blockquote"),
    }
)
# These Telegram finds by itself and ignores in what it is sent; custom emoji need a bot that paid.
_IGNORED = frozenset(
    {
        *("mention", "hashtag", "cashtag", "bot_command", "url", "email", "phone_number"),
        *("bank_card_number", "text_mention", "custom_emoji", "date_time"),
    }
)


@dataclass(frozen=True, slots=True)
class Text:
    text: str
    entities: tuple[Entity, ...]


def message_text(parameters: Parameters) -> Text:
    if not parameters.text("text"):
        raise bad_request("message text is empty")
    text = _formatted(parameters, "text", "entities")
    if not text.text.strip():
        raise bad_request("text must be non-empty")
    if utf16_length(text.text) > LONGEST_TEXT:
        raise bad_request("message is too long")
    return text


def caption(parameters: Parameters) -> Text:
    text = _formatted(parameters, "caption", "caption_entities")
    if utf16_length(text.text) > LONGEST_CAPTION:
        raise bad_request("message caption is too long")
    return text


def cleaned(text: str) -> str:
    """Without line feeds' companions and direction marks; other control characters are blanks."""
    return text if text.isprintable() else _BLANK.sub(" ", _GONE.sub("", text))


def _formatted(parameters: Parameters, name: str, entities_name: str) -> Text:
    source = cleaned(parameters.text(name))
    if len(source.encode("utf-8", "replace")) > LARGEST_SOURCE:
        raise bad_request("text is too long")
    mode = parameters.text("parse_mode").lower()
    if mode == "html":
        text, entities = read_html(source)
        text = cleaned(text)
    elif mode in ("", "none"):
        text, entities = source, _given(parameters, entities_name)
    elif mode in ("markdown", "markdownv2"):
        raise bad_request("this Telegram is a simulator and reads no parse_mode but HTML")
    else:
        raise bad_request("unsupported parse_mode")
    text, entities = trimmed(text, entities)
    return Text(text, with_found(entities, find_entities(text)))


def _given(parameters: Parameters, name: str) -> tuple[Entity, ...]:
    """Entities that come as JSON; what is no list is ignored, as Telegram does."""
    values = parameters.json(name, fault=f"can't parse {name} JSON object") if parameters.text(name) else None
    if not isinstance(values, list):
        return ()
    entities = (_entity(each) for each in values)
    return in_order(each for each in entities if each is not None)


def _entity(value: object) -> Entity | None:
    if not isinstance(value, dict):
        raise _wrong("expected an Object")
    offset, length = _whole(value, "offset"), _whole(value, "length")
    kind = value.get("type")
    if kind in _IGNORED:
        return None
    if not isinstance(kind, str) or kind not in _KINDS:
        raise _wrong("Unsupported type specified")
    url, language = value.get("url"), value.get("language")
    return Entity(
        kind,
        offset,
        length,
        url=url if kind == "text_link" and isinstance(url, str) else None,
        language=language if kind == "pre" and isinstance(language, str) else None,
    )


def _whole(value: JsonObject, name: str) -> int:
    if name not in value:
        raise _wrong(f'Can\'t find field "{name}"')
    number = value[name]
    if not isinstance(number, int) or isinstance(number, bool):
        raise _wrong(f'Field "{name}" must be of type Number')
    return number


def _wrong(words: str) -> Exception:
    return bad_request(f"can't parse MessageEntity: {words}")
