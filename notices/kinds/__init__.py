"""One file for each subject and kind: what a notice says when its time has come, or why it is not said any more."""

from collections.abc import Awaitable, Callable, Mapping
from typing import TypeAlias

from council.served.notices import Notice, NoticeKind, Subject
from notices.composed import Composition
from notices.kinds.operation import compose_operation
from notices.kinds.paper_news import compose_paper_news
from notices.kinds.reminder import compose_reminder
from notices.kinds.retraction import compose_retraction
from notices.kinds.session_news import compose_session_news
from notices.post import Post

Composer: TypeAlias = Callable[[Post, Notice], Awaitable[Composition]]


async def _compose_news(post: Post, notice: Notice) -> Composition:
    """News is of a session or of a paper, however urgent it is."""
    composer = compose_session_news if notice.subject.kind == Subject.MEETING else compose_paper_news
    return await composer(post, notice)


KINDS: Mapping[NoticeKind, Composer] = {
    NoticeKind.SESSION: _compose_news,
    NoticeKind.SCHEDULED: _compose_news,
    NoticeKind.RESULT: _compose_news,
    NoticeKind.AGENDA: _compose_news,
    NoticeKind.REMINDER: compose_reminder,
    NoticeKind.RETRACTION: compose_retraction,
    NoticeKind.OPERATION: compose_operation,
}


async def compose(post: Post, notice: Notice) -> Composition:
    """The notice as it is to be said now."""
    return await KINDS[notice.kind](post, notice)
