import pytest

from sources.allris.page import read_page
from sources.errors import NotFound, NotPublic, SourceError, Unreadable
from tests.sources.pages import PaperPage


def html(body: str, *, head: str = "", container: str = "") -> bytes:
    inner = f'<div id="allriscontainer" class="{container}">{body}</div>' if container else body
    return f"<html><head>{head}</head><body>{inner}</body></html>".encode("cp1252")


def error_of(data: bytes) -> SourceError:
    with pytest.raises(SourceError) as raised:
        read_page(data)
    return raised.value


@pytest.mark.parametrize(
    "words",
    [
        "Keine Information verfügbar",
        "Zugriff verweigert (Programm vo020.asp).",
        "Sie sind nicht berechtigt, die Information zu sehen.",
    ],
)
def test_refusals_say_not_public(words: str) -> None:
    for data in (html(words), html(words, container="vo020"), words.encode("cp1252"), f"<p>{words}</p>".encode()):
        assert isinstance(error_of(data), NotPublic)


def forms_of(words: str) -> tuple[bytes, ...]:
    return html(words), html(words, container="to020"), words.encode("cp1252"), f"<p>{words}</p>".encode()


def test_what_is_not_in_stock_is_not_found() -> None:
    for data in forms_of("(Angefordertes Dokument nicht im Bestand)"):
        assert isinstance(error_of(data), NotFound)


def test_what_is_not_in_stock_and_refused_is_not_public() -> None:
    for data in forms_of("Keine Information verfügbar (Angefordertes Dokument nicht im Bestand)"):
        assert isinstance(error_of(data), NotPublic)


def test_way_to_noauth_is_not_public() -> None:
    moved = b'<head><title>Object moved</title></head><body><h1>Object Moved</h1><a HREF="noauth.asp">here</a></body>'
    assert isinstance(error_of(moved), NotPublic)
    note = b"<!-- saved from url=(0040)https://x.example/bi/noauth.asp -->"
    assert isinstance(error_of(note + html("Anmeldung")), NotPublic)


@pytest.mark.parametrize(
    ("container", "headline", "kind"),
    [
        ("to010", "Tagesordnung - Sitzung des Hauptausschusses", "Tagesordnung"),
        ("to020", "Auszug - Bänke", "Auszug"),
        ("si010", "Sitzungskalender", "Sitzungskalender"),
        ("vo040", "Drucksachen - Übersicht", "Übersicht von Drucksachen"),
        ("au020", "Hauptausschuss", "Gremiums"),
    ],
)
def test_page_of_a_known_kind_in_an_unknown_shape_is_named(container: str, headline: str, kind: str) -> None:
    error = error_of(html(f"<h1>{headline}</h1>", container=container))
    assert isinstance(error, Unreadable)
    assert kind in str(error)
    assert "unbekannten Aufbau" in str(error)


@pytest.mark.parametrize(("container", "kind"), [("yw040", "Suchseite"), ("zz099", "andere Seite von ALLRIS")])
def test_page_of_another_kind_is_named(container: str, kind: str) -> None:
    error = error_of(html("<h1>Rätsel</h1>", container=container))
    assert isinstance(error, Unreadable)
    assert kind in str(error)
    assert "nicht gelesen" in str(error)


def test_kind_is_told_by_the_headline_where_the_frame_is_the_towns() -> None:
    head = '<meta name="keywords" content="ALLRIS" />'
    assert "Tagesordnung" in str(error_of(html("<h1>Tagesordnung - Rat</h1>", head=head)))


@pytest.mark.parametrize(
    "data",
    [
        html("<h1>Anmeldung</h1><form><input type='password'></form>"),
        html("Wegen Wartungsarbeiten nicht erreichbar"),
        b"Einkaufszettel: Butter, Brot",
        b"<xml/>",
        b"<",
    ],
)
def test_anything_else_is_no_council_page(data: bytes) -> None:
    assert "keine Seite eines Ratsinformationssystems" in str(error_of(data))


def test_new_layouts_are_named() -> None:
    mobile = '<div id="allris"><h1 class="title">VO/2026/181 - Vorlage</h1><span id="vobetreff">B</span></div>'
    assert "klassische Seite" in str(error_of(html(mobile)))


def test_web_archive_and_json_are_named() -> None:
    archive = b"From: <Saved by Blink>\nMIME-Version: 1.0\nContent-Type: multipart/related\n\n<html>"
    assert "Webarchiv" in str(error_of(archive))
    assert "JSON" in str(error_of(b'{"id": 1}'))


def test_paper_page_without_a_subject_is_an_unknown_shape() -> None:
    assert "Betreff" in str(error_of(PaperPage(extra={'class="kb1"': 'class="neu"'}).served()))


def test_agenda_saved_as_text_is_named() -> None:
    text = "Musterbek\n\nTagesordnung - Sitzung des Rates 3\n\nTOP\tBetreff\n"
    assert "Tagesordnung als Text" in str(error_of(text.encode()))
    assert "andere Seite von ALLRIS" in str(error_of(b"Home\nKalender\nImpressum\n"))
