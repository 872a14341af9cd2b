"""Telegram's HTML: from marked-up text to text and entities, with Telegram's words for what is wrong.

The rules and the words are those of TDLib (td/telegram/MessageEntity.cpp, parse_html).
"""

import re
from dataclasses import dataclass

from simulator.answers import Refusal, bad_request
from simulator.entities import Entity, in_order, utf16_length
from simulator.links import WrongLink, checked_link

_KINDS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "pre": "pre",
    "code": "code",
    "blockquote": "blockquote",
    "a": "text_link",
    "tg-emoji": "custom_emoji",
}
_CHARACTERS = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_SPECIAL = re.compile(r"[<&]")
_REFERENCE = re.compile(r"&(?:#x([0-9A-Fa-f]+)|#([0-9]+)|([A-Za-z]+));?")
_TAG_NAME = re.compile(r"[^\s>]*")
_ATTRIBUTE = re.compile(r"([^\s=>]*)\s*(=?)\s*")
_BARE_VALUE = re.compile(r"[A-Za-z0-9.-]*")
_SPACE = re.compile(r"\s*")


@dataclass(frozen=True, slots=True)
class _Open:
    """A start tag waiting for its end."""

    name: str
    argument: str
    offset: int  # UTF-16 units
    piece: int  # where its text begins


def read_html(source: str) -> tuple[str, tuple[Entity, ...]]:
    """Text and entities. Refuses with "can't parse entities: …" as Telegram does."""
    if not _SPECIAL.search(source):
        return source, ()
    return _Reader(source).read()


def decoded(source: str) -> str:
    """Character references resolved; what is none stays as it stands."""
    return _REFERENCE.sub(lambda found: _character(found) or found[0], source)


def _character(reference: re.Match[str]) -> str | None:
    hexadecimal, decimal, name = reference.groups()
    if name:
        return _CHARACTERS.get(name)
    if len(reference[0].rstrip(";")) > 10:
        return None
    code = int(hexadecimal, 16) if hexadecimal else int(decimal)
    return chr(code) if 0 < code < 0x10FFFF else None


class _Reader:
    def __init__(self, source: str) -> None:
        self._source = source
        self._place = 0
        self._pieces: list[str] = []
        self._length = 0  # UTF-16 units of the pieces
        self._open: list[_Open] = []
        self._entities: list[Entity] = []

    def read(self) -> tuple[str, tuple[Entity, ...]]:
        while (found := _SPECIAL.search(self._source, self._place)) is not None:
            self._add(self._source[self._place : found.start()])
            self._place = found.start()
            if found[0] == "&":
                self._reference()
            elif self._source.startswith("</", self._place):
                self._end_tag()
            else:
                self._start_tag()
        self._add(self._source[self._place :])
        if self._open:
            raise _unparsable(f"Can't find end tag corresponding to start tag {self._open[-1].name}")
        return _without_surrogates("".join(self._pieces)), in_order(_with_languages(self._entities))

    def _add(self, text: str) -> None:
        self._pieces.append(text)
        self._length += utf16_length(text)

    def _reference(self) -> None:
        found = _REFERENCE.match(self._source, self._place)
        character = _character(found) if found else None
        self._place = found.end() if found and character else self._place + 1
        self._add(character or "&")

    def _start_tag(self) -> None:
        begin = self._place
        found = _TAG_NAME.match(self._source, begin + 1)
        name = found[0].lower() if found else ""
        self._place = begin + 1 + len(name)
        if self._place >= len(self._source):
            raise self._fault("Unclosed start tag", begin)
        if name not in _KINDS:
            raise self._fault(f'Unsupported start tag "{name}"', begin)
        argument = self._attributes(name, begin)
        if name == "span" and argument != "spoiler":
            raise self._fault('Tag "span" must have class "tg-spoiler"', begin)
        self._open.append(_Open(name, argument, self._length, len(self._pieces)))

    def _attributes(self, tag: str, begin: int) -> str:
        """Reads up to and with the ">"; what matters of the attributes is one string."""
        argument = ""
        while True:
            self._skip_space()
            if self._at() == ">":
                self._place += 1
                return argument
            name, value = self._attribute(tag, begin)
            argument = _argument(tag, name, value) or argument

    def _attribute(self, tag: str, begin: int) -> tuple[str, str]:
        found = _ATTRIBUTE.match(self._source, self._place)
        name, equals = found.groups() if found else ("", "")
        if not name:
            raise self._fault(f'Empty attribute name in the tag "{tag}"', begin)
        if not equals:
            if (tag, name) != ("blockquote", "expandable"):
                raise self._fault(f'Expected equal sign in declaration of an attribute of the tag "{tag}"', begin)
            self._place += len(name)
            return name, "1"
        self._place = found.end() if found else self._place
        if not self._at():
            raise self._fault(f'Unclosed start tag "{tag}"', begin)
        value = self._quoted() if self._at() in "'\"" else self._bare()
        if not self._at():
            raise self._fault("Unclosed start tag", begin)
        return name, value

    def _quoted(self) -> str:
        quote = self._at()
        end = self._source.find(quote, self._place + 1)
        if end < 0:
            end = len(self._source)
        value = self._source[self._place + 1 : end]
        self._place = end + 1
        return decoded(value)

    def _bare(self) -> str:
        begin = self._place
        found = _BARE_VALUE.match(self._source, begin)
        value = found[0] if found else ""
        self._place += len(value)
        if self._at() and not self._at().isspace() and self._at() != ">":
            raise self._fault("Unexpected end of name token", begin)
        return value.lower()

    def _end_tag(self) -> None:
        begin = self._place
        if not self._open:
            raise self._fault("Unexpected end tag", begin)
        found = _TAG_NAME.match(self._source, begin + 2)
        name = found[0].lower() if found else ""
        self._place = begin + 2 + len(name)
        self._skip_space()
        if self._at() != ">":
            raise self._fault("Unclosed end tag", begin)
        self._place += 1
        opened = self._open.pop()
        if name and name != opened.name:
            wanted = f', expected "</{opened.name}>", found "</{name}>"'
            raise _unparsable(f"Unmatched end tag at byte offset {self._byte(begin)}{wanted}")
        if self._length > opened.offset:
            self._close(opened)

    def _close(self, opened: _Open) -> None:
        kind = _KINDS[opened.name]
        length = self._length - opened.offset
        if kind == "custom_emoji":
            return  # only bots that paid for it may send them; the sign itself stays
        if kind == "text_link":
            address = _link(opened.argument or "".join(self._pieces[opened.piece :]))
            if address:
                self._entities.append(Entity(kind, opened.offset, length, url=address))
            return
        if kind == "blockquote" and opened.argument:
            kind = "expandable_blockquote"
        language = opened.argument if kind == "code" and opened.argument else None
        self._entities.append(Entity(kind, opened.offset, length, language=language))

    def _skip_space(self) -> None:
        found = _SPACE.match(self._source, self._place)
        self._place = found.end() if found else self._place

    def _at(self) -> str:
        return self._source[self._place : self._place + 1]

    def _byte(self, place: int) -> int:
        return len(self._source[:place].encode("utf-8", "surrogatepass"))

    def _fault(self, words: str, place: int) -> Refusal:
        return _unparsable(f"{words} at byte offset {self._byte(place)}")


def _unparsable(words: str) -> Refusal:
    return bad_request(f"can't parse entities: {words}")


def _argument(tag: str, name: str, value: str) -> str:
    match tag, name:
        case ("a", "href") | ("tg-emoji", "emoji-id") | ("blockquote", "expandable"):
            return value
        case ("code", "class") if value.startswith("language-"):
            return value.removeprefix("language-")
        case ("span", "class") if value.startswith("tg-"):
            return value.removeprefix("tg-")
    return ""


def _link(address: str) -> str | None:
    try:
        return checked_link(address)
    except WrongLink:
        return None  # the text stays, unlinked


def _with_languages(entities: list[Entity]) -> list[Entity]:
    """A `code` that fills a `pre` gives it its language; alone it has none."""
    languages = {(each.offset, each.length): each.language for each in entities if each.language}
    codes = {(each.offset, each.length) for each in entities if each.kind == "pre"}
    kept = []
    for each in entities:
        place = (each.offset, each.length)
        if each.kind == "pre":
            kept.append(Entity("pre", *place, language=languages.get(place)))
        elif each.kind == "code" and place in codes and each.language:
            continue
        else:
            kept.append(Entity(each.kind, *place, url=each.url))
    return kept


def _without_surrogates(text: str) -> str:
    try:
        text.encode()
    except UnicodeEncodeError:
        raise _unparsable(
            "Text contains invalid Unicode characters after decoding HTML entities, "
            "check for unmatched surrogate code units"
        ) from None
    return text
