"""The page of a session with its agenda (to010)."""

from simulator.council.pages.agenda_rows import agenda_rows
from simulator.council.pages.frame import Frame, framed
from simulator.council.pages.markup import form, hidden, submit
from simulator.council.pages.session_head import session_head
from simulator.council.story.happenings import State
from simulator.council.story.records import AgendaItem, Meeting


def agenda_page(state: State, meeting_key: int, *, host_url: str) -> bytes | None:
    """None while there is no public agenda."""
    agenda = state.agenda(meeting_key)
    if agenda is None:
        return None
    meeting = state.meetings[meeting_key]
    frame = Frame(
        council=state.council,
        host_url=host_url,
        program="to010",
        title="Tagesordnung",
        headline=f"Tagesordnung - {meeting.title}",
        query=f"SILFDNR={meeting.key}",
        object_key=meeting.key,
    )
    rows = "".join(agenda_rows(state, agenda))
    return framed(frame, f"{_upper_part(state, meeting, agenda)}<hr  />\n{_TABLE}{rows}{_TABLE_END}")


def _upper_part(state: State, meeting: Meeting, agenda: tuple[AgendaItem, ...]) -> str:
    return f"""<table class="tk1" cellspacing="0" cellpadding="0">
\t<tr>
\t\t<td class="ko1" valign="top"><table class="tk1" cellspacing="0" cellpadding="3" border="0">
{session_head(state, meeting)}
</table>
</td>
\t\t<td class="ko2"></td>
\t\t<td class="me1">\t\t\t<table class="tk1" cellspacing="0" cellpadding="0" border="0">
\t\t\t\t<tr><td><img src="images/einpix.gif" alt="" width="165" height="1" border="0"  /></td></tr>
\t\t\t\t<tr>
\t\t\t\t\t<td class="me1" align="left">{_documents(meeting, agenda)}
\t\t\t\t\t</td>\t\t\t\t</tr>
\t\t\t\t<tr>
\t\t\t\t\t<td class="me1" align="center">\t\t\t\t\t</td>\t\t\t\t</tr>
\t\t\t</table>
</td>
\t</tr>
</table>
"""


def _documents(meeting: Meeting, agenda: tuple[AgendaItem, ...]) -> str:
    names = ["Öffentliche Bekanntmachung"]
    names += ["Bekanntmachung Nachtrag"] if meeting.supplement else []
    names += ["Niederschrift öffent. Teil"] if meeting.minutes_public else []
    buttons = [_document(meeting, number, name) for number, name in enumerate(names)]
    if any(item.result for item in agenda if item.public):
        decisions = submit("il2_s", "Beschl&uuml;sse", "Beschlüsse")
        buttons.append(form("si017.asp", hidden("SILFDNR", meeting.key), decisions))
    return "\n".join(buttons)


def _document(meeting: Meeting, number: int, name: str) -> str:
    button = submit("il2_p", name, f"{name} (Öffnet PDF-Datei in neuem Fenster)")
    key = 1_300_000 + 10 * (meeting.key % 10_000) + number
    return form("do027.asp", hidden("DOLFDNR", key) + hidden("options", 64), button, blank=True)


_TABLE = """<table class="tl1" cellspacing="0" cellpadding="1" border="0">
\t<tr class="zk1">
\t\t<th width="1%">TOP</th>
\t\t<th colspan="2" width="1%">&nbsp;</th>
\t\t<th colspan="2">Betreff</th>
\t\t<th colspan="3">Drucksache</th>
\t</tr>
\t<tr>
\t\t<td colspan="8"><hr  /></td>
\t</tr>
"""
_TABLE_END = "\t<tr>\n" + 8 * "\t\t<td>&nbsp;</td>\n" + "\t</tr>\n</table>\n<hr />\n<!-- ### AN0.rtf -->\n"
