"""Organizations of invented people in the real shape of ALLRIS net 3.9.5: lists of them, and one with its members."""

from dataclasses import dataclass
from urllib.parse import quote

from tests.sources.agenda_pages import button
from tests.sources.list_pages import BLANK, ListPage
from tests.sources.pages import HOST


@dataclass(frozen=True, kw_only=True)
class Person:
    """A row of a list of members. Without a page of their own the name is plain."""

    name: str = "Ada Übermut"
    role: str = "Vorsitzendes Mitglied"
    faction: str = "GRÜNE-Fraktion"
    key: str | None = "307"

    def html(self) -> str:
        form = button("kp020", "KPLFDNR", self.key, title=self.role, kind="il1_kp") if self.key else "&nbsp;"
        name = f'<a href="kp020.asp?KPLFDNR={self.key}">{self.name}</a>' if self.key else self.name
        return (
            f'	<tr class="zl12">\n<td>{form}</td>{BLANK}<td nowrap="nowrap">{name}</td>'
            f'<td class="text1"><div>{self.role}</div></td><td class="text4"><div>{self.faction}</div></td></tr>\n'
        )


@dataclass(frozen=True, kw_only=True)
class MembersPage(ListPage):
    """A committee with its members; with another program a faction or an assembly."""

    program: str = "au020"
    key_name: str = "AULFDNR"
    key: str = "25"
    headline: str = "Ausschuss für Teiche"
    persons: tuple[Person, ...] = (Person(), Person(name="Bo Bär", role="Ausschussmitglied", key="308"))
    columns: tuple[str, ...] = ("Name", '<span title="aktuell">Art der Mitarbeit</span>', "<span>Funktion</span>")
    rows: str | None = None

    @property
    def web(self) -> str:
        return f"http://{HOST}/bi/{self.program}.asp?{self.key_name}={self.key}"

    def _head(self) -> str:
        return f'<meta name="objectID" content="{self.key}" />'

    def _navigation(self) -> str:
        mail = quote(f"Online-Version der Seite: {self.web}\r\nTermin: {self.web}&template=ics", safe=":/=")
        return f"""<div id="risnavi"><ul id="navi_right">
<li><a href="{self.program}.asp?{self.key_name}={self.key}" title="Lesezeichen für X"><img src="b.gif"  /></a></li>
<li><a href="mailto:?subject=Ratsinformation&amp;body={mail}" title="Seite versenden"><img src="m.gif"  /></a></li>
</ul></div>"""

    def _inner(self) -> str:
        icon = '<th width="3%"><img src="images/einpix.gif" alt=""  /></th>'
        sort = f'&nbsp;<a href="/bi/{self.program}.asp?{self.key_name}={self.key}&amp;SORT=1"><img src="s.gif" /></a>'
        header = "".join(f"<th>{name}{sort}&nbsp;</th>" for name in self.columns)
        rows = "".join(person.html() for person in self.persons) if self.rows is None else self.rows
        return f"""<h3>Anschrift</h3>
<table class="tk1"><tr><td><table>
<tr><td class="text4" colspan="4">Ansprechperson: Frau Geheimrat</td></tr></table></td></tr></table>
<table class="tk1"><tr><td><a href="si018_a.asp?GRA=1146"><h3>Sitzungsübersicht</h3></a></td></tr></table>
<h3>Mitglieder</h3>
<table class="tl1" cellspacing="0" cellpadding="2" border="0">
	<tr class="zk1">{icon}{icon}{header}</tr>
	<tr><td colspan="5"><hr  /></td></tr>
{rows}	<tr><td colspan="4"><img src="e.gif"  /></td><td width="30%"><img src="e.gif"  /></td></tr>
</table>
<table class="tk1"><tr class="zk1"><th>Anzahl: {len(self.persons)}</th></tr></table>
"""


@dataclass(frozen=True, kw_only=True)
class Named:
    """A row of a list of organizations; `members` is their number or "(bis 28.05.2019)"."""

    name: str = "SPD-Fraktion"
    key: str = "1122"
    members: str = "43\n"
    program: str = "fr020"
    key_name: str = "FRLFDNR"

    def html(self) -> str:
        form = button(self.program, self.key_name, self.key, title="Fraktion/Gruppe", kind="il1_fr")
        link = f'<a href="{self.program}.asp?{self.key_name}={self.key}&amp;altoption=Gremium">{self.name}</a>'
        dates = f'<td class="text2">10.10.2023</td>{BLANK}<td class="text2"></td>{BLANK}'
        return (
            f'	<tr class="zl12">\n<td>{form}</td><td class="text1">{link}</td>'
            f'<td class="text5" align="right">{self.members}</td>{BLANK}{dates}</tr>\n'
        )


@dataclass(frozen=True, kw_only=True)
class OrganizationsPage(ListPage):
    """A list of factions; with another program of committees."""

    program: str = "fr010"
    headline: str = "Fraktionen/Gruppen"
    rows: tuple[Named, ...] = (Named(), Named(name="FDP-Gruppe", key="1128", members="(bis&nbsp;28.05.2019)"))

    def _inner(self) -> str:
        rows = "".join(row.html() for row in self.rows)
        return f"""<table class="tl1" cellspacing="0" cellpadding="1" border="0">
	<tr class="zk1"><th colspan="2">&nbsp;</th><th>&nbsp;Mitglieder<br  />(06.07.2026)</th><th>&nbsp;</th>
	<th colspan="2">Letzte Sitzung</th><th colspan="2">Nächste Sitzung</th></tr>
	<tr><td colspan="8"><hr  /></td></tr>
{rows}	<tr class="zl11"><td colspan="8">&nbsp;</td></tr>
	<tr class="zk1">{"<th>&nbsp;</th>" * 4}<th colspan="2">&nbsp;</th><th colspan="2">&nbsp;</th></tr>
</table>
"""
