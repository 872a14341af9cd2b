import pytest

from council.published.withdrawal import withdrawal


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("- abgesetzt -", "abgesetzt"),
        ("abgesetzt", "abgesetzt"),
        ("- entfällt -", "entfällt"),
        ("Entfällt!", "entfällt"),
        ("(zurückgezogen)", "zurückgezogen"),
        ("-\u00a0zurückgezogen\u00a0-", "zurückgezogen"),
        ("– vertagt –", "vertagt"),
        ("Der Tagesordnungspunkt wurde von der Tagesordnung abgesetzt.", "abgesetzt"),
        ("TOP 5.1 entfällt", "entfällt"),
    ],
)
def test_a_name_overwritten_by_the_word_takes_the_item_off(name: str, word: str) -> None:
    said = withdrawal(name)
    assert said is not None
    assert (said.word, said.name) == (word, None)


@pytest.mark.parametrize(
    "name",
    [
        "Schriftzug am Rathaus - abgesetzt -",
        "Schriftzug am Rathaus – abgesetzt",
        "Schriftzug am Rathaus (abgesetzt)",
        "Schriftzug am Rathaus ** abgesetzt **",
        "ABGESETZT! Schriftzug am Rathaus",
        "Abgesetzt: Schriftzug am Rathaus",
        "- abgesetzt - Schriftzug am Rathaus",
    ],
)
def test_the_word_beside_the_name_leaves_the_name(name: str) -> None:
    said = withdrawal(name)
    assert said is not None
    assert (said.word, said.name) == ("abgesetzt", "Schriftzug am Rathaus")


@pytest.mark.parametrize(
    "name",
    [
        None,
        "",
        "-",
        "Bericht über abgesetzte Mittel",
        "Warum der Markt entfällt",
        "Zurückgezogen leben im Alter - ein Konzept",
        "Der vertagte Antrag zum Radweg",
        "Fahrspur entfällt - Antrag der Fraktion",
        "Haltestelle Nord-entfällt",
    ],
)
def test_a_name_that_merely_speaks_of_it_takes_nothing_off(name: str | None) -> None:
    assert withdrawal(name) is None


def test_only_words_that_are_results_too_lose_their_sense_after_the_session() -> None:
    words = ("vertagt", "zurückgestellt", "abgesetzt", "zurückgezogen")
    said = [withdrawal(f"- {word} -") for word in words]
    assert [one.is_also_a_result for one in said if one] == [True, True, False, False]


def test_a_long_name_of_blanks_and_dashes_is_looked_through_in_one_go() -> None:
    assert withdrawal("- " * 100_000 + "x") is None
