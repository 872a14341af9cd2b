"""The list of papers (vo040) with its filter forms, fifty papers a page."""

from simulator.council.pages.frame import Frame, framed
from simulator.council.pages.list_filter import PAGE, View
from simulator.council.pages.markup import BLANK, attribute, form, hidden, raw_text, submit, text
from simulator.council.story.happenings import State
from simulator.council.story.records import FiledPaper

_ATTACHMENT = '<img src="images/attmnt.gif" alt="Enthält Anlagen" title="Enthält Anlagen"  />'


def list_page(state: State, view: View, *, host_url: str) -> bytes:
    """What a visitor sees who has set this view."""
    frame = Frame(
        council=state.council,
        host_url=host_url,
        program="vo040",
        title="Drucksachen",
        headline="Drucksachen - Übersicht",
    )
    found = view.select(state.papers.values())
    shown = found[view.offset : view.offset + PAGE]
    rows = "\t".join(_row(state, paper, "zl11" if place % 2 else "zl12") for place, paper in enumerate(shown))
    count = _count(view, len(shown), len(found))
    content = f"""<table class="tl1" cellspacing="0" cellpadding="2" border="0">
\t<thead>
{_filters(view)}{_HEADS}</thead>
<tbody>
\t<tr class="zl11">
\t\t<td class="kb1" colspan="5">
{count}
{_TIP}
\t\t</td>
\t</tr>
\t{rows}
\t<tr>
\t\t<td class="text4" colspan="5">
{count}{_leafing(view, len(found))}
{_TIP}
\t\t</td>
\t</tr>
</tbody>
</table>
"""
    return framed(frame, content, border="")


def _count(view: View, shown: int, found: int) -> str:
    if not found:
        return "Keine Ergebnisse"
    about = "ungefähr " if found > PAGE else ""
    return f"Ergebnisse {view.offset + 1}-{view.offset + shown} von {about}{found}"


def _leafing(view: View, found: int) -> str:
    back, on = "&lt; vorherige", "nächste &gt;"
    if view.offset:
        back = f'<a href="vo040.asp?showprev=true" title="">{back}</a>'
    if view.offset + PAGE < found:
        on = f'<a href="vo040.asp?shownext=true" title="">{on}</a>'
    return f"&nbsp;&nbsp;&nbsp;{back} | {on}"


def _row(state: State, paper: FiledPaper, style: str) -> str:
    button = submit("il1_vo", "VO", "Drucksache") + (_ATTACHMENT if paper.annexes else "")
    view = form("vo020.asp", hidden("VOLFDNR", paper.key), button)
    cell = '<td nowrap="nowrap">' if paper.annexes else "<td>"
    link = f'<a href="vo020.asp?VOLFDNR={paper.key}">{text(paper.reference)}&nbsp;{raw_text(paper.name)}</a>'
    return (
        f'<tr class="{style}">{cell}{view}</td><td>{link}</td>{_decisions(state, paper)}'
        f'\t\t<td class="text2">{paper.filed:%d.%m.%Y}</td>\t\t<td class="text2">{text(paper.type)}</td>\t</tr>'
    )


def _decisions(state: State, paper: FiledPaper) -> str:
    decided = any(item.result for item in state.items.values() if item.paper == paper.key and item.public)
    if not decided:
        return BLANK
    return f"<td>{form('vo021.asp', hidden('VOLFDNR', paper.key), submit('il1_bes', 'BES', 'Beschlüsse'))}</td>"


def _filters(view: View) -> str:
    """Three forms: reset, number with subject, date. The number's has a second button for exactly this number."""
    off = "Alle Suchwort-Filter aus (Filter für Amt und Drucksache-Art bleiben aktiv.)"
    number = "Nach Drucksache-Nummer filtern (diese Zeichenfolge soll in der Drucksache-Nummer enthalten sein)"
    exact = "Nach exakt dieser Drucksache-Nummer suchen"
    subject = "Nach Drucksache-Betreff filtern (diese Zeichenfolge soll im Drucksache-Betreff enthalten sein)"
    day = "Nach Datum filtern. Beispiele: 15.08.2000-20.12.2000 oder 07/2001- (''seit 01.07.2001'') usw."
    return f"""\t<tr>
\t\t<td nowrap="nowrap"><form method="post" action="vo040.asp" style="margin:0">\
<input type="hidden" name="filtreset" value="(alle)"  />{_lens("lupe_aus.gif", off)}</form></td>
\t\t<td nowrap="nowrap"><form method="post" action="vo040.asp" style="margin:0"><span title="{number}">Nr.: \
{_field(12, "VO040FIL1", view.number)}<input type="hidden" name="filtvoname" value="filter"  />
{_lens("lupe.gif", number)}</span>
{_lens("lupe1.gif", exact, name="VO040FIL1EXAKT")}&nbsp;&nbsp;<span title="{subject}">Betreff:&nbsp;\
{_field(16, "VO040FIL2", view.subject)}<input type="hidden" name="filtvobetr1" value="filter"  />
{_lens("lupe.gif", subject)}</span></form></td>
\t\t<td>&nbsp;</td>
\t\t<td nowrap="nowrap"><form method="post" action="vo040.asp" style="margin:0"><span title="{day}">\
{_field(9, "VO040FIL4", view.days)}<input type="hidden" name="filtdatum" value="filter"  />
{_lens("lupe.gif", day)}</span></form></td>
\t\t<td>&nbsp;</td>
\t</tr>
\t<tr>
\t\t<td colspan="5"><hr  /></td>
\t</tr>
"""


def _field(size: int, name: str, value: str) -> str:
    return f'<input type="text" size="{size}" name="{name}" value="{attribute(value)}" placeholder="(alle)"  />'


def _lens(picture: str, title: str, *, name: str = "") -> str:
    named = f' name="{name}" id="{name}"' if name else ""
    return f'<input type="image" class="il1" src="images/{picture}"{named} alt="{title}" title="{title}"  />'


def _sorting(order: str) -> str:
    picture = '<img class="iso1" src="images/sort1.gif" alt="aufsteigend sortieren"  />'
    return f'<a href="/bi/vo040.asp?SORT={order}">{picture}</a>&nbsp;'


_TIP = (
    '<br /><span class="kb1">Tipp: Schränken Sie zunächst den Suchraum durch Eingabe passender Suchbegriffe ein.</span>'
)
_HEADS = f"""\t<tr class="zk1">
\t\t<th colspan="3" nowrap="nowrap">Drucksache&nbsp;{_sorting("1voname")}</th>
\t\t<th nowrap="nowrap">Angel.&nbsp;{_sorting("1vocdat")}</th>
\t\t<th nowrap="nowrap">D.-Art&nbsp;{_sorting("1vaname")}</th>
\t</tr>
\t<tr>
\t\t<td colspan="3"><hr  /></td>
\t\t<td nowrap="nowrap">(Freig.)</td>
\t\t<td><hr  /></td>
\t</tr>
"""
