"""Pages of invented papers in the real shape of ALLRIS net 3.9.5 (vo020), with one knob for each oddity."""

import re
from dataclasses import dataclass, field
from html import escape
from urllib.parse import quote

HOST = "sitzungsdienst-musterbek.example"
XML = '<?xml version="1.0" encoding="iso-8859-1"?>\n'
DOCTYPE = (
    '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" '
    '"http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">'
)
SCRIPT = """
<script language="Javascript" type="text/javascript"><!--
//<![CDATA[
	function checkClickResult(id, clicked, value) {
		if (id == 8) { document.delVerSigForm.submit(); }
	}
//]]>
--></script>
"""
PIXEL_ROW = '<tr><td colspan="4"><img src="images/einpix.gif" width="1" height="1" alt="" border="0"  /></td></tr>'
SPAN = '<span style="font-family:Arial">{}</span>'


def spans(words: str) -> str:
    """As Aspose writes it: a new span right after every umlaut, no-break spaces as entities."""
    pieces = re.split("(?<=[äöüÄÖÜß])", escape(words, quote=False).replace("\u00a0", "&#xa0;"))
    return "".join(SPAN.format(piece) for piece in pieces if piece)


def paragraphs(*texts: str) -> str:
    return "".join(f'<p style="margin-top:0pt; font-size:11pt">{spans(text)}</p>' for text in texts)


def cell_table(*rows: tuple[str, ...]) -> str:
    cells = ("".join(f"<td>{paragraphs(cell)}</td>" for cell in row) for row in rows)
    return f'<table cellspacing="0">{"".join(f"<tr>{row}</tr>" for row in cells)}</table>'


def embedded(body: str) -> str:
    """One of the complete documents in which the texts of a paper come."""
    return (
        f'<?xml version="1.0" encoding="iso-8859-1" standalone="no"?>{DOCTYPE}'
        '<html xmlns="http://www.w3.org/1999/xhtml"><head><meta http-equiv="Content-Type" '
        'content="text/html; charset=iso-8859-1" /><meta name="generator" content="Aspose.Words for .NET 19.1" />'
        f"<title></title></head><body><div>{body}</div></body></html>"
    )


@dataclass(frozen=True, kw_only=True)
class Met:
    """A meeting row. Without an agenda its name is plain text; without minutes there is no to020 form."""

    day: str = "17.05.2026"
    name: str = "Sitzung des Hauptausschusses"
    meeting: str = "1003150"
    item: str = "1048504"
    result: str = "&nbsp;"
    agenda: bool = True
    minutes: bool = True

    def html(self) -> str:
        form = (
            f'<form action="to010.asp?topSelected={self.item}" method="post" style="margin:0"><input type="hidden" '
            f'name="SILFDNR" value="{self.meeting}"  /><input type="submit" class="il1_to" value="TO"  /></form>'
        )
        link = f'<a href="to010.asp?SILFDNR={self.meeting}">{self.name}</a>'
        minutes = (
            '<form action="to020.asp" method="post" style="margin:0"><input type="hidden" name="TOLFDNR" '
            f'value="{self.item}"  /><input type="submit" class="il1_naz" value="PA" title="Auszug"  /></form>'
        )
        return f"""				<tr valign="top" class="zl12">
					<td bgcolor="#ffffff" title="Erledigt"></td>
					<td class="text2">{self.day}&nbsp;</td>
<td>{form if self.agenda else "&nbsp;"}</td>
<td>{link if self.agenda else self.name}</td>
					<td class="text3">{self.result}</td>
					<td>&nbsp;</td>
<td>{minutes if self.minutes else "&nbsp;"}</td>
				</tr>
"""


@dataclass(frozen=True, kw_only=True)
class Station:
    """A committee's row and the rows of its meetings. Some towns give two cells only."""

    organization: str = "Hauptausschuss"
    role: str | None = ""
    met: tuple[Met, ...] = ()

    def html(self) -> str:
        role = "" if self.role is None else f'<td class="text1" colspan="3" nowrap="nowrap">{self.role}</td>'
        rows = "".join(met.html() for met in self.met)
        return f"""				<tr valign="top" class="zl12">
					<td bgcolor="#ffffff" title="Erledigt"></td>
					<td class="text1" colspan="3">{self.organization}</td>
					{role}
				</tr>
{rows}"""


@dataclass(frozen=True, kw_only=True)
class PaperPage:
    """A paper of the invented Bezirksversammlung Musterbek. Values are HTML, as a page would hold them."""

    headline: str = "Drucksache - 22-0815.01&nbsp;&nbsp;"
    key: str = "1014999"
    subject: str = "Antrag betr. Bänke für den Mühlenteich"
    status: str | None = "öffentlich"
    type_label: str = "Drucksache-Art:"
    paper_type: str = "Antrag"
    originators: str | None = "Ada Übermut<br  />GRÜNE-Fraktion"
    originators_label: str = "Verfasser:"
    lead: str | None = "Interner Service"
    parent: str | None = "22-0815"
    more_rows: str = ""
    stations: tuple[Station, ...] = (Station(met=(Met(result="vertagt&nbsp;"),)),)
    facts: str | None = paragraphs(
        "Sachverhalt:", "Die Bänke am Teich fehlen.", "\u00a0", "Zunächst zwei, später mehr."
    )
    decision: str | None = paragraphs("Petitum/Beschluss:", "Die Verwaltung stellt Bänke auf – sofort.")
    annex: str | None = None
    files: tuple[str, ...] = ("Lageplan Teich.pdf",)
    family: tuple[str, ...] = ("22-0815", "22-0815.01")
    navigation: bool = True
    container: str = "vo020"
    declared: str = "iso-8859-1"
    before_html: str = ""
    after_html: str = ""
    extra: dict[str, str] = field(default_factory=dict)

    @property
    def web(self) -> str:
        return f"http://{HOST}/bi/vo020.asp?VOLFDNR={self.key}"

    def html(self) -> str:
        page = f"{self._top()}{self._head()}{self._texts()}{self._annexes()}{self._bottom()}"
        for old, new in self.extra.items():
            assert old in page, f"nothing to replace: {old}"
            page = page.replace(old, new)
        return page.replace("\n", "\r\n")

    def served(self, encoding: str = "cp1252") -> bytes:
        return self.html().encode(encoding)

    def _top(self) -> str:
        mail = quote(f"Online-Version der Seite: {self.web}\r\nTermin: {self.web}&template=ics", safe=":/=")
        menu = '<div id="rismenu"><ul id="menu"><li><a href="vo040.asp">Übersicht</a></li></ul></div>'
        navigation = f"""<div id="risnavi"><ul id="navi_right">
<li><!-- BOOKMARK_LINK --><a href="vo020.asp?VOLFDNR={self.key}" title="Lesezeichen für X"><img src="b.gif"  /></a></li>
<li><a href="mailto:?subject=Ratsinformation&amp;body={mail}" title="Seite versenden"><img src="m.gif"  /></a></li>
</ul></div>"""
        return f"""{self.before_html}{XML.replace("iso-8859-1", self.declared)}{DOCTYPE}
<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="de" lang="de">
<head>
	<meta http-equiv="content-type" content="text/html; charset={self.declared}" />
	<title>Drucksache</title>
	<meta name="description" content="ALLRIS net Version 3.9.5 (221117m)" />
	<meta name="objectID" content="{self.key}" />
</head><body ><div>
<div id="allriscontainer" class="{self.container}">
{menu if self.navigation else ""}
<div id="risright"><div id="rishead"><p class="topHeadline">Bezirksversammlung Musterbek</p></div>
{navigation if self.navigation else ""}
<div id="risname"><h1>{self.headline}</h1></div>
<div id="rismain"><table class="risdeco" cellspacing="0"><tr><td>&nbsp;</td><td bgcolor="white">
"""

    def _head(self) -> str:
        return f"""<table class="tk1" cellspacing="0"><tr><td class="ko1" valign="top">
<table class="tk1" cellspacing="0" cellpadding="3" border="0">
	<tr><td class="kb1">Betreff:</td><td class="text1" colspan="3">{SCRIPT}{self.subject}</td></tr>
	<tr>{self._status()}<td class="kb1">{self.type_label}</td><td class="text4">{self.paper_type}</td></tr>
{self._value(self.originators_label, self.originators)}{self._parent()}{self._value("Federführend:", self.lead)}
{self.more_rows}{self._stops()}{PIXEL_ROW}
</table></td><td class="ko2"></td><td class="me1">{self._right()}</td></tr></table>
<hr  />
"""

    def _status(self) -> str:
        return "" if self.status is None else f'<td class="kb1">Status:</td><td class="text3">{self.status}</td>'

    def _value(self, label: str, value: str | None) -> str:
        if value is None:
            return ""
        blank = '<td class="kb1">&nbsp;</td><td class="text4">&nbsp;</td>'
        return f'<tr><td class="kb1">{label}</td><td class="text4">{value}</td>{blank}</tr>\n'

    def _parent(self) -> str:
        if self.parent is None:
            return ""
        form = '<form action="vo020.asp" method="post"><input type="hidden" name="VOLFDNR" value="1014001"  /></form>'
        link = f'<a href="vo020.asp?VOLFDNR=1014001">{self.parent}</a>'
        inner = f'<table class="tk1"><tr><td>{form}</td><td nowrap="nowrap">{link}</td></tr></table>'
        blank = '<td class="kb1">&nbsp;</td><td class="text4">&nbsp;</td>'
        return f'<tr>{blank}<td class="kb1">Bezüglich:</td><td class="text4">{inner}</td></tr>\n'

    def _stops(self) -> str:
        rows = "".join(station.html() for station in self.stations)
        return f"""	<tr><td class="kb1" colspan="4">Beratungsfolge:</td></tr>
	<tr><td valign="top" colspan="4"><table cellspacing="0" cellpadding="3" border="0">
				<tr><td><img src="images/einpix.gif" alt=""  /></td><td colspan="6"></td></tr>
{rows}			</table></td></tr>
"""

    def _right(self) -> str:
        names = {"allrisSV": "Sachverhalt", "allrisBV": "Beschlussvorschlag", "allrisAN": "Anlage/n"}
        there = [name for name, body in self._bodies() if body is not None]
        jumps = "".join(f'<br /><a href="#{name}">{names[name]}</a>' for name in there)
        button = '<form action="do027.asp" method="post"><input type="submit" value="Drucksache"  /></form>'
        rows = "".join(
            f'<tr><td class="text3"><a href="___tmp/tmp/45-181-136/Ysl1Cj6X/{at}.pdf" title="Anlage {at}">{name}</a>'
            '</td><td class="text3">&nbsp;</td></tr>'
            for at, name in enumerate(self.files, 1)
        )
        files = f'<table class="tk1"><tr><td class="kb1" colspan="1">Anlagen:</td></tr>{rows}</table>' if rows else ""
        return f"<table><tr><td>{button}</td></tr><tr><td>{jumps}</td></tr><tr><td>{files}</td></tr></table>"

    def _bodies(self) -> tuple[tuple[str, str | None], ...]:
        return (("allrisSV", self.facts), ("allrisBV", self.decision), ("allrisAN", self.annex))

    def _texts(self) -> str:
        return "".join(
            f'<!-- ### {name[-2:]}1360646.rtf -->\n<a name="{name}"></a>\n{embedded(body)}\n'
            for name, body in self._bodies()
            if body is not None
        )

    def _annexes(self) -> str:
        files = "".join(
            f'<tr><td><img src="images/clip.gif"></td><td class="text3">{at}</td><td class="text3">'
            f'<a href="___tmp/tmp/45-181-136/Ysl1Cj6X/{at}.pdf">{name} (460 KB)</a></td></tr>'
            for at, name in enumerate(self.files, 1)
        )
        header = '<tr><td>&nbsp;</td><td class="text1">Nr.</td><td class="text1">Name</td></tr>'
        table = f'<table class="tk1"><tr><td class="kb1" colspan="5">Anlagen:</td></tr>{header}{files}</table>'
        rows = "".join(self._relative(each) for each in self.family)
        family = f'<table class="tk1"><tr><td class="kb1" colspan="7">Stammbaum:</td></tr>{rows}</table>'
        return (table if files else "") + "\n" + (family if rows else "")

    def _relative(self, reference: str) -> str:
        own = reference in self.headline
        number = reference if own else f'<a href="vo020.asp?VOLFDNR=1014001">{reference}</a>'
        blank = '<td class="text3">&nbsp;</td>'
        cells = blank.join(f'<td class="text3">{each}</td>' for each in (number, "Ein Betreff", "Amt", "Antrag"))
        return f'<tr valign="top">{cells}</tr>\n'

    def _bottom(self) -> str:
        end = '</td></tr></table>\n</div>\n<div id="risfoot"><p></p></div>\n</div>\n</div>\n</div>\n</body>\n</html>'
        return end + self.after_html
