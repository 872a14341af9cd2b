"""getMe, and what a bot says of itself: setMyCommands, setMyDescription and their kin."""

import json
import re

from simulator.answers import JsonObject, bad_request
from simulator.changes import Change, Kind
from simulator.parameters import Parameters
from simulator.profile import Command, Scope, commands_as_json, in_language
from simulator.world import World

MOST_COMMANDS = 100
LARGEST_COMMANDS = 7_800  # bytes; measured by others (opencrabs #1613), Telegram does not document it
LONGEST_COMMAND = 32
LONGEST_COMMAND_DESCRIPTION = 256
LONGEST_DESCRIPTION = 512
LONGEST_SHORT_DESCRIPTION = 120

_COMMAND = re.compile(r"[a-z0-9_]+")
_LANGUAGE = re.compile(r"(?:[a-z]{2})?")
_PLAIN_SCOPES = frozenset({"default", "all_private_chats", "all_group_chats", "all_chat_administrators"})
_CHAT_SCOPES = frozenset({"chat", "chat_administrators", "chat_member"})


def get_me(world: World, parameters: Parameters) -> JsonObject:
    return world.bot_as_json()


def set_my_commands(world: World, parameters: Parameters) -> bool:
    commands = _commands(parameters)
    scope, language = _scope(world, parameters), _language(parameters)
    if len(commands) > MOST_COMMANDS or _size(commands) > LARGEST_COMMANDS:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    world.profile.set_commands(scope, language, commands)
    return _told(world)


def delete_my_commands(world: World, parameters: Parameters) -> bool:
    world.profile.set_commands(_scope(world, parameters), _language(parameters), ())
    return _told(world)


def get_my_commands(world: World, parameters: Parameters) -> list[JsonObject]:
    commands = world.profile.commands(_scope(world, parameters), _language(parameters))
    return [commands_as_json(each) for each in commands]


def set_my_description(world: World, parameters: Parameters) -> bool:
    text = _described(parameters, "description", LONGEST_DESCRIPTION)
    world.profile.descriptions[_language(parameters)] = text
    return _told(world)


def get_my_description(world: World, parameters: Parameters) -> JsonObject:
    return {"description": in_language(world.profile.descriptions, _language(parameters))}


def set_my_short_description(world: World, parameters: Parameters) -> bool:
    text = _described(parameters, "short_description", LONGEST_SHORT_DESCRIPTION)
    world.profile.short_descriptions[_language(parameters)] = text
    return _told(world)


def get_my_short_description(world: World, parameters: Parameters) -> JsonObject:
    return {"short_description": in_language(world.profile.short_descriptions, _language(parameters))}


def _told(world: World) -> bool:
    world.changes.tell(Change(Kind.BOT))
    return True


def _described(parameters: Parameters, name: str, longest: int) -> str:
    text = parameters.text(name).strip()
    if len(text) > longest:  # Telegram's own words are not known to us
        raise bad_request(f"bot {name.replace('_', ' ')} is too long")
    return text


def _language(parameters: Parameters) -> str:
    language = parameters.text("language_code")
    if not _LANGUAGE.fullmatch(language):
        raise bad_request("invalid language code specified")
    return language


def _commands(parameters: Parameters) -> tuple[Command, ...]:
    values = parameters.json("commands", fault="can't parse commands JSON object")
    if values is None:
        raise bad_request("can't parse commands JSON object")
    if not isinstance(values, list):
        raise bad_request("expected an Array of BotCommand")
    return tuple(_command(each) for each in values)


def _command(value: object) -> Command:
    if not isinstance(value, dict):
        raise bad_request("can't parse BotCommand: expected an Object")
    name = _string(value, "command").strip().removeprefix("/")
    description = _string(value, "description").strip()
    if not name:
        raise bad_request("command must be non-empty")
    if len(name) > LONGEST_COMMAND:
        raise bad_request(f"command length must not exceed {LONGEST_COMMAND}")
    if not description:
        raise bad_request("command description must be non-empty")
    if len(description) > LONGEST_COMMAND_DESCRIPTION:
        raise bad_request(f"command description length must not exceed {LONGEST_COMMAND_DESCRIPTION}")
    if not _COMMAND.fullmatch(name):
        raise bad_request("BOT_COMMAND_INVALID")
    return name, description


def _string(value: JsonObject, name: str) -> str:
    if name not in value:
        raise bad_request(f"can't parse BotCommand: Can't find field \"{name}\"")
    text = value[name]
    if not isinstance(text, str):
        raise bad_request(f'can\'t parse BotCommand: Field "{name}" must be of type String')
    return text


def _size(commands: tuple[Command, ...]) -> int:
    return len(json.dumps([commands_as_json(each) for each in commands], ensure_ascii=False).encode())


def _scope(world: World, parameters: Parameters) -> Scope:
    value = parameters.json("scope", fault="can't parse BotCommandScope JSON object")
    if value is None:
        return Scope()
    if not isinstance(value, dict):
        raise bad_request("can't parse BotCommandScope: BotCommandScope must be an Object")
    kind = value.get("type")
    if isinstance(kind, str) and kind in _PLAIN_SCOPES:
        return Scope(kind)
    if not isinstance(kind, str) or kind not in _CHAT_SCOPES:
        raise bad_request("can't parse BotCommandScope: Unsupported type specified")
    return _chat_scope(world, kind, value)


def _chat_scope(world: World, kind: str, value: JsonObject) -> Scope:
    chat_id, user_id = value.get("chat_id"), value.get("user_id", 0)
    if chat_id is None:
        raise bad_request("can't parse BotCommandScope: Can't find field \"chat_id\"")
    try:
        chat_id = int(str(chat_id))
    except ValueError:
        chat_id = 0
    if chat_id not in world.chats:
        raise bad_request("chat not found")
    if kind == "chat_member" and not (isinstance(user_id, int) and user_id in world.people):
        raise bad_request("can't parse BotCommandScope: invalid user_id specified")
    return Scope(kind, chat_id, user_id if isinstance(user_id, int) and kind == "chat_member" else 0)
