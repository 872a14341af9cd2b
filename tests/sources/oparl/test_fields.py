"""A field, whatever a server put there."""

from typing import Any

import pytest

from sources.oparl.dos_letters import with_umlauts
from sources.oparl.fields import address, flag, line, many, reference, references, text, title


@pytest.mark.parametrize(
    ("value", "lines"),
    [
        ("  Bänke\r\n am\u00a0Ufer ", "Bänke\nam Ufer"),
        ("a\x00b\u202ec\u200bd\u00ade", "abcde"),
        ("\ud800x", "\ufffdx"),
        (" \n ", None),
        (7, None),
        ([], None),
    ],
)
def test_text_is_what_a_reader_sees(value: Any, lines: str | None) -> None:
    assert text(value) == lines


def test_one_line_takes_numbers_and_a_title_keeps_its_breaks() -> None:
    assert (line(7), line(True), line("a\nb")) == ("7", None, "a b")
    assert title("a\n\n\nb") == "a\nb"


def test_five_megabytes_of_name_are_cut() -> None:
    assert len(line("x" * 5_000_000) or "") == 5_000


@pytest.mark.parametrize(
    ("value", "said"),
    [(True, True), ("true", True), (1, True), (False, False), ("False", False), (0, False), ("", False), ("x", None)],
)
def test_yes_and_no_come_in_many_spellings(value: Any, said: bool | None) -> None:
    assert flag(value) is said
    assert flag(None) is None


@pytest.mark.parametrize(
    "value", ["javascript:alert(1)", "file:///etc/passwd", "ftp://x", "http://", "https:// x", "x", 7]
)
def test_only_web_addresses_are_addresses(value: Any) -> None:
    assert address(value) is None


@pytest.mark.parametrize("value", [["a", None, {"id": "b"}], "a", {"id": "a"}, [["a"]], None, "", [{}], 7])
def test_a_list_may_be_a_bare_value_or_nothing(value: Any) -> None:
    assert references(value) in {("a", "b"), ("a",), ()}
    assert isinstance(many(value), tuple)
    assert reference(value) in {"a", None}


def test_letters_of_another_code_page_are_put_right_only_inside_words() -> None:
    assert with_umlauts("beschr„nkter, h”ren, f\x81r") == "beschränkter, hören, für"
    assert with_umlauts("der „Rat” tagt, er sagt„ja”") == "der „Rat” tagt, er sagt„ja”".replace("t„j", "täj")
