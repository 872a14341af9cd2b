"""One notice on its way: composed now, sent, and settled by what Telegram said."""

import logging
import random
from dataclasses import replace
from datetime import timedelta

from markupsafe import escape

from council.served.notices import Notice, NoticeState
from notices.composed import Composed, Dropped
from notices.errors import ChatGone, ChatMoved, NotAllowed, NotSent, Rejected, TryLater, Uncertain
from notices.gone_fuse import GoneFuse
from notices.kinds import compose
from notices.line import Line
from notices.post import Post
from notices.resting import moment_of
from storage.outbox import Settled, put_back, settle
from storage.subscribers import move_chat, set_gone
from views.message import Message, plain

_log = logging.getLogger(__name__)

# After a send without an answer: quiet resends, then it stays uncertain.
_RESENDS = (timedelta(seconds=20), timedelta(minutes=2))
_LONGEST_BACK_OFF = 300
# A right that was taken away, a topic that was closed: a person has to do something there first.
_UNTIL_ALLOWED = timedelta(hours=24)
_UNTIL_GONE_AGAIN = timedelta(hours=1)


class Attempts:
    """Makes one attempt for a notice that this process has claimed. What it raises is fatal for all sending."""

    def __init__(self, post: Post, *, line: Line) -> None:
        self._post = post
        self._line = line
        self._fuse = GoneFuse(post.monotonic)

    async def make(self, notice: Notice) -> None:
        """Ends in a settled notice, or in one put back for another time."""
        composition = await compose(self._post, notice)
        if isinstance(composition, Dropped):
            await self._settle(notice, composition.state, why=composition.why)
            return
        now, until = self._post.now(), min(notice.expires_at, composition.until)
        if now >= until:
            await self._settle(notice, NoticeState.EXPIRED, why="its time was over")
            return
        moment = moment_of(notice, until, now=now, zone=self._post.zone)
        if moment.at > now:
            await self._put_back(notice, moment.at - now, tried=False)
            return
        await self._send(replace(notice, silent=moment.silent), composition)

    async def _send(self, notice: Notice, composed: Composed, *, is_bare: bool = False) -> None:
        """Refused, it goes once more without markup and buttons, which Telegram refuses most; then later ones go on."""
        try:
            sent = await self._post_it(notice, _bare(composed.message) if is_bare else composed.message)
        except Rejected as refused:
            self._line.worked()
            _log.error("notice.refused", extra={"notice": notice.row, "kind": notice.kind, "why": refused.why})
            if is_bare:
                await self._settle(notice, NoticeState.REJECTED, why=refused.why)
            else:
                await self._send(notice, composed, is_bare=True)
        except NotSent:
            self._line.failed()
            await self._put_back(notice, _back_off(notice.tried), tried=not self._line.is_down)
        except TryLater as later:
            self._line.worked()
            await self._put_back(notice, timedelta(seconds=later.seconds))
        except Uncertain:
            await self._unanswered(notice)
        except (ChatGone, ChatMoved, NotAllowed) as elsewhere:
            self._line.worked()
            await self._chat_changed(notice, elsewhere)
        else:
            await self._arrived(notice, composed, sent)

    async def _post_it(self, notice: Notice, message: Message) -> int | None:
        messenger, to = self._post.messenger, notice.to
        if notice.edits is not None:
            await messenger.edit(to.chat, notice.edits, message)
            return None
        # A repetition must not ring twice.
        silent = notice.silent or notice.uncertain > 0
        return await messenger.send(to.chat, to.topic, message, silent=silent)

    async def _arrived(self, notice: Notice, composed: Composed, sent: int | None) -> None:
        self._line.worked()
        self._fuse.served()
        end = Settled(
            state=NoticeState.SENT, message=sent or notice.edits, told=composed.told, mentions=composed.mentions
        )
        await self._post.database.transaction(settle, notice, end, boot=self._post.boot, now=self._post.now())

    async def _unanswered(self, notice: Notice) -> None:
        if notice.uncertain >= len(_RESENDS):
            await self._settle(notice, NoticeState.UNCERTAIN, why="no answer, three times")
            return
        await self._put_back(notice, _RESENDS[notice.uncertain], uncertain=True)

    async def _chat_changed(self, notice: Notice, fault: ChatGone | ChatMoved | NotAllowed) -> None:
        now, database = self._post.now(), self._post.database
        if isinstance(fault, ChatMoved):
            await database.transaction(move_chat, notice.to.chat, fault.new_chat, now=now)
            await self._put_back(notice, timedelta(0), tried=False)
        elif isinstance(fault, NotAllowed):
            _log.warning("notice.not_allowed", extra={"notice": notice.row, "why": fault.why})
            # Not as tried: another topic of the group, or another right, may do for what comes later.
            await self._put_back(notice, _UNTIL_ALLOWED, tried=False)
        elif self._fuse.may_give_up():
            await self._settle(notice, NoticeState.UNDELIVERABLE, why=fault.why)
            await database.transaction(set_gone, notice.to.chat, fault.why, now=now)
        else:
            await self._put_back(notice, _UNTIL_GONE_AGAIN)

    async def _put_back(self, notice: Notice, after: timedelta, *, tried: bool = True, uncertain: bool = False) -> None:
        now = self._post.now()
        await self._post.database.transaction(
            put_back, notice, boot=self._post.boot, not_before=now + after, tried=tried, uncertain=uncertain, now=now
        )

    async def _settle(self, notice: Notice, state: NoticeState, *, why: str) -> None:
        end = Settled(state=state, why=why)
        await self._post.database.transaction(settle, notice, end, boot=self._post.boot, now=self._post.now())


def _bare(message: Message) -> Message:
    return Message(text=escape(plain(message.text)))


def _back_off(tried: int) -> timedelta:
    seconds = min(_LONGEST_BACK_OFF, 2 ** min(tried + 1, 10))
    return timedelta(seconds=seconds * random.uniform(0.8, 1.2))
