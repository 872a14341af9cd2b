"""editMessageText and editMessageReplyMarkup."""

from dataclasses import replace

from simulator.answers import NOT_MODIFIED, JsonObject, bad_request
from simulator.chats import Chat
from simulator.keyboards import inline_keyboard
from simulator.messages import Message
from simulator.parameters import Parameters
from simulator.texts import message_text
from simulator.world import World


def edit_message_text(world: World, parameters: Parameters) -> JsonObject:
    """An omitted keyboard takes the old one away, as in Telegram."""
    text = message_text(parameters)
    markup = inline_keyboard(parameters)
    chat, message = _wanted(world, parameters)
    if message.document is not None or message.picture is not None:
        raise bad_request("there is no text in the message to edit")
    return _edited(world, chat, message, replace(message, text=text.text, entities=text.entities, markup=markup))


def edit_message_reply_markup(world: World, parameters: Parameters) -> JsonObject:
    markup = inline_keyboard(parameters)
    chat, message = _wanted(world, parameters)
    return _edited(world, chat, message, replace(message, markup=markup))


def _wanted(world: World, parameters: Parameters) -> tuple[Chat, Message]:
    number = parameters.whole("message_id")
    if not parameters.text("chat_id") and not number:
        raise _inline_only(parameters)
    chat = world.writable_chat(parameters)
    if number <= 0:
        raise bad_request("message identifier is not specified")
    return chat, world.own_message(chat, number)


def _inline_only(parameters: Parameters) -> Exception:
    """There are no inline messages here, so none can be found."""
    if not parameters.text("inline_message_id"):
        return bad_request("message identifier is not specified")
    return bad_request("MESSAGE_ID_INVALID")


def _edited(world: World, chat: Chat, old: Message, new: Message) -> JsonObject:
    if new == old:
        raise bad_request(NOT_MODIFIED)
    new = replace(new, edit_date=world.second())
    world.put(chat, new)
    return new.as_json()
