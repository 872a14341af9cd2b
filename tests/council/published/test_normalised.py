import pytest

from council.published.normalised import content_hash, normalised, same


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Radweg Winsener Straße", "Radweg\u00a0Winsener  Straße\n"),
        ("Radwegekonzept", "Radwege\u00adkonzept"),
        ("A & B", "A &amp; B"),
        ("Schule – Neubau", "Schule - Neubau"),
        ("„Welcoming City“", '"Welcoming City"'),
        ("Müller", "Mu\u0308ller"),
        ("Bericht.", "Bericht"),
        ("BERICHT", "Bericht"),
        ("siehe to010.asp;jsessionid=A1B2.n", "siehe to010.asp;jsessionid=C3D4.n"),
        ("___tmp/tmp/45-1/9987/a.pdf", "___tmp/tmp/45-1/1234/a.pdf"),
        (None, ""),
    ],
)
def test_what_a_reader_would_not_call_a_change_is_none(one: str | None, other: str | None) -> None:
    assert same(one, other)
    assert content_hash(one) == content_hash(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Haus 7.4", "Haus 7.40"), ("+ 5 %", "- 5 %"), ("22-1940.01", "22-1940.1"), ("ja", "nein"), ("", "x")],
)
def test_what_matters_is_seen(one: str, other: str) -> None:
    assert not same(one, other)
    assert content_hash(one) != content_hash(other)


def test_texts_do_not_run_into_each_other() -> None:
    assert content_hash("ab", "c") != content_hash("a", "bc")
    assert content_hash(None, "a") != content_hash("a", None)


def test_normalising_twice_changes_nothing() -> None:
    once = normalised("  „Ö 2.1“ \u2013 Bericht. ")
    assert normalised(once) == once == "ö 2.1 - bericht"


def test_a_lone_surrogate_is_hashed_like_any_other_sign() -> None:
    assert content_hash("\ud800") != content_hash("a")
