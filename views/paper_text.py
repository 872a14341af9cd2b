"""The text of a paper, in pages that fit a message."""

from markupsafe import Markup

from council.published.known import KnownPaper
from views.actions import Act, Action, action_data
from views.message import Button, Message
from views.wording import Words

# UTF-16 units a page; leaves room for the heading lines.
_PAGE = 3500


def paper_text(known: KnownPaper, *, page: int, words: Words) -> Message:
    """Page `page` (from 1; beyond the end: the last) of the text, with buttons to turn and to go back."""
    back = (Button(label=words.label("button-card"), action=action_data(Action(Act.CARD, number=known.row))),)
    parts = _pages(_whole(known, words))
    if not parts:
        return Message(text=words("text-missing", reference=known.paper.reference), buttons=(back,))
    page = min(page, len(parts))
    lines = [Markup("<b>{}</b>").format(words("text-title", reference=known.paper.reference))]
    if len(parts) > 1:
        lines.append(Markup("<i>{}</i>").format(words("text-page", page=str(page), pages=str(len(parts)))))
    body = Markup("\n").join(lines) + Markup("\n\n") + parts[page - 1]
    turning = []
    if page > 1:
        turning.append(_turn(known.row, page - 1, words.label("button-earlier")))
    if page < len(parts):
        turning.append(_turn(known.row, page + 1, words.label("button-later")))
    rows = (tuple(turning), back) if turning else (back,)
    return Message(text=body, buttons=rows)


def _turn(row: int, page: int, label: str) -> Button:
    return Button(label=label, action=action_data(Action(Act.TEXT, number=row, page=page)))


def _whole(known: KnownPaper, words: Words) -> list[Markup | str]:
    """Headings (markup) and paragraphs (plain) in order."""
    whole: list[Markup | str] = []
    for phrase, text in (
        ("text-facts", known.paper.text.sachverhalt),
        ("text-decision", known.paper.text.beschluss),
    ):
        if text:
            whole.append(Markup("<b>{}</b>").format(words(phrase)))
            whole += [line.rstrip() for line in text.splitlines()]
            whole.append("")
    return whole


def _pages(lines: list[Markup | str]) -> list[Markup]:
    pages: list[list[Markup]] = [[]]
    room = _PAGE
    for line in lines:
        for piece in [line] if isinstance(line, Markup) else _pieces(line):
            size = len(piece.encode("utf-16-le", "surrogatepass")) // 2 + 1
            if size > room and pages[-1]:
                pages.append([])
                room = _PAGE
            pages[-1].append(Markup("{}").format(piece))
            room -= size
    joined = [Markup("\n").join(page).strip() for page in pages]
    return [page for page in joined if page]


def _pieces(line: str) -> list[str]:
    """A paragraph longer than a page, cut at blanks (1,750 characters are never more than 3,500 units)."""
    longest = _PAGE // 2
    pieces = []
    while len(line) > longest:
        blank = line.rfind(" ", 1, longest)
        cut = blank if blank > 0 else longest
        pieces.append(line[:cut])
        line = line[cut:].lstrip()
    return [*pieces, line]
