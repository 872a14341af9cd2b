"""The Beratungsfolge on a paper's page: a committee, then the sessions that treated the paper."""

from itertools import groupby

from simulator.council.pages.frame import PIXEL
from simulator.council.pages.markup import form, hidden, submit, text
from simulator.council.pages.papers import Stop, StopStatus

_COLOURS = {StopStatus.READY: "#edd400", StopStatus.PLANNED: "#73d216", StopStatus.DONE: "#ffffff"}
_BLANK = "<td>&nbsp;</td>"


def way_rows(stops: tuple[Stop, ...]) -> str:
    """The rows of the head table; nothing for a paper without a way."""
    if not stops:
        return ""
    stations = groupby(stops, key=lambda stop: (stop.organization, stop.role))
    rows = "".join(_station(list(each)) for _, each in stations)
    return f"""
\t<tr>
\t\t<td class="kb1" colspan="4">Beratungsfolge:</td>
\t</tr>
\t<tr>
\t\t<td valign="top" colspan="4">
\t\t\t<table cellspacing="0" cellpadding="3" border="0">
\t\t\t\t<tr>
\t\t\t\t\t<td>{PIXEL}</td>
\t\t\t\t\t<td colspan="6">{PIXEL}</td>
\t\t\t\t</tr>
{rows}\t\t\t</table>
\t\t</td>
\t</tr>"""


def _station(stops: list[Stop]) -> str:
    last = stops[-1]
    head = f"""\t\t\t\t<tr valign="top" class="zl12">
\t\t\t\t\t{_colour(last.status)}
\t\t\t\t\t<td class="text1" colspan="3">{text(last.organization)}</td>
\t\t\t\t\t<td class="text1" colspan="3" nowrap="nowrap">{text(last.role)}</td>
\t\t\t\t</tr>
"""
    return head + "".join(_meeting(stop) for stop in stops if stop.day is not None)


def _meeting(stop: Stop) -> str:
    result = f"{text(stop.result)}&nbsp;" if stop.result else "&nbsp;"
    return f"""\t\t\t\t<tr valign="top" class="zl12">
\t\t\t\t\t{_colour(stop.status)}
\t\t\t\t\t<td class="text2">{stop.day:%d.%m.%Y}&nbsp;</td>
{_agenda(stop)}
\t\t\t\t\t<td class="text3">{result}</td>
\t\t\t\t\t<td>&nbsp;</td>
{_item(stop)}
\t\t\t\t</tr>
"""


def _colour(status: StopStatus) -> str:
    return f'<td bgcolor="{_COLOURS[status]}" title="{status}"></td>'


def _agenda(stop: Stop) -> str:
    """Two cells: the button to the agenda and the session's name, plain while there is no public agenda."""
    if not stop.linked:
        return f"{_BLANK}\n<td>{text(stop.meeting)}</td>"
    button = form(
        f"to010.asp?topSelected={stop.item_key}",
        hidden("SILFDNR", stop.meeting_key),
        submit("il1_to", "TO", "Tagesordnung"),
    )
    link = f'<a href="to010.asp?SILFDNR={stop.meeting_key}">{text(stop.meeting)}</a>'
    return f"<td>{button}</td>\n<td>{link}</td>"


def _item(stop: Stop) -> str:
    if not stop.result:
        return _BLANK
    return f"<td>{form('to020.asp', hidden('TOLFDNR', stop.item_key), submit('il1_naz', 'PA', 'Auszug'))}</td>"
