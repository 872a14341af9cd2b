"""A saved page goes in at one end, the answer comes out at the other."""

from pathlib import Path

import pytest

from tests.bot.commands.conftest import Ratsbote

FIRST_LINE = "Zurückgezogen am Mo., 10.04.2017 im Ausschuss für Soziales, Bildung und Integration"
STOPS = [
    "• Di., 17.05.2016 · Hauptausschuss: ungeändert beschlossen / überwiesen",
    "• Mo., 10.04.2017 · Ausschuss für Soziales, Bildung und Integration: zurückgezogen / erledigt",
]


@pytest.mark.parametrize("saved", ["page", "real_page"])
def test_the_welcome_center_paper_is_read_in_and_answered(
    ratsbote: Ratsbote, saved: str, request: pytest.FixtureRequest
) -> None:
    read_in = ratsbote("import", request.getfixturevalue(saved))
    assert (read_in.code, read_in.err) == (0, "")
    answer = ratsbote("ask", "Status 20-1554?")
    assert answer.first_line == FIRST_LINE
    assert [line for line in answer.out.splitlines() if line.startswith("•")] == STOPS
    english = ratsbote("ask", "Status 20-1554?", "--language", "en")
    assert english.first_line == "Withdrawn on Mon, 10.04.2017 in the Ausschuss für Soziales, Bildung und Integration"


def test_a_second_import_changes_nothing(ratsbote: Ratsbote, page: Path) -> None:
    assert "1 neu" in ratsbote("import", page).out
    assert "1 unverändert" in ratsbote("import", page).out


def test_a_folder_with_a_bad_page_imports_the_good_ones_and_fails(ratsbote: Ratsbote, page: Path, home: Path) -> None:
    (home / "broken.html").write_bytes(b"\x00\x01\x02")
    ended = ratsbote("import", home)
    assert ended.code == 1
    assert "1 neu" in ended.out
    assert len(ended.err.splitlines()) == 1
    assert ratsbote("ask", "20-1554").first_line == FIRST_LINE


def test_an_empty_folder_says_so(ratsbote: Ratsbote, home: Path) -> None:
    (home / "nothing").mkdir()
    ended = ratsbote("import", "nothing")
    assert (ended.code, ended.err.count("\n")) == (1, 1)


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (b"", "leer"),
        (b"\x00" * 100, "keine Text- oder HTML-Datei"),
        (b"Liebe Oma, mir geht es gut.\n" * 20, "keine"),
        (b"<html><body><h1>Wetter</h1></body></html>", "keine"),
        (b"<html><body><h1>Fehler</h1>Keine Information verf\xfcgbar</body></html>", "öffentlich"),
    ],
)  # fmt: skip
def test_what_is_no_public_page_gets_one_sentence_and_stores_nothing(
    ratsbote: Ratsbote, home: Path, content: bytes, word: str
) -> None:
    (home / "page.html").write_bytes(content)
    ended = ratsbote("import", "page.html")
    assert ended.code == 1
    assert len(ended.err.splitlines()) == 1
    assert word in ended.err
    assert "0 Drucksachen" in ratsbote("check").out


def test_fifty_megabytes_are_refused_unread(ratsbote: Ratsbote, home: Path) -> None:
    with (home / "huge.html").open("wb") as file:
        file.truncate(50 * 1024 * 1024)
    ended = ratsbote("import", "huge.html")
    assert ended.code == 1
    assert "MB" in ended.err


def test_a_page_that_names_no_council_asks_for_one(ratsbote: Ratsbote, page: Path) -> None:
    page.write_text(page.read_text("utf-8").removeprefix("Bezirksversammlung Harburg"), "utf-8")
    assert "--body" in ratsbote("import", page).err
    assert ratsbote("import", page, "--body", "Harburg").code == 0
    assert ratsbote("show", "20-1554", "--body", "harburg").code == 0


def test_a_configured_council_keeps_its_name(ratsbote: Ratsbote, page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RATSBOTE_SOURCES", "harburg=allris+https://rat.example/bi/")
    ratsbote("import", page)
    assert ratsbote("show", "20-1554", "--body", "harburg").code == 0


@pytest.mark.parametrize(
    "question", ["", " ", "👍", "\u202e" * 50, "?" * 5000, "<b>&lt;</b>", "/", "//", "/ 20", "\x00"]
)
def test_whatever_is_asked_gets_an_answer(ratsbote: Ratsbote, page: Path, question: str) -> None:
    ratsbote("import", page)
    ended = ratsbote("ask", question)
    assert (ended.code, ended.err) == (0, "")
    assert ended.out.strip()
