"""The rows of an agenda. What a row holds says its classes and links; the number of its cells varies."""

from collections.abc import Iterator

from simulator.council.pages.markup import BLANK, form, hidden, raw_text, submit, text
from simulator.council.story.happenings import State
from simulator.council.story.records import AgendaItem

_ATTACHMENT = '<img src="images/attmnt.gif" alt="Enthält Anlagen" title="Enthält Anlagen"  />'
_AMENDED = '<td><img src="images/achtung_bes.gif" title="Geänderter Beschluss" /></td>'


def agenda_rows(state: State, agenda: tuple[AgendaItem, ...]) -> Iterator[str]:
    for place, item in enumerate(agenda):
        style = "zl11" if place % 2 else "zl12"
        if not item.public:
            yield _closed_row(item, style)
            continue
        yield _row(state, item, style)
        if item.minutes_of is not None and state.meetings[item.minutes_of].minutes_public:
            yield _minutes_row(item.minutes_of, style)


def _row(state: State, item: AgendaItem, style: str) -> str:
    return f"""\t<tr class="{style}">
\t\t<td class="text4" nowrap="nowrap">{_number(item)}</td>
\t\t<td>&nbsp;</td>
{_excerpt(item)}
<td>{_name(item)}</td>
<!--{item.key} -->
{_AMENDED if item.amended else BLANK}
{_subject(state, item)}
<td>&nbsp;</td>
\t</tr>
"""


def _closed_row(item: AgendaItem, style: str) -> str:
    """Nothing but the number: no key, no form, one cell fewer."""
    return f"""\t<tr class="{style}">
\t\t<td class="text4" nowrap="nowrap">{_shown(item)}</td>
\t\t<td>&nbsp;</td>
<td>&nbsp;</td>
<td class="text1">(nichtöffentlich)</td>
<td>&nbsp;</td>
<td>&nbsp;</td>
\t\t<td>&nbsp;</td>
\t</tr>
"""


def _minutes_row(meeting: int, style: str) -> str:
    """Below an approval: the minutes as a document, in six cells."""
    title = "Niederschrift öffent. Teil (Öffnet PDF-Datei in neuem Fenster)"
    fields = hidden("DOLFDNR", 1_300_000 + 10 * (meeting % 10_000) + 2) + hidden("options", 64)
    return f"""\t<tr class="{style}">
\t\t<td class="text4">&nbsp;</td>
\t\t<td colspan="3">&nbsp;</td>
\t\t<td>&nbsp;</td>
\t\t<td>{form("do027.asp", fields, submit("il1_ns2", "Pro", title), blank=True)}</td>
\t\t<td>&nbsp;</td>
\t\t<td>&nbsp;</td>

\t</tr>
"""


def _number(item: AgendaItem) -> str:
    """The bare ampersands are the source's."""
    address = f"to010.asp?SILFDNR={item.meeting}&TOLFDNR={item.key}&BES=1#beschluss"
    if not item.late:
        return f'<a href="{address}" title="Beschlüsse anzeigen">{_shown(item)}</a>'
    marked = f'<span style="background-color:#8ae234" title="Nachtrags-TOP">{_shown(item)}</span>'
    return f'<a href="{address}" title="Beschlüsse anzeigen (Nachtrags-TOP)">{marked}</a>'


def _shown(item: AgendaItem) -> str:
    return item.shown_number.replace(" ", "&nbsp;")


def _excerpt(item: AgendaItem) -> str:
    """The button to the item's own page; its title is the result."""
    if not item.excerpt:
        return BLANK
    button = submit("il1_naz", "PA", item.result or "(offen)")
    return f"<td>{form('to020.asp', hidden('TOLFDNR', item.key), button)}</td>"


def _name(item: AgendaItem) -> str:
    name = raw_text(item.name)
    if item.note:
        name += f' <span style="color: #888a85" title="Zusatzinfo">({text(item.note)})</span>'
    return f'<a href="to020.asp?TOLFDNR={item.key}">{name}</a>' if item.excerpt else name


def _subject(state: State, item: AgendaItem) -> str:
    """What the item is about, in two cells: a paper, or the session whose minutes are approved."""
    if item.minutes_of is not None:
        key = item.minutes_of
        button = form("to010.asp", hidden("SILFDNR", key), submit("il1_to", "TO", "Tagesordnung"))
        link = f'<a href="to010.asp?SILFDNR={key}">{state.meetings[key].reference}</a>'
        return f'<td>{button}</td>\n<td nowrap="nowrap">{link}</td>'
    paper = state.paper(item.paper) if item.paper is not None else None
    if paper is None:
        return f"{BLANK}\n<td></td>"
    button = submit("il1_vo", "VO", "Drucksache") + (_ATTACHMENT if paper.annexes else "")
    cell = '<td nowrap="nowrap">' if paper.annexes else "<td>"
    link = f'<a href="vo020.asp?VOLFDNR={paper.key}">{text(paper.reference)}</a>'
    return f'{cell}{form("vo020.asp", hidden("VOLFDNR", paper.key), button)}</td>\n<td nowrap="nowrap">{link}</td>'
