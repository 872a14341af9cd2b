"""The expected authors of every real paper: nothing of theirs is missed, and nothing of anybody else's is theirs."""

import json
from collections import defaultdict
from collections.abc import Iterator

from council.published.papers import Paper
from council.served.authors import Spelling, authorships, faction_names, proposed_authors
from sources.allris.page import read_page
from sources.errors import SourceError
from tests.shared import SHARED, needs_shared

PAGES = SHARED / "pages"
NORTH = {
    "grüne": "22-1654 22-1655 22-1656 22-1692 22-1693 22-1696 22-2361 22-2373 22-2384 22-2385 22-2402",
    "spd": "22-1653 22-1658 22-1659 22-2362 22-2370 22-2386 22-2395 22-2397",
    "cdu": "22-1653 22-1658 22-1659 22-1694 22-2362 22-2370 22-2386 22-2395 22-2397",
    "fdp": "22-1653 22-1658 22-1659 22-2362 22-2370 22-2386 22-2395 22-2397",
    "linke": "22-1695 22-1696 22-2374 22-2388",
    "volt": "22-1649 22-1696 22-2355 22-2382 22-2396",
    "afd": "22-2356",
}
# A village's council of the same town: names are told apart from the town's own factions and from each other's.
VILLAGE = {"bfw": "BFW", "cdu/fw": "CDU/FW", "bündnis90/die grünen": "Bündnis90/Die Grünen"}


def papers_of(*patterns: str) -> Iterator[Paper]:
    for pattern in patterns:
        for path in sorted((PAGES / "allris3").glob(pattern)):
            try:
                reading = read_page(path.read_bytes())
            except SourceError:
                continue
            yield from reading.papers
            for listed in reading.listed:
                yield Paper(
                    reference=listed.reference, name=listed.name or "", public=True, paper_type=listed.paper_type
                )
            for item in (item for meeting in reading.meetings for item in meeting.agenda or ()):
                if item.paper:
                    yield Paper(reference=item.paper, name=item.name or "", public=True)


def by_author(papers: Iterator[Paper], *, factions: tuple[str, ...] = (), town: str = "") -> dict[str, set[str]]:
    """Faction (its party's name) → references."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    spellings: list[Spelling] = []
    for paper in papers:
        for each in authorships(paper, factions=faction_names(factions)):
            spellings.append(Spelling(key=each.key, written=each.written))
            found[each.key].add(paper.reference)
    authors = proposed_authors(spellings, factions=factions, town=town)
    return {
        min((key.partition(":")[2] for key in author.keys), key=len): {
            reference for key in author.keys for reference in found[key]
        }
        for author in authors
        if author.is_faction
    }


@needs_shared
def test_following_a_faction_of_the_north_catches_all_of_its_papers_and_no_others() -> None:
    factions = tuple(
        organization.name
        for path in ("hh_hamburg_nord_fr010.html", "hh_hamburg_nord_fr020.html")
        for organization in read_page((PAGES / "allris3" / path).read_bytes()).organizations
    )
    found = by_author(papers_of("hh_hamburg_nord_*"), factions=factions, town="Bezirksversammlung Hamburg-Nord")
    named = {("linke" if "linke" in name else name): papers for name, papers in found.items() if papers}
    assert named == {name: set(references.split()) for name, references in NORTH.items()}


@needs_shared
def test_other_districts() -> None:
    assert by_author(papers_of("hh_altona_*")) == {
        "grüne": {"22-1508", "22-1509", "22-1510"},
        "cdu": {"22-1508", "22-1509", "22-1510"},
        "fdp": {"22-1450"},
        "afd": {"22-1452"},
    }
    assert by_author(papers_of("hh_harburg_*")) == {"cdu": {"22-0794"}, "grüne": {"22-1029"}}


@needs_shared
def test_a_whole_year_of_a_town() -> None:
    lines = (PAGES / "karlsruhe" / "papers-2024.jsonl").read_text("utf-8").splitlines()
    read = [json.loads(line) for line in lines]
    papers = (
        Paper(reference=each["reference"], name=each["name"], public=True, paper_type=each["paperType"] or None)
        for each in read
        if not each.get("deleted")
    )
    found = by_author(papers, town="Karlsruhe")
    for name, written in VILLAGE.items():
        expected = {each["reference"] for each in read if written in each["name"] and "Wettersbach" in each["name"]}
        assert found[f"{name} ortschaftsrat wettersbach"] == expected
    # All of the village's councils, none of which is the town's faction.
    assert {name: len(found[name]) for name in ("spd ortschaftsrat wettersbach", "spd ortschaftsrat", "cdu")} == {
        "spd ortschaftsrat wettersbach": 3,
        "spd ortschaftsrat": 4,
        "cdu": 1,
    }
    assert "spd" not in found
    assert all(name.count("ortschaftsrat") <= 1 and len(name) < 60 for name in found)


@needs_shared
def test_the_open_data_portal_names_the_author_in_the_second_line() -> None:
    answer = json.loads((PAGES / "ckan" / "hamburg_transparenzportal_ckan_drucksachen.json").read_text("utf-8"))
    papers = (Paper(reference=each["name"], name=each["notes"], public=True) for each in answer["result"]["results"])
    assert by_author(papers) == {"volt": {"bezirk-hamburg-nord-drucksache-22-2671"}}
