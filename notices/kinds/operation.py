"""For operators: changes are held back until somebody decides, a source stays broken, a layout changed."""

from council.served.notices import Notice, NoticeState, Subject
from notices.composed import Composed, Composition, Dropped
from notices.post import Post
from storage.held import held_rounds
from storage.sources import source_states
from views.message import Message
from views.notices.operation import broken_message, held_message, structure_message
from views.wording import words_of


async def compose_operation(post: Post, notice: Notice) -> Composition:
    """As things stand now: what was settled meanwhile is not told any more."""
    message = await (_held if notice.subject.kind == Subject.ROUND else _trouble)(post, notice)
    if message is None:
        return Dropped(state=NoticeState.SUPERSEDED, why="settled meanwhile")
    return Composed(message=message, until=notice.expires_at)


async def _held(post: Post, notice: Notice) -> Message | None:
    held = next((each for each in await post.database.read(held_rounds) if each.row == notice.subject.row), None)
    if held is None:
        return None
    changes = sum(count for _, count in held.counts)
    words = words_of(notice.to.language)
    return held_message(held.body.name, changes=changes, since=held.started_at, zone=post.zone, words=words)


async def _trouble(post: Post, notice: Notice) -> Message | None:
    states = await post.database.read(source_states)
    state = next((each for each in states if each.row == notice.subject.row), None)
    words = words_of(notice.to.language)
    if state is None:
        return None
    page = notice.facts.get("page")
    if page is not None:
        found = next((each for each in state.structures if each.page == page), None)
        if found is None:
            return None
        return structure_message(state.body.name, page=page, finding=found.finding, words=words)
    if state.failing_since is None:
        return None
    return broken_message(
        state.body.name, since=state.failing_since, error=state.error or "", zone=post.zone, words=words
    )
