"""Questions for what is not stored: looked up at once, remembered silently, answered honestly."""

import asyncio
from datetime import timedelta
from pathlib import Path

import pytest

from council.published.links import Link, LinkKind
from simulator.council.misbehaviour import REFUSED, Delay, Status
from simulator.council.server import NOBODY_WELCOME
from storage.lookup import look_up
from storage.wanted import Answer, Question, Waiting, due_answers, want
from tests.bot.collecting.small_council import COUNCIL, Reading, reading, until


async def ask(council: Reading, reference: str | None = None, *, link: Link | None = None, message: int = 1) -> None:
    question = Question(chat=7, message=message, language="de", reference=reference, link=link)
    await council.database.transaction(want, question, now=council.clock.now())


async def answers(council: Reading) -> list[tuple[Answer, int | None]]:
    await council.collector.questions.take_all()
    due = await council.database.read(due_answers, now=council.clock.now())
    return [(each.answer, each.paper) for each in due]


async def test_an_old_paper_is_found_by_its_number_and_tells_nobody(tmp_path: Path) -> None:
    async with reading(tmp_path) as council:
        await council.round()
        await ask(council, "22-0051")
        ((answer, paper),) = await answers(council)
        found = await council.database.read(look_up, ("22-0051",))
        assert (answer, paper) == (Answer.FOUND, found.exact[0].row)
        assert found.exact[0].body.name == COUNCIL
        await council.round(hours=0.25)
        assert await council.changes() == []


async def test_a_question_before_anything_was_read_is_answered_too(tmp_path: Path) -> None:
    async with reading(tmp_path) as council:
        await ask(council, "22-0101")
        assert [answer for answer, _ in await answers(council)] == [Answer.FOUND]
        assert len(council.asked()) == 2, "the filtered list and the paper"


async def test_a_number_known_from_an_agenda_needs_no_search(tmp_path: Path) -> None:
    async with reading(tmp_path) as council:
        council.council.misbehave("VOLFDNR=803", Status(500))
        await council.round()
        council.council.behave()
        await asyncio.sleep(2.6)  # the host has just failed: the reader lets it be for two seconds
        before = len(council.asked())
        await ask(council, "22-0103")
        assert [answer for answer, _ in await answers(council)] == [Answer.FOUND]
        assert [each for each in council.asked()[before:] if "vo040" in each] == []


async def test_a_link_leads_to_its_paper(tmp_path: Path) -> None:
    async with reading(tmp_path) as council:
        await ask(council, link=Link(host="127.0.0.1", kind=LinkKind.PAPER, key="801"), message=1)
        await ask(council, link=Link(host="127.0.0.1", kind=LinkKind.ITEM, key="900"), message=2)
        await ask(council, link=Link(host="elsewhere.example", kind=LinkKind.PAPER, key="801"), message=3)
        (paper, item, foreign) = await answers(council)
        assert paper[0] is item[0] is Answer.FOUND
        assert paper[1] is not None
        assert item[1] not in {None, paper[1]}
        assert foreign == (Answer.CANNOT_LOOK_UP, None)


async def test_the_same_question_twice_is_asked_once(tmp_path: Path) -> None:
    async with reading(tmp_path) as council:
        await ask(council, "22-0051", message=1)
        await ask(council, "22-0051", message=2)
        assert [answer for answer, _ in await answers(council)] == [Answer.FOUND, Answer.FOUND]
        assert len(council.asked()) == 2


@pytest.mark.parametrize(
    ("pattern", "effect", "expected"),
    [
        ("vo020", REFUSED, Answer.NOT_PUBLIC),
        ("vo040", Status(500), Answer.UNREACHABLE),
        ("nothing", Status(500), Answer.NOT_FOUND),
    ],
)
async def test_what_cannot_be_found_is_answered_honestly(
    tmp_path: Path, pattern: str, effect: Status, expected: Answer
) -> None:
    async with reading(tmp_path) as council:
        council.council.misbehave(pattern, effect)
        await ask(council, "22-9999" if expected is Answer.NOT_FOUND else "22-0051")
        assert await answers(council) == [(expected, None)]


async def test_a_source_that_may_not_be_read_is_not_asked(tmp_path: Path) -> None:
    async with reading(tmp_path, robots=NOBODY_WELCOME) as council:
        await ask(council, "22-0051")
        assert await answers(council) == [(Answer.CANNOT_LOOK_UP, None)]
        assert council.asked() == []


async def test_a_question_goes_before_the_rest_of_a_round(tmp_path: Path) -> None:
    told: list[Waiting] = []

    async def on_due(waiting: tuple[Waiting, ...]) -> None:
        told.extend(waiting)

    async with reading(tmp_path, on_due=on_due) as council:
        questions = council.collector.questions
        serving = [asyncio.create_task(questions.serve_questions()), asyncio.create_task(questions.serve_answers())]
        council.council.misbehave("si010|to010", Delay(0.1))
        reading_all = asyncio.create_task(council.round())
        await until(lambda: len(council.asked()) >= 3)
        await ask(council, "22-0051")
        council.collector.wake()
        await until(lambda: bool(told))
        assert not reading_all.done()
        assert told[0].answer is Answer.FOUND
        await reading_all
        for task in serving:
            task.cancel()
        await asyncio.gather(*serving, return_exceptions=True)


async def test_after_half_a_minute_the_answer_is_honest(tmp_path: Path) -> None:
    async with reading(tmp_path) as council:
        await ask(council, "22-0051")
        council.clock.move_by(timedelta(seconds=31))
        due = await council.database.read(due_answers, now=council.clock.now())
        assert [each.answer for each in due] == [Answer.TOO_LATE]
