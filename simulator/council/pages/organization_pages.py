"""The pages of assembly, committees and factions with their members (pa021, au020, fr020), and their lists."""

from collections.abc import Iterable
from datetime import date

from simulator.council.pages.frame import Frame, framed
from simulator.council.pages.markup import attribute, form, hidden, person, submit, text
from simulator.council.story.happenings import State
from simulator.council.story.records import Member, Organization, OrganizationKind

KEYS = {
    OrganizationKind.ASSEMBLY: ("pa021", "PALFDNR"),
    OrganizationKind.COMMITTEE: ("au020", "AULFDNR"),
    OrganizationKind.CLOSED: ("au020", "AULFDNR"),
    OrganizationKind.FACTION: ("fr020", "FRLFDNR"),
}
_COMMITTEES = frozenset({OrganizationKind.COMMITTEE, OrganizationKind.CLOSED})
_PIXEL = '<img src="images/einpix.gif" width="20" height="1" alt=""  />'


def organization_page(state: State, organization: Organization, *, host_url: str) -> bytes:
    program, key = KEYS[organization.kind]
    faction = organization.kind is OrganizationKind.FACTION
    query = f"{key}={organization.key}"
    frame = Frame(
        council=state.council,
        host_url=host_url,
        program=program,
        title="" if faction else organization.name,
        headline=organization.name,
        bookmark=f" - {organization.name}" if faction else "",
        query=query,
        object_key=organization.key,
    )
    return framed(frame, _members(organization, program, query), border="")


def _members(organization: Organization, program: str, query: str) -> str:
    picture = '<img src="images/date.gif" alt="Sitzungsübersicht" title="Sitzungsübersicht" />'
    overview = f'<a href="si018_a.asp?GRA={organization.key}"><h3>Sitzungsübersicht&nbsp;&nbsp;{picture}</h3></a>'
    rows = "".join(_member(each, "zl11" if place % 2 else "zl12") for place, each in enumerate(organization.members))
    return f"""<table class="tk1" cellspacing="0" cellpadding="0">
\t<tr><td>{overview}</td></tr>
</table>
<h3>Mitglieder</h3>

<table class="tl1" cellspacing="0" cellpadding="2" border="0">
\t<tr class="zk1">
\t\t<th width="3%">{_PIXEL}</th>
\t\t<th width="3%">{_PIXEL}</th>
\t\t<th nowrap="nowrap">Name&nbsp;{_sorting(program, query, "1ad_nv")}</th>
\t\t<th nowrap="nowrap"><span title="aktuell">Art der Mitarbeit</span>&nbsp;{_sorting(program, query, "1am_sskn")}</th>
\t\t<th nowrap="nowrap"><span title="">Funktion</span>&nbsp;{_sorting(program, query, "1mgfnkt")}</th>
\t</tr>
\t<tr>
\t\t<td colspan="5"><hr  /></td>
\t</tr>
{rows}\t<tr>
\t\t<td colspan="4"><img src="images/einpix.gif" alt="" width="1" height="1"  /></td>
\t\t<td width="30%"><img src="images/einpix.gif" alt="" width="1" height="1"  /></td>
\t</tr>
</table>

<table class="tk1" cellspacing="3" cellpadding="0" border="0">
\t<tr class="zk1"><th>Anzahl: {len(organization.members)}</th></tr>
</table>

"""


def _sorting(program: str, query: str, order: str) -> str:
    picture = '<img class="iso1" src="images/sort1.gif" alt="aufsteigend sortieren"  />'
    return f'<a href="/bi/{program}.asp?{query}&amp;SORT={order}">{picture}</a>&nbsp;'


def _member(member: Member, style: str) -> str:
    button = f'<input type="submit" class="il1_kp" value="" title="{attribute(member.role)}"  />'
    return f"""\t<tr class="{style}">
<td>{form("kp020.asp", hidden("KPLFDNR", member.key), button)}</td>
\t\t<td>&nbsp;</td>
<td nowrap="nowrap"><a href="kp020.asp?KPLFDNR={member.key}">{person(member.name)}</a></td>
\t\t<td class="text1"><div>{text(member.role)}</div></td>
\t\t<td class="text4"><div>{text(member.function)}</div></td>
\t</tr>
"""


def committees_page(state: State, today: date, *, host_url: str) -> bytes:
    chosen = [each for each in state.organizations.values() if each.kind in _COMMITTEES]
    return _overview(state, "au010", "Ausschüsse", chosen, today=today, host_url=host_url)


def factions_page(state: State, today: date, *, host_url: str) -> bytes:
    chosen = [each for each in state.organizations.values() if each.kind is OrganizationKind.FACTION]
    return _overview(state, "fr010", "Fraktionen/Gruppen", chosen, today=today, host_url=host_url)


def _overview(
    state: State, program: str, headline: str, chosen: Iterable[Organization], *, today: date, host_url: str
) -> bytes:
    """Those that exist, a blank row, then the former ones with their last day."""
    frame = Frame(council=state.council, host_url=host_url, program=program, title=headline, headline=headline)
    ordered = sorted(chosen, key=lambda each: (each.until is not None, each.key))
    rows = []
    for place, each in enumerate(ordered):
        style = "zl11" if place % 2 else "zl12"
        if each.until is not None and (place == 0 or ordered[place - 1].until is None):
            rows.append('\t<tr class="zl11"><td colspan="8">&nbsp;</td></tr>\n')
        rows.append(_overview_row(state, each, style, today))
    content = f"""<table class="tl1" cellspacing="0" cellpadding="1" border="0">
\t<tr class="zk1">
\t\t<th colspan="2">&nbsp;</th>
\t\t<th>&nbsp;Mitglieder<br  />({today:%d.%m.%Y})</th>
\t\t<th>&nbsp;</th>
\t\t<th colspan="2">Letzte Sitzung</th>
\t\t<th colspan="2">Nächste Sitzung</th>
\t</tr>
\t<tr>
\t\t<td colspan="8"><hr  /></td>
\t</tr>
{"".join(rows)}</table>
"""
    return framed(frame, content, border="")


def _overview_row(state: State, each: Organization, style: str, today: date) -> str:
    program, key = KEYS[each.kind]
    kind = "Fraktion" if each.kind is OrganizationKind.FACTION else "Ausschuss"
    option = f'<input type="hidden" name="altoption" value="{kind}"  />'
    short = program[:2]
    button = form(f"{program}.asp", hidden(key, each.key) + option, submit(f"il1_{short}", short.upper(), kind))
    count = f"(bis&nbsp;{each.until:%d.%m.%Y})" if each.until else f"{len(each.members)}\n"
    days = sorted(meeting.day for meeting in state.meetings.values() if meeting.organization == each.key)
    last = max((day for day in days if day < today), default=None)
    coming = min((day for day in days if day >= today), default=None)
    return f"""\t<tr class="{style}">
<td>{button}</td>
\t\t<td class="text1"><a href="{program}.asp?{key}={each.key}&amp;altoption={kind}">{text(each.name)}</a></td>
\t\t<td class="text5" align="right" nowrap="nowrap">{count}</td>
<td>&nbsp;</td>
\t\t<td class="text2" width="1%">{f"{last:%d.%m.%Y}" if last else ""}</td>
\t\t<td>&nbsp;</td>
\t\t<td class="text2" width="1%">{f"{coming:%d.%m.%Y}" if coming else ""}</td>
\t\t<td>&nbsp;</td>
\t</tr>
"""
