"""The text of a paper in pages: all of it, in order, each page short enough."""

from hypothesis import given
from hypothesis import strategies as st

from council.published.papers import PaperText
from council.served.languages import Language
from tests.builders import a_known_paper, a_paper
from views.message import LONGEST_TEXT, Message, plain, shown_length
from views.paper_text import paper_text
from views.wording import words_of


def page(facts: str | None, decision: str | None, number: int = 1) -> Message:
    known = a_known_paper(a_paper(text=PaperText(sachverhalt=facts, beschluss=decision)))
    return paper_text(known, page=number, words=words_of(Language.DE))


def test_a_short_text_stands_on_one_page_with_the_way_back() -> None:
    message = page("Es fehlt ein Radweg.", "Das Bezirksamt wird gebeten, …")
    assert plain(message.text) == (
        "Text der Drucksache 22-0101\n\nSachverhalt\nEs fehlt ein Radweg.\n\n"
        "Beschlussvorschlag\nDas Bezirksamt wird gebeten, …"
    )
    assert [[b.action for b in row] for row in message.buttons] == [["v1:card:7"]]


def test_a_long_text_turns_its_pages_with_buttons() -> None:
    facts = "\n".join(f"Absatz {n}: " + "Wort " * 60 for n in range(30))
    first, second, last = page(facts, None, 1), page(facts, None, 2), page(facts, None, 999)
    assert "Seite 1 von 3" in first.text
    assert [[b.action for b in row] for row in first.buttons] == [["v1:text:7:2"], ["v1:card:7"]]
    assert [b.action for b in second.buttons[0]] == ["v1:text:7:1", "v1:text:7:3"]
    assert "Seite 3 von 3" in last.text


def test_a_paper_without_text_says_so() -> None:
    assert "liegt kein Text vor" in page(None, None).text


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=9000))
def test_no_word_is_lost_between_pages(text: str) -> None:
    whole, number = "", 1
    while True:
        message = page(text, None, number)
        assert shown_length(message.text) <= LONGEST_TEXT
        whole += plain(message.text).partition("\n\n")[2]
        later = [b for row in message.buttons for b in row if b.action == f"v1:text:7:{number + 1}"]
        if not later:
            break
        number += 1
    if "liegt kein Text vor" not in plain(page(text, None).text):
        assert "".join(whole.removeprefix("Sachverhalt").split()) == "".join(text.split())
