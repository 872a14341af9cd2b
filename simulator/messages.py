"""People, files and messages, and how the Bot API writes them."""

from dataclasses import dataclass, field, replace
from typing import Self

from simulator.answers import JsonObject
from simulator.entities import Entity


@dataclass(frozen=True, slots=True)
class Person:
    id: int
    first_name: str
    is_bot: bool = False
    username: str | None = None
    language_code: str | None = None

    def as_json(self) -> JsonObject:
        content: JsonObject = {"id": self.id, "is_bot": self.is_bot, "first_name": self.first_name}
        if self.username:
            content["username"] = self.username
        if self.language_code:
            content["language_code"] = self.language_code
        return content


@dataclass(frozen=True, slots=True)
class Document:
    file_id: str
    unique_id: str
    file_name: str
    mime_type: str
    path: str  # below /file/bot<token>/
    content: bytes = field(repr=False)

    def as_json(self) -> JsonObject:
        return {
            "file_name": self.file_name,
            "mime_type": self.mime_type,
            "file_id": self.file_id,
            "file_unique_id": self.unique_id,
            "file_size": len(self.content),
        }


@dataclass(frozen=True, slots=True)
class Picture:
    """A photo; `width` and `height` in pixels."""

    file: Document
    width: int
    height: int

    def as_json(self) -> list[JsonObject]:
        """In its only size; Telegram makes smaller ones, too."""
        return [
            {
                "file_id": self.file.file_id,
                "file_unique_id": self.file.unique_id,
                "width": self.width,
                "height": self.height,
                "file_size": len(self.file.content),
            }
        ]


@dataclass(frozen=True, slots=True)
class Message:
    """`chat` is the chat in the Bot API's shape; `service` holds the field that makes it a service message.
    `thread` is the topic of a forum. `delivered` is False if privacy mode kept it from the bot, `silent` is true of
    what came without a sound (disable_notification), which the Bot API does not tell."""

    id: int
    chat: JsonObject
    sender: Person
    date: int  # Unix time
    text: str = ""
    entities: tuple[Entity, ...] = ()
    document: Document | None = None
    picture: Picture | None = None
    markup: JsonObject | None = None
    reply_to: Self | None = None
    preview: JsonObject | None = None
    edit_date: int | None = None
    service: JsonObject | None = None
    thread: int | None = None
    anonymous: bool = False  # sent in the name of the chat
    delivered: bool = True
    silent: bool = False

    def as_json(self) -> JsonObject:
        content = self._head()
        if self.reply_to:
            content["reply_to_message"] = replace(self.reply_to, reply_to=None).as_json()
        if self.document:
            content["document"] = self.document.as_json()
        if self.picture:
            content["photo"] = self.picture.as_json()
        self._add_text(content)
        if self.preview:
            content["link_preview_options"] = self.preview
        if self.markup:
            content["reply_markup"] = self.markup
        if self.service:
            content |= self.service
        return content

    def _head(self) -> JsonObject:
        content: JsonObject = {
            "message_id": self.id,
            "from": self.sender.as_json(),
            "chat": self.chat,
            "date": self.date,
        }
        if self.edit_date:
            content["edit_date"] = self.edit_date
        if self.anonymous:
            content["sender_chat"] = self.chat
        if self.thread:
            content |= {"message_thread_id": self.thread, "is_topic_message": True}
        return content

    def _add_text(self, content: JsonObject) -> None:
        if not self.text:
            return
        captioned = self.document or self.picture
        text, entities = ("caption", "caption_entities") if captioned else ("text", "entities")
        content[text] = self.text
        if self.entities:
            content[entities] = [entity.as_json() for entity in self.entities]
