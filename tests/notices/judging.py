"""An oracle that reads what came to the chats and compares it with what is published. It knows no rule of ours."""

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from council.published.known_meetings import KnownItem
from council.published.reference_forms import parents
from council.served.quiet_hours import parse_quiet_hours
from storage.meetings import StoredMeeting
from storage.subscriptions import subscriptions_of
from tests.notices.edge import Arrived
from tests.notices.replaying import Believed, Item, Read, Reader, read_message, when_of
from tests.notices.town import Town
from tests.storage.sessions import MARKER, NOW, ZONE, everything

GONE = "SELECT chat FROM subscribers WHERE gone_at IS NOT NULL"
DOUBTS = """
SELECT coalesce(sum(uncertain), 0) AS number FROM notices JOIN subscribers ON subscribers.id = notices.subscriber
WHERE chat = :chat AND subject GLOB :subject
"""
# The last: it may have arrived, and was true no more when it was to be repeated. Nobody takes it back then.
UNSETTLED = """
SELECT 1 FROM notices JOIN subscribers ON subscribers.id = notices.subscriber
WHERE chat = :chat AND subject GLOB :subject AND (
    state IN ('uncertain', 'rejected', 'undeliverable') OR state = 'superseded' AND uncertain > 0
)
"""


@dataclass(slots=True)
class Judge:
    """Follows a town: `read` and `live` are the town's, and all that came is judged at once.

    `doubted` are sessions that a chat begins to hear of, or hears of again: what it knows of them is not certain
    until a message says it. `secrets` are published words of what was read as non-public since.
    """

    town: Town
    readers: dict[int, Reader] = field(default_factory=lambda: defaultdict(Reader))
    leads: dict[int, set[str]] = field(default_factory=lambda: defaultdict(lambda: {"1d", "2h"}))
    judged: int = 0
    reminded: Counter[tuple[int, str, str]] = field(default_factory=Counter)
    doubted: set[tuple[int, str]] = field(default_factory=set)
    words: dict[str, dict[str, set[str]]] = field(default_factory=lambda: defaultdict(lambda: defaultdict(set)))
    secrets: set[str] = field(default_factory=set)
    was_gone: set[int] = field(default_factory=set)

    async def read(self) -> None:
        for key in self.town.unread:
            session, words = self.town.sessions[key], self.words[key]
            public = {point.key: point for point in session.points or () if point.is_public and session.public}
            hidden = words if not session.public else {point.key for point in session.points or ()} - set(public)
            self.secrets |= {word for one in hidden for word in words[one]}
            for one, point in public.items():
                words[one].add(point.words())
            if not session.public:
                # Every message about it becomes a neutral line.
                for reader in self.readers.values():
                    reader.sessions.pop(key, None)
        await self.town.read()

    async def live(self, **kill: Any) -> None:
        await self.town.live(**kill)
        stored = await self.town.stored()
        while self.judged < len(self.town.telegram.arrived):
            self.judged += 1
            await self._judge(self.town.telegram.arrived[self.judged - 1], stored)
        self.was_gone |= {row["chat"] for row in await self.town.asked(GONE)}

    async def began(self, chat: int, *, before: dict[str, set[str]] | None = None) -> None:
        """A chat that begins, goes on or comes back may hear some of it again. If it begins to follow something, it is
        shown what concerned it not yet (`before`: the keys of points that did, by session).
        """
        reader, concern = self.readers[chat], await self.concern(chat)
        for key, session in (await self.town.stored()).items():
            reader.shown |= {each.item.result for each in session.known.items if each.item.result}
            self.doubted.add((chat, key))
            if before is None or key not in concern:
                continue
            new, meeting = concern[key] - before.get(key, set()), session.known.meeting
            if new or key not in before:
                when = when_of(meeting.day, meeting.start)
                known = reader.sessions.setdefault(key, Believed(when, meeting.room, meeting.cancelled))
                known.items |= {each: item for each, item in _on(session).items() if each in new}

    async def concern(self, chat: int) -> dict[str, set[str]]:
        """The keys of the points that concern a chat, of each session that does."""
        found = {}
        for key, session in (await self.town.stored()).items():
            is_whole, own = await self._concern(chat, session)
            if is_whole or own:
                found[key] = set(_on(session)) if is_whole else own
        return found

    async def followed(self, chat: int) -> list[Any]:
        rows = await self.town.asked("SELECT id FROM subscribers WHERE chat = :chat", chat=chat)
        return [each for row in rows for each in await self.town.database.read(subscriptions_of, row["id"])]

    async def judge_the_end(self) -> None:
        """Nothing waits any more: every chat knows what is published, and of what is not nothing is left."""
        stored, gone = await self.town.stored(), {row["chat"] for row in await self.town.asked(GONE)}
        for chat in self.readers:
            if chat not in gone:
                await self._judge_chat(chat, stored)
        overdue = "SELECT * FROM notices WHERE state = 'sending' OR state = 'pending' AND not_before < :now"
        assert [tuple(row) for row in await self.town.asked(overdue, now=self.town.clock.monotonic())] == []
        cells = await self.town.database.read(everything)
        assert MARKER not in cells
        assert not [secret for secret in self.secrets if _says(cells, secret)]
        for came in self.town.telegram.arrived:
            # What nobody got a number of cannot be taken back, nor what stands in a chat that was out of reach.
            if came.is_answered and came.chat not in self.was_gone:
                assert not [secret for secret in self.secrets if _says(came.text, secret)], came.text

    async def _judge(self, came: Arrived, stored: dict[str, StoredMeeting]) -> None:
        read = read_message(came.message, came.buttons)
        assert not [secret for secret in self.secrets if _says(came.text, secret)], came.text
        assert set(read.labels) <= await self._labels(came.chat), came.text
        await self._judge_quiet(came)
        if read.session is None:
            if read.results and not self.readers[came.chat].hear(read, {}):
                assert await self._may_repeat(came.chat, "paper:*"), came.text
            return
        session = stored[read.session]
        assert session.known.meeting.public
        assert read.sections, came.text
        await (self._judge_reminder if read.is_reminder else self._judge_news)(came, read, session)

    async def _judge_quiet(self, came: Arrived) -> None:
        [row] = await self.town.asked("SELECT quiet_hours FROM subscribers WHERE chat = :chat", chat=came.chat)
        quiet = parse_quiet_hours(row["quiet_hours"] or "21:00-07:00")
        if quiet is not None and quiet.are_now(came.at, ZONE):
            assert came.silent, (came.at, came.text)

    async def _judge_reminder(self, came: Arrived, read: Read, session: StoredMeeting) -> None:
        meeting = session.known.meeting
        when = when_of(meeting.day, meeting.start) or ""
        assert not meeting.cancelled
        assert read.sections[0].when == when, came.text
        noon = datetime.combine(meeting.day or NOW.date(), datetime.min.time(), ZONE).replace(hour=12)
        until = meeting.start - timedelta(minutes=5) if meeting.start else noon
        assert came.at < until.astimezone(UTC), came.text
        key = (came.chat, read.session or "", when)
        self.reminded[key] += 1
        if self.reminded[key] > len(self.leads[came.chat]):
            assert await self._may_repeat(came.chat, f"meeting:{session.row}"), came.text

    async def _judge_news(self, came: Arrived, read: Read, session: StoredMeeting) -> None:
        meeting, about = session.known.meeting, (came.chat, read.session or "")
        for section in read.sections:
            assert section.when == when_of(meeting.day, meeting.start), came.text
            assert (section.kind == "cancelled") is meeting.cancelled, came.text
        is_news = self.readers[came.chat].hear(read, _on(session))
        if not is_news and about not in self.doubted:
            assert await self._may_repeat(came.chat, f"meeting:{session.row}"), came.text
        self.doubted.discard(about)

    async def _may_repeat(self, chat: int, subject: str) -> bool:
        """A send whose end nobody knows may come twice."""
        return bool((await self.town.asked(DOUBTS, chat=chat, subject=subject))[0]["number"])

    async def _labels(self, chat: int) -> set[str]:
        names = {one.label for one in await self.followed(chat) if not one.paused}
        return names | {f"{article} {name}" for name in names for article in ("dem", "der")}

    async def _concern(self, chat: int, session: StoredMeeting) -> tuple[bool, set[str]]:
        """Whether it follows the committee, and the keys of its own points."""
        labels = await self._labels(chat)
        own = {each.item.id or "" for each in session.known.items if each.item.public and _is_own(each, labels)}
        return session.known.meeting.organization in labels, own

    async def _judge_chat(self, chat: int, stored: dict[str, StoredMeeting]) -> None:
        for key, session in stored.items():
            start = session.known.meeting.start
            if (chat, key) in self.doubted or start is None or start < self.town.clock.now():
                continue
            if session.known.meeting.public and not await self._is_unsettled(chat, f"meeting:{session.row}"):
                await self._judge_knowledge(chat, key, session)
        if not await self._is_unsettled(chat, "paper:*"):
            await self._judge_results(chat, stored)

    async def _judge_results(self, chat: int, stored: dict[str, StoredMeeting]) -> None:
        labels, reader = await self._labels(chat), self.readers[chat]
        public = [each for session in stored.values() if session.known.meeting.public for each in session.known.items]
        for each in public:
            if each.item.result and each.item.public and _is_own(each, labels):
                assert each.item.result in reader.results | reader.shown, (chat, each)

    async def _judge_knowledge(self, chat: int, key: str, session: StoredMeeting) -> None:
        is_whole, own = await self._concern(chat, session)
        known, meeting = self.readers[chat].sessions.get(key), session.known.meeting
        mine = {each: item for each, item in _on(session).items() if is_whole or each in own}
        if not (is_whole or mine):
            return
        if known is None:
            assert not mine or meeting.cancelled, (chat, session)
            return
        assert known.cancelled is meeting.cancelled, (chat, known, session)
        if known.cancelled:
            return
        assert known.when == when_of(meeting.day, meeting.start), (chat, known, session)
        assert known.place in {None, meeting.room}, (chat, known, session)
        # What is public no more was taken back instead.
        public = {each.item.id for each in session.known.items if each.item.public}
        heard = {each: item for each, item in known.items.items() if each in public and (is_whole or each in own)}
        assert heard == mine, (chat, heard, mine)

    async def _is_unsettled(self, chat: int, subject: str) -> bool:
        return bool(await self.town.asked(UNSETTLED, chat=chat, subject=subject))


def _on(session: StoredMeeting) -> dict[str, Item]:
    return {
        each.item.id or "": ((each.item.name or "").rpartition("v")[2], each.item.paper)
        for each in session.known.items
        if each.item.public and each.withdrawn is None
    }


def _is_own(known: KnownItem, labels: set[str]) -> bool:
    paper = known.item.paper
    return paper is not None and bool(labels & {paper, *parents(paper)})


def _says(text: str, secret: str) -> bool:
    return re.search(rf"{secret}(?![0-9])", text) is not None
