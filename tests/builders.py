"""Invented papers with sane defaults; a test names only what it is about."""

from datetime import UTC, date, datetime
from typing import Any

from council.published.bodies import Body
from council.published.known import KnownPaper
from council.published.papers import Consultation, Paper

TODAY = date(2026, 11, 23)
READ_AT = datetime(2026, 11, 23, 10, 5, tzinfo=UTC)
MUSTERFELD = Body(key="musterfeld", name="Bezirksversammlung Musterfeld")


def a_stop(organization: str = "Hauptausschuss", day: date | None = None, result: str | None = None) -> Consultation:
    return Consultation(organization=organization, date=day, result=result)


def a_paper(reference: str = "22-0101", *stops: Consultation, **fields: Any) -> Paper:
    defaults: dict[str, Any] = {
        "name": "Radwegekonzept für die Winsener Straße",
        "public": True,
        "consultations": stops,
    }
    return Paper(reference=reference, **(defaults | fields))


def a_known_paper(paper: Paper | None = None, *, row: int = 7, body: Body = MUSTERFELD) -> KnownPaper:
    return KnownPaper(row=row, body=body, paper=paper or a_paper(), read_at=READ_AT)


def welcome_center() -> Paper:
    """The paper this project started from, as its page says."""
    return Paper(
        reference="20-1554",
        name='Antrag Grüne betr. Hamburg als "Welcoming City" - Weiterentwicklung des Hamburg Welcome Centers',
        public=True,
        paper_type="Antrag",
        originators=("GRÜNE-Fraktion",),
        under_direction_of="Interner Service",
        consultations=(
            a_stop("Hauptausschuss", date(2016, 5, 17), "ungeändert beschlossen / überwiesen"),
            a_stop("Ausschuss für Soziales, Bildung und Integration", date(2017, 4, 10), "zurückgezogen / erledigt"),
        ),
    )
