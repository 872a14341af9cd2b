"""The simulated page of a paper has the shape of ALLRIS 3, and reads back to the facts it was made from."""

import re
from datetime import UTC, date, datetime

import pytest

from council.published.papers import Consultation
from simulator.council.pages.paper_page import paper_page
from simulator.council.pages.papers import Attachment, Paper, Relative, Stop, StopStatus
from simulator.council.pages.shown_paper import shown_paper
from simulator.council.server import pages
from sources.allris.page import read_page
from tests.simulator.council.stories import HOST, START, state

BENCHES = Paper(key=7, reference="22-0007", name="Bänke", type="Antrag")


def page_of(paper: Paper) -> str:
    return paper_page(paper, council_name="Bezirksversammlung Musterfeld", host_url=HOST).decode("cp1252")


def benches(
    *,
    name: str = "Bänke",
    facts: str = "",
    decision: str = "",
    family: tuple[Relative, ...] = (),
    attachments: tuple[Attachment, ...] = (),
    stops: tuple[Stop, ...] = (),
) -> str:
    paper = Paper(
        key=7,
        reference="22-0007",
        name=name,
        type="Antrag",
        facts=facts,
        decision=decision,
        family=family,
        parent=family[0] if family else None,
        attachments=attachments,
        stops=stops,
    )
    return page_of(paper)


@pytest.mark.parametrize(("name", "data"), pages(START, HOST))
def test_each_page_is_windows_1252_with_crlf_and_complete(name: str, data: bytes) -> None:
    text = data.decode("cp1252")
    assert "\n" not in text.replace("\r\n", ""), name
    assert text.startswith('<?xml version="1.0" encoding="iso-8859-1"?>\r\n<!DOCTYPE html')
    assert text.endswith("</body>\r\n</html>\r\n")
    for tag in ("html", "body", "table", "tr", "td", "form"):
        assert len(re.findall(rf"<{tag}[\s>]", text)) == text.count(f"</{tag}>"), tag
    assert text.count("<div") == text.count("</div>") + 1, "one is never closed, as on every real page"


def test_welcoming_city_reads_back_to_its_facts() -> None:
    reading = read_page(dict(pages(START, HOST))["vo020_20-1554.html"])
    (paper,) = reading.papers
    assert reading.assembly == "Bezirksversammlung Musterfeld (Beispielrat)"
    assert (paper.reference, paper.id, paper.public) == ("20-1554", "1000001", True)
    assert paper.name == (
        'Antrag Grüne betr. Hamburg als "Welcoming City" - Weiterentwicklung des Hamburg Welcome Centers'
    )
    assert paper.paper_type == "Antrag"
    assert (paper.originators, paper.under_direction_of) == (("GRÜNE-Fraktion",), "Interner Service")
    assert paper.web == f"{HOST}vo020.asp?VOLFDNR=1000001"
    assert [(stop.organization, stop.date, stop.meeting_name, stop.result) for stop in paper.consultations] == [
        (
            "Hauptausschuss",
            date(2016, 5, 17),
            "Sitzung des Hauptausschusses",
            "ungeändert beschlossen / überwiesen",
        ),
        (
            "Ausschuss für Soziales, Bildung und Integration",
            date(2017, 4, 10),
            "Sitzung des Ausschusses für Soziales, Bildung und Integration",
            "zurückgezogen / erledigt",
        ),
    ]


@pytest.mark.parametrize("days", [0, 9, 100])
def test_every_published_paper_reads_back_to_its_facts(days: int) -> None:
    for key in state(days).papers:
        shown = shown_paper(state(days), key)
        if shown is None:
            continue
        (paper,) = read_page(paper_page(shown, council_name="Musterfeld", host_url=HOST)).papers
        assert (paper.reference, paper.name, paper.paper_type) == (shown.reference, shown.name, shown.type)
        assert paper.parent == (shown.parent.reference if shown.parent else None)
        assert paper.text.sachverhalt == (shown.facts or None)
        assert paper.text.beschluss == (shown.decision or None)
        assert [each.name for each in paper.files] == [each.name for each in shown.attachments]
        assert paper.consultations == tuple(as_consultation(stop) for stop in shown.stops)


def as_consultation(stop: Stop) -> Consultation:
    named = stop.day is not None
    return Consultation(
        organization=stop.organization,
        role=stop.role or None,
        date=stop.day,
        meeting=str(stop.meeting_key) if named and stop.linked else None,
        meeting_name=stop.meeting or None,
        agenda_item=str(stop.item_key) if named and stop.linked else None,
        result=stop.result,
    )


def test_a_committee_met_twice_stands_once_with_two_sessions() -> None:
    stops = tuple(
        Stop(organization="Kulturausschuss", status=StopStatus.DONE, day=day, meeting="Sitzung", meeting_key=1)
        for day in (date(2026, 5, 4), date(2026, 6, 1))
    )
    text = benches(stops=stops)
    assert text.count(">Kulturausschuss</td>") == 1
    assert re.findall(r'"text2">([0-9.]+)&nbsp;', text) == ["04.05.2026", "01.06.2026"]


def test_a_session_without_public_agenda_is_plain_text() -> None:
    stop = Stop(
        organization="Rat", status=StopStatus.PLANNED, day=START, meeting="Sitzung", meeting_key=5, linked=False
    )
    text = benches(stops=(stop,))
    assert "<td>Sitzung</td>" in text
    assert "SILFDNR" not in text


def test_markup_in_a_name_stays_text() -> None:
    text = benches(name='Ein <b>"fetter"</b> Antrag & mehr')
    assert 'Ein &lt;b&gt;"fetter"&lt;/b&gt; Antrag &amp; mehr' in text
    assert "<b>" not in text


def test_what_the_code_page_lacks_is_lost_at_the_source() -> None:
    assert "Kaymakç? – „Bänke“" in benches(name="Kaymakçı – „Bänke“")


def test_a_name_of_two_lines_is_parted_by_a_break() -> None:
    assert "Bänke<br  />Antrag der Fraktion Linden</td>" in benches(name="Bänke\nAntrag der Fraktion Linden")


def test_words_are_cut_behind_umlauts() -> None:
    spans = re.findall(r'<span style="font-family:Calibri">([^<]*)</span>', benches(facts="Zunächst übt der Größte."))
    assert spans == ["Zunä", "chst ü", "bt der Grö", "ß", "te."]


def test_a_part_without_words_is_only_a_comment() -> None:
    text = benches(facts="Etwas.")
    assert "<!-- ### BV0.rtf -->" in text
    assert 'name="allrisBV"' not in text
    assert 'name="allrisSV"' in text


def test_the_family_stands_behind_the_last_embedded_document() -> None:
    family = (
        Relative(key=6, reference="22-0006", name="Frage", type="Anfrage"),
        Relative(key=7, reference="22-0007", name="Bänke", type="Antrag"),
    )
    text = benches(decision="Ja.", family=family)
    assert text.index("Stammbaum:") > text.rindex("Aspose.Words")
    assert '<a href="vo020.asp?VOLFDNR=6">22-0006</a>' in text
    assert '<td class="text3">22-0007</td>' in text


def test_attachments_are_bound_to_the_session_and_say_when_they_changed() -> None:
    changed = datetime(2026, 7, 7, 14, 9, 37, tzinfo=UTC)
    text = benches(attachments=(Attachment(name="Plan", changed=changed, kilobytes=12),))
    assert "Anlage 1 (07.07.2026 16:09:37) &ouml;ffnen" in text
    assert text.count('href="___tmp/tmp/') == 2


def test_a_paper_that_is_not_public_is_not_shown() -> None:
    key = next(each.key for each in state(0).papers.values() if not each.public)
    assert shown_paper(state(0), key) is None
    assert shown_paper(state(0), 4711) is None
