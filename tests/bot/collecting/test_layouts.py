"""A layout that changed: what is new comes in, nothing else does, operators hear of it once, and once of its end."""

import logging
from pathlib import Path

import pytest

from bot.commands.sync_summary import summary
from council.published.links import Link, LinkKind
from simulator.council.misbehaviour import Altered
from simulator.council.story.happenings import Kind
from storage.meetings import meeting_by_key
from storage.sources import source_states
from storage.wanted import Question, want
from tests.bot.collecting.small_council import NEXT, Reading, a_story, an_item, appears, happens, reading, record

# A new column, and under it pages that say all kinds of wrong things.
TWISTS = {
    b"Drucksache</th>": b"Drucksache</th><th>Frist</th>",
    b"<th>Raum</th>": b"<th>Raum</th><th>Frist</th>",
    b"Gegenstand Nummer": b"Kennzahl",
    b"Verschiedenes": b"- abgesetzt -",
    b"Sitzungsraum 1": b"Keller",
    b"18:00": b"19:15",
    b">Sitzung des Ausschusses": "> ENTFÄLLT! Sitzung des Ausschusses".encode("cp1252"),
    b"VOLFDNR=801": b"VOLFDNR=803",
    b"22-0101": b"22-0103",
}


def twisted(page: bytes) -> bytes:
    for old, new in TWISTS.items():
        page = page.replace(old, new)
    return page


LAYOUT = Altered(twisted)
LATE = appears(1.2, Kind.ITEM_ADDED, an_item(914, NEXT, 5, name="Dringlichkeitsantrag", late=True))
WITHDRAWN = happens(4, Kind.ITEM_WITHDRAWN, record(911), name="- abgesetzt -", paper=None)


async def snapshot(council: Reading) -> object:
    meeting = await council.database.read(meeting_by_key, "musterbek", str(NEXT))
    assert meeting is not None
    return meeting.known.meeting, [(each.item, each.withdrawn) for each in meeting.known.items]


def lines(caplog: pytest.LogCaptureFixture, event: str) -> list[tuple[str, str]]:
    found = (entry for entry in caplog.records if entry.getMessage() == event)
    return [(vars(entry)["source"], vars(entry)["page"]) for entry in found]


async def known_then_twisted(council: Reading) -> None:
    await council.round()
    council.council.misbehave("to010|si010", LAYOUT)


async def test_a_changed_layout_takes_nothing_away_and_changes_nothing(tmp_path: Path) -> None:
    async with reading(tmp_path) as council:
        await known_then_twisted(council)
        before = await snapshot(council)
        for _ in range(30):
            report = await council.round(hours=1)
            assert report.failures == ()
        assert await snapshot(council) == before
        assert await council.changes() == []


async def test_the_twisted_pages_would_be_news_if_they_were_built_as_known(tmp_path: Path) -> None:
    """The control: without the new column all these words are believed."""
    same_columns = Altered(lambda page: twisted(page).replace(b"<th>Frist</th>", b""))
    async with reading(tmp_path) as council:
        await council.round()
        council.council.misbehave("to010|si010", same_columns)
        await council.round(hours=1)
        told = await council.kinds()
        assert {"item_withdrawn", "item_reworded", "meeting_cancelled", "meeting_moved", "meeting_room"} <= set(told)


async def test_what_is_added_to_an_agenda_of_a_changed_layout_is_news_once(tmp_path: Path) -> None:
    async with reading(tmp_path, a_story(LATE)) as council:
        await known_then_twisted(council)
        for _ in range(5):
            await council.round(hours=0.5)
        council.council.behave()
        for _ in range(3):
            await council.round(hours=0.5)
        assert await council.kinds() == {"item_added": 1}


async def test_operators_are_told_once_after_three_in_a_row_and_once_of_the_end(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async with reading(tmp_path) as council:
        await known_then_twisted(council)
        with caplog.at_level(logging.INFO, logger="bot.collecting"):
            for number in range(1, 6):
                await council.round(hours=0.5)
                assert (("musterbek", "agenda") in lines(caplog, "structure.changed")) is (number >= 3)
            assert sorted(lines(caplog, "structure.changed")) == [("musterbek", "agenda"), ("musterbek", "calendar")]
            (state,) = await council.database.read(source_states)
            assert {each.page: each.finding for each in state.structures} == {
                "agenda": "unbekannte Spalte „Frist“",
                "calendar": "unbekannte Spalte „Frist“",
            }
            council.council.behave()
            for _ in range(2):
                await council.round(hours=0.5)
        assert sorted(lines(caplog, "structure.known_again")) == [("musterbek", "agenda"), ("musterbek", "calendar")]
        (state,) = await council.database.read(source_states)
        assert state.structures == ()


async def test_a_single_odd_page_is_in_the_summary_and_in_no_line_for_operators(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async with reading(tmp_path) as council:
        await council.round()
        council.council.misbehave(f"SILFDNR={NEXT}", LAYOUT, times=1)
        with caplog.at_level(logging.INFO, logger="bot.collecting"):
            report = await council.round(hours=0.5)
            after = await council.round(hours=0.5)
        odd = [line for line in summary(report) if "anders gebaut" in line]
        assert len(odd) == 1
        assert "Tagesordnungen" in odd[0]
        assert "„Frist“" in odd[0]
        assert after.odd == ()
        assert {entry.getMessage() for entry in caplog.records} == {"round.read"}


async def test_after_a_changed_layout_changes_are_told_again(tmp_path: Path) -> None:
    async with reading(tmp_path, a_story(WITHDRAWN)) as council:
        await known_then_twisted(council)
        for _ in range(10):
            await council.round(hours=0.5)
        assert await council.changes() == []
        council.council.behave()
        for _ in range(3):
            await council.round(hours=0.5)
        assert await council.kinds() == {"item_withdrawn": 1}


@pytest.mark.parametrize("label", [b"Drucksache-Art:", b"Sorte:"])
async def test_a_paper_is_changed_only_by_a_page_built_as_known(tmp_path: Path, label: bytes) -> None:
    def other(page: bytes) -> bytes:
        return page.replace(b"Drucksache-Art:", label).replace(b"Vorhaben 101", b"Vorhaben 999")

    async with reading(tmp_path) as council:
        await council.round()
        council.council.misbehave("VOLFDNR=801", Altered(other))
        for _ in range(8):
            await council.round(hours=24)
        assert set(await council.kinds()) == ({"paper_changed"} if label == b"Drucksache-Art:" else set())


async def test_a_question_does_not_believe_a_changed_layout_either(tmp_path: Path) -> None:
    async with reading(tmp_path) as council:
        await known_then_twisted(council)
        before, asked = await snapshot(council), len(council.asked())
        link = Link(host="127.0.0.1", kind=LinkKind.AGENDA, key=str(NEXT))
        question = Question(chat=7, message=1, language="de", link=link)
        await council.database.transaction(want, question, now=council.clock.now())
        await council.collector.questions.take_all()
        assert len(council.asked()) == asked + 1
        assert await snapshot(council) == before
        (state,) = await council.database.read(source_states)
        assert state.structures == (), "only rounds count"
