"""What operators have to hear of: changes held back, a source that stays broken, a layout that changed."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from council.served.notices import Subject
from council.served.quiet_hours import news_moment
from notices.post import Post
from storage.alarms import Alarm, alarm_operators
from storage.held import held_rounds
from storage.sources import TOLD_AFTER, SourceState, source_states

# A council's system is down for an hour now and then; for half a day somebody should know.
BROKEN_FOR = timedelta(hours=6)


async def watch(post: Post) -> int:
    """Promises each operator what they were not told yet; returns how many notices."""
    if not post.operators:
        return 0
    now = post.now()
    held = await post.database.read(held_rounds)
    alarms = [Alarm(subject=Subject(Subject.ROUND, each.row), key=f"held:{each.row}") for each in held]
    for state in await post.database.read(source_states):
        alarms += _of_source(state, now)
    return await post.database.transaction(
        alarm_operators,
        sorted(post.operators),
        alarms,
        not_before=news_moment(now, post.defaults.quiet_hours, post.zone),
        language=post.defaults.language,
        now=now,
    )


def _of_source(state: SourceState, now: datetime) -> Iterator[Alarm]:
    subject = Subject(Subject.SOURCE, state.row)
    if state.failing_since is not None and now - state.failing_since >= BROKEN_FOR:
        yield Alarm(subject=subject, key=f"broken:{state.row}:{int(state.failing_since.timestamp())}")
    for each in state.structures:
        if each.times >= TOLD_AFTER:
            since = int(each.since.timestamp())
            yield Alarm(subject=subject, key=f"structure:{state.row}:{each.page}:{since}", facts={"page": each.page})
