"""What is next to be seen of the story, in words."""

import re
from datetime import UTC, datetime, timedelta

import pytest

from simulator.clock import Clock
from simulator.council.server import CouncilServer
from simulator.council.story.agendas import HIDDEN_NAME
from simulator.council.story.happenings import ZONE, Kind, Story, happened, published
from simulator.council.story.upcoming import next_happening
from tests.simulator.council.stories import START, at, story


def told(*, days: int, papers: bool = True) -> list[tuple[datetime, str]]:
    """All that comes in so many days after the start's noon."""
    found, moment = [], at(0)
    while (coming := next_happening(story(), moment, papers=papers)) and coming[0] <= at(days):
        found.append(coming)
        moment = coming[0]
    return found


@pytest.mark.parametrize(
    "pattern",
    [
        r"^Tagesordnung Hauptausschuss erscheint$",
        r"^Nachtrag zur Tagesordnung Hauptausschuss erscheint$",
        r"^Sitzung Stadtentwicklungsausschuss am Mo\., 07\.09\.2026 wird abgesagt$",
        r"^Sitzung Regionalausschuss Seepark am Mo\., 14\.09\.2026 findet doch statt$",
        r"^Sitzung Ausschuss für Kultur wird verlegt auf Mi\., 09\.09\.2026, 17:30 Uhr$",
        r"^Sitzung Ausschuss für Mobilität am Do\., 10\.09\.2026 bekommt einen anderen Raum$",
        r"^Ergebnisse Hauptausschuss vom Do\., 03\.09\.2026 erscheinen$",
        r"^Ergebnis Hauptausschuss vom Do\., 20\.08\.2026 wird berichtigt$",
        r"^Tagesordnung Ausschuss für Mobilität ändert sich$",
        r"^Sitzung Hauptausschuss beginnt$",
        r"^Drucksache 22-\d{4} erscheint$",
        r"^Drucksache 22-0166 ändert sich$",
    ],
)
def test_words_name_what_happens(pattern: str) -> None:
    assert any(re.search(pattern, words) for _, words in told(days=21))


def test_moments_follow_each_other_and_are_utc() -> None:
    moments = [moment for moment, _ in told(days=30)]
    assert moments == sorted(set(moments))
    assert all(moment.tzinfo is UTC for moment in moments)


def test_at_its_moment_the_thing_is_there() -> None:
    moment = next(at for at, words in told(days=21) if words == "Tagesordnung Hauptausschuss erscheint")
    (step,) = (step for step in story().steps if step.at == moment and step.kind is Kind.AGENDA_PUBLISHED)
    meeting = step.record.key
    assert published(story(), moment - timedelta(seconds=1)).agenda(meeting) is None
    assert published(story(), moment).agenda(meeting)


def test_session_begins_when_it_says_and_a_cancelled_one_never() -> None:
    begins = {moment.astimezone(ZONE): words for moment, words in told(days=30) if "beginnt" in words}
    assert begins[datetime(2026, 9, 9, 17, 30, tzinfo=ZONE)] == "Sitzung Ausschuss für Kultur beginnt"
    assert not any(moment.date().isoformat() == "2026-09-07" for moment in begins)


def test_several_at_one_moment_are_one() -> None:
    words = [words for _, words in told(days=30)]
    assert any(" und mehr" in each and each.count("; ") == 1 for each in words)
    assert not any(each.count("; ") > 1 for each in words)


def test_papers_can_be_left_out() -> None:
    filed = {
        step.at.astimezone(UTC)
        for step in happened(story(), after=at(0), until=at(21))
        if step.kind is Kind.PAPER_FILED
    }
    assert filed & {moment for moment, _ in told(days=21)}
    assert not filed & {moment for moment, _ in told(days=21, papers=False)}


def test_nothing_that_is_not_public_is_told() -> None:
    words = "\n".join(words for _, words in told(days=60))
    assert HIDDEN_NAME not in words
    for name in (each.name for each in story().organizations if each.kind in ("faction", "closed")):
        assert name not in words


def test_at_the_end_nothing_comes() -> None:
    assert next_happening(story(), at(2_000)) is None
    empty = Story(council="Rat", start=START, organizations=(), steps=())
    assert next_happening(empty, at(0)) is None


def test_server_tells_it_of_its_story() -> None:
    server = CouncilServer(story(), now=Clock(system=lambda: at(0)).now)
    assert server.next_happening(at(0)) == next_happening(story(), at(0))
    assert server.next_happening(at(0), papers=False) == next_happening(story(), at(0), papers=False)
