"""Beginning to follow: consent, what is fixed, lead times in words, and the buttons that turn over."""

from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from council.published.known_meetings import NOT_FOUND
from council.published.way import Stop
from council.served.languages import Language
from council.served.lead_times import parse_lead_times
from council.served.subscribers import Follow
from tests.builders import TODAY
from views.actions import Act, Action, action_data
from views.follow_button import afterwards, follow_paper_button
from views.following import Followed, consent, followed_paper
from views.lead_words import lead_words
from views.message import plain
from views.wording import words_of

BERLIN = ZoneInfo("Europe/Berlin")
NOT_YET = "Auf einer veröffentlichten Tagesordnung steht es noch nicht."
DE, EN = words_of(Language.DE), words_of(Language.EN)


@pytest.mark.parametrize(
    ("written", "german", "english"),
    [
        ("1d,2h", "einen Tag und 2 Stunden", "one day and 2 hours"),
        ("1w", "eine Woche", "one week"),
        ("2w,3d,1h", "2 Wochen, 3 Tage und eine Stunde", "2 weeks, 3 days and one hour"),
        ("1d@18:00", "einen Tag (um 18:00 Uhr)", "one day (at 18:00)"),
        ("0d@08:00", "am selben Tag (um 08:00 Uhr)", "on the same day (at 08:00)"),
        ("90m", "90 Minuten", "90 minutes"),
        ("-", "", ""),
    ],
)
def test_lead_times_are_spoken(written: str, german: str, english: str) -> None:
    assert lead_words(parse_lead_times(written), DE) == german
    assert lead_words(parse_lead_times(written), EN) == english


def confirmed(*stops: Stop, **fields: Any) -> list[str]:
    defaults: dict[str, Any] = {
        "follow": Follow.PAPER,
        "row": 7,
        "label": "22-0101",
        "added": True,
        "reminders": parse_lead_times("1d"),
    }
    followed = Followed(**(defaults | fields))
    return plain(followed_paper(followed, stops, today=TODAY, zone=BERLIN, words=DE).text).splitlines()


def a_stop(**fields: Any) -> Stop:
    day = date(2027, 1, 12)
    defaults: dict[str, Any] = {
        "organization": "Hauptausschuss",
        "date": day,
        "start": datetime(2027, 1, 12, 18, 0, tzinfo=BERLIN),
        "number": "Ö 5",
    }
    return Stop(**(defaults | fields))


@pytest.mark.parametrize(
    ("stops", "lines"),
    [
        ((), ["Noch kein Termin veröffentlicht."]),
        ((a_stop(date=None, start=None, number=None),), ["Noch kein Termin veröffentlicht."]),
        ((a_stop(),), ["Auf der Tagesordnung im Hauptausschuss: Di., 12.01.2027, 18:00 Uhr, TOP Ö 5"]),
        (
            (a_stop(start=None, number=None),),
            [f"Angesetzt im Hauptausschuss: Di., 12.01.2027. {NOT_YET}"],
        ),
        (
            (a_stop(start=None),),
            ["Auf der Tagesordnung im Hauptausschuss: Di., 12.01.2027, Uhrzeit nicht veröffentlicht, TOP Ö 5"],
        ),
        (
            (a_stop(cancelled=True),),
            ["Entfällt im Hauptausschuss: Di., 12.01.2027, 18:00 Uhr", "Noch kein Termin veröffentlicht."],
        ),
        (
            (a_stop(withdrawn=NOT_FOUND),),
            [
                "Nicht mehr auf der Tagesordnung im Hauptausschuss: Di., 12.01.2027, 18:00 Uhr",
                "Noch kein Termin veröffentlicht.",
            ],
        ),
        ((a_stop(date=date(2026, 11, 1)),), ["Noch kein Termin veröffentlicht."]),
    ],
)
def test_the_confirmation_says_no_more_than_is_published(stops: tuple[Stop, ...], lines: list[str]) -> None:
    shown = confirmed(*stops)
    assert shown[: 2 + len(lines)] == ["Du folgst jetzt 22-0101.", "", *lines]


def test_whoever_wants_no_reminders_is_promised_none() -> None:
    assert "Erinnerungen vor der Sitzung sind abgeschaltet." in confirmed(reminders=())[-1]
    assert confirmed(added=False)[0] == "Du folgst 22-0101 schon."


def test_consent_names_a_committee_in_good_german_and_escapes_it() -> None:
    assert plain(consent(Follow.ORGANIZATION, 3, "Hauptausschuss", words=DE).text).startswith(
        "Möchtest du dem Hauptausschuss folgen?"
    )
    assert "<i>" not in consent(Follow.PAPER, 3, "<i>x</i>", words=DE).text


def test_a_pressed_button_becomes_the_way_back() -> None:
    follow = follow_paper_button(7, DE, is_followed=False)
    leave = afterwards(follow.action or "", DE)
    assert leave == follow_paper_button(7, DE, is_followed=True)
    assert leave is not None
    again = afterwards(leave.action or "", DE)
    assert again is not None
    assert (again.label, again.action) == ("Wieder folgen", follow.action)
    assert afterwards(action_data(Action(Act.OPEN, number=1)), DE) is None
    assert afterwards("nonsense", DE) is None
