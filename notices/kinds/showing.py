"""What all kinds of notices share: why it is spoken of, or why not any more."""

from collections.abc import Iterable

from council.served.notices import NoticeState
from council.served.subscribers import Subscription
from notices.composed import Dropped
from views.notices.parts import Reason

NOT_PUBLIC = Dropped(state=NoticeState.CANCELLED, why="not public")
FOLLOWED_NO_MORE = Dropped(state=NoticeState.CANCELLED, why="followed no more")


def reasons_of(because: Iterable[Subscription]) -> tuple[Reason, ...]:
    return tuple(Reason(each.row, each.follow, each.label) for each in because)
