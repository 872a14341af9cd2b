"""JSON as servers really send it."""

import pytest

from sources.errors import Unreadable
from sources.oparl.json_text import read_json
from sources.oparl.tokens import elements, own_id


def refused(data: bytes) -> str:
    with pytest.raises(Unreadable) as raised:
        read_json(data)
    return str(raised.value)


def test_control_characters_inside_a_name_are_no_reason_to_lose_a_paper() -> None:
    assert read_json(b'{"name": "Volkshochschule \x04\x01 GmbH\n@"}') == {"name": "Volkshochschule \x04\x01 GmbH\n@"}


def test_windows_1252_is_read_where_utf_8_was_promised() -> None:
    assert read_json('{"name": "Bänke – für Ältere"}'.encode("cp1252")) == {"name": "Bänke – für Ältere"}


def test_half_utf_8_is_refused_rather_than_guessed() -> None:
    assert "Zeichenkodierung" in refused('{"name": "Bänke, Mäuler, Tür"}'.encode() + b"\xe4")


@pytest.mark.parametrize("mark", ["utf-8-sig", "utf-16"])
def test_a_byte_order_mark_is_no_part_of_the_data(mark: str) -> None:
    assert read_json('{"name": "Ü"}'.encode(mark)) == {"name": "Ü"}


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "kein gültiges JSON"),
        (b'{"id": "a"', "kein gültiges JSON"),
        (b'{"id": "a"} x', "kein gültiges JSON"),
        (b'{"size": NaN}', "Zahl"),
        (b'{"size": -Infinity}', "Zahl"),
        (b'{"size": 1e999}', "Zahl"),
        (b'{"size": ' + b"9" * 5_000 + b"}", "Zahl"),
        (b'{"size": 0.' + b"9" * 5_000 + b"}", "Zahl"),
        (b"[" * 100_000, "verschachtelt"),
        (b'{"a":' * 100_000 + b"1" + b"}" * 100_000, "verschachtelt"),
        (b'{"public": false, "public": true}', "zweimal"),
        (b'{"a": {"deleted": true, "deleted": null}}', "zweimal"),
    ],
)
def test_what_cannot_be_trusted_is_refused_with_a_sentence(data: bytes, why: str) -> None:
    assert why in refused(data)


def test_a_field_said_twice_with_one_value_is_that_value() -> None:
    assert read_json(b'{"id": "a", "id": "a"}') == {"id": "a"}


def test_brackets_inside_strings_do_not_nest() -> None:
    assert read_json(b'{"name": "' + b"[{" * 1_000 + b'\\""}') == {"name": "[{" * 1_000 + '"'}


@pytest.mark.parametrize(
    ("array", "parts"),
    [
        (b"[]", []),
        (b'[{"a": [1, 2]}, {"b": "},"}]', [b'{"a": [1, 2]}', b'{"b": "},"}']),
        (b'[{"a": 1}, {"b": ', [b'{"a": 1}', b'{"b":']),
        (b'["\\"]", 2]', [b'"\\"]"', b"2"]),
        (b'[{"a": "never closed', [b'{"a": "never closed']),
        (b"[1] [2]", [b"1"]),
    ],
)
def test_an_array_is_taken_apart_without_building_it(array: bytes, parts: list[bytes]) -> None:
    assert list(elements(array)) == parts


def test_a_broken_object_is_named_by_its_own_id_not_by_that_of_a_part() -> None:
    assert own_id(b'{"agendaItem": [{"id": "part"}], "id": "whole", "size": NaN}') == "whole"
    assert own_id(b'{"agendaItem": [{"id": "part"}]}') is None


@pytest.mark.parametrize("pump", [b'"\\', b"[]", b'"', b"\\", b"{", b'{"', b'"id"', b"," * 3])
def test_taking_apart_looks_at_each_character_once(pump: bytes) -> None:
    data = b"[" + pump * (200_000 // len(pump))
    for _ in elements(data):
        pass
    own_id(data)
