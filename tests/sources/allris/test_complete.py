import re
from pathlib import Path

import pytest

from sources.allris.complete import is_complete, without_comments
from sources.allris.page import read_page
from sources.errors import Unreadable
from tests.shared import SHARED, needs_shared
from tests.sources.pages import PaperPage, paragraphs

QUOTE = "Die Seite meldet: Keine Information verfügbar."
SAVED = sorted((SHARED / "pages" / "allris3").glob("*_vo020*.html"))


def cuts(page: bytes) -> list[int]:
    """Every hundredth of the page and the end of every tenth tag, the nested documents' ends among them."""
    end = len(page.rstrip())
    tags = [found.end() for found in re.finditer(rb">", page)]
    nested = [found.end() for found in re.finditer(rb"</html>|</table>|</tr>|-->", page)]
    steps = [end * percent // 100 for percent in range(1, 100)]
    return sorted({at for at in (*steps, *tags[::10], *nested) if at < end})


def assert_every_prefix_is_unreadable(page: bytes) -> None:
    for at in cuts(page):
        with pytest.raises(Unreadable):
            read_page(page[:at])


def test_cut_page_is_never_a_page_with_less() -> None:
    assert_every_prefix_is_unreadable(PaperPage(facts=paragraphs(QUOTE)).served())


def test_cut_page_in_utf_8_is_never_a_page_with_less() -> None:
    assert_every_prefix_is_unreadable(PaperPage(annex=paragraphs("Anlage/n: -")).served("utf-8"))


def test_every_single_cut_at_the_end_shows() -> None:
    page = PaperPage().served()
    for at in range(len(page) - 400, len(page)):
        with pytest.raises(Unreadable):
            read_page(page[:at])


@needs_shared
@pytest.mark.parametrize("path", SAVED, ids=lambda path: path.stem)
def test_cut_real_page_is_never_a_page_with_less(path: Path) -> None:
    page = path.read_bytes()
    assert read_page(page).papers
    assert_every_prefix_is_unreadable(page)


def test_white_space_and_a_remark_after_the_end_are_nothing_missing() -> None:
    assert read_page(PaperPage(after_html="\r\n \r\n<!-- 0,2 s -->\n").served()).papers


def test_documents_opened_in_comments_need_no_end() -> None:
    opened = "<!--[if lt IE 7]> <html class='old'> <![endif]-->"
    assert read_page(PaperPage(before_html=opened).served()).papers


def test_end_of_an_embedded_document_is_not_the_end() -> None:
    assert not is_complete("<html><body><html><body></body></html>")
    assert is_complete("<html><body><html><body></body></html></body></html >\n")


def test_unfinished_comment_is_kept() -> None:
    assert without_comments("a<!-- b -->c<!-- d") == "ac<!-- d"


def test_many_comments_without_an_end_take_no_time() -> None:
    assert len(without_comments("<!--" * 1_000_000)) == 4_000_000
