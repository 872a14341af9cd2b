"""The picture of a paper's way, and that the words below it say the same."""

import io
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from council.published.known import KnownPaper
from council.published.way import Stop
from council.served.languages import Language
from tests.builders import TODAY, a_known_paper, a_paper
from views.attachment import Attachment, Kind
from views.message import plain, shown_length
from views.way import MOST_STATIONS, way_attachment, way_caption
from views.way_layout import font, layout
from views.way_picture import TALLEST, way_height, way_picture
from views.way_stations import Mark, Stations, folded, stations_of
from views.wording import words_of

BERLIN = ZoneInfo("Europe/Berlin")
GERMAN = words_of(Language.DE)
LONG = "Unterausschuss für Bauanträge, Stadtplanung, Umwelt, Verbraucherschutz und Angelegenheiten der Größeren Häfen"


def a_stop(organization: str = "Hauptausschuss", day: date | None = None, result: str | None = None, **f: Any) -> Stop:
    return Stop(organization=organization, date=day, result=result, **f)


def many(count: int, organization: str = "Regionalausschuss") -> tuple[Stop, ...]:
    """All in the past and with a result, but for the last one."""
    first = TODAY - timedelta(days=30 * count)
    stops = [a_stop(organization, first + timedelta(days=30 * n), "überwiesen") for n in range(count - 1)]
    return (*stops, a_stop(organization, TODAY + timedelta(days=9)))


def known(*stops: Stop, **fields: Any) -> KnownPaper:
    return a_known_paper(a_paper("22-1940", *stops, **({"date": date(2016, 2, 3)} | fields)))


def stations(*stops: Stop, most: int = 99, **fields: Any) -> Stations:
    whole = stations_of(known(*stops, **fields), stops, today=TODAY, zone=BERLIN, words=GERMAN)
    return folded(whole, most, GERMAN)


def attachment(*stops: Stop, **fields: Any) -> Attachment:
    return way_attachment(known(*stops, **fields), stops, today=TODAY, zone=BERLIN, words=GERMAN)


def drawn(shown: Stations) -> str:
    """All words of the picture, one after the other."""
    plan = layout(shown)
    parts = [*plan.head, plan.standing, plan.earlier]
    for placed in plan.stations:
        parts += [placed.badge, *placed.words]
    return " ".join(line for part in [*parts, plan.later, plan.source] for line in part.lines)


def here(*stops: Stop) -> str:
    return next(each.name for each in stations(*stops).stations if each.mark is Mark.HERE)


@pytest.mark.parametrize("count", [0, 1, 3, 12, 40])
def test_a_way_of_any_length_becomes_a_picture_for_a_phone(count: int) -> None:
    sent = attachment(*(many(count, LONG) if count else ()))
    assert (sent.kind, sent.name) == (Kind.PICTURE, "Verlauf-22-1940.png")
    with Image.open(io.BytesIO(sent.content)) as picture:
        assert (picture.format, picture.width) == ("PNG", 1080)
        assert 600 < picture.height <= TALLEST
        colours = picture.convert("RGB").getcolors(2**20) or []
    assert len(colours) > 20
    assert max(count for count, _ in colours) < 0.98 * picture.width * picture.height
    assert 0 < shown_length(sent.caption) <= 1024


def test_the_same_facts_are_the_same_picture() -> None:
    assert attachment(*many(5)).content == attachment(*many(5)).content
    assert attachment(*many(5)).content != attachment(*many(6)).content


@pytest.mark.parametrize("count", [0, 1, 3, 6])
def test_picture_and_caption_say_the_same(count: int) -> None:
    shown = stations(*(many(count) if count else ()))
    words, caption = drawn(shown), " ".join(plain(way_caption(shown, GERMAN)).split())
    for each in shown.stations:
        for text in (each.when, each.name, each.what, each.badge):
            assert text in words
            assert text in caption
    for text in (shown.reference, shown.title, shown.standing, shown.source):
        assert " ".join(text.split()) in words
        assert " ".join(text.split()) in caption


def test_forty_stops_are_folded_and_counted() -> None:
    shown = stations(*many(40), most=MOST_STATIONS)
    assert (len(shown.stations), shown.earlier, shown.later) == (12, "… 29 frühere Stationen", "")
    assert "… 29 frühere Stationen" in drawn(shown)
    assert shown.stations[-1].mark is Mark.NEXT
    assert plain(attachment(*many(40)).caption).count("•") <= 12


def test_where_the_paper_is_stays_in_sight() -> None:
    ahead = [a_stop(f"Ausschuss {n}", TODAY + timedelta(days=n)) for n in range(1, 30)]
    shown = stations(a_stop("Hauptausschuss", date(2026, 5, 5), "überwiesen"), *ahead, most=12)
    assert shown.stations[0].badge == "Aktueller Stand"
    assert (shown.earlier, shown.later) == ("… eine frühere Station", "… 18 spätere Stationen")
    assert way_height(shown) == Image.open(io.BytesIO(way_picture(shown))).height


def test_a_caption_that_is_too_long_leaves_out_and_says_so() -> None:
    shown = stations(*many(13, LONG), most=12)
    caption = way_caption(shown, GERMAN)
    assert shown_length(caption) <= 1024
    left_out = 12 - plain(caption).count("•")
    assert left_out > 0
    assert f"… {left_out} weitere Stationen zeigt das Bild" in plain(caption)
    assert "Nächster Termin" in caption


def test_a_paper_without_any_stop_is_filed_and_no_more() -> None:
    (station,) = stations().stations
    assert (station.mark, station.name, station.when) == (Mark.HERE, "Eingereicht", "Mi., 03.02.2016")
    assert station.what == "noch keine Beratungsfolge veröffentlicht"
    (undated,) = stations(date=None).stations
    assert undated.when == ""


def test_the_paper_is_where_it_was_reached_or_waits() -> None:
    past, ahead = date(2026, 5, 5), TODAY + timedelta(days=9)
    assert here(a_stop("Rat", past, "überwiesen"), a_stop("Bauausschuss")) == "Bauausschuss"
    assert here(a_stop("Rat", past, "überwiesen"), a_stop("Bauausschuss", ahead)) == "Rat"
    assert here(a_stop("Rat", past), a_stop("Bauausschuss", ahead, cancelled=True)) == "Rat"
    assert here(a_stop("Rat", ahead)) == "Eingereicht"
    assert here(a_stop("Rat", past, cancelled=True)) == "Eingereicht"


def test_each_kind_of_stop_has_its_words() -> None:
    start = datetime(2026, 12, 8, 17, 0, tzinfo=UTC)
    every = stations(
        a_stop("A", date(2026, 1, 1), "vertagt", role="Entscheidung"),
        a_stop("B", date(2026, 2, 1)),
        a_stop("C", date(2026, 3, 1), cancelled=True),
        a_stop("D", date(2026, 4, 1), withdrawn="abgesetzt"),
        a_stop("E", date(2026, 12, 8), start=start, number="Ö 5"),
        a_stop("F", date(2026, 12, 9)),
    ).stations
    assert [(each.when, each.what, each.mark) for each in every[1:]] == [
        ("Do., 01.01.2026 · Entscheidung", "vertagt", Mark.DONE),
        ("So., 01.02.2026", "noch kein Ergebnis veröffentlicht", Mark.HERE),
        ("So., 01.03.2026", "Sitzung entfallen", Mark.OFF),
        ("Mi., 01.04.2026", "„abgesetzt“", Mark.OFF),
        ("Di., 08.12.2026, 18:00 Uhr", "TOP Ö 5", Mark.NEXT),
        ("Mi., 09.12.2026", "", Mark.LATER),
    ]


@pytest.mark.parametrize("sign", "ÄÖÜäöüß–—„“”‚‘’…·•§€éèàçñøåłšžčćğışőűńę²½×«»şțăİ")
def test_the_font_has_every_letter_a_council_writes(sign: str) -> None:
    style = layout(stations()).head[0].style
    assert bytes(font(style).getmask(sign)) != bytes(font(style).getmask("\uffff"))


@settings(max_examples=20)
@given(name=st.text(max_size=300), result=st.text(max_size=300), count=st.integers(0, 14))
def test_whatever_is_published_is_drawn_and_fits(name: str, result: str, count: int) -> None:
    stops = tuple(a_stop(name, date(2026, 1, 1) + timedelta(days=40 * n), result, role=name) for n in range(count))
    sent = attachment(*stops, name=name)
    assert sent.content.startswith(b"\x89PNG")
    assert shown_length(sent.caption) <= 1024
    assert len(sent.content) < 10**7


def test_names_below_the_picture_are_text() -> None:
    assert "<b>x</b>" not in str(attachment(a_stop("<b>x</b>", TODAY)).caption)
