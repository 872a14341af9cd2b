"""Search by words: in German, inside compounds, whatever is typed, and never more work than a page is worth."""

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from council.published.papers import Consultation, Paper, PaperText
from storage.search import WINDOW, Filters, SearchPage, search
from tests.storage.builders import SEESTADT, connected, paper, record, rich_paper

ANYTHING = st.text(st.characters(codec=None))
NOTHING = SearchPage()


def names(page: SearchPage) -> list[str]:
    return [hit.paper.name for hit in page.hits]


def named(*titles: str) -> list[Paper]:
    return [paper(f"20-{number:04}", title) for number, title in enumerate(titles)]


@pytest.mark.parametrize("asked", ["müller", "MÜLLER", "mueller", "muller", "llerstr", "strasse", "straße", "str"])
def test_umlauts_are_found_in_every_spelling(connection: sqlite3.Connection, asked: str) -> None:
    record(connection, *named("Tempo 30 in der Müllerstraße", "Anderes"))
    assert names(search(connection, asked)) == ["Tempo 30 in der Müllerstraße"]


@pytest.mark.parametrize("asked", ["weg", "WEGE", "konzept", "radweg", "radwegekonzept"])
def test_words_are_found_inside_compounds_of_a_title(connection: sqlite3.Connection, asked: str) -> None:
    record(connection, *named("Ein Radwegekonzept für Elbdorf", "Bänke"))
    assert names(search(connection, asked)) == ["Ein Radwegekonzept für Elbdorf"]


def test_all_words_must_be_there_in_any_order(connection: sqlite3.Connection) -> None:
    record(connection, *named("Radweg am Ufer", "Radweg am Markt", "Ufer"))
    page = search(connection, "ufer radweg")
    assert (names(page), page.loosened) == (["Radweg am Ufer"], False)


def test_words_may_stand_in_title_and_text(connection: sqlite3.Connection) -> None:
    record(connection, rich_paper())
    for asked in ("bänke sitzplätze", "aufgestellt", "ute weiss", "fraktion blau", "1554", "20-1554"):
        assert names(search(connection, asked)) == ["Mehr Bänke am Ufer"], asked


def test_longer_words_are_found_by_their_beginning_in_a_text(connection: sqlite3.Connection) -> None:
    record(connection, rich_paper())
    assert search(connection, "sitzpl").hits
    assert not search(connection, "platz").hits


def test_titles_come_before_texts_and_newer_before_older(connection: sqlite3.Connection) -> None:
    def dated(title: str, year: int, text: str = "") -> Paper:
        return replace(paper(f"{year}", title), date=date(year, 1, 1), text=PaperText(sachverhalt=text or None))

    record(connection, dated("Ufer alt", 2001), dated("Markt", 2020, "am Ufer"), dated("Ufer neu", 2010))
    assert names(search(connection, "ufer")) == ["Ufer neu", "Ufer alt", "Markt"]


def test_the_newest_stop_counts_as_the_papers_day(connection: sqlite3.Connection) -> None:
    stop = Consultation(organization="Rat", date=date(2026, 1, 1))
    old_but_moving = replace(paper("1", "Ufer A"), date=date(2001, 1, 1), consultations=(stop,))
    record(connection, old_but_moving, replace(paper("2", "Ufer B"), date=date(2020, 1, 1)), paper("3", "Ufer C"))
    assert names(search(connection, "ufer")) == ["Ufer A", "Ufer B", "Ufer C"]


def test_short_words_are_found_as_words(connection: sqlite3.Connection) -> None:
    record(connection, *named("Die B5 wird saniert", "Die B 73 am TU-Gelände", "Abbau"))
    assert names(search(connection, "b5")) == ["Die B5 wird saniert"]
    assert names(search(connection, "b 73")) == names(search(connection, "TU")) == ["Die B 73 am TU-Gelände"]


def test_pages_follow_each_other_without_gap_or_repeat(connection: sqlite3.Connection) -> None:
    record(connection, *named(*(f"Ufer {number}" for number in range(12))))
    pages = [search(connection, "ufer", offset=offset, limit=5) for offset in (0, 5, 10, 15)]
    assert [len(page.hits) for page in pages] == [5, 5, 2, 0]
    assert [page.more for page in pages] == [True, True, False, False]
    assert {page.total for page in pages} == {12}
    assert len({hit.row for page in pages for hit in page.hits}) == 12


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        (Filters(body="elbdorf"), ["Mehr Bänke am Ufer"]),
        (Filters(body="seestadt"), ["Ufer"]),
        (Filters(year=2016), ["Mehr Bänke am Ufer"]),
        (Filters(year=2017), []),
        (Filters(paper_type="antrag"), ["Mehr Bänke am Ufer"]),
        (Filters(organization="Bauausschuss"), ["Mehr Bänke am Ufer"]),
        (Filters(organization="Bau"), []),
        (
            Filters(body="elbdorf", year=2016, paper_type="Antrag", organization="Hauptausschuss"),
            ["Mehr Bänke am Ufer"],
        ),
        (Filters(body="elbdorf", year=2016, paper_type="Anfrage"), []),
    ],
)
@pytest.mark.parametrize("crowd", [0, WINDOW], ids=["rare", "frequent"])
def test_filters_narrow_what_is_found(
    connection: sqlite3.Connection, filters: Filters, found: list[str], crowd: int
) -> None:
    record(connection, rich_paper())
    record(connection, paper("1", "Ufer"), body=SEESTADT)
    others = (replace(paper(f"9-{number}", "Ufer"), date=date(2026, 1, 1)) for number in range(crowd))
    record(connection, *others, body=replace(SEESTADT, key="crowd"))
    assert names(search(connection, "ufer", filters=filters)) == found


def test_a_mistyped_word_among_others_is_let_go_and_said(connection: sqlite3.Connection) -> None:
    record(connection, *named("Radweg am Ufer", "Radweg am Markt"))
    page = search(connection, "radweg uferr")
    assert page.loosened
    assert set(names(page)) == {"Radweg am Ufer", "Radweg am Markt"}


def test_a_word_inside_a_compound_is_a_known_one(connection: sqlite3.Connection) -> None:
    record(connection, *named("Radwegekonzept", "Bänke"))
    page = search(connection, "konzept uferr")
    assert (names(page), page.loosened) == (["Radwegekonzept"], True)


def test_words_that_never_meet_lead_to_the_rarest(connection: sqlite3.Connection) -> None:
    record(connection, *named("Radweg Nord", "Radweg Süd", "Bänke"))
    page = search(connection, "radweg bänke")
    assert (names(page), page.loosened) == (["Bänke"], True)


@pytest.mark.parametrize(
    "asked",
    [
        "",
        "  ",
        "😀",
        "🚲🚲 🚲",
        '"',
        "***",
        "\x00",
        "\ud800",
        "(",
        "-",
        "zzzz",
        "NOT",
        "a" * 4096,
        "?!%_" * 1024,
        "AND OR",
    ],
)
def test_noise_finds_nothing(connection: sqlite3.Connection, asked: str) -> None:
    record(connection, rich_paper())
    assert search(connection, asked) == NOTHING


@pytest.mark.parametrize(
    "asked", ['"ufer"', "ufer*", "-ufer", "title:ufer", "NEAR(ufer)", "^ufer", "ufer\x00", "{ufer}"]
)
def test_query_signs_are_just_signs(connection: sqlite3.Connection, asked: str) -> None:
    record(connection, *named("Ufer"))
    assert names(search(connection, asked)) == ["Ufer"]


def test_internal_words_of_the_index_are_not_found(connection: sqlite3.Connection) -> None:
    record(connection, rich_paper())
    [facets] = connection.execute("SELECT facets FROM paper_texts").fetchone()
    for word in facets.split():
        assert search(connection, word) == NOTHING


@pytest.fixture(scope="module")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    """3,000 papers, each with a word of its own and one they all share, none in order of their days."""
    start = date(2011, 1, 1)
    papers = [
        replace(
            paper(f"20-{number:04}", f"Vorhaben Nummer{number:04} Straßenbau"),
            date=start + timedelta(days=number * 1237 % 5000),
            text=PaperText(sachverhalt=f"Die Gemeinde prüft Sache{number % 7}."),
        )
        for number in range(3000)
    ]
    with connected(tmp_path_factory.mktemp("crowded") / "r.db") as opened:
        opened.execute("BEGIN")
        record(opened, *papers)
        opened.execute("COMMIT")
        yield opened


def test_one_among_three_thousand_is_found(crowded: sqlite3.Connection) -> None:
    for number in (0, 1234, 2999):
        page = search(crowded, f"nummer{number:04} vorhaben")
        assert ([hit.paper.reference for hit in page.hits], page.total) == ([f"20-{number:04}"], 1)


@pytest.mark.parametrize(
    "asked", ["vorhaben", "straßenbau", "strassenbau gemeinde", "ben", "gemeinde", "gemei", "sache3"]
)
def test_a_frequent_word_reads_a_window_newest_first_and_owns_up_to_it(crowded: sqlite3.Connection, asked: str) -> None:
    page = search(crowded, asked, limit=50)
    days = [hit.paper.date for hit in page.hits if hit.paper.date]
    assert len(days) == 50
    assert days == sorted(days, reverse=True)
    assert page.more
    assert page.total is None
    last = search(crowded, asked, offset=2 * WINDOW)
    assert (last.hits, last.more) == ((), False)


def test_the_newest_of_all_comes_first(crowded: sqlite3.Connection) -> None:
    newest = crowded.execute("SELECT max(date) FROM papers").fetchone()[0]
    [hit] = search(crowded, "vorhaben", limit=1).hits
    assert str(hit.paper.date) == newest


def test_a_year_long_ago_is_found_among_frequent_words(crowded: sqlite3.Connection) -> None:
    hits = search(crowded, "vorhaben", filters=Filters(year=2011), limit=50).hits
    assert len(hits) == 50
    assert {hit.paper.date.year for hit in hits if hit.paper.date} == {2011}


def test_no_question_counts_or_ranks_a_frequent_word(crowded: sqlite3.Connection) -> None:
    asked: list[str] = []
    crowded.set_trace_callback(asked.append)
    search(crowded, "vorhaben gemeinde strassenbau", filters=Filters(body="elbdorf"))
    crowded.set_trace_callback(None)
    index = [statement for statement in asked if "MATCH" in statement]
    assert index
    assert all("LIMIT" in statement for statement in index)
    assert not any("ORDER BY rank" in statement for statement in index)


@given(words=ANYTHING, offset=st.integers(-(2**70), 2**70), limit=st.integers(-(2**70), 2**70))
def test_any_text_may_be_searched(crowded: sqlite3.Connection, words: str, offset: int, limit: int) -> None:
    assert len(search(crowded, words, offset=offset, limit=limit).hits) <= 50


@given(words=st.lists(st.sampled_from(['"', "*", "NEAR", "-", "nummer", "und", "^", ":", "(", ")", "ö"]), max_size=9))
def test_any_query_language_may_be_searched(crowded: sqlite3.Connection, words: list[str]) -> None:
    search(crowded, "".join(words))
    search(crowded, " ".join(words))


@given(st.builds(Filters, body=ANYTHING, year=st.integers(), paper_type=ANYTHING, organization=ANYTHING))
def test_any_filter_may_be_asked(crowded: sqlite3.Connection, filters: Filters) -> None:
    search(crowded, "vorhaben", filters=filters)
