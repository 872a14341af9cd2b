"""The log: one line an event, and never a token."""

import json
import logging
from collections.abc import Iterator
from typing import Literal

import pytest

from bot.logs import set_up_logging

TOKEN = "123456789:AAHsecret-secret_secret"


@pytest.fixture(autouse=True)
def _the_log_as_it_was() -> Iterator[None]:
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield
    root.handlers[:] = handlers
    root.setLevel(level)


@pytest.mark.parametrize("form", ["text", "json"])
def test_a_token_is_blotted_out_wherever_it_stands(
    capsys: pytest.CaptureFixture[str], form: Literal["text", "json"]
) -> None:
    set_up_logging("debug", form)
    try:
        raise ValueError(f"https://api.telegram.org/bot{TOKEN}/getMe")
    except ValueError:
        logging.getLogger("x").exception("failed %s", TOKEN, extra={"url": f"/bot{TOKEN}/"})
    written = capsys.readouterr().err
    assert "secret" not in written
    assert written.count("[token]") == 3


def test_a_line_break_in_a_value_forges_no_line(capsys: pytest.CaptureFixture[str]) -> None:
    set_up_logging("info", "text")
    logging.getLogger("x").info("event", extra={"name_of_file": "a\n2026-01-01 error forged"})
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_json_lines_carry_the_event_and_its_keys(capsys: pytest.CaptureFixture[str]) -> None:
    set_up_logging("info", "json")
    logging.getLogger("x").warning("update failed", extra={"update": 7})
    entry = json.loads(capsys.readouterr().err)
    assert (entry["event"], entry["update"], entry["level"]) == ("update failed", 7, "warning")


def test_libraries_that_log_addresses_stay_quiet(capsys: pytest.CaptureFixture[str]) -> None:
    set_up_logging("debug", "text")
    for name in ("httpx", "telegram.ext", "aiosqlite"):
        logging.getLogger(name).debug("POST https://api.telegram.org/…")
    assert capsys.readouterr().err == ""
