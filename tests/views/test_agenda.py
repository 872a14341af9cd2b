"""Whatever an agenda holds: pages that Telegram takes, and every item on one of them."""

from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from council.published.known_meetings import KnownItem
from council.published.meetings import AgendaItem, Meeting
from council.served.languages import Language
from council.served.shown import ShownItem, ShownSession
from tests.builders import READ_AT
from views.agenda import Agenda, agenda
from views.message import LONGEST_TEXT, plain, shown_length
from views.wording import words_of

BERLIN = ZoneInfo("Europe/Berlin")


def shown(*items: ShownItem, **fields: Any) -> Agenda:
    defaults: dict[str, Any] = {"name": "Sitzung", "public": True, "day": date(2027, 1, 12)}
    meeting = Meeting(**(defaults | fields))
    session = ShownSession(meeting=meeting, items=items)
    return Agenda(row=3, body="Rat", session=session, non_public=False, read_at=READ_AT)


def page(one: Agenda, number: int) -> str:
    return plain(agenda(one, page=number, zone=BERLIN, words=words_of(Language.DE)).text)


@given(
    texts=st.lists(
        st.tuples(st.text(max_size=900), st.text(max_size=80), st.text(max_size=900), st.booleans()), max_size=60
    ),
    name=st.text(max_size=900),
)
def test_no_agenda_makes_a_message_that_telegram_refuses(texts: list[tuple[str, str, str, bool]], name: str) -> None:
    items = [
        ShownItem(
            item=KnownItem(item=AgendaItem(public=True, name=text, number=number, paper=number, result=result)),
            own=own,
            paper_row=place + 1,
        )
        for place, (text, number, result, own) in enumerate(texts)
    ]
    one = shown(*items, organization=name, room=name, address=name)
    for number in (1, 2, 99):
        message = agenda(one, page=number, zone=BERLIN, words=words_of(Language.DE))
        assert 1 <= shown_length(message.text) <= LONGEST_TEXT
        assert all(len(button.label) <= 64 for row in message.buttons for button in row)


def test_every_item_stands_on_one_of_the_pages() -> None:
    names = [f"Bericht {n} " + "über die Wege am Ufer " * 8 for n in range(50)]
    one = shown(*(ShownItem(item=KnownItem(item=AgendaItem(public=True, name=name))) for name in names))
    pages = "\n".join({page(one, number) for number in range(1, 9)})
    assert [pages.count(f"Bericht {n} ") for n in range(50)] == [1] * 50


@pytest.mark.parametrize(
    ("fields", "line"),
    [
        ({}, "Die Tagesordnung ist noch nicht veröffentlicht."),
        ({"has_agenda": True}, "Die Tagesordnung ist veröffentlicht, aber ich habe sie noch nicht gelesen."),
    ],
)
def test_an_agenda_nobody_read_is_not_said_to_be_unpublished(fields: dict[str, Any], line: str) -> None:
    assert line in page(shown(**fields), 1)


def test_foreign_markup_is_shown_as_text() -> None:
    hostile = '<a href="tg://user?id=1">x</a>'
    item = ShownItem(item=KnownItem(item=AgendaItem(public=True, name=hostile, number=hostile, paper=hostile)))
    one = shown(item, organization=hostile, room=hostile)
    assert "<a " not in agenda(one, page=1, zone=BERLIN, words=words_of(Language.DE)).text
    assert hostile in page(one, 1)
