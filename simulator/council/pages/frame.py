"""What stands around every page of ALLRIS 3: head, menu, bookmark and mail links, foot."""

from dataclasses import dataclass
from urllib.parse import quote

from simulator.council.pages.markup import attribute, page_bytes, raw_text, text

_MENU = (
    ("Bürgerinfo", (("allris.net.asp", "Home"), ("pa021.asp", "Bezirksversammlung"), ("au010.asp", "Ausschüsse"))),
    ("Sitzungen", (("si010_e.asp", "Kalender"), ("si018_a.asp", "Übersicht"), ("si016.asp", "Niederschriften"))),
    ("Drucksachen", (("vo040.asp", "Übersicht"),)),
    ("Recherche", (("yw040.asp", "Textrecherche"), ("kp040.asp", "Sitzungsteilnehmende"))),
    ("Kontakt", (("impressum.asp", "Impressum"),)),
    ("Hilfe", (("legende.asp", "Legende"),)),
)
PIXEL = '<img src="images/einpix.gif" alt="" width="1" height="1" border="0"  />'


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """`program` is the page's ("vo020"), `query` its own parameters ("VOLFDNR=1") or "", `object_key` the key.

    `title` is the browser's, `headline` the visible one, `topic` what the mail link adds to it.
    `host_url` is the address of the folder that the pages lie in, e.g. "http://127.0.0.1:8080/bi/".
    """

    council: str
    host_url: str
    program: str
    title: str
    headline: str
    query: str = ""
    object_key: int = 0
    topic: str = ""
    bookmark: str = ""  # instead of the headline
    container: str = ""  # the name the page gives itself, where it is not the program's

    @property
    def address(self) -> str:
        """Relative, as the page's own links have it."""
        return f"{self.program}.asp?{self.query}" if self.query else f"{self.program}.asp"


def framed(frame: Frame, content: str, *, border: str = "clip") -> bytes:
    """The whole page, as it goes over the line. `content` is markup; `border` names the pictures around it, "" none."""
    inner = _deco(content, border) if border else content
    main = f'<div id="rismain"><div id="posOuterLocator"></div>{inner}</div>\n'
    return page_bytes(f"{_head(frame)}{_menu(frame)}{_top(frame)}{main}{_FOOT}")


def _head(frame: Frame) -> str:
    key = f'\t<meta name="objectID" content="{frame.object_key}" />\n' if frame.object_key else ""
    return f"""<?xml version="1.0" encoding="iso-8859-1"?>
<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="de" lang="de">
<head>
\t<link rel="stylesheet" href="conf/styles/defaults/styles.css" />
\t<meta http-equiv="content-type" content="text/html; charset=iso-8859-1" />
\t<title>{text(frame.title)}</title>
\t<meta name="description" content="ALLRIS net Version 3.9.5 (221117m)" />
\t<meta name="language" content="de" />
\t<meta name="keywords" content="Ratsinformationssystem, Ratsinfo, Sitzungsdienst, ALLRIS" />
\t<link rel="shortcut icon" type="image/x-icon" href="images/ALLRIS.ico" />
\t<link rel="stylesheet" href="conf/_styles.css" />
\t<script type="text/javascript" src="opt/scripting/alert.js"></script>
{key}\t<meta name="infoID" content="33.3950002.0" />
</head><body ><div>
<div id="allriscontainer" class="{frame.container or frame.program}">
<div class="borderframe"><div class="mainframe"><div class="header"></div><div id="risleft"><div id="rislogo"></div>
"""


def _menu(frame: Frame) -> str:
    lines = ['<div id="riswrap"><div id="rismenu"><ul id="menu">']
    joint = "&amp;" if frame.query else "?"
    for number, (group, links) in enumerate(_MENU, 1):
        here = f"/bi/{attribute(frame.address)}{joint}toggleMenu={number}"
        lines.append(f'<li><strong><a href="{here}" title="Reduzieren">{group}</a></strong></li>\n<li>\n\t<ul>')
        lines += [f'\t<li><a href="{address}" title="{name}">{name}</a></li>' for address, name in links]
        lines.append("\t</ul>\n</li>")
    return "\n".join((*lines, "</ul>\n</div></div>\n</div>\n"))


def _top(frame: Frame) -> str:
    return f"""<div id="risright"><div id="rishead"><p class="topHeadline">{text(frame.council)}</p></div>
<div id="risnavi">{_navigation(frame) if frame.object_key else ""}</div>
<div id="risname"><h1>{raw_text(frame.headline)}&nbsp;&nbsp;</h1></div>
<div id="risprop"></div>
"""


def _navigation(frame: Frame) -> str:
    """Bookmark and mail link: both name the page's own address."""
    name = attribute(f"Lesezeichen für {frame.bookmark or frame.headline}")
    return f"""<ul id="navi_right">
<li><!-- BOOKMARK_LINK --><a href="{attribute(frame.address)}" title="{name}" target="_self"><img \
src="images/bookmark.gif" alt="{name}"  /></a><!-- BOOKMARK_LINK --></li>
<li><a href="{attribute(_mail_link(frame))}" title="Seite versenden"><img src="images/email_gross.gif" \
alt="Seite versenden"  /></a></li>
</ul>
"""


def _mail_link(frame: Frame) -> str:
    names = (" ".join(name.split()) for name in (f"Ratsinformation: {frame.headline}", frame.topic))
    subject = " - ".join(name for name in names if name)
    page = f"{frame.host_url.rstrip('/')}/{frame.address}"
    body = f"Online-Version der Seite: {page}\r\nTermin: {page}&selfaction=Termin%20exportieren&template=ics\r\n"
    return f"mailto:?subject={quote(subject, safe=':/')}&body={quote(body, safe=':/=')}"


def _deco(content: str, border: str) -> str:
    pictures = f"images/deco/{border}"
    return f"""<table class="risdeco" cellspacing="0" cellpadding="0" border="0">
\t<tr>
\t\t<td><img src="{pictures}/nw.gif" alt=""  /></td>
\t\t<td width="100%" style="background: URL({pictures}/n.gif) repeat-x">&nbsp;</td>
\t\t<td><img src="{pictures}/ne.gif" alt=""  /></td>
\t</tr>
\t<tr>
\t\t<td style="background: URL({pictures}/w.gif) repeat-y">&nbsp;</td>
\t\t<td bgcolor="white">{content}</td>
<td style="background: URL({pictures}/e.gif) repeat-y">&nbsp;</td>
\t</tr>
\t<tr>
\t\t<td><img src="{pictures}/sw.gif" alt=""  /></td>
\t\t<td width="100%" style="background: URL({pictures}/s.gif) repeat-x">&nbsp;</td>
\t\t<td><img src="{pictures}/se.gif" alt=""  /></td>
\t</tr>
</table>
"""


_FOOT = """<div id="risfoot"><div id="foot_right"><p></p></div>
<div id="foot_center" ><p><a href="" target="_blank" title=""></a></p></div>\
<div id="foot_left" ><p><a href="" target="_blank" title=""></a></p></div></div>
</div>
</div>
</div>
</div>
</body>
</html>
"""
