"""`/betrieb`: how the bot fares, for the people who run it, and their word on what is held back."""

from collections import Counter
from datetime import timedelta

from markupsafe import Markup
from telegram import CallbackQuery
from telegram.constants import ChatType

from council.published.changes import ChangeKind
from council.served.notices import NoticeState
from handlers.desk import Desk, Question
from handlers.sending import acknowledge, replace
from storage.held import HeldRound, drop_held, release_held
from storage.overview import overview
from storage.sources import TOLD_AFTER, SourceState
from views import operations as views
from views.actions import Act, Action
from views.message import Message

# Whatever waits for longer has been forgotten by somebody.
_LATE_AFTER = timedelta(minutes=10)


async def operation(question: Question) -> tuple[Message, ...]:
    """Only for operators, in private: whoever registers it sees to that."""
    return (await _overview(question),)


async def settle_held(query: CallbackQuery, question: Question, action: Action) -> None:
    """Releases or drops what a round holds. For anybody else these buttons do not exist."""
    desk, words = question.desk, question.words
    if not _is_operators(query, desk):
        await acknowledge(query, words.label("stale-button"))
        return
    if action.act is Act.RELEASE:
        settled = views.released(await desk.database.transaction(release_held, action.number), words=words)
    else:
        settled = views.dropped(await desk.database.transaction(drop_held, action.number), words=words)
    message = await _overview(question, settled)
    await acknowledge(query)
    await replace(query, message)


def _is_operators(query: CallbackQuery, desk: Desk) -> bool:
    chat = query.message.chat if query.message else None
    return chat is not None and chat.type == ChatType.PRIVATE and query.from_user.id in desk.operators


async def _overview(question: Question, settled: Markup | None = None) -> Message:
    desk = question.desk
    found = await desk.database.read(overview, late_before=desk.now() - _LATE_AFTER)
    numbers: Counter[NoticeState] = Counter()
    for count in found.notices:
        numbers[count.state] += count.number
    state = views.Operation(
        sources=tuple(map(_source, found.sources)),
        notices=tuple((state, numbers[state]) for state in NoticeState),
        overdue=len(found.overdue),
        waiting_since=min((each.due for each in found.overdue), default=None),
        unannounced=found.unannounced,
        held=tuple(map(_held_line, found.held)),
    )
    return views.operation(state, words=question.words, zone=desk.zone, settled=settled)


def _held_line(held: HeldRound) -> views.Held:
    counts: Counter[str] = Counter()
    for kind, number in held.counts:
        counts[_about(kind)] += number
    return views.Held(
        row=held.row,
        body=held.body.name,
        since=held.started_at,
        sessions=counts["meeting"],
        items=counts["item"],
        papers=counts["paper"],
    )


def _about(kind: ChangeKind) -> str:
    about = kind.partition("_")[0]
    if about == "agenda":
        return "meeting"
    return "item" if about == "result" else about


def _source(state: SourceState) -> views.SourceLine:
    return views.SourceLine(
        body=state.body.name,
        kind=state.kind,
        last_good_at=state.last_good_at,
        failures=state.failures,
        failing_since=state.failing_since,
        error=state.error,
        closed=state.may_read_reason if state.may_read is False else None,
        odd=tuple(
            views.OddPages(page=odd.page, since=odd.since, finding=odd.finding)
            for odd in state.structures
            if odd.times >= TOLD_AFTER
        ),
    )
