from datetime import date

import pytest

from council.published.papers import Consultation, File, Paper
from council.published.readings import Page
from sources.allris.page import read_page
from sources.errors import NotPublic, Unreadable
from tests.sources.pages import HOST, Met, PaperPage, Station, cell_table, paragraphs


def paper(page: PaperPage) -> Paper:
    (found,) = read_page(page.served()).papers
    return found


def test_page_reads_to_all_its_facts() -> None:
    reading = read_page(PaperPage().served())
    web = f"http://{HOST}/bi/vo020.asp?VOLFDNR=1014999"
    assert (reading.kind, reading.page, reading.host) == ("allris", Page.PAPER, HOST)
    assert reading.assembly == "Bezirksversammlung Musterbek"
    (found,) = reading.papers
    assert (found.reference, found.id, found.web) == ("22-0815.01", "1014999", web)
    assert found.name == "Antrag betr. Bänke für den Mühlenteich"
    assert found.public
    assert found.paper_type == "Antrag"
    assert found.originators == ("Ada Übermut", "GRÜNE-Fraktion")
    assert found.under_direction_of == "Interner Service"
    assert (found.parent, found.related) == ("22-0815", ("22-0815",))
    assert found.files == (File(name="Lageplan Teich.pdf", url=web),)
    assert found.date is None
    assert found.text.sachverhalt == "Die Bänke am Teich fehlen.\n\nZunächst zwei, später mehr."
    assert found.text.beschluss == "Die Verwaltung stellt Bänke auf – sofort."
    assert found.consultations == (
        Consultation(
            organization="Hauptausschuss",
            date=date(2026, 5, 17),
            meeting="1003150",
            meeting_name="Sitzung des Hauptausschusses",
            agenda_item="1048504",
            result="vertagt",
        ),
    )


@pytest.mark.parametrize("status", ["nichtöffentlich", "öffentlich/nichtöffentlich", "vertraulich", "", None])
def test_status_other_than_public_is_not_read(status: str | None) -> None:
    with pytest.raises(NotPublic) as refusal:
        paper(PaperPage(status=status, subject="KANARIENVOGEL"))
    assert "KANARIENVOGEL" not in str(refusal.value)
    assert not status or status not in str(refusal.value).replace("öffentlich ist", "")


@pytest.mark.parametrize("status", ["öffentlich&nbsp;", "öffentlich (gem. § 14)", "&nbsp;öffentlich"])
def test_status_may_carry_a_remark(status: str) -> None:
    assert paper(PaperPage(status=status)).public


def test_public_in_general_with_a_secret_remark_is_not_public() -> None:
    with pytest.raises(NotPublic):
        paper(PaperPage(status="öffentlich (Anlage nichtöffentlich)"))


def test_subject_of_several_lines_keeps_them() -> None:
    assert paper(PaperPage(subject="Sondermittel<br  />Antrag der GRÜNE-Fraktion")).name == (
        "Sondermittel\nAntrag der GRÜNE-Fraktion"
    )


def test_headline_of_another_town_with_slashes() -> None:
    page = PaperPage(
        headline="Vorlage - VO/26/23343/D2&nbsp;",
        type_label="Vorlage-Art:",
        paper_type="Beschlussvorlage",
        originators_label="Verfasserin:",
    )
    found = paper(page)
    assert (found.reference, found.paper_type) == ("VO/26/23343/D2", "Beschlussvorlage")
    assert found.originators == ("Ada Übermut", "GRÜNE-Fraktion")


@pytest.mark.parametrize("label", ["Vorlageart:", "Drucksache-Art", "Vorlagenart"])
def test_type_label_in_other_spellings(label: str) -> None:
    assert paper(PaperPage(type_label=label)).paper_type == "Antrag"


def test_initiator_is_an_originator_and_the_clerk_is_not() -> None:
    row = '<tr><td class="kb1">Bearbeiter/-in:</td><td class="text4">Karl Amtmann</td></tr>'
    found = paper(PaperPage(originators_label="Initiator:", originators="SPD-Fraktion", more_rows=row))
    assert found.originators == ("SPD-Fraktion",)


def test_label_we_do_not_know_keeps_its_value_to_itself() -> None:
    row = '<tr><td class="kb1">Zauberwort:</td><td class="text4">Simsalabim</td></tr>'
    assert "Simsalabim" not in repr(paper(PaperPage(more_rows=row)))


def test_missing_fields_stay_absent() -> None:
    found = paper(PaperPage(originators=None, lead=None, parent=None, files=(), family=(), stations=()))
    assert (found.originators, found.under_direction_of, found.parent) == ((), None, None)
    assert (found.files, found.related, found.consultations) == ((), (), ())


def test_labels_after_the_stops_are_read_too() -> None:
    end = '</table></td><td class="ko2">'
    row = '<tr><td class="kb1">Federführend:</td><td class="text4">Bauamt</td></tr>'
    found = paper(PaperPage(lead=None, extra={end: row + end}))
    assert (found.under_direction_of, len(found.consultations)) == ("Bauamt", 1)


def test_key_is_never_that_of_the_paper_it_refers_to() -> None:
    found = paper(PaperPage(navigation=False))
    assert (found.id, found.web) == ("1014999", None)


def test_own_address_wins_over_an_object_id_of_something_else() -> None:
    page = PaperPage(extra={'name="objectID" content="1014999"': 'name="objectID" content="7"'})
    assert paper(page).id == "1014999"


def test_address_as_the_browser_noted_it_on_saving() -> None:
    note = f"<!-- saved from url=(0066)https://{HOST}/bi/vo020.asp?VOLFDNR=1014999 -->\n"
    reading = read_page(PaperPage(navigation=False, before_html=note).served())
    assert reading.host == HOST
    assert reading.papers[0].web == f"https://{HOST}/bi/vo020.asp?VOLFDNR=1014999"


def test_mail_link_inside_the_motion_is_not_the_pages_address() -> None:
    trap = '<a href="mailto:?body=Online-Version der Seite: http://trap.example/vo020.asp?VOLFDNR=1014999">x</a>'
    reading = read_page(PaperPage(navigation=False, facts=f"<p>{trap}</p>").served())
    assert (reading.host, reading.papers[0].web) == (None, None)


def test_responsive_program_names_are_links_too() -> None:
    page = PaperPage(extra={"vo020.asp": "vo020_r.asp", "to010.asp": "to010_r.asp"})
    found = paper(page)
    assert found.id == "1014999"
    assert found.consultations[0].meeting_name == "Sitzung des Hauptausschusses"


def test_letter_case_of_keys_does_not_matter() -> None:
    page = PaperPage(extra={"SILFDNR": "silfdnr", "VOLFDNR": "volfdnr", "TOLFDNR": "tolfdnr"})
    assert paper(page).id == "1014999"
    assert paper(page).consultations[0].meeting == "1003150"


def test_station_without_a_meeting_is_a_stop_of_its_own() -> None:
    stations = (
        Station(organization="Kulturausschuss", role="Vorberatung"),
        Station(met=(Met(), Met(day="01.06.2026"))),
    )
    found = paper(PaperPage(stations=stations)).consultations
    assert [(stop.organization, stop.role, stop.date) for stop in found] == [
        ("Kulturausschuss", "Vorberatung", None),
        ("Hauptausschuss", None, date(2026, 5, 17)),
        ("Hauptausschuss", None, date(2026, 6, 1)),
    ]


def test_station_of_two_cells() -> None:
    assert paper(PaperPage(stations=(Station(role=None),))).consultations == (
        Consultation(organization="Hauptausschuss"),
    )


def test_session_without_a_public_agenda_has_a_name_all_the_same() -> None:
    (stop,) = paper(PaperPage(stations=(Station(met=(Met(agenda=False, minutes=False),)),))).consultations
    assert (stop.meeting_name, stop.meeting, stop.agenda_item) == ("Sitzung des Hauptausschusses", None, None)


@pytest.mark.parametrize("result", ["(offen)", "&nbsp;", ""])
def test_open_result_is_no_result(result: str) -> None:
    (stop,) = paper(PaperPage(stations=(Station(met=(Met(result=result),)),))).consultations
    assert stop.result is None


def test_day_that_no_calendar_has_is_left_out() -> None:
    (stop,) = paper(PaperPage(stations=(Station(met=(Met(day="31.02.2026"),)),))).consultations
    assert (stop.date, stop.meeting) == (None, "1003150")


def test_stops_in_an_unknown_shape_are_refused() -> None:
    with pytest.raises(Unreadable, match="Beratungsfolge"):
        paper(PaperPage(extra={'class="text1" colspan="3"': 'class="neu"'}))


def test_words_cut_after_umlauts_are_whole_again() -> None:
    text = paper(PaperPage(facts=paragraphs("Die Behörde prüft zunächst Straßenbäume."))).text
    assert text.sachverhalt == "Die Behörde prüft zunächst Straßenbäume."


def test_table_in_the_motion_stays_readable() -> None:
    table = cell_table(("Nr.", "Zweck", "Summe"), ("165", "Theater", "1.200,00"))
    text = paper(PaperPage(decision=paragraphs("Petitum:") + table + paragraphs("Ende"))).text
    assert text.beschluss == "Nr. | Zweck | Summe\n165 | Theater | 1.200,00\nEnde"


def test_soft_hyphens_and_direction_marks_are_no_words() -> None:
    text = paper(PaperPage(facts="<p>Sach&shy;verhalt: Bau&#x202e;stelle&#x200b; am&nbsp;Teich</p>")).text
    assert text.sachverhalt == "Baustelle am Teich"


def test_family_table_is_never_part_of_the_motion() -> None:
    text = paper(PaperPage(decision=paragraphs("Petitum:", "Bänke."))).text
    assert text.beschluss == "Bänke."


@pytest.mark.parametrize("filler", ["---", "-", "keine", "Keine Anlagen", "Um Kenntnisnahme wird gebeten.", "\u00a0"])
def test_filler_is_no_text(filler: str) -> None:
    assert paper(PaperPage(decision=paragraphs("Petitum/Beschluss:", filler))).text.beschluss is None


@pytest.mark.parametrize(
    "letter",
    [
        ("BEZIRKSVERSAMMLUNG MUSTERBEK", "Der Vorsitzende", "11.05.2026"),
        ("BEZIRKSVERSAMMLUNG MUSTERBEK", "\u00a0", "Die Vorsitzende", "den 11. Mai 2026"),
        ("FREIE UND HANSESTADT HAMBURG", "Bezirksamt Musterbek", "Dezernat Wirtschaft"),
        ("Freie und Hansestadt Hamburg", "Bezirksamt Muster-Nord", "6. Juli 2026"),
        ("Bezirksamt Musterbek", "Dezernat Soziales", "06.07.2026"),
    ],
)
def test_answer_of_the_authority_is_not_the_motions_text(letter: tuple[str, ...]) -> None:
    answer = (*letter, "Das Amt nimmt wie folgt Stellung:", "gez. Niemand", "f.d.R.")
    text = paper(PaperPage(decision=paragraphs("Petitum:", "Bänke aufstellen.", *answer))).text
    assert text.beschluss == "Bänke aufstellen."
    assert paper(PaperPage(decision=paragraphs("Petitum:", *answer))).text.beschluss is None


def test_motion_that_names_the_authority_keeps_its_words() -> None:
    words = ("Bezirksamt Musterbek wird gebeten, Bänke aufzustellen.", "Die Bezirksversammlung Musterbek berichtet.")
    signed = ("Antrag Ada Übermut und GRÜNE-Fraktion", "Musterbek, 12.05.2015", "Die Vorsitzende", "f.d.R.")
    text = paper(PaperPage(decision=paragraphs("Petitum:", *words, *signed))).text
    assert text.beschluss == "\n\n".join((*words, *signed))


def test_motion_that_quotes_a_refusal_is_read() -> None:
    quote = "Die Seite meldet: Keine Information verfügbar. Zugriff verweigert (Programm si010.asp)."
    assert paper(PaperPage(facts=paragraphs(quote))).text.sachverhalt == quote


def test_page_embedded_in_a_towns_portal_in_utf_8() -> None:
    frame = {'<div id="allriscontainer" class="vo020">': "<header><h1>Stadt Musterbek</h1></header><div>"}
    page = PaperPage(declared="utf-8", extra=frame | {'<div id="risname">': '<div id="risname_raw">'})
    (found,) = read_page(page.served("utf-8")).papers
    assert (found.reference, found.originators[0]) == ("22-0815.01", "Ada Übermut")


def test_remarks_and_white_space_in_the_markup_change_nothing() -> None:
    noisy = PaperPage().html().replace("</td>", "<!-- neu -->\r\n</td>").replace('<td class="', '<td id="x" class="')
    assert read_page(noisy.encode("cp1252")) == read_page(PaperPage().served())


def test_page_with_a_headline_that_has_no_number_is_refused() -> None:
    with pytest.raises(Unreadable, match="Nummer"):
        paper(PaperPage(headline="Drucksache"))
