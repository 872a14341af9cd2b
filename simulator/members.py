"""getChatMember, getChatAdministrators: who is what in a group."""

from simulator.answers import JsonObject, bad_request
from simulator.chats import Chat
from simulator.messages import Person
from simulator.parameters import Parameters
from simulator.world import World

# What an administrator may do, of the rights that the Bot API always names.
_MAY = frozenset({"can_manage_chat", "can_delete_messages", "can_manage_video_chats", "can_invite_users"})
_RIGHTS = (
    *("can_manage_chat", "can_delete_messages", "can_manage_video_chats", "can_restrict_members"),
    *("can_promote_members", "can_change_info", "can_invite_users", "can_post_stories"),
    *("can_edit_stories", "can_delete_stories"),
)


def get_chat_member(world: World, parameters: Parameters) -> JsonObject:
    chat = world.chat(parameters)
    number = parameters.whole("user_id")
    if not number:
        raise bad_request("invalid user_id specified")
    person = world.bot if number == world.bot.id else world.people.get(number)
    if person is None:
        raise bad_request("user not found")
    return member(chat, person, inside=person is world.bot or person in chat.people)


def get_chat_administrators(world: World, parameters: Parameters) -> list[JsonObject]:
    """Other bots there are none; this one is named if it was made one and asked for."""
    chat = world.chat(parameters)
    if chat.private:
        raise bad_request("there are no administrators in the private chat")
    bots = [world.bot] if parameters.flag("return_bots") else []
    ranked = [each for each in (*chat.people, *bots) if each.id == chat.creator or each.id in chat.admins]
    return [member(chat, each, inside=True) for each in ranked]


def member(chat: Chat, person: Person, *, inside: bool) -> JsonObject:
    """A person's place in a chat, as the Bot API writes it (ChatMember)."""
    user = person.as_json()
    if not inside:
        return {"status": "left", "user": user}
    if not chat.private and person.id == chat.creator:
        return {"status": "creator", "user": user, "is_anonymous": False}
    if not chat.private and person.id in chat.admins:
        rights = {name: name in _MAY for name in _RIGHTS}
        return {"status": "administrator", "user": user, "can_be_edited": False, "is_anonymous": False, **rights}
    return {"status": "member", "user": user}
