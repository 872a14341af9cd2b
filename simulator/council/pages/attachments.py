"""The attachments of a paper: in the right column with their time stamps, below the texts with their sizes."""

from zoneinfo import ZoneInfo

from simulator.council.pages.markup import attribute, text
from simulator.council.pages.papers import Attachment, Paper

_ZONE = ZoneInfo("Europe/Berlin")
_PIXEL = '<img src="images/einpix.gif" alt="" width="1" height="1" />'


def attachment_column(paper: Paper) -> str:
    """The right column's table: the one place of the page with a time of change."""
    if not paper.attachments:
        return ""
    rows = "".join(_column_row(paper, number, each) for number, each in enumerate(paper.attachments, 1))
    return f"""<table class="tk1" cellspacing="0" cellpadding="3" border="0">
\t<tr><td colspan="2">{_PIXEL}</td></tr>
\t<tr valign="top">
\t\t<td class="kb1" colspan="1">Anlagen:</td>
\t</tr>
{rows}</table>
"""


def _column_row(paper: Paper, number: int, each: Attachment) -> str:
    changed = each.changed.astimezone(_ZONE)
    return f"""\t<tr valign="top">
\t\t<td class="text3"><a href="{_address(paper, number)}" target="_blank"  title="Anlage {number} \
({changed:%d.%m.%Y %H:%M:%S}) &ouml;ffnen
(Öffnet Dokument in neuem Fenster)
" onmouseover="status='{attribute(each.name)}'; return true;" onmouseout="status=''; return true;">\
{text(each.name)}</a></td>
\t\t<td class="text3">&nbsp;</td>
\t</tr>
"""


def attachment_table(paper: Paper) -> str:
    if not paper.attachments:
        return ""
    rows = "".join(_table_row(paper, number, each) for number, each in enumerate(paper.attachments, 1))
    heads = ("Nr.", "Name", '<img src="images/einpix.gif" alt="" width="100" height="1" />', "&nbsp;", "&nbsp;")
    return f"""<table class="tk1" cellspacing="0" cellpadding="3" border="0">
\t<tr><td colspan="6">{_PIXEL}</td></tr>
\t<tr valign="top">
\t\t<td class="kb1" colspan="5">Anlagen:</td>
\t\t<td>&nbsp;</td>
\t</tr>
\t<tr valign="top">
\t\t<td>&nbsp;</td>
{"".join(f'{chr(9)}{chr(9)}<td class="text1">{head}</td>{chr(10)}' for head in heads)}\t</tr>
{rows}</table>
"""


def _table_row(paper: Paper, number: int, each: Attachment) -> str:
    name = f"{each.name} ({each.kilobytes} KB)"
    return f"""\t<tr valign="top">
\t\t<td><img width="11" height="16" src="images/clip.gif" alt="Anlage {number}" \
title="Herunterladen durch Rechtsklick auf den Link und 'Ziel speichern unter...'"></td>
\t\t<td class="text3">{number}</td>
\t\t<td class="text3"><a href="{_address(paper, number)}" target="_blank"  title="Größe: {each.kilobytes},0 KB
(Öffnet Dokument in neuem Fenster)
" onmouseover="status='{attribute(name)}'; return true;" onmouseout="status=''; return true;">{text(name)}</a></td>
\t\t<td class="text3">&nbsp;</td>
\t\t<td class="text3">&nbsp;</td>
\t\t<td class="text3">&nbsp;</td>
\t</tr>
"""


def _address(paper: Paper, number: int) -> str:
    """Bound to a session, as at the source: worthless tomorrow, and never to be stored."""
    return f"___tmp/tmp/45-181-136/{paper.key * 7919 % 1_000_003:x}Xq/13-Anlagen/{number:02}/Anlage{number}.pdf"
