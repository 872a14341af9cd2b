"""Messages as the chat page shows them. All text is escaped; only the few tags below are written."""

from collections.abc import Iterable
from html import escape
from urllib.parse import quote

from simulator.answers import JsonObject
from simulator.entities import Entity
from simulator.messages import Document, Message, Picture

_TAGS = {
    "bold": ("<b>", "</b>"),
    "italic": ("<i>", "</i>"),
    "underline": ("<u>", "</u>"),
    "strikethrough": ("<s>", "</s>"),
    "spoiler": ('<span class="tg-spoiler">', "</span>"),
    "code": ("<code>", "</code>"),
    "pre": ("<pre>", "</pre>"),
    "blockquote": ("<blockquote>", "</blockquote>"),
    "expandable_blockquote": ("<blockquote expandable>", "</blockquote>"),
}


class _Writer:
    """Text in UTF-16 units and the tags that are open in it."""

    def __init__(self, text: str) -> None:
        self._units = text.encode("utf-16-le", "replace")
        self._pieces: list[str] = []
        self._open: list[tuple[int, str]] = []  # where a tag ends, and how
        self._place = 0

    @property
    def end(self) -> int:
        return len(self._units) // 2

    def part(self, begin: int, end: int) -> str:
        return self._units[2 * begin : 2 * end].decode("utf-16-le", "replace")

    def mark(self, entity: Entity) -> None:
        """A place that crosses the end of an outer one ends there."""
        begin, end = min(entity.offset, self.end), min(entity.end, self.end)
        tags = _tags(entity, self.part(begin, end))
        if tags is None or begin < self._place:
            return
        self._go_on(begin)
        self._pieces.append(tags[0])
        self._open.append((min([end, *(each for each, _ in self._open)]), tags[1]))

    def finish(self) -> str:
        self._go_on(self.end)
        return "".join(self._pieces)

    def _go_on(self, place: int) -> None:
        while self._open and self._open[-1][0] <= place:
            end, tag = self._open.pop()
            self._write(end)
            self._pieces.append(tag)
        self._write(place)

    def _write(self, place: int) -> None:
        self._pieces.append(escape(self.part(self._place, place)))
        self._place = place


def html_of(text: str, entities: Iterable[Entity]) -> str:
    writer = _Writer(text)
    for entity in entities:
        writer.mark(entity)
    return writer.finish()


def _tags(entity: Entity, text: str) -> tuple[str, str] | None:
    if entity.kind not in ("text_link", "url"):
        return _TAGS.get(entity.kind)
    address = entity.url or text
    if "://" not in address:
        address = f"http://{address}"
    if not address.lower().startswith(("http://", "https://")):
        return None
    return f'<a href="{escape(address)}">', "</a>"


def page_message(message: Message) -> JsonObject:
    """The shape that the page's scripts expect."""
    text = message.text or _service_words(message)
    content: JsonObject = {
        "id": message.id,
        "from": page_person(message.sender.as_json()),
        "date": message.date,
        "edited": message.edit_date is not None,
        "text": text,
        "html": html_of(text, message.entities),
        "buttons": _buttons(message.markup),
        "delivered": message.delivered,
    }
    if message.silent:
        content["silent"] = True
    if message.document:
        content["document"] = _document(message.document)
    if message.picture:
        content["picture"] = _picture(message.picture)
    if message.reply_to:
        content["reply_to"] = message.reply_to.id
    if message.service:
        content["service"] = True
    return content


def page_person(person: JsonObject) -> JsonObject:
    return {name: person[name] for name in ("id", "first_name", "is_bot")}


def _document(document: Document) -> JsonObject:
    url = f"/page/files/{quote(document.file_id, safe='')}/{quote(document.file_name, safe='')}"
    return {"file_name": document.file_name, "size": len(document.content), "url": url}


def _picture(picture: Picture) -> JsonObject:
    url = f"/page/pictures/{quote(picture.file.file_id, safe='')}"
    return {"width": picture.width, "height": picture.height, "url": url}


def _buttons(markup: JsonObject | None) -> list[list[JsonObject]]:
    rows = markup.get("inline_keyboard") if markup else None
    return [[_button(each) for each in row] for row in rows] if isinstance(rows, list) else []


def _button(button: JsonObject) -> JsonObject:
    content: JsonObject = {"text": button["text"]}
    if "callback_data" in button:
        content["data"] = button["callback_data"]
    if "url" in button:
        content["url"] = button["url"]
    return content


def _service_words(message: Message) -> str:
    service = message.service or {}
    if "new_chat_members" in service:
        return f"{_names(service['new_chat_members'])} ist jetzt in der Gruppe."
    if "left_chat_member" in service:
        return f"{_names([service['left_chat_member']])} ist nicht mehr in der Gruppe."
    topic = service.get("forum_topic_created")
    if isinstance(topic, dict):
        return f"Neues Thema: {topic['name']}"
    if "migrate_to_chat_id" in service:
        return "Die Gruppe wird zur Supergruppe."
    if "migrate_from_chat_id" in service:
        return "Ab hier ist es eine Supergruppe."
    return ""


def _names(people: object) -> str:
    return ", ".join(str(each["first_name"]) for each in people) if isinstance(people, list) else ""
