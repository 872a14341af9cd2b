"""Keyboards below messages, checked as Telegram checks them."""

from collections.abc import Callable

from simulator.answers import JsonObject, bad_request
from simulator.links import WrongLink, checked_link
from simulator.parameters import Parameters

MOST_BUTTONS = 100
MOST_IN_A_ROW = 8
LONGEST_DATA = 64  # bytes
LONGEST_COPY = 256

_OTHER_KEYBOARDS = ("keyboard", "remove_keyboard", "force_reply")
_STYLES = ("danger", "success", "primary")
_EXTRAS = frozenset({"text", "style", "icon_custom_emoji_id"})


def inline_keyboard(parameters: Parameters) -> JsonObject | None:
    """The inline keyboard as it will stand in the message, None without buttons. Reply keyboards pass unseen:
    they belong to the input field, not to the message."""
    markup = parameters.json("reply_markup", fault="can't parse reply keyboard markup JSON object")
    if markup is None:
        return None
    if not isinstance(markup, dict):
        raise bad_request("object expected as reply markup")
    if "inline_keyboard" not in markup:
        _check_other(markup)
        return None
    rows = [_row(each) for each in _rows(markup["inline_keyboard"])]
    rows = [each for each in rows if each]
    # Telegram's words for too many buttons in a row are unknown to us; these are those for too many in all.
    if sum(map(len, rows)) > MOST_BUTTONS or any(len(row) > MOST_IN_A_ROW for row in rows):
        raise bad_request("reply markup is too long")
    return {"inline_keyboard": rows} if rows else None


def _check_other(markup: JsonObject) -> None:
    if markup and not any(name in markup for name in _OTHER_KEYBOARDS):
        raise bad_request("can't parse reply keyboard markup: Can't find field \"keyboard\"")


def _rows(value: object) -> list[list[object]]:
    if not isinstance(value, list):
        raise bad_request('can\'t parse inline keyboard: Field "inline_keyboard" must be of type Array')
    if not all(isinstance(row, list) for row in value):
        raise bad_request('field "inline_keyboard" of the InlineKeyboardMarkup should be an Array of Arrays')
    return value


def _row(buttons: list[object]) -> list[JsonObject]:
    return [_button(each) for each in buttons]


def _button(button: object) -> JsonObject:
    if not isinstance(button, dict):
        raise bad_request("can't parse inline keyboard button: InlineKeyboardButton must be an Object")
    text = _string(button, "text")
    if not text.strip():
        raise bad_request("inline keyboard button text must be non-empty")
    if "style" in button and button["style"] not in _STYLES:
        raise bad_request("can't parse inline keyboard button: invalid button style specified")
    kinds = [name for name in button if name not in _EXTRAS]
    if not kinds:
        raise bad_request("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
    if len(kinds) > 1 or kinds[0] not in _KINDS:
        raise bad_request("BUTTON_TYPE_INVALID")
    checked: JsonObject = {**button, kinds[0]: _KINDS[kinds[0]](button, kinds[0])}
    return checked


def _string(button: JsonObject, name: str) -> str:
    if name not in button:
        raise bad_request(f"can't parse inline keyboard button: Can't find field \"{name}\"")
    value = button[name]
    if not isinstance(value, str):
        raise bad_request(f'can\'t parse inline keyboard button: Field "{name}" must be of type String')
    return value


def _data(button: JsonObject, name: str) -> str:
    data = _string(button, name)
    if not 0 < len(data.encode("utf-8", "surrogatepass")) <= LONGEST_DATA:
        raise bad_request("BUTTON_DATA_INVALID")
    return data


def _url(button: JsonObject, name: str) -> str:
    """Two kinds of refusal as seen in the wild: Telegram's client names what it cannot read,
    its server says BUTTON_URL_INVALID to a host without a dot."""
    address = _string(button, name)
    try:
        return checked_link(address)
    except WrongLink as fault:
        if "://" in address and str(fault) == "Wrong HTTP URL":
            raise bad_request("BUTTON_URL_INVALID") from None
        raise bad_request(f"inline keyboard button URL '{address}' is invalid: {fault}") from None


def _copied(button: JsonObject, name: str) -> JsonObject:
    copied = button[name]
    text = copied.get("text") if isinstance(copied, dict) else None
    if not isinstance(text, str) or not 0 < len(text) <= LONGEST_COPY:
        raise bad_request("BUTTON_COPY_TEXT_INVALID")
    return {"text": text}


_KINDS: dict[str, Callable[[JsonObject, str], object]] = {
    "callback_data": _data,
    "url": _url,
    "copy_text": _copied,
    "switch_inline_query": _string,
    "switch_inline_query_current_chat": _string,
}
