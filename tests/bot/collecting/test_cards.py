"""What a card says of a paper follows its sessions at once, though the paper's own page is read only weekly."""

from pathlib import Path
from zoneinfo import ZoneInfo

from council.served.languages import Language
from handlers.desk import Desk, Question
from handlers.status import card_of_reference
from simulator.council.misbehaviour import Status
from simulator.council.story.happenings import Kind
from tests.bot.collecting.small_council import FAR, NEXT, Reading, a_story, happens, reading, record
from views.message import plain
from views.wording import words_of

BERLIN = ZoneInfo("Europe/Berlin")
COMMITTEE = "Ausschuss für Mobilität"


async def card(council: Reading, reference: str) -> list[str]:
    """The lines of the answer to somebody who asks now."""
    desk = Desk(database=council.database, now=council.clock.now, zone=BERLIN, language=Language.DE)
    question = Question(text=reference, words=words_of(Language.DE), desk=desk)
    (message,) = await card_of_reference(question, "musterbek", reference)
    return plain(message.text).splitlines()


async def test_a_cancelled_session_is_no_session_on_the_card(tmp_path: Path) -> None:
    story = a_story(happens(1, Kind.MEETING_CANCELLED, record(NEXT), cancelled=True))
    async with reading(tmp_path, story) as council:
        await council.round()
        shown = await card(council, "22-0101")
        assert shown[0] == f"Angesetzt für Di., 24.11.2026 im {COMMITTEE}"
        assert f"• Di., 24.11.2026 · {COMMITTEE}: angesetzt, TOP Ö 2" in shown
        # The paper of the session before has a result, and a session to come.
        assert (await card(council, "22-0100"))[:2] == [
            f"Vertagt am Mo., 16.11.2026 im {COMMITTEE}",
            f"Als Nächstes: Di., 24.11.2026 im {COMMITTEE}",
        ]
        council.council.misbehave("vo020", Status(404))
        await council.round(hours=1.5)
        shown = await card(council, "22-0101")
        assert shown[0] == f"Liegt im {COMMITTEE} – noch kein Termin veröffentlicht"
        assert f"• Di., 24.11.2026 · {COMMITTEE}: Sitzung entfallen" in shown
        assert (await card(council, "22-0100"))[:2] == [
            f"Vertagt am Mo., 16.11.2026 im {COMMITTEE}",
            f"Nächste Station: {COMMITTEE}, noch kein Termin veröffentlicht",
        ]


async def test_a_moved_session_has_its_new_day_on_the_card(tmp_path: Path) -> None:
    story = a_story(happens(1, Kind.MEETING_MOVED, record(NEXT), day=FAR))
    async with reading(tmp_path, story) as council:
        await council.round()
        council.council.misbehave("vo020", Status(404))
        await council.round(hours=1.5)
        shown = await card(council, "22-0101")
        assert shown[0] == f"Angesetzt für Di., 08.12.2026 im {COMMITTEE}"
        assert f"• Di., 08.12.2026 · {COMMITTEE}: angesetzt, TOP Ö 2" in shown


async def test_an_item_taken_off_is_no_session_on_the_card(tmp_path: Path) -> None:
    story = a_story(happens(1, Kind.ITEM_REWORDED, record(911), name="- abgesetzt -"))
    async with reading(tmp_path, story) as council:
        await council.round()
        council.council.misbehave("vo020", Status(404))
        await council.round(hours=1.5)
        shown = await card(council, "22-0101")
        assert shown[0] == f"Liegt im {COMMITTEE} – noch kein Termin veröffentlicht"
        assert f"• Di., 24.11.2026 · {COMMITTEE}: von der Tagesordnung abgesetzt" in shown
