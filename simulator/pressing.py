"""answerCallbackQuery."""

import re

from simulator.answers import STALE_QUERY, JsonObject, bad_request
from simulator.changes import Change, Kind
from simulator.parameters import Parameters
from simulator.world import Toast, World

ANSWERABLE_FOR = 150  # seconds; so long Telegram keeps the update itself
LONGEST_ANSWER = 200

_START_LINK = re.compile(r"https?://t(?:elegram)?\.me/(\w+)\?start=[\w-]{1,64}|tg://resolve\?domain=(\w+)&start=[\w-]+")


def answer_callback_query(world: World, parameters: Parameters) -> bool:
    number = parameters.text("callback_query_id")
    text = parameters.text("text")
    url = parameters.text("url")
    if len(text) > LONGEST_ANSWER:
        raise bad_request("MESSAGE_TOO_LONG")
    if url and not _opens_bot(url, world.bot.username or ""):
        raise bad_request("URL_INVALID")
    chat_id, pressed_at = world.pressed.get(number, (0, None))
    if pressed_at is None or world.now() - pressed_at > ANSWERABLE_FOR:
        raise bad_request(STALE_QUERY)
    toast = Toast(number, chat_id, text, show_alert=parameters.flag("show_alert"), url=url)
    world.toasts.append(toast)
    details: JsonObject = {"text": text, "show_alert": toast.show_alert, "url": url or None}
    world.changes.tell(Change(Kind.TOAST, chat_id, details=details))
    return True


def _opens_bot(url: str, username: str) -> bool:
    """Outside of games only a link that starts this bot is taken."""
    found = _START_LINK.fullmatch(url)
    return found is not None and (found[1] or found[2]).lower() == username.lower()
