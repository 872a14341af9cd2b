"""Pages of invented sessions in the real shape of ALLRIS net 3.9.5: agendas (to010) and single items (to020)."""

from dataclasses import dataclass, field
from urllib.parse import quote

from tests.sources.pages import DOCTYPE, HOST, PIXEL_ROW, SCRIPT, XML, embedded, paragraphs

MARK = '<span style="background-color:#8ae234" title="Nachtrags-TOP">{}</span>'
ATTACHED = '<img src="images/attmnt.gif" alt="Enthält Anlagen" title="Enthält Anlagen"  />'
BLANK = "<td>&nbsp;</td>"
BLANK_ROW = f"<tr>{BLANK * 8}</tr>"
HEADER = (
    '<tr class="zk1"><th width="1%">TOP</th><th colspan="2" width="1%">&nbsp;</th><th colspan="2">Betreff</th>'
    '<th colspan="3">Drucksache</th></tr><tr><td colspan="8"><hr  /></td></tr>'
)
MINUTES_ROW = (
    '<tr class="zl12"><td class="text4">&nbsp;</td><td colspan="3">&nbsp;</td><td>&nbsp;</td><td><form '
    'action="do027.asp" method="post"><input type="hidden" name="DOLFDNR" value="1389421"  /><input type="submit" '
    'class="il1_ns2" value="Pro" title="Niederschrift öffent. Teil (Öffnet PDF-Datei)"  /></form></td>'
    f"{BLANK * 2}</tr>"
)


def button(program: str, key: str, value: str, *, title: str, kind: str) -> str:
    return (
        f'<form action="{program}.asp" method="post" style="margin:0"><input type="hidden" name="{key}" '
        f'value="{value}"  /><input type="submit" class="{kind}" value="PA" title="{title}"  /></form>'
    )


@dataclass(frozen=True, kw_only=True)
class Item:
    """A row of an agenda. Without a result there is no page of its own; `key` None stands for a non-public row."""

    number: str = "Ö&nbsp;1"
    name: str = "Mitteilungen der Verwaltung"
    key: str | None = "1045621"
    result: str | None = "(offen)"
    paper: str | None = None
    paper_key: str = "1013101"
    minutes_of: str | None = None
    late: bool = False
    changed: bool = False

    def html(self) -> str:
        if self.key is None:
            hidden = f'<td class="text1">{self.name}</td>' + BLANK * 3
            return f'<tr class="zl11"><td class="text4" nowrap="nowrap">{self.number}</td>{BLANK * 2}{hidden}</tr>\n'
        img = '<img src="images/achtung_bes.gif" title="Geänderter Beschluss" />' if self.changed else "&nbsp;"
        return f"""	<tr class="zl12">
		<td class="text4" nowrap="nowrap">{self._number()}</td>
		<td>&nbsp;</td>
{self._name()}
<!--{self.key} -->
<td>{img}</td>
{self._reference()}
<td>&nbsp;</td>
	</tr>
"""

    def _number(self) -> str:
        number = MARK.format(self.number) if self.late else self.number
        title = "Beschlüsse anzeigen (Nachtrags-TOP)" if self.late else "Beschlüsse anzeigen"
        address = f"to010.asp?SILFDNR=1003063&TOLFDNR={self.key}&BES=1#beschluss"
        return f'<a href="{address}" title="{title}">{number}</a>'

    def _name(self) -> str:
        if self.result is None:
            return f"<td>&nbsp;</td>\n<td>{self.name}</td>"
        form = button("to020", "TOLFDNR", str(self.key), title=self.result, kind="il1_naz")
        return f'<td>{form}</td>\n<td><a href="to020.asp?TOLFDNR={self.key}">{self.name}</a></td>'

    def _reference(self) -> str:
        if self.minutes_of:
            form = button("to010", "SILFDNR", "1003140", title="Tagesordnung", kind="il1_to")
            return f'<td>{form}</td><td nowrap="nowrap"><a href="to010.asp?SILFDNR=1003140">{self.minutes_of}</a></td>'
        if not self.paper:
            return "<td>&nbsp;</td>\n<td></td>"
        form = button("vo020", "VOLFDNR", self.paper_key, title="Drucksache", kind="il1_vo")
        link = f'<a href="vo020.asp?VOLFDNR={self.paper_key}">{self.paper}</a>'
        return f'<td nowrap="nowrap">{form}{ATTACHED}</td>\n<td nowrap="nowrap">{link}</td>'


def value_row(label: str, value: str | None) -> str:
    if value is None:
        return ""
    return f'<tr valign="top"><td class="kb1">{label}:</td><td class="text1" colspan="3">{value}</td></tr>\n'


@dataclass(frozen=True, kw_only=True)
class SessionPage:
    """What both kinds of page share. Values are HTML, as a page would hold them."""

    program: str = "to010"
    key_name: str = "SILFDNR"
    key: str = "1003063"
    headline: str = "Tagesordnung - Sitzung des Hauptausschusses"
    organization: str | None = '<a href="au020.asp?AULFDNR=25&amp;altoption=Gremium">Hauptausschuss</a>'
    day: str | None = "Mo, 03.11.2025"
    time: str | None = "18:00 - 19:45"
    status: str | None = "öffentlich/nichtöffentlich"
    room: str | None = "Großer Saal"
    address: str | None = "Am Mühlenteich 1,  21073 Musterbek"
    navigation: bool = True
    container: bool = True
    extra: dict[str, str] = field(default_factory=dict)

    @property
    def web(self) -> str:
        return f"http://{HOST}/bi/{self.program}.asp?{self.key_name}={self.key}"

    def html(self) -> str:
        page = f"{self._top()}{self._inner()}{self._bottom()}"
        for old, new in self.extra.items():
            assert old in page, f"nothing to replace: {old}"
            page = page.replace(old, new)
        return page.replace("\n", "\r\n")

    def served(self, encoding: str = "cp1252") -> bytes:
        return self.html().encode(encoding)

    def _inner(self) -> str:
        raise NotImplementedError

    def _top(self) -> str:
        mail = quote(f"Online-Version der Seite: {self.web}\r\nTermin: {self.web}&template=ics", safe=":/=")
        navigation = f"""<div id="risnavi"><ul id="navi_right">
<li><a href="{self.program}.asp?{self.key_name}={self.key}" title="Lesezeichen für X"><img src="b.gif"  /></a></li>
<li><a href="mailto:?subject=Ratsinformation&amp;body={mail}" title="Seite versenden"><img src="m.gif"  /></a></li>
</ul></div>"""
        return f"""{XML}{DOCTYPE}
<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="de" lang="de">
<head>
	<meta http-equiv="content-type" content="text/html; charset=iso-8859-1" />
	<meta name="description" content="ALLRIS net Version 3.9.5 (221117m)" />
	<meta name="objectID" content="{self.key}" />
</head><body ><div>
<div {f'id="allriscontainer" class="{self.program}"' if self.container else ""}>
<div id="rismenu"><ul id="menu"><li><a href="vo040.asp">Übersicht ab 05-2013</a></li></ul></div>
<div id="risright"><div id="rishead"><p class="topHeadline">Bezirksversammlung Musterbek</p></div>
{navigation if self.navigation else ""}
<div id="risname"><h1>{self.headline}&nbsp;&nbsp;</h1></div>
<div id="rismain"><table class="risdeco" cellspacing="0"><tr><td>&nbsp;</td><td bgcolor="white">
"""

    def _session(self) -> str:
        """The rows that an agenda and an item's page have in common, from the date on."""
        day = "" if self.day is None else f'<td class="kb1">Datum:</td><td class="text2">{self.day}</td>'
        status = "" if self.status is None else f'<td class="kb1">Status:</td><td class="text3">{self.status}</td>'
        time = "" if self.time is None else f'<td class="kb1">Zeit:</td><td class="text2">{self.time}</td>'
        return f"""<tr valign="top">{day}{status}</tr>
<tr valign="top">{time}<td class="kb1">Anlass:</td><td class="text4">Sitzung</td></tr>
{value_row("Raum", self.room)}{value_row("Ort", self.address)}"""

    def _bottom(self) -> str:
        return "</td></tr></table>\n</div>\n<div id='risfoot'><p></p></div>\n</div>\n</div>\n</div>\n</body>\n</html>"


@dataclass(frozen=True, kw_only=True)
class AgendaPage(SessionPage):
    """An agenda of the invented Bezirksversammlung Musterbek."""

    name: str | None = "Sitzung des Hauptausschusses"
    items: tuple[Item, ...] = (Item(),)
    table: bool = True
    remark: str = ""

    def _inner(self) -> str:
        document = button("do027", "DOLFDNR", "1334121", title="Bekanntmachung Nachtrag (PDF)", kind="il2_p")
        head = f"{value_row('Bezeichnung', self.name)}{value_row('Gremium', self.organization)}{self._session()}"
        rows = "".join(item.html() for item in self.items)
        table = f'<table class="tl1" cellspacing="0" border="0">{HEADER}{rows}{MINUTES_ROW}{BLANK_ROW}</table>'
        return f"""<table class="tk1"><tr><td class="ko1" valign="top"><table class="tk1">{head}</table></td>
<td class="ko2"></td><td class="me1"><table class="tk1"><tr><td class="me1">{document}</td></tr></table></td></tr>
</table>
<hr  />
{table if self.table else ""}{self.remark}
<hr />
<!-- ### AN0.rtf -->
"""


@dataclass(frozen=True, kw_only=True)
class ItemPage(SessionPage):
    """One item with its minutes. `paper` is the words of the link to it, number and subject in one."""

    program: str = "to020"
    key_name: str = "TOLFDNR"
    key: str = "1045621"
    headline: str = "Auszug - Bänke am Teich"
    number: str | None = "Ö&nbsp;2.1"
    result: str = "ungeändert beschlossen"
    paper: str | None = "22-0815 Bänke am Teich"
    paper_status: str = "öffentlich"
    protocol: str | None = paragraphs("Der Ausschuss berät über die Bänke.")
    decision: str | None = paragraphs("Beschluss:", "Zwei Bänke werden aufgestellt.")
    vote: str | None = paragraphs("Abstimmungsergebnis: einstimmig mit zwei Enthaltungen")

    def _inner(self) -> str:
        number = value_row("TOP", self.number)
        return f"""<table class="tk1"><tr><td class="ko1" valign="top"><table class="tk1" border="0">
<tr valign="top"><td><form action="to010.asp?topSelected={self.key}" method="post"><input type="hidden" name="SILFDNR"
 value="1003063"  /><input type="submit" class="il1_to" value="TO"  /></form></td>
<td class="text1" colspan="3"><a href="to010.asp?SILFDNR=1003063">Sitzung des Hauptausschusses</a></td></tr>
{number}<tr valign="top"><td class="kb1">Gremium:</td><td class="text1">{self.organization}</td>
<td class="kb1">Beschlussart:</td><td class="text3">{self.result}</td></tr>
{self._session()}{self._paper()}{PIXEL_ROW}</table></td><td class="ko2">&nbsp;</td><td class="me1">{self._jumps()}</td>
</tr></table>
<hr  />
{"".join(self._texts())}
"""

    def _paper(self) -> str:
        if self.paper is None:
            return ""
        decisions = button("vo021", "VOLFDNR", "1013101", title="Beschlüsse", kind="il1_bes")
        return f"""<tr><td>{button("vo020", "VOLFDNR", "1013101", title="Drucksache", kind="il1_vo")}</td>
<td class="text1"><a href="vo020.asp?VOLFDNR=1013101">{self.paper}</a></td>
<td class="kb1"><table><tr><td>{decisions}</td><td>&nbsp;</td><td>
<td>&nbsp;</td>
</td></tr></table></td><td class="text1" colspan="2">{SCRIPT}&nbsp;</td></tr>
<tr><td class="kb1">Status:</td><td class="text3">{self.paper_status}</td><td class="kb1">Drucksache-Art:</td>
<td class="text4">Antrag</td></tr>
<tr><td class="kb1">Federführend:</td><td class="text4">Bauamt</td><td class="kb1">&nbsp;</td>
<td class="text4">&nbsp;</td></tr>
"""

    def _parts(self) -> tuple[tuple[str, str, str | None], ...]:
        return (("WP", "Protokoll", self.protocol), ("BS", "Beschluss", self.decision), ("AE", "Abstimmung", self.vote))

    def _jumps(self) -> str:
        return "".join(f'<br /><a href="#allris{part}">{name}</a>' for part, name, body in self._parts() if body)

    def _texts(self) -> list[str]:
        return [
            f'<!-- ### {part}{"132" if body else "0"}.rtf -->\n<a name="allris{part}"></a>\n'
            f"{embedded('<hr />' + body) if body else ''}"
            for part, _, body in self._parts()
        ]
