"""Umlauts that went through the code page of DOS on their way into an old system (Braunschweig, before 2000)."""

import re

# 0x84, 0x94 and 0x81 are ä, ö and ü there; read as Windows-1252 they are quotes and a control character. A quotation
# mark never stands between two small letters, so nothing else is touched.
_LETTERS = {"\u201e": "ä", "\u201d": "ö", "\x81": "ü"}
_INSIDE_A_WORD = re.compile("(?<=[a-zäöüß])[\u201e\u201d\x81](?=[a-zäöüß])")


def with_umlauts(text: str) -> str:
    """ "beschr„nkter Haftung" as it was meant."""
    return _INSIDE_A_WORD.sub(lambda found: _LETTERS[found[0]], text)
