import pytest

from simulator.answers import Refusal
from simulator.entities import Entity
from simulator.parameters import Parameters
from simulator.texts import caption, message_text


def refusal(**values: str) -> str:
    with pytest.raises(Refusal) as refused:
        message_text(Parameters(values))
    return refused.value.description


def test_text_of_4096_units_after_parsing_is_taken() -> None:
    text = message_text(Parameters({"text": f"<b>{'😀' * 2048}</b>&amp;"[:-5], "parse_mode": "HTML"}))
    assert text.entities == (Entity("bold", 0, 4096),)


@pytest.mark.parametrize("text", ["x" * 4097, "😀" * 2049])
def test_longer_text_is_refused(text: str) -> None:
    assert refusal(text=text) == "Bad Request: message is too long"


def test_markup_without_end_is_refused_before_it_is_read() -> None:
    assert refusal(text="<b>x</b> " * 4000, parse_mode="HTML") == "Bad Request: text is too long"


def test_empty_text_is_refused() -> None:
    assert refusal() == refusal(text="") == "Bad Request: message text is empty"


@pytest.mark.parametrize("text", [" ", "\n", "<b></b>", "<b> </b>"])
def test_text_of_blanks_is_refused(text: str) -> None:
    assert refusal(text=text, parse_mode="HTML") == "Bad Request: text must be non-empty"


def test_unknown_parse_mode_is_refused() -> None:
    assert refusal(text="x", parse_mode="BBCode") == "Bad Request: unsupported parse_mode"


def test_caption_may_be_missing_and_has_1024_units() -> None:
    assert not caption(Parameters({})).text
    with pytest.raises(Refusal, match="Bad Request: message caption is too long"):
        caption(Parameters({"caption": "x" * 1025}))


def test_without_parse_mode_markup_is_text() -> None:
    assert message_text(Parameters({"text": "<b>x</b>"})).text == "<b>x</b>"


def test_control_characters_do_not_come_through() -> None:
    assert message_text(Parameters({"text": "a\r\nb\tc\u202ed"})).text == "a\nb cd"


def test_given_entities_are_taken_without_parse_mode() -> None:
    given = (
        '[{"type":"bold","offset":0,"length":2},{"type":"text_link","offset":3,"length":1,"url":"https://a.example/"}]'
    )
    text = message_text(Parameters({"text": "ab c", "entities": given}))
    assert text.entities == (Entity("bold", 0, 2), Entity("text_link", 3, 1, url="https://a.example/"))


@pytest.mark.parametrize(
    ("entity", "words"),
    [
        ("1", "expected an Object"),
        ('{"type":"bold","length":1}', 'Can\'t find field "offset"'),
        ('{"type":"bold","offset":"0","length":1}', 'Field "offset" must be of type Number'),
        ('{"type":"rainbow","offset":0,"length":1}', "Unsupported type specified"),
    ],
)
def test_wrong_entity_is_refused(entity: str, words: str) -> None:
    assert refusal(text="ab", entities=f"[{entity}]") == f"Bad Request: can't parse MessageEntity: {words}"


def test_addresses_and_commands_are_found() -> None:
    text = message_text(Parameters({"text": "<b>/hilfe</b> rat.example.de", "parse_mode": "HTML"}))
    assert [each.kind for each in text.entities] == ["bot_command", "bold", "url"]
