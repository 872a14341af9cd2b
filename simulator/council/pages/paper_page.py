"""The page of a paper (vo020)."""

from simulator.council.pages.attachments import attachment_column, attachment_table
from simulator.council.pages.frame import PIXEL, Frame, framed
from simulator.council.pages.markup import form, hidden, submit, text
from simulator.council.pages.papers import Paper, Relative
from simulator.council.pages.way_table import way_rows
from simulator.council.pages.word_document import document

# Stands in the Betreff cell of every real page, with CDATA inside the comment.
_SCRIPT = """
<script language="Javascript" type="text/javascript"><!--
//<![CDATA[
\tfunction checkClickResult(id, clicked, value) {
\t\tif (id == 8) {
\t\t\tif (clicked == 1) {
\t\t\t\tdocument.delVerSigForm.submit();
\t\t\t} else {
\t\t\t\tresetDelVerSigForm();
\t\t\t}
\t\t}
\t}


//]]>
--></script>
"""
_NO_PAIR = '<td class="kb1">&nbsp;</td><td class="text4">&nbsp;</td>'


def paper_page(paper: Paper, *, council_name: str, host_url: str) -> bytes:
    """The page as served: Windows-1252, CRLF. `host_url` is the folder's address ("http://127.0.0.1:8080/bi/")."""
    frame = Frame(
        council=council_name,
        host_url=host_url,
        program="vo020",
        title="Drucksache",
        headline=f"Drucksache - {paper.reference}",
        query=f"VOLFDNR={paper.key}",
        object_key=paper.key,
        topic=paper.name,
    )
    return framed(frame, f"{_upper_part(paper)}<hr  />\n{_texts(paper)}{attachment_table(paper)}{_family(paper)}")


def _upper_part(paper: Paper) -> str:
    return f"""<table class="tk1" cellspacing="0" cellpadding="0" border="0">
\t<tr>
\t\t<td class="ko1" valign="top"><table class="tk1" cellspacing="0" cellpadding="3" border="0">
\t<tr>
\t\t<td class="kb1">Betreff:</td>
\t\t<td class="text1" colspan="3">{_SCRIPT}{text(paper.name)}</td>
\t</tr>
\t<tr><td class="kb1">Status:</td><td class="text3">öffentlich</td>\
<td class="kb1">Drucksache-Art:</td><td class="text4">{text(paper.type)}</td></tr>

{_origin(paper)}{_lead(paper)}

{way_rows(paper.stops)}
<tr><td>{PIXEL}</td><td width="45%">{PIXEL}</td><td>{PIXEL}</td><td width="45%">{PIXEL}</td></tr>
</table>
</td>
\t\t<td class="ko2"></td>
\t\t<td class="me1">
{_right_column(paper)}
\t\t</td>
\t</tr>
</table>
"""


def _origin(paper: Paper) -> str:
    """Who wrote it and what it answers; each pair only where there is something to say."""
    author = f'<td class="kb1">Verfasser:</td><td class="text4">{text(chr(10).join(paper.originators))}</td>'
    if paper.parent is None:
        return f"<tr>{author}</tr>\n" if paper.originators else ""
    left = author if paper.originators else _NO_PAIR
    return f'<tr>{left}<td class="kb1">Bezüglich:</td><td class="text4">{_parent(paper.parent)}</td></tr>\n'


def _parent(parent: Relative) -> str:
    button = form("vo020.asp", hidden("VOLFDNR", parent.key), submit("il1_vo", "VO", "Drucksache"))
    link = f'<a href="vo020.asp?VOLFDNR={parent.key}">{text(parent.reference)}</a>'
    cells = f'<td>{button}</td><td nowrap="nowrap">{link}</td>'
    return f'<table class="tk1" cellspacing="0" cellpadding="0"><tr>{cells}</tr></table>'


def _lead(paper: Paper) -> str:
    if not paper.lead:
        return ""
    return f"""<tr>
<td class="kb1">Federführend:</td><td class="text4">{text(paper.lead)}</td>
{_NO_PAIR}
</tr>"""


def _right_column(paper: Paper) -> str:
    print_out = form(
        "do027.asp",
        hidden("DOLFDNR", _document_key(paper)) + hidden("options", 64),
        submit("il2_p", "Drucksache", "Drucksache (Öffnet PDF-Datei in neuem Fenster)"),
        blank=True,
    )
    parts = (("allrisSV", "Sachverhalt", paper.facts), ("allrisBV", "Beschlussvorschlag", paper.decision))
    links = "".join(f'\t\t\t\t\t\t<br /><a href="#{anchor}">{name}</a>' for anchor, name, words in parts if words)
    return f"""\t\t\t<table class="tk1" cellspacing="0" cellpadding="0" border="0">
\t\t\t\t<tr><td><img src="images/einpix.gif" alt="" width="165" height="1" border="0"  /></td></tr>
\t\t\t\t<tr>
\t\t\t\t\t<td class="me1"> {print_out}

\t\t\t\t\t</td>\t\t\t\t</tr>
\t\t\t\t<tr>
\t\t\t\t\t<td class="me1">{links}\t\t\t\t\t</td>\t\t\t\t</tr>
\t\t\t\t<tr>
\t\t\t\t\t<td class="me1" align="center">{attachment_column(paper)}\t\t\t\t\t</td>\t\t\t\t</tr>
\t\t\t</table>"""


def _texts(paper: Paper) -> str:
    number = _document_key(paper)
    facts = document("SV", number + 1, "Sachverhalt:", paper.facts)
    decision = document("BV", number + 2, "Petitum/Beschluss:", paper.decision)
    return f"{facts}{decision}{document('AN', 0, '', '')}"


def _document_key(paper: Paper) -> int:
    """Documents have keys of their own; ours follow the paper's."""
    return 1_400_000 + 10 * (paper.key % 100_000)


def _family(paper: Paper) -> str:
    """The Stammbaum, behind the last embedded document: "from here to the end" would swallow it."""
    if not paper.family:
        return ""
    rows = "".join(_family_row(each, own=each.key == paper.key) for each in paper.family)
    return f"""<table><tr><td>
<table class="tk1" cellspacing="0" cellpadding="4" border="0">
\t<tr><td colspan="7"><img src="images/einpix.gif" alt="" width="1" height="1" /></td></tr>
\t<tr valign="top"><td class="kb1" colspan="7">Stammbaum:</td></tr>
{rows}</table>
</td></tr></table>
"""


def _family_row(each: Relative, *, own: bool) -> str:
    def link(words: str) -> str:
        return text(words) if own else f'<a href="vo020.asp?VOLFDNR={each.key}">{text(words)}</a>'

    gap = '\t\t<td class="text3">&nbsp;</td>\n'
    values = (link(each.reference), link(each.name), text(each.lead), text(each.type))
    cells = gap.join(f'\t\t<td class="text3">{value}</td>\n' for value in values)
    return f'\t<tr valign="top"{" class=" + chr(34) + "zl11" + chr(34) if own else ""}>\n{cells}\t</tr>\n'
