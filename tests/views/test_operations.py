"""What operators read, however much there is to tell."""

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from council.published.readings import Page
from council.served.languages import Language
from council.served.notices import NoticeState
from tests.builders import READ_AT
from views.actions import Act, Action, parse_action
from views.message import LONGEST_TEXT, plain, shown_length
from views.operations import Held, OddPages, Operation, SourceLine, operation
from views.wording import words_of

ZONE = ZoneInfo("Europe/Berlin")


def a_source(number: int, **fields: object) -> SourceLine:
    return SourceLine(**({"body": f"Rat {number}", "kind": "allris", "last_good_at": READ_AT} | fields))  # type: ignore[arg-type]


def a_held(row: int, body: str = "Rat von Musterfeld") -> Held:
    return Held(row=row, body=body, since=READ_AT, sessions=30, items=1, papers=0)


@pytest.mark.parametrize("language", list(Language))
def test_every_state_and_page_has_words(language: Language) -> None:
    odd = tuple(OddPages(page=page, since=READ_AT, finding="<td>") for page in Page)
    state = Operation(
        sources=(a_source(1, odd=odd, failures=1, failing_since=READ_AT, error="503", closed="robots.txt"),),
        notices=tuple((state, number) for number, state in enumerate(NoticeState, start=1)),
        overdue=2,
        waiting_since=READ_AT - timedelta(hours=1),
        unannounced=1,
        held=(a_held(7),),
    )
    text = operation(state, words=words_of(language), zone=ZONE).text
    assert text.count("&lt;td&gt;") == len(Page)
    assert all(f"{number} " in text for number in range(1, len(NoticeState) + 1))


def test_a_hundred_sources_fit_and_the_broken_ones_come_first() -> None:
    broken = a_source(99, failures=3, failing_since=READ_AT, error="Zertifikat abgelaufen")
    state = Operation(sources=(*map(a_source, range(99)), broken), notices=())
    text = operation(state, words=words_of(Language.DE), zone=ZONE).text
    assert shown_length(text) <= LONGEST_TEXT
    lines = plain(text).splitlines()
    assert lines[lines.index("Quellen") + 1].startswith("Rat 99 ")
    assert lines[-1] == "… mehr passt hier nicht hin."


def test_each_held_round_has_its_two_buttons_and_many_are_bounded() -> None:
    state = Operation(sources=(), notices=(), held=tuple(a_held(row, f"Rat {row} " * 40) for row in range(1, 9)))
    message = operation(state, words=words_of(Language.DE), zone=ZONE)
    assert shown_length(message.text) <= LONGEST_TEXT
    assert len(message.buttons) == 5
    release, drop = message.buttons[2]
    assert parse_action(release.action or "") == Action(Act.RELEASE, number=3)
    assert parse_action(drop.action or "") == Action(Act.DROP, number=3)
