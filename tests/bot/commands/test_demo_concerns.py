"""To the next event: past everything that concerns nobody, to when the bot will have read it."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.commands.demo_concerns import Concerns, concerns_of, next_of_concern
from council.published.freshness import DAILY, Window
from council.published.rounds import Target, TargetKind
from council.served.subscribers import Follow, Subscription
from simulator.council.story.happenings import Kind
from simulator.council.story.musterfeld import musterfeld
from tests.bot.telling.plot import COMMITTEE, ITEM, SESSION, Plot, at

NOW = at(23, 12, month=11)
PUBLISHED, CANCELLED, RESULT = at(24, 11, month=11), at(2, 11), at(9, 11)
STORY = (
    Plot()
    .publishes(PUBLISHED)
    .changes(CANCELLED, Kind.MEETING_CANCELLED, cancelled=True)
    .changes(CANCELLED + timedelta(days=1), Kind.MEETING_REVIVED, cancelled=False)
    .changes(RESULT, Kind.RESULT_PUBLISHED, ITEM, result="ungeändert beschlossen", excerpt=True)
    .story()
)


def following(label: str, follow: Follow = Follow.PAPER) -> Concerns:
    one = Subscription(row=1, subscriber=1, follow=follow, body="musterbek", target=1, label=label, since=NOW)
    return concerns_of([one])


@pytest.mark.parametrize(
    "concerns",
    [following("22-0103"), following(COMMITTEE, Follow.ORGANIZATION)],
    ids=["paper", "committee"],
)
def test_the_agenda_of_what_is_followed_comes_next_then_the_cancellation(concerns: Concerns) -> None:
    assert next_of_concern(STORY, NOW, concerns, ()) == (PUBLISHED, f"Tagesordnung {COMMITTEE} erscheint")
    found = next_of_concern(STORY, PUBLISHED, concerns, ())
    assert found == (CANCELLED, f"Sitzung {COMMITTEE} am Di., 08.12.2026 wird abgesagt")


def test_results_are_news_of_a_paper_only() -> None:
    after = CANCELLED + timedelta(days=2)
    found = next_of_concern(STORY, after, following("22-0103"), ())
    assert found == (RESULT, f"Ergebnisse {COMMITTEE} vom Di., 08.12.2026 erscheinen")
    assert next_of_concern(STORY, after, following(COMMITTEE, Follow.ORGANIZATION), ()) is None


def test_an_item_that_loses_its_paper_still_concerns_who_follows_it() -> None:
    plot = Plot().publishes(PUBLISHED).changes(CANCELLED, Kind.ITEM_WITHDRAWN, ITEM, name="abgesetzt", paper=None)
    found = next_of_concern(plot.story(), PUBLISHED, following("22-0103"), ())
    assert found == (CANCELLED, f"Tagesordnung {COMMITTEE} ändert sich")


def test_what_nobody_follows_is_passed_over() -> None:
    assert next_of_concern(STORY, NOW, following("22-0001"), ()) is None
    assert next_of_concern(STORY, NOW, concerns_of(()), ()) is None


def test_a_subscription_that_rests_concerns_nobody() -> None:
    one = Subscription(row=1, subscriber=1, follow=Follow.PAPER, body="musterbek", target=1, label="22-0103", since=NOW)
    assert not concerns_of([replace(one, paused=True)])


def test_an_agenda_that_is_read_daily_shows_its_result_at_its_next_reading() -> None:
    read = RESULT - timedelta(hours=2)
    agenda = Target(
        kind=TargetKind.AGENDA, key=str(SESSION), windows=(Window(rhythm=DAILY),), last_read=read.astimezone(UTC)
    )
    found = next_of_concern(STORY, read, following("22-0103"), (agenda,))
    assert found is not None
    assert found[0] == read + DAILY
    read_since = replace(agenda, last_read=RESULT + timedelta(minutes=1))
    assert next_of_concern(STORY, RESULT + timedelta(minutes=2), following("22-0103"), (read_since,)) is None


def test_the_story_of_every_day_tells_the_demo_paper_soon() -> None:
    for day in (date(2026, 11, 23), date(2027, 2, 28)):
        noon = datetime(day.year, day.month, day.day, 11, tzinfo=UTC)
        found = next_of_concern(musterfeld(day), noon, following("22-0166"), ())
        assert found is not None
        assert found[0] - noon < timedelta(days=8)
        assert found[1].startswith("Tagesordnung Hauptausschuss erscheint")
