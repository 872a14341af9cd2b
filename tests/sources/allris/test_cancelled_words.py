import pytest

from sources.allris.cancelled_words import is_cancellation, read_title


@pytest.mark.parametrize(
    "title",
    [
        "ENTFÄLLT! Sitzung des Rates",
        "ENTFÄLLT Sitzung des Rates",
        "(ENTFÄLLT) Sitzung des Rates",
        "*** ENTFÄLLT *** Sitzung des Rates",
        "ACHTUNG! ENTFÄLLT! Sitzung des Rates",
        "Entfaellt: Sitzung des Rates",
        "Abgesagt: Sitzung des Rates",
        "ABGESAGT - Sitzung des Rates",
        "AUSFALL! Sitzung des Rates",
        "fällt aus: Sitzung des Rates",
        "Sitzung des Rates fällt aus",
        "Sitzung des Rates wird abgesagt!",
        "Sitzung des Rates (entfällt)",
        "Sitzung des Rates - abgesagt -",
        "Sitzung des Rates findet leider nicht statt",
    ],
)
def test_words_of_different_towns_call_a_session_off(title: str) -> None:
    found = read_title(title)
    assert (found.name, found.cancelled) == ("Sitzung des Rates", True)


@pytest.mark.parametrize(
    "title",
    [
        "Sitzung des Rates",
        "Ausfall kritischer Infrastruktur",
        "Ausfall-Management-Ausschuss",
        "Absage der Messe",
        "Entfällt nicht: Sitzung des Rates",
        "Sitzung des Rates - öffentlicher Teil entfällt",
        "Sitzung des Rates, TOP 5 entfällt",
        "Ersatztermin für die Sitzung am 3.5., die entfällt",
        "Sitzung des Rates - verlegt auf den 12.10.",
        "Entfallene Sitzung wird nachgeholt",
        "",
    ],
)
def test_words_that_only_look_like_it_do_not(title: str) -> None:
    found = read_title(title)
    assert (found.name, found.cancelled) == (title, False)


def test_title_of_nothing_else_keeps_its_words() -> None:
    assert read_title("ENTFÄLLT!").name == "ENTFÄLLT!"
    assert read_title("ENTFÄLLT!").cancelled


def test_endless_title_is_left_alone() -> None:
    title = "ENTFÄLLT! " + "a " * 10_000
    assert not read_title(title).cancelled


def test_room_may_be_such_a_word_and_nothing_else() -> None:
    assert is_cancellation("fällt aus!")
    assert is_cancellation("Sitzung entfällt")
    assert not is_cancellation("Saal 2")
    assert not is_cancellation("")
