from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from council.published.results import KNOWN_RESULTS, Meaning, meaning, split_result

SEEN = {
    Meaning.NONE: """
        (offen) | ohne Ergebnis | keine Abstimmung | keine Mitteilungen
        Kein explizites Abstimmungsergebnis, der Ausschuss hat beraten""",
    Meaning.ADOPTED: """
        ungeändert beschlossen | geändert beschlossen | beschlossen | einstimmig zugestimmt | einstimmig beschlossen
        mehrheitlich beschlossen | mehrheitlich zugestimmt | Zustimmung | Zugestimmt zu geändertem Beschlusstext
        mehrheitlich zugestimmt zu geändertem Beschlusstext | Beschlossen mit geändertem Beschlusstext
        einverstanden | gewählt | genehmigt | Einstimmig angenommen. | ohne Änderungen in der BVV beschlossen
        mit Änderungen im Ausschuss beschlossen | zur Kenntnis genommen + mehrheitliche Zustimmung
        mit Stimmenmehrheit beschlossen | mit großer Mehrheit ungeändert beschlossen
        mehrheitlich bei 3 Gegenstimmen und zwei Enthaltungen beschlossen | beschlossen (12 Ja, 3 Nein)
        einstimmig mit zwei Enthaltungen zugestimmt | beschlossen 9:4:2 | Der Vorlage wird einstimmig zugestimmt.
        UNGEÄNDERT BESCHLOSSEN | in geänderter Fassung beschlossen | ohne Gegenstimmen beschlossen""",
    Meaning.REJECTED: """
        abgelehnt | mehrheitlich abgelehnt | einstimmig abgelehnt | bei Stimmengleichheit abgelehnt
        in der BVV abgelehnt | nicht beschlossen | mit Stimmenmehrheit abgelehnt | abgelehnt / erledigt
        Der Antrag wird mehrheitlich abgelehnt.""",
    Meaning.WITHDRAWN: """
        zurückgezogen | zurückgezogen / erledigt | Antrag zurückgezogen | vom Einbringer zurückgezogen
        von der Verwaltung zurückgezogen | zurückgezogen/erledigt | durch die Fraktion zurückgezogen""",
    Meaning.DONE: """
        erledigt | erledigt durch Stellungnahme der Verwaltung | Antrag ist erledigt | mit Stellungnahme erledigt
        mit Beschlussfassung zum Änderungsantrag erledigt | mit Beschlussfassung zur Vorlage gegenstandslos
        mündlich erledigt | mit Stellungnahme einverstanden
        für erledigt erklärt | zur Kenntnis genommen / erledigt""",
    Meaning.NOTED: """
        zur Kenntnis genommen | Kenntnisnahme | Stellungnahme zur Kenntnis genommen
        in 1. Lesung zur Kenntnis genommen | Sachstandsbericht der Verwaltung zur Kenntnis genommen""",
    Meaning.POSTPONED: """
        vertagt | zurückgestellt | vertagt / verbleibt | abgesetzt | lag nicht vor | keine Beschlussfassung
        ohne Beschlussfassung geschoben | keine Beschlussfassung wegen Sitzungsabsage | angehalten
        Wiedervorlage erbeten | wird aufgrund eines fehlenden Votums vertagt | vertagt auf die nächste Sitzung""",
    Meaning.RECOMMENDED: """
        empfohlen | empfohlen mit Änderungsantrag | geändert empfohlen | mit Änderungen empfohlen
        vorberaten ohne Änderungen | vorberaten mit Änderungen | einstimmig empfohlen | empfohlen / überwiesen""",
    Meaning.NOT_RECOMMENDED: "nicht empfohlen | mehrheitlich nicht empfohlen",
    Meaning.REFERRED: """
        überwiesen | an Ausschuss überwiesen | an Fachausschuss verwiesen | verwiesen in Fachausschuss
        verwiesen in den Gemeinderat | verwiesen in den nichtöffentlichen Teil | in die Ausschüsse verwiesen
        in die Verwaltung zurückverwiesen | Beratung im Fachgremium/Arbeitskreis | einstimmig überwiesen
        zur Kenntnis genommen / überwiesen | vertagt / überwiesen | in den Hauptausschuss überwiesen""",
    Meaning.ADOPTED_AND_REFERRED: """
        ungeändert beschlossen / überwiesen | geändert beschlossen / überwiesen
        einstimmig beschlossen / an Ausschuss überwiesen""",
    Meaning.MIXED: """
        teilweise zugestimmt | teilweise abgelehnt | Einzelabstimmung | stimmt Ziffer 1 zu, lehnt Ziffer 2 ab
        ziffernweise abgestimmt | beschlossen / vertagt | abgelehnt / überwiesen""",
    Meaning.ADMINISTRATIVE: """
        genehmigt OB | schriftliche Stellungnahme | Eilentscheidung der Oberbürgermeisterin | Vorbehaltsbeschluss""",
    Meaning.UNKNOWN: """
        nicht zur Abstimmung gestellt | Empfehlung mehrheitlich mit den Stimmen der CDU zugestimmt
        nicht abgelehnt | noch nicht beschlossen | beschlossen vorbehaltlich der Zustimmung des Senats
        mit Änderungen beschlossen, im Übrigen in Teilen abgelehnt | ungeändert beschlossen / Anlage 3 | einstimmig
        nicht an den Ausschuss überwiesen | in Teilen abgelehnt | siehe Protokoll""",
}


def seen() -> Iterator[tuple[str, Meaning]]:
    for meant, rows in SEEN.items():
        for row in rows.strip().splitlines():
            yield from ((result.strip(), meant) for result in row.split(" | "))


@pytest.mark.parametrize(("result", "expected"), list(seen()))
def test_every_result_seen_has_its_meaning(result: str, expected: Meaning) -> None:
    assert meaning(result) is expected


@pytest.mark.parametrize("result", [None, "", "  ", "\xa0", "."])
def test_nothing_published_is_no_result(result: str | None) -> None:
    assert meaning(result) is Meaning.NONE


@pytest.mark.parametrize(
    "result", ["Ungeändert beschlossen.", "ungeändert\xa0beschlossen ", "unge\u00e4ndert  beschlossen"]
)
def test_blanks_case_and_full_stops_do_not_matter(result: str) -> None:
    assert meaning(result) is Meaning.ADOPTED


def test_umlauts_in_two_pieces_are_umlauts() -> None:
    assert meaning("u\u0308berwiesen") is Meaning.REFERRED


@given(st.text(max_size=400))
def test_every_text_has_a_meaning(text: str) -> None:
    assert meaning(text) in Meaning


@pytest.mark.parametrize("pump", ["beschlossen / ", "mit ", "in x ", "(1:", "einstimmig ", "/", "stimmt zu, lehnt "])
def test_a_whole_paragraph_is_not_understood(pump: str) -> None:
    assert meaning(pump * 20_000) is Meaning.UNKNOWN


def test_known_results_come_longest_first() -> None:
    assert list(KNOWN_RESULTS) == sorted(KNOWN_RESULTS, key=lambda word: (-len(word), word))
    assert "ungeändert beschlossen / überwiesen" in KNOWN_RESULTS


@pytest.mark.parametrize(
    ("line", "rest", "result"),
    [
        (
            "Sitzung des Hauptausschusses ungeändert beschlossen / überwiesen   ",
            "Sitzung des Hauptausschusses",
            "ungeändert beschlossen / überwiesen",
        ),
        (
            "Sitzung des Ausschusses für Soziales, Bildung und Integration zurückgezogen / erledigt \xa0",
            "Sitzung des Ausschusses für Soziales, Bildung und Integration",
            "zurückgezogen / erledigt",
        ),
        (
            "Sitzung des Regionalausschusses geändert beschlossen",
            "Sitzung des Regionalausschusses",
            "geändert beschlossen",
        ),
        ("Sitzung des Rates einstimmig beschlossen", "Sitzung des Rates", "einstimmig beschlossen"),
        ("Sitzung des Rates Vertagt.", "Sitzung des Rates", "Vertagt."),
        ("Sitzung des Rates (offen)", "Sitzung des Rates", "(offen)"),
        ("Sitzung des Beirats nicht empfohlen", "Sitzung des Beirats", "nicht empfohlen"),
        ("Sitzung des Beirats vertagt / verbleibt", "Sitzung des Beirats", "vertagt / verbleibt"),
        ("Ausschuss\xa0B zur Kenntnis\xa0genommen / überwiesen", "Ausschuss B", "zur Kenntnis genommen / überwiesen"),
        ("überwiesen", "", "überwiesen"),
        ("", "", None),
        ("Sitzung des Hauptausschusses", "Sitzung des Hauptausschusses", None),
        ("Sitzung zur Kenntnisnahme", "Sitzung zur Kenntnisnahme", None),
        ("Ausschuss für Zustimmung", "Ausschuss für Zustimmung", None),
        ("Beirat Überwiesenes", "Beirat Überwiesenes", None),
        ("vertagte Sitzung des Rates", "vertagte Sitzung des Rates", None),
        ("Sitzung des Rates nicht abgelehnt", "Sitzung des Rates nicht abgelehnt", None),
        (
            "Sitzung des Rates noch nicht ungeändert beschlossen",
            "Sitzung des Rates noch nicht ungeändert beschlossen",
            None,
        ),
        ("Sitzung des Rates nach Aussprache / überwiesen", "Sitzung des Rates nach Aussprache / überwiesen", None),
    ],
)
def test_a_known_result_is_split_off_the_end_of_a_line(line: str, rest: str, result: str | None) -> None:
    assert split_result(line) == (rest, result)


@pytest.mark.parametrize("result", KNOWN_RESULTS)
def test_every_known_result_is_split_off_whole(result: str) -> None:
    assert split_result(f"Sitzung des Hauptausschusses {result}") == ("Sitzung des Hauptausschusses", result)


@given(
    st.text(max_size=200)
    | st.lists(st.sampled_from(("vertagt", "/", " ", "nicht", "x", "Rat")), max_size=20).map("".join)
)
def test_splitting_loses_nothing(line: str) -> None:
    rest, result = split_result(line)
    assert " ".join(f"{rest} {result or ''}".split()) == " ".join(line.split())


@pytest.mark.parametrize("pump", ["vertagt / ", "vertagt ", " ", "einstimmig ", "x"])
def test_endless_lines_are_split_all_the_same(pump: str) -> None:
    rest, result = split_result(pump * 20_000 + "vertagt")
    assert result is None or result.endswith("vertagt")
    assert len(rest) < len(pump * 20_000) + 8
