"""The page of one agenda item (to020): its result, and the minutes once they are public."""

from simulator.council.pages.frame import PIXEL, Frame, framed
from simulator.council.pages.markup import form, hidden, submit, text
from simulator.council.pages.session_head import day_and_place, organization_link
from simulator.council.pages.word_document import document
from simulator.council.story.happenings import State
from simulator.council.story.records import AgendaItem, FiledPaper

_PARTS = (("WP", "Protokoll"), ("BS", "Beschluss"), ("AE", "Abstimmungsergebnis"))


def item_page(state: State, item_key: int, *, host_url: str) -> bytes | None:
    """None for an item that is not on a public agenda or not public itself."""
    item = state.items.get(item_key)
    if item is None or not item.public or state.agenda(item.meeting) is None:
        return None
    frame = Frame(
        council=state.council,
        host_url=host_url,
        program="to020",
        title="Auszug",
        headline=f"Auszug - {item.name}",
        query=f"TOLFDNR={item.key}",
        object_key=item.key,
    )
    return framed(frame, f"{_upper_part(state, item)}<hr  />\n{_texts(item)}")


def _upper_part(state: State, item: AgendaItem) -> str:
    return f"""<table class="tk1" cellspacing="0" cellpadding="0" border="0">
\t<tr>
\t\t<td class="ko1" valign="top"><table class="tk1" cellspacing="0" cellpadding="3" border="0">
{_head(state, item)}{_paper(state, item)}
<tr><td>{PIXEL}</td><td width="45%">{PIXEL}</td><td>{PIXEL}</td><td width="45%">{PIXEL}</td></tr>
</table>
</td>
\t\t<td class="ko2">&nbsp;</td>
\t\t<td class="me1">
{_anchors(item)}\t\t</td>
\t</tr>
</table>
"""


def _head(state: State, item: AgendaItem) -> str:
    meeting = state.meetings[item.meeting]
    organization = state.organizations[meeting.organization]
    back = submit("il1_to", "TO", "Tagesordnung")
    return f"""\t<tr valign="top">
<td>{form(f"to010.asp?topSelected={item.key}", hidden("SILFDNR", meeting.key), back)}</td>
\t\t<td class="text1" colspan="3"><a href="to010.asp?SILFDNR={meeting.key}">{text(meeting.title)}</a></td>
\t</tr>
\t<tr valign="top">
\t\t<td class="kb1">TOP:</td>
\t\t<td class="text1" colspan="3">{item.shown_number.replace(" ", "&nbsp;")}</td>

\t</tr>
\t<tr valign="top">
\t\t<td class="kb1">Gremium:</td>
\t\t<td class="text1">{organization_link(organization, meeting.day)}</td>
\t\t<td class="kb1">Beschlussart:</td>
\t\t<td class="text3">{text(item.result or "(offen)")}</td>
\t</tr>
{day_and_place(state, meeting)}"""


def _paper(state: State, item: AgendaItem) -> str:
    """The paper's own block, with a second "Status:"; the cells of its inner table are nested wrongly, as really."""
    paper = state.paper(item.paper) if item.paper is not None else None
    if paper is None:
        return ""
    view = form("vo020.asp", hidden("VOLFDNR", paper.key), submit("il1_vo", "VO", "Drucksache"))
    decisions = submit("il1_bes", "BES", "Beschlüsse")
    return f"""\t<tr>
<td>{view}</td>
\t\t<td class="text1"><a href="vo020.asp?VOLFDNR={paper.key}">{paper.reference} {text(paper.name)}</a></td>
\t\t<td class="kb1"><table><tr><td>
{form(f"vo021.asp?topSelected={item.key}", hidden("VOLFDNR", paper.key), decisions)}
</td><td>&nbsp;</td><td>
<td>&nbsp;</td>
</td></tr></table></td>
\t\t<td class="text1" colspan="2">{_SCRIPT}&nbsp;</td>
\t</tr>
\t<tr><td class="kb1">Status:</td><td class="text3">öffentlich</td>\
<td class="kb1">Drucksache-Art:</td><td class="text4">{text(paper.type)}</td></tr>

{_origin(paper)}"""


def _origin(paper: FiledPaper) -> str:
    rows = ""
    if paper.originators:
        authors = text("\n".join(paper.originators))
        rows += f'<tr><td class="kb1">Verfasser:</td><td class="text4">{authors}</td></tr>\n'
    if paper.lead:
        rows += f"""<tr>
<td class="kb1">Federführend:</td><td class="text4">{text(paper.lead)}</td>
<td class="kb1">&nbsp;</td><td class="text4">&nbsp;</td>
</tr>
"""
    return rows


def _words(item: AgendaItem) -> dict[str, str]:
    return {"WP": item.protocol, "BS": item.decision, "AE": item.vote}


def _anchors(item: AgendaItem) -> str:
    words = _words(item)
    links = (f'\t\t\t\t\t<br /><a href="#allris{part}">{name}</a>' for part, name in _PARTS if words[part])
    return "".join(links)


def _texts(item: AgendaItem) -> str:
    """Unlike a paper's, an item's empty parts keep their anchors."""
    words = _words(item)
    number = 1_500_000 + 10 * (item.key % 100_000)
    found = []
    for offset, part in enumerate(("WP", "BS", "AN", "AE")):
        if words.get(part):
            found.append(document(part, number + offset, "", words[part]))
        else:
            anchor = "" if part == "AN" else f'<a name="allris{part}"></a>\n'
            found.append(f"<!-- ### {part}0.rtf -->\n{anchor}")
    return "".join(found)


_SCRIPT = """
<script language="Javascript" type="text/javascript"><!--
//<![CDATA[
\tfunction checkClickResult(id, clicked, value) {
\t\tif (id == 111) {
\t\t\tsubmitOk(true);
\t\t}
\t}


//]]>
--></script>
"""
