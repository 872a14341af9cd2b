from contextlib import suppress
from datetime import date

import pytest

from council.published.papers import Consultation, File, Paper
from sources.allris.page import read_page
from sources.errors import NotPublic, SourceError, Unreadable
from tests.shared import SHARED, needs_shared

RUN_TOGETHER = """Bezirksversammlung Musterbek

Drucksache - 22-0815.01\u00a0\u00a0

\u00a0
Betreff: Antrag betr. Bänke: Status der Teiche
Status:öffentlichDrucksache-Art:Antrag
Verfasser:Ada Übermut
GRÜNE-Fraktion
Federführend:Interner Service\u00a0\u00a0\u00a0
Beratungsfolge:
Hauptausschuss
17.05.2026\u00a0
Sitzung des Hauptausschusses ungeändert beschlossen / überwiesen\u00a0\u00a0\u00a0
Ausschuss für Kultur und Information
Kulturausschuss Anhörung
01.06.2026\u00a0
Sitzung des Kulturausschusses\u00a0

Sachverhalt
Beschlussvorschlag

Sachverhalt:

Zwei Bänke fehlen, siehe Drucksache 20-14264.
Beschluss: so stand es im Protokoll.

\u00a0

Petitum/Beschluss:

\u00a0

Die Verwaltung stellt Bänke auf.

Antrag Ada Übermut
Musterbek, 12.05.2015
f.d.R."""


def paper(text: str, encoding: str = "utf-8") -> Paper:
    (found,) = read_page(text.encode(encoding)).papers
    return found


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_text_run_together_reads_to_all_its_facts(encoding: str, line_end: str) -> None:
    reading = read_page(RUN_TOGETHER.replace("\n", line_end).encode(encoding))
    (found,) = reading.papers
    assert (reading.assembly, reading.host) == ("Bezirksversammlung Musterbek", None)
    assert (found.reference, found.id, found.web) == ("22-0815.01", None, None)
    assert found.name == "Antrag betr. Bänke: Status der Teiche"
    assert (found.public, found.paper_type) == (True, "Antrag")
    assert found.originators == ("Ada Übermut", "GRÜNE-Fraktion")
    assert found.under_direction_of == "Interner Service"
    assert found.text.sachverhalt == (
        "Zwei Bänke fehlen, siehe Drucksache 20-14264.\nBeschluss: so stand es im Protokoll."
    )
    assert found.text.beschluss == (
        "Die Verwaltung stellt Bänke auf.\n\nAntrag Ada Übermut\nMusterbek, 12.05.2015\nf.d.R."
    )
    assert found.consultations == (
        Consultation(
            organization="Hauptausschuss",
            date=date(2026, 5, 17),
            meeting_name="Sitzung des Hauptausschusses",
            result="ungeändert beschlossen / überwiesen",
        ),
        Consultation(organization="Ausschuss für Kultur und Information"),
        Consultation(
            organization="Kulturausschuss",
            role="Anhörung",
            date=date(2026, 6, 1),
            meeting_name="Sitzung des Kulturausschusses",
        ),
    )


def test_empty_lines_everywhere_change_nothing() -> None:
    assert paper(RUN_TOGETHER.replace("\n", "\n \n")).consultations == paper(RUN_TOGETHER).consultations


def test_subject_of_several_lines_keeps_them() -> None:
    text = RUN_TOGETHER.replace("Status der Teiche", "Teiche\nHier: Stellungnahme\n")
    assert paper(text).name == "Antrag betr. Bänke: Teiche\nHier: Stellungnahme"


@pytest.mark.parametrize("label", ["Beteiligt:Bauamt", "Zauberwort:Simsalabim", "Berichterstatter/in: Karl Amtmann"])
def test_label_after_the_originators_keeps_its_value_to_itself(label: str) -> None:
    text = RUN_TOGETHER.replace("GRÜNE-Fraktion\n", f"GRÜNE-Fraktion\n{label}\n")
    assert paper(text).originators == ("Ada Übermut", "GRÜNE-Fraktion")


def test_unknown_label_in_the_same_line_keeps_its_value_to_itself() -> None:
    assert paper(RUN_TOGETHER.replace("Art:Antrag", "Art:AntragZuständig:Bauamt")).paper_type == "Antrag"


def test_labels_in_another_order_and_after_the_stops() -> None:
    text = RUN_TOGETHER.replace("Federführend:Interner Service\u00a0\u00a0\u00a0\n", "")
    text = text.replace("\nSachverhalt\n", "Federführend:Bauamt\nBezüglich:22-0815\n\nSachverhalt\n")
    found = paper(text)
    assert (found.under_direction_of, found.parent, len(found.consultations)) == ("Bauamt", "22-0815", 3)


def test_family_and_attachments_are_lists_and_no_text() -> None:
    column = "Sachverhalt\nBeschlussvorschlag\nAnlage/n\n\nAnlagen:\nLageplan Teich.pdf\n\n"
    bottom = "\n\nAnlage/n: -\n\nAnlagen:\nNr. Name\n1 Lageplan Teich.pdf (460 KB)\n2 Foto.jpg (1,2 MB)\n"
    family = "\nStammbaum:\n22-0815 Anfrage Amt Anfrage\n22-0815.01 Antrag Amt Antrag\n22-0815.02 Antwort Amt x\n"
    text = RUN_TOGETHER.replace("Sachverhalt\nBeschlussvorschlag\n", column) + bottom + family
    found = paper(text)
    assert found.files == (File(name="Lageplan Teich.pdf"), File(name="Foto.jpg"))
    assert found.related == ("22-0815", "22-0815.02")
    assert found.text.beschluss == paper(RUN_TOGETHER).text.beschluss


def test_facts_without_a_heading_stand_between_the_links_and_the_petitum() -> None:
    text = RUN_TOGETHER.replace("\nSachverhalt:\n\n", "")
    assert paper(text).text == paper(RUN_TOGETHER).text


def test_answer_of_the_authority_is_not_the_motions_text() -> None:
    letter = "FREIE UND HANSESTADT HAMBURG\n\nBezirksamt Musterbek\n\n6. Juli 2026\n\nDas Amt antwortet."
    assert paper(f"{RUN_TOGETHER}\n\n{letter}").text == paper(RUN_TOGETHER).text
    unmarked = RUN_TOGETHER.partition("Petitum")[0]
    assert paper(f"{unmarked}\n{letter}").text.sachverhalt == paper(RUN_TOGETHER).text.sachverhalt


def test_copied_text_without_the_right_column_ends_the_stops_at_prose() -> None:
    text = RUN_TOGETHER.partition("Sachverhalt\n")[0]
    found = paper(f"{text}\nDer Ausschuss empfiehlt, die Bänke aufzustellen.\nPetitum:\nBänke.")
    assert len(found.consultations) == 3
    assert found.text.beschluss == "Bänke."


@pytest.mark.parametrize("label", ["Drucksache -", "Betreff:", "Beratungsfolge:"])
def test_text_without_a_required_part_is_refused(label: str) -> None:
    lines = [line for line in RUN_TOGETHER.split("\n") if not line.startswith(label)]
    with pytest.raises(Unreadable):
        paper("\n".join(lines))


def test_text_that_does_not_say_public_is_not_public() -> None:
    with pytest.raises(NotPublic):
        paper(RUN_TOGETHER.replace("Status:öffentlich", ""))


def test_cut_in_the_head_always_shows() -> None:
    for at in range(RUN_TOGETHER.index("Beratungsfolge:")):
        with pytest.raises(Unreadable):
            paper(RUN_TOGETHER[:at] or " ")


@pytest.mark.parametrize("status", ["nichtöffentlich", "vertraulich"])
def test_status_other_than_public_is_not_read(status: str) -> None:
    with pytest.raises(NotPublic) as refusal:
        paper(RUN_TOGETHER.replace("Status:öffentlich", f"Status:{status}"))
    assert "Bänke" not in str(refusal.value)


def test_number_of_another_town() -> None:
    text = RUN_TOGETHER.replace("Drucksache - 22-0815.01", "Vorlage - VO/26/23343/D2")
    assert paper(text.replace("Drucksache-Art", "Vorlageart")).reference == "VO/26/23343/D2"


def test_value_in_a_cell_of_its_own_is_kept_whole() -> None:
    text = "Rat\n\nVorlage - V/3\n\nBetreff:\tEilantrag:Status: offen\nStatus:\töffentlich\tVorlage-Art:\tAntrag\n"
    assert paper(f"{text}Beratungsfolge:\n\tRat\t\n").name == "Eilantrag:Status: offen"


def test_labels_without_a_colon_in_columns() -> None:
    text = (
        "Rat\n\nVorlage - V/3\n\nBetreff\tBänke\nStatus\töffentlich\tVorlageart\tAntrag\nFederführend\tVorstand\t \t \n"
    )
    found = paper(f"{text}Beratungsfolge\n\tRat\tEntscheidung\n\t01.02.2026 \t\n\tSitzung des Rates\tvertagt \t \n")
    assert (found.paper_type, found.under_direction_of) == ("Antrag", "Vorstand")
    assert [(stop.role, stop.result) for stop in found.consultations] == [("Entscheidung", "vertagt")]


def test_hostile_texts_take_no_time() -> None:
    head = "Drucksache - 1\nBetreff: A\nStatus:öffentlich\nBeratungsfolge:\n"
    for line in ("Anlagen:\n", "Stammbaum:\n", "a\n", "Petitum\n", "\t\n", "Status:", "AaB:", "01.02.2026\n"):
        with suppress(SourceError):
            paper(head + line * 20_000)


@needs_shared
def test_the_paper_this_project_started_from() -> None:
    reading = read_page((SHARED / "pages" / "drucksache-20-1554.txt").read_bytes())
    (found,) = reading.papers
    assert (reading.assembly, found.reference) == ("Bezirksversammlung Harburg", "20-1554")
    assert (found.paper_type, found.originators) == ("Antrag", ("GRÜNE-Fraktion",))
    assert [(stop.date, stop.result) for stop in found.consultations] == [
        (date(2016, 5, 17), "ungeändert beschlossen / überwiesen"),
        (date(2017, 4, 10), "zurückgezogen / erledigt"),
    ]
    assert (found.text.sachverhalt or "").startswith("Rund 80.000")
    assert (found.text.beschluss or "").endswith("f.d.R.")
