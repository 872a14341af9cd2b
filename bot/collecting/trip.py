"""One round's way from page to page: each outcome kept apart, and when to leave a host alone."""

from datetime import timedelta

from bot.collecting.page_kinds import PageKinds
from bot.collecting.pages import sentence_of
from bot.collecting.recording import record, take_back
from bot.collecting.report import Odd, Told, told_by
from bot.collecting.sources import Source
from bot.collecting.tools import Tools
from council.published.rounds import Target, TargetKind
from sources.errors import NotFound, NotPublic, NotSaidPublic, Refused, SourceError, Unreachable
from storage.pages import PageRecorded, fail_page
from storage.rounds import Round
from storage.targets import REFUSED_FOR_GOOD, Outcome, TargetKey
from storage.visits import Visit

# A host that fails twice running is in trouble, one page may be broken alone.
_MOST_UNANSWERED = 2
# A layout that changed, a login page in front of everything: the rest would read no better.
_MOST_UNREADABLE = 5
_LONG = 60.0  # seconds a host asks to be left alone, after which a round does not wait for it
# More at once is a system in trouble, not so many retractions.
_MOST_TAKEN_BACK = 3

_OUTCOMES: tuple[tuple[type[SourceError], Outcome], ...] = (
    (NotPublic, Outcome.NOT_PUBLIC),
    (NotFound, Outcome.GONE),
    (Unreachable, Outcome.FAILED),
    (Refused, Outcome.FAILED),
    (SourceError, Outcome.REJECTED),
)


class Trip:
    """Counts while it goes; `stopped` is the sentence why it should not go on, None while it may."""

    def __init__(self, tools: Tools, source: Source, begun: Round) -> None:
        self.tried = 0
        self.read_well = 0
        self.told = Told()
        self.failures: list[str] = []
        self.odd: Odd = {}
        self.stopped: str | None = None
        self._tools = tools
        self._source = source
        self._round = begun
        self._kinds = PageKinds(tools, source)
        self._unanswered = 0
        self._unreadable = 0
        self._refused: list[TargetKey] = []

    async def read(self, target: Target) -> str:
        """Reads one page and remembers what it says, or why it does not; returns its address."""
        self.tried += 1
        key = TargetKey(kind=target.kind, key=target.key)
        try:
            async for page in self._kinds.pages(target):
                self._keep(await record(self._tools, self._source, page, target=key, visit=self._visit()))
        except SourceError as error:
            await self._failed(key, error)
        return self._kinds.address(target)

    def is_over(self) -> bool:
        """Whether the host is to be left alone now."""
        return self.stopped is not None

    async def take_back(self) -> None:
        """Hides what has been refused for so long that it is public no more."""
        if len(self._refused) > max(_MOST_TAKEN_BACK, self.read_well // 3):
            return
        for key in self._refused:
            await take_back(self._tools, key.key, visit=self._visit())

    def _keep(self, recorded: PageRecorded) -> None:
        self.read_well += 1
        self._unanswered = self._unreadable = 0
        self.told += told_by(recorded)
        if recorded.structure is not None and recorded.structure.finding is not None:
            self.odd[recorded.structure.page] = recorded.structure

    async def _failed(self, key: TargetKey, error: SourceError) -> None:
        sentence = sentence_of(error, self._source.allris.page(key.kind, key.key))
        outcome = next(outcome for kind, outcome in _OUTCOMES if isinstance(error, kind))
        since = await self._tools.database.transaction(
            fail_page, self._visit(), outcome, target=key, kind=error.kind, sentence=sentence
        )
        if not outcome.is_failure:
            refused_for = self._tools.now() - since if since else timedelta(0)
            # A session's agenda is refused until it is published: only the calendar tells of the session itself.
            # A page that only does not say so may as well be a damaged one.
            is_said = outcome is Outcome.NOT_PUBLIC and not isinstance(error, NotSaidPublic)
            is_refused = is_said and key.kind is TargetKind.PAPER
            if is_refused and refused_for >= REFUSED_FOR_GOOD:
                self._refused.append(key)
            if key.kind is TargetKind.MONTH:
                # Every council has a calendar: where none of its programs answers, operators are to know.
                self.failures.append(sentence)
            return
        self.failures.append(sentence)
        self._consider_stopping(error, sentence)

    def _consider_stopping(self, error: SourceError, sentence: str) -> None:
        if isinstance(error, Unreachable | Refused):
            self._unanswered += 1
        else:
            self._unreadable += 1
        is_long = isinstance(error, Unreachable) and (error.retry_after or 0) > _LONG
        if is_long or self._unanswered >= _MOST_UNANSWERED or self._unreadable >= _MOST_UNREADABLE:
            self.stopped = sentence

    def _visit(self) -> Visit:
        return Visit(body=self._source.body, now=self._tools.now(), source=self._source.row, round=self._round.row)
