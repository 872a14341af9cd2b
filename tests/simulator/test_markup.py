from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.answers import Refusal
from simulator.entities import Entity, utf16_length
from simulator.markup import read_html


def read(source: str) -> tuple[str, list[tuple[str, int, int]]]:
    text, entities = read_html(source)
    return text, [(each.kind, each.offset, each.length) for each in entities]


def refusal(source: str) -> str:
    with pytest.raises(Refusal) as refused:
        read_html(source)
    return refused.value.description.removeprefix("Bad Request: can't parse entities: ")


def test_text_without_markup_stays() -> None:
    assert read("Drucksache 22-1001, Lärm & Verkehr") == ("Drucksache 22-1001, Lärm & Verkehr", [])


@pytest.mark.parametrize(
    ("tag", "kind"),
    [
        *(
            ("b", "bold"),
            ("strong", "bold"),
            ("i", "italic"),
            ("em", "italic"),
            ("u", "underline"),
            ("ins", "underline"),
        ),
        *(("s", "strikethrough"), ("strike", "strikethrough"), ("del", "strikethrough"), ("tg-spoiler", "spoiler")),
        *(("code", "code"), ("pre", "pre"), ("blockquote", "blockquote"), ("B", "bold")),
    ],
)
def test_tag_is_an_entity(tag: str, kind: str) -> None:
    assert read(f"ab <{tag}>cd</{tag}> ef") == ("ab cd ef", [(kind, 3, 2)])


def test_offsets_count_utf16_units() -> None:
    assert read("😀 <b>ä😀</b>") == ("😀 ä😀", [("bold", 3, 3)])


def test_outer_entity_comes_before_inner_one() -> None:
    assert read("<b>a<i>b</i></b>") == ("ab", [("bold", 0, 2), ("italic", 1, 1)])


def test_style_within_itself_is_one_entity() -> None:
    assert read("<b>a<b>b</b></b>") == ("ab", [("bold", 0, 2)])


def test_styles_within_code_are_dropped() -> None:
    assert read("<code>a<b>b</b></code>") == ("ab", [("code", 0, 2)])


def test_empty_tag_leaves_nothing() -> None:
    assert read("a<b></b>b") == ("ab", [])


def test_link_keeps_its_address_in_telegrams_form() -> None:
    text, entities = read_html('<a href="HTTPS://Ratsinfo.Example?a=1&amp;b=2">Sitzung</a>')
    assert text == "Sitzung"
    assert entities == (Entity("text_link", 0, 7, url="https://ratsinfo.example/?a=1&b=2"),)


def test_link_without_usable_address_stays_text() -> None:
    assert read('<a href="http://localhost/x">hier</a> <a href="ftp://a.example">dort</a>') == ("hier dort", [])


def test_language_of_code_in_pre_is_kept() -> None:
    _, entities = read_html('<pre><code class="language-python">x = 1</code></pre>')
    assert entities == (Entity("pre", 0, 5, language="python"),)


def test_long_quote_can_be_expandable() -> None:
    assert read("<blockquote expandable>a</blockquote>") == ("a", [("expandable_blockquote", 0, 1)])


def test_character_references_are_read() -> None:
    assert read("&lt;&gt;&amp;&quot;&#65;&#x1F600;") == ('<>&"A😀', [])


@pytest.mark.parametrize("source", ["&nbsp;", "&auml;", "&", "& &", "&#;", "&#0;", "&#x110000;", "R&D"])
def test_other_references_stay_as_they_are(source: str) -> None:
    assert read(source) == (source, [])


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("a <b", "Unclosed start tag at byte offset 2"),
        ("ä <p>x</p>", 'Unsupported start tag "p" at byte offset 3'),
        ("x<br>", 'Unsupported start tag "br" at byte offset 1'),
        ("1 < 2", 'Unsupported start tag "" at byte offset 2'),
        ("1 <2 und 3> 4", 'Unsupported start tag "2" at byte offset 2'),
        ("<b>x", "Can't find end tag corresponding to start tag b"),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        ("<b>x</b", "Unclosed end tag at byte offset 4"),
        ("<b>x</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'),
        ("<b><i>x</b></i>", 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'),
        ("<a href>x</a>", 'Expected equal sign in declaration of an attribute of the tag "a" at byte offset 0'),
        ('<a ="x">x</a>', 'Empty attribute name in the tag "a" at byte offset 0'),
        ("<a href=x/y>x</a>", "Unexpected end of name token at byte offset 8"),
        ('<a href="x', "Unclosed start tag at byte offset 0"),
        ("<a href=", 'Unclosed start tag "a" at byte offset 0'),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
    ],
)
def test_broken_markup_is_refused_in_telegrams_words(source: str, words: str) -> None:
    assert refusal(source) == words


def test_half_a_surrogate_pair_is_refused() -> None:
    assert "invalid Unicode characters" in refusal("&#xD83D;")


@given(st.text(alphabet="ab<>&;/=\"' #x😀\n-", max_size=60))
def test_any_text_is_read_or_refused(source: str) -> None:
    with suppress(Refusal):
        text, entities = read_html(source)
        assert all(each.length > 0 and each.end <= utf16_length(text) for each in entities)
