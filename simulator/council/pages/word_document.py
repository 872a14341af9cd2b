"""The texts of a paper or an item: whole documents inside the page, as Aspose.Words writes them."""

import re
from html import escape

_HEAD = (
    '<?xml version="1.0" encoding="iso-8859-1" standalone="no"?><!DOCTYPE html PUBLIC '
    '"-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">'
    '<html xmlns="http://www.w3.org/1999/xhtml"><head><meta http-equiv="Content-Type" content="text/html; '
    'charset=iso-8859-1" /><meta http-equiv="Content-Style-Type" content="text/css" /><meta name="generator" '
    'content="Aspose.Words for .NET 19.1" /><title></title></head><body>'
)
_PARAGRAPH = '<p style="margin-top:0pt; margin-bottom:8pt; line-height:108%; font-size:11pt">'
_FILLER = f'{_PARAGRAPH}<span style="font-family:Calibri; -aw-import:ignore">&#xa0;</span></p>'
_BEHIND_UMLAUT = re.compile("(?<=[äöüÄÖÜß])(?=.)")


def document(part: str, number: int, heading: str, words: str) -> str:
    """One part ("SV", "BV", "AN", "WP", "BS") behind its comment and its anchor; without words only the comment."""
    if not words:
        return f"<!-- ### {part}0.rtf -->\n"
    rule = "" if part in ("SV", "WP") else " <hr />"
    paragraphs = "".join(_paragraph(each) for each in words.split("\n\n"))
    first = _paragraph(heading, bold=True) if heading else ""
    return (
        f'<!-- ### {part}{number}.rtf -->\n<a name="allris{part}"></a>\n'
        f"{_HEAD}{rule}<div>{first}{_FILLER}{paragraphs}{_FILLER}</div></body></html>"
    )


def _paragraph(words: str, *, bold: bool = False) -> str:
    return _PARAGRAPH + "<br />".join(_line(line, bold=bold) for line in words.split("\n")) + "</p>"


def _line(words: str, *, bold: bool) -> str:
    """Cut right behind each umlaut that something follows: readers must join the pieces without a blank."""
    style = "font-family:Calibri; font-weight:bold" if bold else "font-family:Calibri"
    return "".join(f'<span style="{style}">{_escaped(piece)}</span>' for piece in _BEHIND_UMLAUT.split(words))


def _escaped(words: str) -> str:
    """Unlike the page around them, these documents write what iso-8859-1 lacks as references."""
    return re.sub("[^\x00-\xff]", lambda found: f"&#x{ord(found[0]):X};", escape(words, quote=False))
