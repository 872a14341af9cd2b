"""A paper's card: the first line answers, nothing is invented, nothing vanishes silently."""

from datetime import date, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from council.published.known_meetings import NOT_FOUND, KnownItem, KnownMeeting
from council.published.meetings import AgendaItem, Meeting
from council.published.papers import Consultation, File, Paper, PaperText
from council.published.way import Way, way_of
from council.served.languages import Language
from tests.builders import TODAY, a_known_paper, a_paper, a_stop, welcome_center
from views.message import LONGEST_TEXT, Message, plain, shown_length
from views.paper_card import Beside, Relative, paper_card
from views.wording import words_of

BERLIN = ZoneInfo("Europe/Berlin")
COMING = date(2027, 1, 12)
LIES = "Liegt im Hauptausschuss – noch kein Termin veröffentlicht"


def card(paper: Paper, language: Language = Language.DE, relatives: tuple[Relative, ...] = ()) -> Message:
    beside = Beside(relatives=relatives)
    return paper_card(a_known_paper(paper), words=words_of(language), zone=BERLIN, today=TODAY, beside=beside)


def lines(message: Message) -> list[str]:
    return plain(message.text).splitlines()


def test_the_welcome_center_paper_was_withdrawn_in_its_second_committee() -> None:
    assert lines(card(welcome_center())) == [
        "Zurückgezogen am Mo., 10.04.2017 im Ausschuss für Soziales, Bildung und Integration",
        "",
        "20-1554 · Antrag",
        'Antrag Grüne betr. Hamburg als "Welcoming City" - Weiterentwicklung des Hamburg Welcome Centers',
        "Von GRÜNE-Fraktion",
        "Federführend: Interner Service",
        "",
        "Beratungsfolge",
        "• Di., 17.05.2016 · Hauptausschuss: ungeändert beschlossen / überwiesen",
        "• Mo., 10.04.2017 · Ausschuss für Soziales, Bildung und Integration: zurückgezogen / erledigt",
        "",
        "Bezirksversammlung Musterfeld · Stand: Mo., 23.11.2026, 11:05 Uhr",
    ]


def test_the_english_card_keeps_the_councils_own_words() -> None:
    shown = lines(card(welcome_center(), Language.EN))
    assert shown[0] == "Withdrawn on Mon, 10.04.2017 in the Ausschuss für Soziales, Bildung und Integration"
    assert "• Tue, 17.05.2016 · Hauptausschuss: ungeändert beschlossen / überwiesen" in shown
    assert shown[-1] == "Bezirksversammlung Musterfeld · As of Mon, 23.11.2026, 11:05"


@pytest.mark.parametrize(
    ("stops", "first"),
    [
        ((), "Eingereicht – noch keine Beratungsfolge veröffentlicht"),
        ((a_stop("Kulturausschuss"),), "Liegt im Kulturausschuss – noch kein Termin veröffentlicht"),
        (
            (a_stop("Bezirksversammlung", TODAY + timedelta(9)),),
            "Angesetzt für Mi., 02.12.2026 in der Bezirksversammlung",
        ),
        (
            (a_stop("Hauptausschuss", TODAY - timedelta(3)),),
            "War angesetzt für Fr., 20.11.2026 im Hauptausschuss – noch kein Ergebnis veröffentlicht",
        ),
        (
            (a_stop("Plenum", TODAY - timedelta(3), "nach Aussprache zurückgestellt bis auf Weiteres, sofern nötig"),),
            "– Plenum",
        ),
    ],
)
def test_the_first_line_says_where_it_stands(stops: tuple[Consultation, ...], first: str) -> None:
    assert first in lines(card(a_paper("22-0101", *stops)))[0]


@pytest.mark.parametrize(("is_followed", "offer"), [(False, "Folgen"), (True, "Nicht mehr folgen")])
def test_the_first_button_offers_what_the_chat_does_not_do_yet(is_followed: bool, offer: str) -> None:
    beside = Beside(is_followed=is_followed)
    message = paper_card(a_known_paper(), words=words_of(Language.DE), zone=BERLIN, today=TODAY, beside=beside)
    assert message.buttons[0][0].label == offer


def test_an_unknown_result_is_quoted_word_for_word() -> None:
    paper = a_paper("22-0101", a_stop("Hauptausschuss", date(2026, 11, 2), "dem Nebel anvertraut"))
    assert lines(card(paper))[0] == "Ergebnis vom Mo., 02.11.2026 im Hauptausschuss: „dem Nebel anvertraut“"


def test_a_known_next_stop_stands_below_the_first_line() -> None:
    paper = a_paper(
        "22-0101",
        a_stop("Hauptausschuss", TODAY - timedelta(30), "ungeändert beschlossen / überwiesen"),
        a_stop("Ausschuss für Mobilität", TODAY + timedelta(9)),
    )
    assert lines(card(paper))[:2] == [
        "Beschlossen und überwiesen am Sa., 24.10.2026 im Hauptausschuss",
        "Als Nächstes: Mi., 02.12.2026 im Ausschuss für Mobilität",
    ]


def test_the_committee_it_was_referred_to_stands_below_the_first_line() -> None:
    paper = a_paper(
        "22-0101", a_stop("Hauptausschuss", TODAY - timedelta(30), "überwiesen"), a_stop("Ausschuss für Kultur")
    )
    assert lines(card(paper))[:2] == [
        "Überwiesen am Sa., 24.10.2026 im Hauptausschuss",
        "Nächste Station: Ausschuss für Kultur, noch kein Termin veröffentlicht",
    ]


def test_foreign_markup_is_shown_as_text() -> None:
    hostile = '<b>&lt;</b><a href="tg://user?id=1">x</a>'
    message = card(a_paper("<i>1</i>", a_stop(hostile, TODAY, hostile), name=hostile, originators=(hostile,)))
    assert "<a " not in message.text
    assert hostile in plain(message.text)


def test_forty_stops_keep_the_newest_and_say_how_many_are_left_out() -> None:
    stops = [
        a_stop("Ausschuss für " + "Angelegenheiten " * 6, date(2020, 1, 1) + timedelta(30 * n), "vertagt")
        for n in range(60)
    ]
    message = card(a_paper("22-0101", *stops))
    shown = [line for line in lines(message) if line.startswith("• ")]
    assert shown[-1].startswith("• Di., 05.11.2024")
    assert f"… {60 - len(shown)} frühere Stationen" in lines(message)
    assert shown_length(message.text) <= LONGEST_TEXT


def test_a_title_of_several_lines_becomes_one() -> None:
    assert "Sondermittel – Antrag der Fraktion" in lines(card(a_paper(name="Sondermittel\n  Antrag der Fraktion")))


def test_buttons_offer_what_there_is_and_nothing_else() -> None:
    bare = card(a_paper())
    assert bare.buttons == ()
    rich = card(
        a_paper(
            text=PaperText(beschluss="…"), web="https://rat.example/bi/vo020.asp?VOLFDNR=1", files=(File(name="Plan"),)
        ),
        relatives=(Relative(row=9, reference="22-0101.01"),),
    )
    assert [[(b.label, b.action or b.url) for b in row] for row in rich.buttons] == [
        [("Text der Drucksache", "v1:text:7:1")],
        [("Original (rat.example)", "https://rat.example/bi/vo020.asp?VOLFDNR=1")],
        [("22-0101.01", "v1:open:9")],
    ]
    assert "Anlagen: Plan" in lines(rich)


@given(
    name=st.text(max_size=6000),
    people=st.lists(st.text(max_size=300), max_size=60),
    stops=st.lists(st.tuples(st.text(max_size=500), st.text(max_size=900)), max_size=60),
)
def test_no_paper_makes_a_message_that_telegram_refuses(
    name: str, people: list[str], stops: list[tuple[str, str]]
) -> None:
    paper = a_paper(
        "1" * 300,
        *(a_stop(where, TODAY - timedelta(n), result or None) for n, (where, result) in enumerate(stops)),
        name=name,
        originators=tuple(people),
        related=tuple(people),
        files=tuple(File(name=each) for each in people),
        parent=name,
        paper_type=name,
        under_direction_of=name,
    )
    assert 1 <= shown_length(card(paper).text) <= LONGEST_TEXT


def on_its_way(**fields: Any) -> tuple[Paper, Way]:
    """A paper whose page names one session to come, and what is known of that session."""
    item = KnownItem(
        item=AgendaItem(id="9", number="Ö 5", public=True, name="Radwegekonzept", paper="22-0101"),
        withdrawn=fields.pop("withdrawn", None),
    )
    paper = a_paper("22-0101", Consultation(organization="Hauptausschuss", date=COMING, meeting="3", agenda_item="9"))
    defaults: dict[str, Any] = {"name": "Sitzung", "public": True, "id": "3", "day": COMING}
    return paper, way_of(paper, [KnownMeeting(meeting=Meeting(**(defaults | fields)), items=(item,))])


def card_of_way(paper: Paper, way: Way, language: Language = Language.DE) -> list[str]:
    beside = Beside(way=way)
    return lines(paper_card(a_known_paper(paper), words=words_of(language), zone=BERLIN, today=TODAY, beside=beside))


@pytest.mark.parametrize(
    ("fields", "first", "line"),
    [
        (
            {},
            "Angesetzt für Di., 12.01.2027 im Hauptausschuss",
            "• Di., 12.01.2027 · Hauptausschuss: angesetzt, TOP Ö 5",
        ),
        (
            {"day": date(2027, 1, 19)},
            "Angesetzt für Di., 19.01.2027 im Hauptausschuss",
            "• Di., 19.01.2027 · Hauptausschuss: angesetzt, TOP Ö 5",
        ),
        ({"cancelled": True}, LIES, "• Di., 12.01.2027 · Hauptausschuss: Sitzung entfallen"),
        ({"withdrawn": "abgesetzt"}, LIES, "• Di., 12.01.2027 · Hauptausschuss: von der Tagesordnung abgesetzt"),
        ({"withdrawn": "vertagt"}, LIES, "• Di., 12.01.2027 · Hauptausschuss: auf der Tagesordnung „vertagt“"),
        (
            {"withdrawn": "zurückgezogen"},
            "Ergebnis im Hauptausschuss: „zurückgezogen“",
            "• Di., 12.01.2027 · Hauptausschuss: auf der Tagesordnung „zurückgezogen“",
        ),
        (
            {"withdrawn": NOT_FOUND},
            LIES,
            "• Di., 12.01.2027 · Hauptausschuss: auf der Tagesordnung nicht mehr zu finden",
        ),
    ],
)
def test_sessions_and_agendas_have_the_last_word_on_a_stop(fields: dict[str, Any], first: str, line: str) -> None:
    shown = card_of_way(*on_its_way(**fields))
    assert shown[0] == first
    assert line in shown


def test_the_english_card_tells_a_cancelled_session() -> None:
    shown = card_of_way(*on_its_way(cancelled=True), language=Language.EN)
    assert "• Tue, 12.01.2027 · Hauptausschuss: session cancelled" in shown
