"""The frame of lists in the real shape of ALLRIS net 3.9.5, and lists of papers (vo040) in it."""

from dataclasses import dataclass, field

from tests.sources.agenda_pages import ATTACHED, button
from tests.sources.pages import DOCTYPE, XML

BLANK = "<td>&nbsp;</td>"
MENU = """<div id="rismenu"><ul id="menu"><li><a href="/bi/{program}.asp?{query}toggleMenu=1">Bürgerinfo</a></li>
<li><a href="pa021.asp">Bezirksversammlung</a></li>
<li><a href="au010.asp?T1=Aussch%FCsse&amp;AU=Ausschuss">Ausschüsse</a></li><li><a href="fr010.asp">Fraktionen</a></li>
</ul></div>"""


@dataclass(frozen=True, kw_only=True)
class ListPage:
    """The frame around every list of the invented Bezirksversammlung Musterbek."""

    program: str = "vo040"
    headline: str = "Drucksachen - Übersicht"
    query: str = ""
    container: bool = True
    extra: dict[str, str] = field(default_factory=dict)

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

    def _head(self) -> str:
        return ""

    def _navigation(self) -> str:
        return '<div id="risnavi"></div>'

    def _top(self) -> str:
        return f"""{XML}{DOCTYPE}
<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="de" lang="de">
<head>
	<meta http-equiv="content-type" content="text/html; charset=iso-8859-1" />
	<meta name="description" content="ALLRIS net Version 3.9.5 (221117m)" />
	{self._head()}
</head><body ><div>
<div {f'id="allriscontainer" class="{self.program}"' if self.container else ""}>
{MENU.format(program=self.program, query=self.query)}
<div id="risright"><div id="rishead"><p class="topHeadline">Bezirksversammlung Musterbek</p></div>
{self._navigation()}
<div id="risname"><h1>{self.headline}&nbsp;&nbsp;</h1></div>
<div id="rismain"><div id="posOuterLocator"></div>
"""

    def _bottom(self) -> str:
        return "</div>\n<div id='risfoot'><p></p></div>\n</div>\n</div>\n</div>\n</body>\n</html>"


@dataclass(frozen=True, kw_only=True)
class Listed:
    """A row of a list of papers."""

    number: str = "22-0815"
    subject: str = "Bänke am Teich\nAntrag der GRÜNE-Fraktion"
    key: str = "1016851"
    day: str = "07.07.2026"
    kind: str = "Antrag"
    files: bool = False

    def html(self) -> str:
        form = button("vo020", "VOLFDNR", self.key, title="Drucksache", kind="il1_vo")
        link = f'<a href="vo020.asp?VOLFDNR={self.key}">{self.number}&nbsp;{self.subject}</a>'
        return (
            f'	<tr class="zl12"><td nowrap="nowrap">{form}{ATTACHED if self.files else ""}</td><td>{link}</td>{BLANK}'
            f'		<td class="text2">{self.day}</td>		<td class="text2">{self.kind}</td>	</tr>'
        )


@dataclass(frozen=True, kw_only=True)
class PapersPage(ListPage):
    """The list of papers. `said` is the line above and below the rows."""

    rows: tuple[Listed, ...] = (Listed(), Listed(number="22-0814.1", subject="Mühlenteich", key="1016850", files=True))
    said: str | None = "Ergebnisse 1-2 von ungefähr 19200"
    more: bool = True
    created: str = "Angel."

    def _inner(self) -> str:
        fields = '<input type="text" name="VO040FIL1" value="" placeholder="(alle)"  />'
        said = f'<td class="kb1" colspan="5">\n{self.said}\n<br /><span class="kb1">Tipp: …</span></td>'
        more = '&nbsp;&nbsp;&lt; vorherige | <a href="vo040.asp?shownext=true" title="">nächste &gt;</a>'
        line = "" if self.said is None else f'<tr class="zl11">{said}</tr>\n'
        rows = "".join(row.html() for row in self.rows)
        return f"""<table class="tl1" cellspacing="0" cellpadding="2" border="0">
	<thead>
	<tr>{BLANK}<td><form method="post" action="vo040.asp">Nr.: {fields}</form></td>{BLANK * 3}</tr>
	<tr><td colspan="5"><hr  /></td></tr>
	<tr class="zk1">
	<th colspan="3">Drucksache&nbsp;<a href="/bi/vo040.asp?SORT=1voname"><img src="s.gif" /></a>&nbsp;</th>
	<th>{self.created}&nbsp;<a href="/bi/vo040.asp?SORT=1vocdat"><img src="s.gif" /></a>&nbsp;</th>
	<th><a href="va000.asp?sessionvar=VALFDNRM"><img src="w.gif" /></a>D.-Art&nbsp;</th></tr>
	<tr><td colspan="3"><hr  /></td><td><a href="/bi/vo040.asp?VO040COL4=vofdat">(Freig.)</a></td><td><hr  /></td></tr>
</thead>
<tbody>
{line}{rows}
	<tr><td class="text4" colspan="5">{self.said or ""}{more if self.more else ""}</td></tr>
</tbody>
</table>
"""
