"""What a round came to, in lines for a person at a terminal."""

from collections.abc import Iterator

from bot.collecting.report import RoundReport
from bot.commands.structure_words import built_otherwise
from council.published.changes import ChangeKind

_MOST_FAILURES = 10

CHANGE_WORDS = {
    ChangeKind.MEETING_ANNOUNCED: "Sitzung angesetzt",
    ChangeKind.MEETING_MOVED: "Sitzung verlegt",
    ChangeKind.MEETING_CANCELLED: "Sitzung abgesagt",
    ChangeKind.MEETING_REVIVED: "Sitzung findet doch statt",
    ChangeKind.MEETING_TIME: "Uhrzeit veröffentlicht",
    ChangeKind.MEETING_ROOM: "anderer Ort",
    ChangeKind.MEETING_NON_PUBLIC: "Sitzung nicht mehr öffentlich",
    ChangeKind.AGENDA_PUBLISHED: "Tagesordnung veröffentlicht",
    ChangeKind.ITEM_ADDED: "TOP dazugekommen",
    ChangeKind.ITEM_WITHDRAWN: "TOP abgesetzt",
    ChangeKind.ITEM_REVIVED: "TOP wieder darauf",
    ChangeKind.ITEM_MOVED: "TOP verschoben",
    ChangeKind.ITEM_REWORDED: "TOP umbenannt",
    ChangeKind.ITEM_PAPER_ADDED: "Drucksache zum TOP",
    ChangeKind.ITEM_NON_PUBLIC: "TOP nicht mehr öffentlich",
    ChangeKind.RESULT_APPEARED: "Ergebnis da",
    ChangeKind.RESULT_CHANGED: "Ergebnis geändert",
    ChangeKind.PAPER_NEW: "neue Drucksache",
    ChangeKind.PAPER_CHANGED: "Drucksache geändert",
    ChangeKind.PAPER_REFERRED: "Drucksache überwiesen",
    ChangeKind.PAPER_SCHEDULED: "Drucksache auf einer Tagesordnung",
    ChangeKind.PAPER_NON_PUBLIC: "Drucksache nicht mehr öffentlich",
}


def summary(report: RoundReport) -> Iterator[str]:
    """The source's line, then what went wrong."""
    if report.skipped is not None:
        yield f"{report.name}: nicht gelesen. {report.skipped}"
        return
    told = report.told
    numbers = f"{told.new} neu, {told.changed} geändert, {told.unchanged} unverändert"
    yield f"{report.name}: {_pages(report.pages)} gelesen ({numbers}){_news(report)}{_first(report)}"
    if report.permitted_by_operator:
        yield f"{report.name}: gelesen trotz robots.txt, weil RATSBOTE_PERMITTED_HOSTS den Rechner nennt."
    yield from (f"{report.name}: {built_otherwise(note.page, note.finding, note.times)}" for note in report.odd)
    if report.stopped is not None:
        yield f"{report.name}: abgebrochen, beim nächsten Mal geht es weiter. {report.stopped}"
    failures = [failure for failure in report.failures if failure != report.stopped]
    yield from (f"{report.name}: {failure}" for failure in failures[:_MOST_FAILURES])
    if len(failures) > _MOST_FAILURES:
        yield f"{report.name}: und {len(failures) - _MOST_FAILURES} weitere Seiten nicht gelesen."
    if report.held:
        yield f"{report.name}: So viel auf einmal wird zurückgehalten; ansehen und entscheiden mit: ratsbote held"


def change_list(counts: tuple[tuple[ChangeKind, int], ...]) -> str:
    """ "2 × TOP abgesetzt, 1 × neue Drucksache"."""
    return ", ".join(f"{number} × {CHANGE_WORDS[kind]}" for kind, number in counts)


def _pages(number: int) -> str:
    return "eine Seite" if number == 1 else f"{number} Seiten"


def _news(report: RoundReport) -> str:
    return f"; {change_list(report.changes)}" if report.changes else ""


def _first(report: RoundReport) -> str:
    if not report.is_first:
        return ""
    return "; zum ersten Mal gelesen" if report.first_read_done else "; zum ersten Mal, noch nicht vollständig"
