"""A layout that is not as known, in a sentence for a person at a terminal."""

from council.published.readings import Page

_PAGES = {
    Page.PAPER: "Seiten von Drucksachen",
    Page.AGENDA: "Tagesordnungen",
    Page.ITEM: "Seiten von Tagesordnungspunkten",
    Page.CALENDAR: "Sitzungskalender",
    Page.PAPERS: "Listen von Drucksachen",
    Page.ORGANIZATION: "Seiten von Gremien",
}


def built_otherwise(page: Page, finding: str | None, times: int) -> str:
    """What is not as known, and what that means. `times` in a row."""
    row = f", {times} Seiten in Folge" if times > 1 else ""
    return (
        f"{_PAGES[page]} anders gebaut als bekannt ({finding}{row}); davon kommt nur Neues dazu, geändert wird nichts."
    )
