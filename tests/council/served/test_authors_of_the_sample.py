"""Following a faction of the sample council catches its papers of a whole year, and no others."""

from council.published.papers import Paper
from council.served.authors import Author, Spelling, author_keys, authorships, proposed_authors
from simulator.council.story.bodies import FACTIONS
from simulator.council.story.records import FiledPaper
from tests.simulator.council.stories import state


def as_published(filed: FiledPaper, *, without_authors: bool) -> Paper:
    """Some districts fill the field of the authors, others leave it to the title."""
    originators = () if without_authors else filed.originators
    return Paper(
        reference=filed.reference, name=filed.name, public=True, paper_type=filed.type, originators=originators
    )


def authors(papers: list[Paper]) -> dict[str, Author]:
    found = [each for paper in papers for each in authorships(paper)]
    spellings = [Spelling(key=each.key, written=each.written) for each in found]
    return {author.name: author for author in proposed_authors(spellings, factions=FACTIONS)}


def caught(papers: list[Paper], author: Author) -> set[str]:
    return {paper.reference for paper in papers if author.keys & set(author_keys(paper))}


def test_every_paper_of_a_faction_is_its_own_whether_the_field_is_filled_or_not() -> None:
    filed = [each for each in state(120.0).papers.values() if each.public]
    for without_authors in (False, True):
        papers = [as_published(each, without_authors=without_authors) for each in filed]
        known = authors(papers)
        assert set(FACTIONS) <= set(known)
        for faction in FACTIONS:
            expected = {each.reference for each in filed if faction in each.originators}
            assert len(expected) > 50
            assert caught(papers, known[faction]) == expected
