"""The calendar of all sessions (si010_e), a month or a range of days."""

from collections.abc import Iterator
from datetime import date, timedelta

from simulator.council.pages.frame import Frame, framed
from simulator.council.pages.markup import BLANK, form, hidden, submit, text
from simulator.council.pages.session_head import WEEKDAYS, shown_time
from simulator.council.story.happenings import State
from simulator.council.story.records import Meeting
from simulator.council.story.seasons import public_holidays, school_holidays

MONTHS = (
    *("Januar", "Februar", "März", "April", "Mai", "Juni"),
    *("Juli", "August", "September", "Oktober", "November", "Dezember"),
)
_EXPORT = (
    '<input type="hidden" name="selfaction" value="Termin exportieren"  />'
    '<input type="hidden" name="template" value="ics"  />'
    '<input type="image" class="il1" src="images/calexp.gif" '
    'alt="Sitzungstermin im Outlook-kompatiblen Format exportieren" '
    'title="Sitzungstermin im Outlook-kompatiblen Format exportieren"  />'
)


def month_page(state: State, year: int, month: int, *, host_url: str) -> bytes:
    first = date(year, month, 1)
    last = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
    heading = f"{MONTHS[month - 1]}&nbsp;{year}"
    return _page(state, first, last, heading=heading, query=f"MM={month}&YY={year}", host_url=host_url)


def range_page(state: State, first: date, last: date, *, host_url: str) -> bytes:
    """From `first` to `last`, both included."""
    heading = f"{first:%d.%m.%Y}-{last:%d.%m.%Y}"
    return _page(state, first, last, heading=heading, query="", host_url=host_url)


def _page(state: State, first: date, last: date, *, heading: str, query: str, host_url: str) -> bytes:
    frame = Frame(
        council=state.council,
        host_url=host_url,
        program="si010_e",
        container="si010",
        title="Sitzungskalender",
        headline="Sitzungskalender",
        query=query,
    )
    rows = "".join(_rows(state, first, last))
    return framed(frame, f"{_steering(first, heading)}{_TABLE}{rows}</table>\n", border="spir")


def _rows(state: State, first: date, last: date) -> Iterator[str]:
    by_day: dict[date, list[Meeting]] = {}
    for meeting in state.calendar(first, last):
        by_day.setdefault(meeting.day, []).append(meeting)
    day, working = first, 0
    while day <= last:
        working += day.weekday() < 5
        yield _day(day, by_day.get(day, []), "zl12" if working % 2 else "zl11")
        day += timedelta(days=1)


def _day(day: date, meetings: list[Meeting], style: str) -> str:
    """The day stands in its first row only; holidays take a row of their own before the sessions."""
    holiday = public_holidays(day.year).get(day) or ("Schulferien" if school_holidays(day) else "")
    rows = [_holiday_row(day, holiday)] if holiday else []
    for meeting in meetings:
        named = not rows
        rows.append(_meeting_row(meeting, style, _date_cells(day) if named else "\t\t<td>&nbsp;</td>\n" * 2))
    if not rows:
        rows = [f'\t<tr class="{_style(day, style)}">\n{_date_cells(day)}\t\t<td colspan="8">&nbsp;</td>\n\t</tr>\n']
    return "".join(rows)


def _date_cells(day: date) -> str:
    number = f"{day.day}" if day.day > 9 else f"&nbsp;&nbsp;{day.day}"
    return f'<td class="text2" width="20">{WEEKDAYS[day.weekday()]}</td><td class="text2" width="20">{number}</td>\n'


def _style(day: date, working: str) -> str:
    if day.weekday() == 6 or day in public_holidays(day.year):
        return "zl17"
    return "zl16" if day.weekday() == 5 else working


def _holiday_row(day: date, name: str) -> str:
    return f"""\t<tr class="{_style(day, "zl1m")}" valign="top">
{_date_cells(day)}\t\t<td class="text2">&nbsp;</td>
{BLANK}
{BLANK}
<td>{name}</td>
{BLANK}
{BLANK}

\t\t<td class="text4">&nbsp;</td>
\t</tr>
"""


def _meeting_row(meeting: Meeting, style: str, date_cells: str) -> str:
    key = hidden("SILFDNR", meeting.key)
    time = f"{shown_time(meeting)}&nbsp;"
    minutes = form("si016.asp?SELECT=1", key, submit("il1_ns", "Pro", "Niederschrift"))
    return f"""\t<tr class="{style}" valign="top">
{date_cells}\t\t<td class="text2">{time}</td>
<td>{form("to010.asp", key + _EXPORT, "")}</td>
{_agenda(meeting)}
{f"<td>{minutes}</td>" if meeting.minutes_public else BLANK}
{BLANK}

\t\t<td class="text4">{text(meeting.room) or "&nbsp;"}</td>
\t</tr>
"""


def _agenda(meeting: Meeting) -> str:
    """The button and the name: a link only to an agenda that can be seen, and never for a cancelled session."""
    if not meeting.agenda_public or meeting.cancelled:
        return f"{BLANK}\n<td>{text(meeting.title)}</td>"
    button = form("to010.asp", hidden("SILFDNR", meeting.key), submit("il1_to", "TO", "Tagesordnung"))
    link = f'<a href="to010.asp?SILFDNR={meeting.key}">{text(meeting.title)}</a>'
    return f"<td>{button}</td>\n<td>{link}</td>"


def _steering(first: date, heading: str) -> str:
    """The tables to leaf through years and months, and the form for a range of days."""
    years = "".join(
        f'\t\t<td align="center"><a href="/bi/si010_e.asp?MM={first.month}&amp;YY={year}">{year}</a></td>'
        for year in range(first.year - 2, first.year + 3)
    )
    months = "".join(
        f'\t\t<td align="center" width="8%"><a href="/bi/si010_e.asp?MM={number}&amp;YY={first.year}" '
        f'title="{name} {first.year}" style="display: block;">{name[:3]}</a></td>'
        for number, name in enumerate(MONTHS, 1)
    )
    return f"""<script language="Javascript" type="text/javascript"><!--
//<![CDATA[
\tfunction on_change() {{
\t}}

//]]>
--></script>
\t<table width="100%" cellspacing="0" cellpadding="0" border="0">
\t<tr>
\t\t<td width="50%">&nbsp;</td>\t\t<td nowrap="nowrap"><h2 align="center">{heading}</h2>\t\t</td>\
\t\t<td width="50%">&nbsp;</td>\t</tr>
\t</table>
\t<table width="100%" cellspacing="2" cellpadding="1" border="0">
\t<tr>
{years}\t\t<td align="right" colspan="5">{_RANGE_FORM}</td>\t</tr>
\t<tr>
{months}\t</tr>
\t</table>
"""


_RANGE_FORM = """<form method="post" action="/bi/si010_e.asp" name="kaldatform" style="margin:0">
<input type="text" name="kaldatvon" value="" size="10"  />&nbsp;-&nbsp;<input type="text" name="kaldatbis" value="" \
size="10"  />
<input type="image" class="il1" src="images/lupe.gif" alt="Datumsbereich auswählen"  />\
<input type="hidden" name="SEL_PAGE_N" value="SI010"  /></form>"""
_TABLE = """<table class="tl1" cellspacing="0" cellpadding="1" border="0">
\t<tr class="zw1"><th colspan="2">Datum</th><th>Uhrzeit</th><th>&nbsp;</th>\
<th colspan="4" width="65%">Sitzung</th><th>Raum</th>\t</tr>
"""
