"""Text on a page of ALLRIS 3: escaped, with its line breaks, in its code page."""

from html import escape

LINE_END = "\r\n"
# Declared iso-8859-1; in fact Windows-1252 (0x96 is an en dash), and what that lacks is lost at the source.
CODE_PAGE = "cp1252"
_BARE = "\ue000"  # stands for a line feed that stays one
BLANK = "<td>&nbsp;</td>"


def text(value: str) -> str:
    """Escaped for the space between tags; lines are parted as ALLRIS parts them."""
    return escape(value, quote=False).replace("\n", "<br  />")


def raw_text(value: str) -> str:
    """Escaped, its lines parted by a bare line feed, as agendas and lists print names of several lines."""
    return escape(value, quote=False).replace("\n", _BARE)


def person(value: str) -> str:
    """Escaped; names of people keep letters that the code page lacks, as references."""
    return text(value).encode(CODE_PAGE, "xmlcharrefreplace").decode(CODE_PAGE)


def attribute(value: str) -> str:
    """Escaped for a value in double quotes, on one line."""
    return escape(" ".join(value.split()))


def page_bytes(html: str) -> bytes:
    """As it goes over the line: CRLF but for names, Windows-1252, "?" for what that code page lacks."""
    lines = html.replace(LINE_END, "\n").replace("\n", LINE_END).replace(_BARE, "\n")
    return lines.encode(CODE_PAGE, "replace")


def hidden(name: str, value: int) -> str:
    return f'<input type="hidden" name="{name}" value="{value}"  />'


def form(action: str, fields: str, button: str, *, blank: bool = False) -> str:
    """A button that posts: ALLRIS links that way wherever the key should not stand in the address."""
    target = ' target="_blank"' if blank else ""
    return f'<form action="{action}" method="post" style="margin:0"{target}>{fields}{button}</form>'


def submit(style: str, value: str, title: str) -> str:
    return f'<input type="submit" class="{style}" value="{value}" title="{attribute(title)}"  />'
