"""The same page as HTML, as a browser shows it as text, and as a browser saves it, reads to the same facts."""

from collections.abc import Iterator
from dataclasses import asdict, replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from council.published.papers import Paper, PaperText
from sources.allris.page import read_page
from tests.shared import SHARED, needs_shared
from tests.sources.pages import Met, PaperPage, Station, cell_table, paragraphs

CHROMIUM = Path("/usr/bin/chromium")
pytestmark = pytest.mark.skipif(not CHROMIUM.exists(), reason="chromium is not installed on this machine")

LETTER = ("BEZIRKSVERSAMMLUNG MUSTERBEK", "Die Vorsitzende", "11.05.2026", "Die Behörde antwortet.")
PAGES = {
    "plain": PaperPage(),
    "annex and long family": PaperPage(annex=paragraphs("Anlage/n:", "Ein Plan."), family=("1-1", "22-0815.01", "1-3")),
    "no heading before the facts": PaperPage(facts=paragraphs("Der Ausschuss empfiehlt:", "Zwei Bänke."), files=()),
    "table": PaperPage(decision=paragraphs("Petitum:") + cell_table(("Nr.", "Zweck"), ("1", "Bänke"))),
    "answer": PaperPage(decision=paragraphs("Petitum/Beschlussvorschlag:", *LETTER)),
    "answer without a heading": PaperPage(decision=paragraphs("\u00a0", *LETTER), files=()),
    "several stations": PaperPage(
        subject="Sondermittel<br  />Antrag der GRÜNE-Fraktion",
        stations=(
            Station(organization="Kulturausschuss", role="Vorberatung"),
            Station(met=(Met(result="vertagt&nbsp;"), Met(day="01.06.2026", agenda=False, minutes=False))),
            Station(organization="Bezirksversammlung", role="Entscheidung", met=(Met(result="unbekannt vermerkt"),)),
        ),
    ),
    "hardly anything": PaperPage(originators=None, lead=None, parent=None, files=(), family=(), facts=None),
}


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    arguments = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=arguments)
        yield chromium
        chromium.close()


def shown(browser: Browser, path: Path, expression: str) -> str:
    tab = browser.new_page()
    tab.goto(path.as_uri())
    text = tab.evaluate(expression)
    tab.close()
    assert isinstance(text, str)
    return text


def facts(paper: Paper) -> dict[str, object]:
    """What text can show: no keys, no addresses, white space aside."""
    texts = (paper.text.sachverhalt, paper.text.beschluss)
    facts, decision = (" ".join((text or "").split()) for text in texts)
    return asdict(
        replace(
            paper,
            id=None,
            web=None,
            files=tuple(replace(file, url=None) for file in paper.files),
            consultations=tuple(replace(stop, meeting=None, agenda_item=None) for stop in paper.consultations),
            text=PaperText(sachverhalt=facts, beschluss=decision),
        )
    )


def assert_same_facts_as_text(browser: Browser, path: Path) -> None:
    page, text = read_page(path.read_bytes()), read_page(shown(browser, path, "document.body.innerText").encode())
    assert facts(text.papers[0]) == facts(page.papers[0])
    assert text.assembly == page.assembly


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES.keys())
def test_shown_text_reads_to_the_same_facts(browser: Browser, tmp_path: Path, page: PaperPage) -> None:
    path = tmp_path / "seite.html"
    path.write_bytes(page.served())
    assert_same_facts_as_text(browser, path)


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES.keys())
def test_page_a_browser_wrote_out_reads_to_the_same(browser: Browser, tmp_path: Path, page: PaperPage) -> None:
    path = tmp_path / "seite.html"
    path.write_bytes(page.served())
    written = shown(browser, path, "document.documentElement.outerHTML")
    assert written.count("<html") == 1
    assert read_page(written.encode()) == read_page(path.read_bytes())


@needs_shared
def test_real_page_reads_to_the_same_facts_as_text(browser: Browser) -> None:
    assert_same_facts_as_text(browser, SHARED / "pages" / "allris3" / "hh_harburg_vo020.html")
