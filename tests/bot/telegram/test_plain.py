"""HTML for Telegram, read by a person at a terminal."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.telegram.plain import plain_text


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<b>Antrag</b> 22-1554\nzweite Zeile", "Antrag 22-1554\nzweite Zeile"),
        ("5 &lt; 6 &amp; &quot;x&quot; &#228; &uuml;", '5 < 6 & "x" ä ü'),
        ('<a href="https://rat.example/1?a=1&amp;b=2">Original</a>', "Original (https://rat.example/1?a=1&b=2)"),
        ('<a href="https://rat.example/1">https://rat.example/1</a>', "https://rat.example/1"),
        ('<a href="https://rat.example/">rat.example</a>', "rat.example"),
        ('<a href="https://rat.example/1"><b>fett</b> und mehr</a>!', "fett und mehr (https://rat.example/1)!"),
        ('<a href="https://rat.example/1">nie zu', "nie zu (https://rat.example/1)"),
        ("<a>ohne Ziel</a></a></b>", "ohne Ziel"),
        ("<blockquote expandable>Zitat</blockquote><tg-spoiler>x</tg-spoiler><code>y</code>", "Zitatxy"),
        ("3 < 4 und 4 > 3", "3 < 4 und 4 > 3"),
        ("ab\x1b[31mrot\x07\r\n\tEnde", "ab[31mrot\n\tEnde"),
        ("&#27;[2J", "[2J"),
        ("am Ende &amp", "am Ende &"),
        ("", ""),
    ],
)
def test_markup_becomes_text(html: str, text: str) -> None:
    assert plain_text(html) == text


@given(st.text(alphabet=st.sampled_from("<>a/b&; ='\"!-[]x#\n\x1b")))
def test_nothing_breaks_it(html: str) -> None:
    assert "\x1b" not in plain_text(html)
