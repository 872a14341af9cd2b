"""The labelled values of a session, at the top of its agenda and of each of its items."""

from datetime import date

from simulator.council.pages.markup import text
from simulator.council.story.happenings import State
from simulator.council.story.records import Meeting, Organization, OrganizationKind

WEEKDAYS = ("Mo", "Di", "Mi", "Do", "Fr", "Sa", "So")


def session_head(state: State, meeting: Meeting) -> str:
    """As on the agenda's page."""
    organization = state.organizations[meeting.organization]
    return f"""\t<tr valign="top">
\t\t<td class="kb1">Bezeichnung:</td>
<td class="text1" colspan="3">{text(meeting.title)}</td>
\t</tr>
\t<tr valign="top">
\t\t<td class="kb1">Gremium:</td>
\t\t<td class="text1" colspan="3">{organization_link(organization, meeting.day)}</td>
\t</tr>
{day_and_place(state, meeting)}"""


def day_and_place(state: State, meeting: Meeting) -> str:
    """The rows that agenda and item have in common; room and place only where they are known."""
    rows = [
        f"""\t<tr valign="top">
\t\t<td class="kb1">Datum:</td>
\t\t<td class="text2" nowrap="nowrap">{WEEKDAYS[meeting.day.weekday()]}, {meeting.day:%d.%m.%Y}</td>
\t\t<td class="kb1">Status:</td>
\t\t<td class="text3">{_status(state, meeting)}</td>\t</tr>
\t<tr valign="top">
\t\t<td class="kb1">Zeit:</td>
\t\t<td class="text2" nowrap="nowrap">{shown_time(meeting) or "&nbsp;"}</td>
\t\t<td class="kb1">Anlass:</td>
\t\t<td class="text4">Sitzung</td>
\t</tr>"""
    ]
    for label, value in (("Raum:", meeting.room), ("Ort:", meeting.place)):
        if value:
            rows.append(f"""\t<tr valign="top">
\t\t<td class="kb1">{label}</td>
\t\t<td colspan="3" class="text2">{text(value)}</td>
\t</tr>""")
    return "\n".join(rows) + "\n"


def shown_time(meeting: Meeting) -> str:
    """Its end stands there once it was held: "18:00 - 19:10"; "" where no time is published."""
    if meeting.start is None:
        return ""
    return f"{meeting.start:%H:%M} - {meeting.end:%H:%M}" if meeting.end else f"{meeting.start:%H:%M}"


def organization_link(organization: Organization, day: date) -> str:
    moment = f"history=switch&amp;tsDD={day.day}&amp;tsMM={day.month}&amp;tsYYYY={day.year}"
    if organization.kind is OrganizationKind.ASSEMBLY:
        address = f"pa020.asp?{moment}&amp;PALFDNR={organization.key}"
    else:
        address = f"au020.asp?T1=Ausschuss&amp;{moment}&amp;AULFDNR={organization.key}&amp;altoption=Gremium"
    return f'<a href="{address}">{text(organization.name)}</a>'


def _status(state: State, meeting: Meeting) -> str:
    closed = any(not item.public for item in state.agenda(meeting.key) or ())
    return "öffentlich/nichtöffentlich" if closed else "öffentlich"
