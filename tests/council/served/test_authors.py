"""Whose papers are, in all the spellings councils use."""

import pytest

from council.published.papers import Paper
from council.served.authors import Author, Spelling, author_keys, authorships, proposed_authors
from council.served.parties import core, party


def keys(name: str = "Mehr Bänke", *originators: str, kind: str | None = None, known: tuple[str, ...] = ()) -> set[str]:
    paper = Paper(reference="1", name=name, public=True, originators=originators, paper_type=kind)
    return set(author_keys(paper, factions=known))


def proposed(*written: str, factions: tuple[str, ...] = (), town: str = "Rat der Seestadt") -> tuple[Author, ...]:
    spellings = [
        Spelling(key=each.key, written=each.written)
        for name in written
        for each in authorships(Paper(reference="1", name="", public=True, originators=(name,)))
    ]
    return proposed_authors(spellings, factions=factions, town=town)


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("GRÜNE-Fraktion", "grüne"),
        ("GRÜNE Fraktion", "grüne"),
        ("Fraktion GRÜNE", "grüne"),
        ("der Fraktion GRÜNE", "grüne"),
        ("Fraktion Bündnis 90/DIE GRÜNEN", "bündnis 90/die grünen"),
        ("Fraktion Bündnis 90 / Die Grünen", "bündnis 90/die grünen"),
        ("CDU-Bezirksfraktion", "cdu"),
        ("CDU-Gemeinderatsfraktion", "cdu"),
        ("FDP-Gruppe", "fdp"),
        ("Fraktion Forum Seestadt", "forum seestadt"),
        ("CDU-Ortschaftsratsfraktion Altdorf", "cdu ortschaftsrat altdorf"),
        ("CDU-Fraktion im Ortschaftsrat Altdorf", "cdu ortschaftsrat altdorf"),
        ("Ortschaftsratsfraktion CDU", "cdu ortschaftsrat"),
        ("Linksfraktion", "links"),
        ("Fraktion", ""),
    ],
)
def test_a_factions_name_is_what_is_left_of_it(written: str, name: str) -> None:
    assert core(written) == name


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Antrag Grüne betr. Mehr Bänke", {"faction:grüne"}),
        ("Antrag der Fraktion Linde betr. Mehr Bänke", {"faction:linde"}),
        ("Mehr Bänke\nAntrag der Volt-Fraktion", {"faction:volt"}),
        ("Mittel - Antrag der Die Linke-Fraktion", {"faction:die linke"}),
        ("NEU Dringlichkeitsantrag Fraktion Die Linke betr.: Bänke", {"faction:die linke"}),
        ("Bänke\nAntrag der Fraktionen von GRÜNE und CDU", {"faction:grüne", "faction:cdu"}),
        (
            "Bänke\nAntrag der Fraktionen SPD und Bündnis 90 und Die Grünen",
            {"faction:spd", "faction:bündnis 90/die grünen"},
        ),
        ("Bänke\nGemeinsamer Antrag von SPD-, CDU- und FDP-Fraktion", {"faction:spd", "faction:cdu", "faction:fdp"}),
        (
            "Antrag der SPD-Fraktion, der CDU-Fraktion und der FDP-Fraktion",
            {"faction:spd", "faction:cdu", "faction:fdp"},
        ),
        ("Bänke\nKleine Anfrage gem. § 24 BezVG der GRÜNE-Fraktion", {"faction:grüne"}),
        ("Bänke\nKleine Anfrage von Ute Weiß (FDP-Fraktion)", {"name:ute weiss", "member:fdp"}),
        ("Frage von A. Ott und B. Ott (alle AFD-Fraktion)", set()),
        ("Bänke (Anfrage des Ortschaftsrats Ott (FDP))", {"name:ott", "member:fdp"}),
        ("NEU Ergänzungsantrag der GRÜNE Fraktion zu DS.22-0794 der CDU-Fraktion betr. Platz", {"faction:grüne"}),
        ("Bänke in Altdorf Antrag der CDU/FW-Ortschaftsratsfraktion Altdorf", {"faction:cdu/fw ortschaftsrat altdorf"}),
        # Somebody else's word on it.
        ("Stellungnahme zum Antrag CDU betr. Bänke", set()),
        ("Stellungnahme zum NEU Ergänzungsantrag der GRÜNE Fraktion zu DS.22-0794", set()),
        ("Antwort auf Anfrage CDU betr. Bänke", set()),
        ("Bänke\nAntrag der SPD-Fraktion\nStellungnahme des Bezirksamtes", set()),
        ("Bänke - Antrag der SPD-Fraktion - Beschlussempfehlung des Bauausschusses", set()),
        ("Den Antrag der SPD-Fraktion umsetzen", set()),
        ("Besetzung auf Wunsch der Volt-Fraktion", set()),
        # Motions of nobody we could follow.
        ("Bauantrag Am Knittelberg 9", set()),
        ("Antrag der LG Seestadt: Förderung", set()),
        ("Antrag zur Änderung der Geschäftsordnung", set()),
        ("Gemeinsamer Antrag der Mitglieder des Präsidiums an den Rat", set()),
        ("Bildung einer Ortschaftsratsfraktion und Benennung der Fraktionsvorsitzenden", set()),
    ],
)
def test_a_title_says_whose_motion_it_is(title: str, expected: set[str]) -> None:
    assert keys(title) == expected


def test_a_motions_title_may_only_end_in_the_factions_name() -> None:
    title = "Schrägparkplätze an der Turnhalle Ahorn-Fraktion"
    assert keys(title, kind="Antrag") == {"faction:ahorn"}
    assert keys(title, kind="Beschlussvorlage") == set()


def test_a_published_faction_is_known_without_the_word() -> None:
    assert keys("Antrag Forum Seestadt betr. Bänke") == set()
    assert keys("Antrag Forum Seestadt betr. Bänke", known=("forum seestadt",)) == {"faction:forum seestadt"}


def test_published_authors_come_first_and_count_once() -> None:
    paper = Paper(reference="1", name="Antrag Grüne betr. X", public=True, originators=("GRÜNE-Fraktion", "Ute Weiß"))
    found = authorships(paper)
    assert [(each.key, each.written, each.in_title) for each in found] == [
        ("faction:grüne", "GRÜNE-Fraktion", False),
        ("name:ute weiss", "Ute Weiß", False),
    ]


def test_one_line_may_name_several_authors() -> None:
    assert keys("Bänke", "SPD-Fraktion, Fraktion GRÜNE") == {"faction:spd", "faction:grüne"}
    assert keys("Bänke", "Fraktion SPD und Die Linke") == {"faction:spd", "faction:die linke"}
    assert keys("Bänke", "SPD/CDU") == {"faction:spd/cdu"}
    assert keys("Bänke", "Ute Weiß (SPD-Fraktion)") == {"name:ute weiss", "member:spd"}
    assert keys("Bänke", "Bezirksamt Mitte") == {"name:bezirksamt mitte"}
    assert keys("Bänke", "  ", "") == set()


def test_all_spellings_of_a_party_are_one_author() -> None:
    (greens,) = proposed(
        "GRÜNE-Fraktion", "Fraktion Bündnis 90/DIE GRÜNEN", "Fraktion GRÜNE", "Grüne", "GRÜNE-Fraktion"
    )
    assert greens.name == "GRÜNE-Fraktion"
    assert greens.keys == {"faction:grüne", "faction:bündnis 90/die grünen"}
    assert greens.spellings == ("GRÜNE-Fraktion", "Fraktion Bündnis 90/DIE GRÜNEN")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("DIE LINKE", "Fraktion Linke Liste"),
        ("FDP-Fraktion", "FDP/Volt-Fraktion"),
        ("SPD-Fraktion", "SPD-Ortschaftsratsfraktion Altdorf"),
        ("SPD-Ortschaftsratsfraktion Neudorf", "SPD-Ortschaftsratsfraktion Altdorf"),
        ("Freie Wähler-Fraktion", "Fraktion Freie Wähler Altdorf"),
        ("Grüne", "Fraktion Grüne Liste"),
        ("CDU", "CSU"),
        ("Ute Weiß", "Ute Weiss-Fraktion"),
    ],
)
def test_two_factions_never_become_one(one: str, other: str) -> None:
    assert len(proposed(one, other)) == 2


def test_what_the_council_keeps_apart_stays_apart() -> None:
    authors = proposed("FW", "Freie Wähler", factions=("Fraktion FW", "Fraktion Freie Wähler"))
    assert sorted(author.name for author in authors) == ["Fraktion FW", "Fraktion Freie Wähler"]
    assert len(proposed("FW", "Freie Wähler", factions=("Fraktion FW",))) == 1


def test_the_towns_own_name_at_the_end_does_not_count() -> None:
    assert party("die linke seestadt", town="Rat der Seestadt") == party("linke")
    assert party("forum seestadt", town="Rat der Seestadt") == "forum seestadt"
    assert len(proposed("Fraktion Die Linke Seestadt", "DIE LINKE")) == 1
    assert len(proposed("Fraktion Die Linke Altdorf", "DIE LINKE")) == 2


def test_members_belong_to_their_faction_and_to_themselves() -> None:
    faction, person = proposed("SPD-Fraktion", "Ute Weiß (SPD-Fraktion)")
    assert set(faction.keys) == {"faction:spd", "member:spd"}
    assert faction.member == "Ute Weiß (SPD-Fraktion)"
    assert (set(person.keys), person.is_faction) == ({"name:ute weiss"}, False)


def test_a_published_faction_without_papers_is_an_author_too() -> None:
    (ahorn,) = proposed(factions=("Fraktion Ahorn",))
    assert (ahorn.name, ahorn.aliases[0].papers) == ("Fraktion Ahorn", 0)


def test_nothing_a_council_may_write_breaks_it() -> None:
    for odd in ("(", "-Fraktion", "Fraktion", ", und /", "Antrag der ", "Antrag " * 500, "((SPD))", "Anträge: - "):
        assert isinstance(keys(odd, odd), set)
