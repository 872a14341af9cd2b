"""The table of methods: what each takes (Bot API 10.1) and what does it. Names are compared without case."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass

from simulator.editing import edit_message_reply_markup, edit_message_text
from simulator.fetching import get_file
from simulator.introducing import (
    delete_my_commands,
    get_me,
    get_my_commands,
    get_my_description,
    get_my_short_description,
    set_my_commands,
    set_my_description,
    set_my_short_description,
)
from simulator.journal import Shape
from simulator.members import get_chat_administrators, get_chat_member
from simulator.parameters import Parameters
from simulator.polling import delete_webhook, get_updates, get_webhook_info
from simulator.pressing import answer_callback_query
from simulator.sending import delete_message, send_chat_action, send_document, send_message, send_photo
from simulator.world import World


@dataclass(frozen=True, slots=True)
class Method:
    """`floods`: it makes or changes a message, so Telegram's limits count it."""

    name: str
    run: Callable[[World, Parameters], object | Awaitable[object]]
    shapes: Mapping[str, Shape]
    floods: bool = False


_INTEGER, _BOOLEAN, _STRING, _JSON = Shape.INTEGER, Shape.BOOLEAN, Shape.STRING, Shape.JSON
_PLACE = {"chat_id": Shape.CHAT, "business_connection_id": _STRING}
_MESSAGE = {**_PLACE, "message_id": _INTEGER, "inline_message_id": _STRING}
_SENDING = {
    **_PLACE,
    "message_thread_id": _INTEGER,
    "direct_messages_topic_id": _INTEGER,
    "parse_mode": _STRING,
    "disable_notification": _BOOLEAN,
    "protect_content": _BOOLEAN,
    "allow_paid_broadcast": _BOOLEAN,
    "message_effect_id": _STRING,
    "suggested_post_parameters": _JSON,
    "reply_parameters": _JSON,
    "reply_markup": _JSON,
}
_TEXT = {"text": _STRING, "parse_mode": _STRING, "entities": _JSON, "link_preview_options": _JSON}
_LANGUAGE = {"language_code": _STRING}
_SCOPE = {"scope": _JSON, **_LANGUAGE}

_ALL = (
    Method("getMe", get_me, {}),
    Method(
        "getUpdates",
        get_updates,
        {"offset": _INTEGER, "limit": _INTEGER, "timeout": _INTEGER, "allowed_updates": _JSON},
    ),
    Method("deleteWebhook", delete_webhook, {"drop_pending_updates": _BOOLEAN}),
    Method("getWebhookInfo", get_webhook_info, {}),
    Method("sendMessage", send_message, {**_SENDING, **_TEXT}, floods=True),
    Method(
        "sendDocument",
        send_document,
        {
            **_SENDING,
            "document": Shape.FILE,
            "thumbnail": Shape.FILE,
            "caption": _STRING,
            "caption_entities": _JSON,
            "disable_content_type_detection": _BOOLEAN,
        },
        floods=True,
    ),
    Method(
        "sendPhoto",
        send_photo,
        {
            **_SENDING,
            "photo": Shape.FILE,
            "caption": _STRING,
            "caption_entities": _JSON,
            "show_caption_above_media": _BOOLEAN,
            "has_spoiler": _BOOLEAN,
        },
        floods=True,
    ),
    Method("sendChatAction", send_chat_action, {**_PLACE, "message_thread_id": _INTEGER, "action": _STRING}),
    Method(
        "editMessageText",
        edit_message_text,
        {**_MESSAGE, **_TEXT, "rich_message": _JSON, "reply_markup": _JSON},
        floods=True,
    ),
    Method("editMessageReplyMarkup", edit_message_reply_markup, {**_MESSAGE, "reply_markup": _JSON}, floods=True),
    Method("deleteMessage", delete_message, {"chat_id": Shape.CHAT, "message_id": _INTEGER}),
    Method(
        "answerCallbackQuery",
        answer_callback_query,
        {
            "callback_query_id": _STRING,
            "text": _STRING,
            "show_alert": _BOOLEAN,
            "url": _STRING,
            "cache_time": _INTEGER,
        },
    ),
    Method("setMyCommands", set_my_commands, {"commands": _JSON, **_SCOPE}),
    Method("deleteMyCommands", delete_my_commands, _SCOPE),
    Method("getMyCommands", get_my_commands, _SCOPE),
    Method("setMyDescription", set_my_description, {"description": _STRING, **_LANGUAGE}),
    Method("getMyDescription", get_my_description, _LANGUAGE),
    Method("setMyShortDescription", set_my_short_description, {"short_description": _STRING, **_LANGUAGE}),
    Method("getMyShortDescription", get_my_short_description, _LANGUAGE),
    Method("getFile", get_file, {"file_id": _STRING}),
    Method("getChatMember", get_chat_member, {"chat_id": Shape.CHAT, "user_id": _INTEGER}),
    Method("getChatAdministrators", get_chat_administrators, {"chat_id": Shape.CHAT, "return_bots": _BOOLEAN}),
)

METHODS: Mapping[str, Method] = {method.name.lower(): method for method in _ALL}
