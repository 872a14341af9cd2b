import unicodedata

import pytest

from sources.allris.charset import decode
from sources.allris.page import read_page
from sources.errors import Unreadable
from tests.sources.pages import PaperPage, paragraphs

PAGE = PaperPage(subject="„Grün – groß“ für 5 €")
NAME = "„Grün – groß“ für 5 €"
FORMS = {
    "as served, really Windows-1252": PAGE.served(),
    "UTF-8 under a declaration of iso-8859-1": PAGE.served("utf-8"),
    "UTF-8 with a byte order mark": PAGE.served("utf-8-sig"),
    "UTF-16 with a byte order mark": PAGE.served("utf-16"),
    "UTF-16 the other way round": b"\xfe\xff" + PAGE.served("utf-16-be"),
    "declared UTF-8, really Windows-1252": PAGE.html().replace("iso-8859-1", "utf-8").encode("cp1252"),
    "UTF-8 read as Windows-1252 and saved again": PAGE.served("utf-8").decode("cp1252", "replace").encode("utf-8"),
}


@pytest.mark.parametrize("data", FORMS.values(), ids=FORMS.keys())
def test_code_page_is_told_from_the_bytes(data: bytes) -> None:
    (paper,) = read_page(data).papers
    assert paper.name == NAME


def test_declared_iso_8859_15_keeps_its_euro_sign_and_windows_dashes() -> None:
    page = PaperPage(declared="ISO-8859-15", subject="5 EURO @ groß")
    data = page.served().replace(b"EURO", b"\xa4").replace(b"@", b"\x96")
    assert read_page(data).papers[0].name == "5 € – groß"


def test_only_the_first_declaration_counts() -> None:
    page = PaperPage(declared="ISO-8859-15", facts=paragraphs("5 EURO"))
    assert read_page(page.served().replace(b"EURO", b"\xa4")).papers[0].text.sachverhalt == "5 €"


def test_decomposed_letters_are_composed() -> None:
    decomposed = unicodedata.normalize("NFD", PAGE.html()).encode("utf-8")
    assert read_page(decomposed).papers[0].name == NAME


def test_mojibake_that_is_everywhere_is_undone() -> None:
    assert decode("UngeÃ¤ndert Ã¼berwiesen, StraÃŸe".encode()) == "Ungeändert überwiesen, Straße"


def test_mojibake_that_cannot_be_undone_is_refused() -> None:
    with pytest.raises(Unreadable, match="Zeichenkodierung"):
        decode("UngeÃ¤ndert Ã¼berwiesen ź".encode())


def test_quoted_mojibake_in_a_sound_text_is_kept() -> None:
    text = "Die Behörde schrieb „UngeÃ¤ndert“, für jede größere Straße."
    assert decode(text.encode()) == text


@pytest.mark.parametrize("lost", ["\ufffd", "?"])
def test_lost_umlauts_are_refused(lost: str) -> None:
    text = PAGE.html()
    for umlaut in "äöüß":
        text = text.replace(umlaut, lost)
    with pytest.raises(Unreadable, match="Zeichenkodierung"):
        read_page(text.replace('<td class="kb1">Status:</td><td class="text3">', "Status:").encode("utf-8"))


def test_text_cut_inside_a_character_shows() -> None:
    with pytest.raises(Unreadable):
        decode("Drucksache für Bänke ö".encode()[:-1])


def test_binary_is_refused() -> None:
    for data in (b"%PDF-1.7\x00\x01", b"PK\x03\x04\x00\x00", bytes(range(256)), "a\x00b".encode("utf-16")):
        with pytest.raises(Unreadable):
            decode(data)


def test_line_ends_are_newlines() -> None:
    assert decode(b"a\r\nb\rc\n") == "a\nb\nc\n"
