import os
from pathlib import Path

import pytest

from council.published.readings import Reading
from sources.errors import NotFound, NotPublic, SourceError, Unreadable
from sources.files import read_file, read_files
from sources.files.saved_files import LARGEST
from tests.sources.agenda_pages import AgendaPage
from tests.sources.pages import PaperPage


def save(path: Path, data: bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def error_of(path: Path) -> SourceError:
    with pytest.raises(SourceError) as raised:
        read_file(path)
    return raised.value


def test_page_and_text_are_told_apart_by_content(tmp_path: Path) -> None:
    text = "Drucksache - 22-1\nBetreff: A\nStatus:öffentlich\nBeratungsfolge:\nRat\n"
    assert read_file(save(tmp_path / "page.txt", PaperPage().served())).papers[0].reference == "22-0815.01"
    assert read_file(save(tmp_path / "text.html", text.encode())).papers[0].reference == "22-1"


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (b"", "leer"),
        (b" \r\n", "leer"),
        (b"\x89PNG\x00\x00", "keine Text- oder HTML-Datei"),
        (b"Einkaufszettel", "keine Seite eines Ratsinformationssystems"),
        (PaperPage().served()[:5000], "nicht vollständig"),
    ],
    ids=["empty", "blank", "binary", "other text", "cut"],
)
def test_fault_is_one_sentence_that_names_the_file(tmp_path: Path, data: bytes, fault: str) -> None:
    error = error_of(save(tmp_path / "seite.html", data))
    assert isinstance(error, Unreadable)
    assert str(error).startswith("„seite.html“: ")
    assert fault in str(error)
    assert "\n" not in str(error)


def test_missing_file_is_not_found(tmp_path: Path) -> None:
    assert isinstance(error_of(tmp_path / "fehlt.html"), NotFound)


def test_folder_is_no_page(tmp_path: Path) -> None:
    assert "Ordner" in str(error_of(tmp_path))


def test_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert "gewöhnliche Datei" in str(error_of(tmp_path / "pipe"))


def test_name_that_no_system_allows_is_an_error_like_any_other(tmp_path: Path) -> None:
    assert isinstance(error_of(tmp_path / "a\x00b"), Unreadable)
    assert isinstance(error_of(tmp_path / ("x" * 5000)), Unreadable)


def test_strange_bytes_in_a_name_can_be_shown(tmp_path: Path) -> None:
    name = os.fsdecode(b"seite\xff\n.html")
    str(error_of(save(tmp_path / name, b"x"))).encode("utf-8")


def test_huge_file_is_refused_by_its_size_alone(tmp_path: Path) -> None:
    with (tmp_path / "huge.html").open("wb") as file:
        file.truncate(50_000_000)
    assert "5 MB" in str(error_of(tmp_path / "huge.html"))


def test_largest_file_is_still_looked_at(tmp_path: Path) -> None:
    page = PaperPage().served()
    path = save(tmp_path / "large.html", page + b" " * (LARGEST - len(page)))
    assert read_file(path).papers


def test_refusal_keeps_its_kind(tmp_path: Path) -> None:
    path = save(tmp_path / "seite.html", PaperPage(status="nichtöffentlich").served())
    assert isinstance(error_of(path), NotPublic)


def test_times_are_those_of_the_councils_zone(tmp_path: Path) -> None:
    path = save(tmp_path / "to010.html", AgendaPage().served())
    outcomes = [read_file(path, "Atlantic/Canary"), *(outcome for _, outcome in read_files([path], "Atlantic/Canary"))]
    for outcome in (*outcomes, read_file(path)):
        assert isinstance(outcome, Reading)
    starts = [each.meetings[0].start for each in (*outcomes, read_file(path)) if isinstance(each, Reading)]
    assert [each and each.isoformat() for each in starts] == [
        "2025-11-03T18:00:00+00:00",
        "2025-11-03T18:00:00+00:00",
        "2025-11-03T18:00:00+01:00",
    ]


def test_folder_is_read_in_order_without_what_browsers_leave_beside(tmp_path: Path) -> None:
    page = PaperPage().served()
    for name in ("b/seite.html", "a.html", "a_files/frame.html", ".hidden.html", ".git/x.html", "c.txt"):
        save(tmp_path / name, page if name != "c.txt" else b"Einkaufszettel")
    found = list(read_files([tmp_path]))
    assert [path.relative_to(tmp_path).as_posix() for path, _ in found] == ["a.html", "c.txt", "b/seite.html"]
    assert [isinstance(outcome, Reading) for _, outcome in found] == [True, False, True]


def test_file_named_itself_is_read_even_if_hidden(tmp_path: Path) -> None:
    path = save(tmp_path / ".seite.html", PaperPage().served())
    ((_, outcome),) = read_files([path])
    assert isinstance(outcome, Reading)


def test_missing_path_does_not_stop_the_others(tmp_path: Path) -> None:
    path = save(tmp_path / "seite.html", PaperPage().served())
    outcomes = [outcome for _, outcome in read_files([tmp_path / "fehlt", path])]
    assert isinstance(outcomes[0], NotFound)
    assert isinstance(outcomes[1], Reading)
