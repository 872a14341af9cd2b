"""sendMessage, sendDocument, sendPhoto, sendChatAction, deleteMessage."""

from simulator.answers import JsonObject, bad_request
from simulator.changes import Change, Kind
from simulator.chats import Chat
from simulator.keyboards import inline_keyboard
from simulator.messages import Document, Message, Picture
from simulator.parameters import Parameters
from simulator.pictures import picture
from simulator.texts import Text, caption, message_text
from simulator.uploads import uploaded
from simulator.world import World

LARGEST_FILE = 50 * 10**6
DELETABLE_FOR = 48 * 3600  # seconds

_ACTIONS = frozenset(
    {
        *("typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice"),
        *("upload_document", "choose_sticker", "find_location", "record_video_note", "upload_video_note"),
    }
)


def send_message(world: World, parameters: Parameters) -> JsonObject:
    text = message_text(parameters)
    return _send(world, parameters, text)


def send_document(world: World, parameters: Parameters) -> JsonObject:
    text = caption(parameters)
    return _send(world, parameters, text, document=uploaded(world, parameters, "document", largest=LARGEST_FILE))


def send_photo(world: World, parameters: Parameters) -> JsonObject:
    text = caption(parameters)
    return _send(world, parameters, text, picture=picture(world, parameters))


def _send(
    world: World,
    parameters: Parameters,
    text: Text,
    *,
    document: Document | None = None,
    picture: Picture | None = None,
) -> JsonObject:
    markup = inline_keyboard(parameters)
    chat = world.writable_chat(parameters)
    thread = parameters.whole("message_thread_id")
    if thread and thread not in chat.topics:
        raise bad_request("message thread not found")
    message = Message(
        id=world.next_message_id(),
        chat=chat.head,
        sender=world.bot,
        date=world.second(),
        text=text.text,
        entities=text.entities,
        document=document,
        picture=picture,
        markup=markup,
        reply_to=_replied(chat, parameters),
        preview=_preview(parameters),
        thread=thread or None,
        silent=parameters.flag("disable_notification"),
    )
    world.put(chat, message)
    return message.as_json()


def _replied(chat: Chat, parameters: Parameters) -> Message | None:
    reply = parameters.json("reply_parameters", fault="can't parse reply parameters JSON object")
    if reply is None:
        return None
    if not isinstance(reply, dict):
        raise bad_request("object expected as reply parameters")
    number = reply.get("message_id")
    if not isinstance(number, int):
        raise bad_request('can\'t parse reply parameters: Field "message_id" must be of type Number')
    message = chat.messages.get(number)
    if message is None and not reply.get("allow_sending_without_reply"):
        raise bad_request("message to be replied not found")
    return message


def _preview(parameters: Parameters) -> JsonObject | None:
    preview = parameters.json("link_preview_options", fault="can't parse link preview options JSON object")
    if preview is not None and not isinstance(preview, dict):
        raise bad_request("object expected as link preview options")
    return preview or None


def send_chat_action(world: World, parameters: Parameters) -> bool:
    action = parameters.text("action").lower()
    if action not in _ACTIONS:
        raise bad_request("wrong parameter action in request")
    chat = world.writable_chat(parameters)
    world.changes.tell(Change(Kind.ACTION, chat.id, details={"action": action}))
    return True


def delete_message(world: World, parameters: Parameters) -> bool:
    """The bot deletes its own messages everywhere and others' in private, within 48 hours."""
    if not parameters.text("chat_id"):
        raise bad_request("chat identifier is not specified")
    number = parameters.whole("message_id")
    if number <= 0:
        raise bad_request("message identifier is not specified")
    chat = world.chat(parameters)
    message = chat.messages.get(number)
    if message is None or number <= chat.history:
        raise bad_request("message to delete not found")
    foreign = message.sender.id != world.bot.id and not chat.private
    if foreign or world.now() - message.date > DELETABLE_FOR:
        raise bad_request("message can't be deleted for everyone")
    del chat.messages[number]
    world.changes.tell(Change(Kind.DELETED, chat.id, message))
    return True
