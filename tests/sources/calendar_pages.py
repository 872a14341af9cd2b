"""Calendars of invented sessions in the real shape of ALLRIS net 3.9.5 (si010_e), with the columns of other towns."""

from dataclasses import dataclass

from tests.sources.agenda_pages import button
from tests.sources.list_pages import BLANK, ListPage
from tests.sources.pages import HOST, SCRIPT


@dataclass(frozen=True, kw_only=True)
class Met:
    """A row of a calendar. `key` None: no buttons at all; `weekday` None: a further session of the same day."""

    weekday: str | None = "Mi"
    day: int = 4
    time: str = "18:00 - 18:38"
    title: str = "Sitzung des Haushaltsausschusses"
    key: str | None = "1002655"
    agenda: bool = True
    room: str = "Großer Saal"
    style: str = "zl11"

    def cells(self) -> dict[str, str]:
        """By what they hold: towns leave out some of them."""
        shown = f'<a href="to010.asp?SILFDNR={self.key}">{self.title}</a>' if self._has_agenda else self.title
        return {
            "weekday": self._dated(self.weekday or ""),
            "day": self._dated(f"{self.day:>2}".replace(" ", "&nbsp;&nbsp;")),
            "time": f'<td class="text2">{self.time or ""}&nbsp;</td>',
            "ics": f"<td>{self._export()}</td>",
            "agenda": f"<td>{self._button()}</td>",
            "title": f"<td>{shown or '&nbsp;'}</td>",
            "minutes": BLANK,
            "blank": BLANK,
            "room": f'<td class="text4">{self.room or "&nbsp;"}</td>',
        }

    @property
    def _has_agenda(self) -> bool:
        return self.agenda and self.key is not None

    def _dated(self, words: str) -> str:
        return BLANK if self.weekday is None else f'<td class="text2" width="20">{words}</td>'

    def _export(self) -> str:
        if self.key is None:
            return "&nbsp;"
        form = button("to010", "SILFDNR", self.key, title="Sitzungstermin exportieren", kind="il1")
        hidden = '<input type="hidden" name="selfaction" value="Termin exportieren"  />'
        return form.replace("</form>", f'{hidden}<input type="hidden" name="template" value="ics"  /></form>')

    def _button(self) -> str:
        if not self._has_agenda:
            return "&nbsp;"
        return button("to010", "SILFDNR", str(self.key), title="Tagesordnung", kind="il1_to")


@dataclass(frozen=True, kw_only=True)
class Note:
    """A row of a calendar that holds no session: a free day, or a remark on it."""

    weekday: str = "So"
    day: int = 1
    words: str = ""
    style: str = "zl17"

    def cells(self) -> dict[str, str]:
        row = Met(weekday=self.weekday, day=self.day, time="", title=self.words, key=None, room="")
        return row.cells()


COLUMNS = ("weekday", "day", "time", "ics", "agenda", "title", "minutes", "blank", "room")


@dataclass(frozen=True, kw_only=True)
class CalendarPage(ListPage):
    """October 2023 of Musterbek."""

    program: str = "si010"
    headline: str = "Sitzungskalender"
    query: str = "MM=10&amp;YY=2023&amp;"
    rows: tuple[Met | Note, ...] = (Note(), Note(weekday="Mo", day=2, words="Schulferien", style="zl1m"), Met())
    columns: tuple[str, ...] = COLUMNS
    month: str | None = "Oktober&nbsp;2023"
    form: tuple[str, str] | None = ("01.10.2023", "31.10.2023")
    room_header: str = "Raum"
    subscribed: bool = True

    def _navigation(self) -> str:
        if not self.subscribed:
            return '<div id="risnavi"></div>'
        address = f"webcal://{HOST}/bi/si010_e.asp?PALFDNR=211&amp;selfaction=ws&amp;template=ical"
        return f'<div id="risnavi"><a href="{address}" title="Sitzungstermine abonnieren"><img src="c.gif" /></a></div>'

    def _inner(self) -> str:
        month = f'<table><tr><td><h2 align="center">{self.month}</h2></td></tr></table>' if self.month else ""
        other = (
            '<table><tr><td><a href="/bi/si010_e.asp?MM=9&amp;YY=2023" title="September 2023">Sep</a></td></tr></table>'
        )
        wide = len(self.columns) - 5
        header = (
            '<tr class="zw1"><th colspan="2">Datum</th><th>Uhrzeit</th><th>&nbsp;</th>'
            f'<th colspan="{wide}" width="65%">Sitzung</th><th>{self.room_header}</th>	</tr>'
        )
        rows = "".join(map(self._row, self.rows))
        return f"""<table class="risdeco"><tr><td bgcolor="white">{SCRIPT}{month}{self._form()}{other}
<table class="tl1" cellspacing="0" cellpadding="1" border="0">
{header}
{rows}</table>
</td></tr></table>
"""

    def _row(self, row: Met | Note) -> str:
        held = row.cells()
        if isinstance(row, Note) and not row.words:
            inner = f'{held["weekday"]}{held["day"]}<td colspan="{len(self.columns) - 1}">&nbsp;</td>'
        else:
            inner = "\n".join(held[name] for name in self.columns)
        return f'	<tr class="{row.style}" valign="top">\n{inner}\n	</tr>\n'

    def _form(self) -> str:
        if self.form is None:
            return ""
        fields = "".join(
            f'<input type="text" size="9" name="{name}" value="{day}"  />'
            for name, day in zip(("kaldatvon", "kaldatbis"), self.form, strict=True)
        )
        return f'<form method="post" action="/bi/si010_e.asp" name="kaldatform">Zeitraum:&nbsp;{fields}</form>'
