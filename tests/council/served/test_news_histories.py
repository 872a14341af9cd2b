"""Random histories of a session and a paper, told at random moments: the messages add up to what is published."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from council.published.agenda_difference import name_key
from council.published.known_meetings import KnownItem
from council.published.meetings import AgendaItem
from council.published.way import Stop, Way
from council.served.paper_news import paper_news
from council.served.session_news import SessionNews, session_news
from council.served.shown import ShownItem, ShownSession
from council.served.telling import told_session
from council.served.telling_papers import told_paper
from council.served.told import ToldPaper, ToldSession
from tests.council.served.chats import NOW, START, TODAY, a_stop, shown

NAMES = ("Radweg", "Haushalt", "Fragestunde", "Mitteilungen")
STARTS = (START, START + timedelta(hours=1), START + timedelta(days=7))
ROOMS = ("Saal 2", "Saal 3")


@st.composite
def agendas(draw: st.DrawFn) -> tuple[ShownItem, ...]:
    """Some of five items; two are the chat's own. Numbers follow the place and say nothing."""
    keys = draw(st.permutations("12345"))[: draw(st.integers(0, 5))]
    return tuple(
        ShownItem(
            item=KnownItem(
                item=AgendaItem(
                    public=True,
                    id=key,
                    number=f"Ö {place}",
                    name=f"{draw(st.sampled_from(NAMES))} {key}",
                    paper=f"22-{key}",
                ),
                withdrawn=draw(st.sampled_from((None, None, "abgesetzt"))),
            ),
            own=key in "12",
        )
        for place, key in enumerate(keys, start=1)
    )


@st.composite
def sessions(draw: st.DrawFn, *, whole: bool) -> ShownSession:
    start = draw(st.sampled_from(STARTS))
    return shown(
        *draw(agendas()),
        whole=whole,
        day=start.date(),
        start=start,
        room=draw(st.sampled_from(ROOMS)),
        cancelled=draw(st.integers(0, 3)) == 0,
    )


@dataclass
class SessionReader:
    """Somebody who knows of a session what messages said, and nothing else."""

    whole: bool
    start: datetime
    room: str
    cancelled: bool
    on: dict[str, str | None] = field(default_factory=dict)

    def reads(self, news: SessionNews, session: ShownSession) -> None:
        meeting = session.meeting
        if news.cancelled or news.revived:
            assert self.cancelled is not meeting.cancelled
            self.cancelled = meeting.cancelled
        if news.moved_from and meeting.start:
            assert news.moved_from.start == self.start != meeting.start
            self.start = meeting.start
        if news.other_room or news.cancelled:
            self.room = meeting.room or ""
        self._reads_items(news, session)

    def _reads_items(self, news: SessionNews, session: ShownSession) -> None:
        if news.agenda_published:
            assert not self.on
            self.on = names_on(session)
        for each in (*news.added, *news.scheduled):
            assert key_of(each) not in self.on
            self.on[key_of(each)] = name_key(each.item.item)
        for each in news.reworded:
            assert self.on[key_of(each)] != name_key(each.item.item)
            self.on[key_of(each)] = name_key(each.item.item)
        for each in news.withdrawn:
            del self.on[key_of(each)]
        published = {key_of(each) for each in session.of_concern}
        lost = [key for key in self.on if key not in published]
        assert news.gone == (0 if news.cancelled else len(lost))
        for key in lost[: news.gone]:
            del self.on[key]


def key_of(each: ShownItem) -> str:
    return each.item.item.id or ""


def names_on(session: ShownSession) -> dict[str, str | None]:
    return {key_of(each): name_key(each.item.item) for each in session.of_concern if each.is_on}


@settings(deadline=None)
@given(st.data(), st.booleans())
def test_the_messages_about_a_session_add_up_to_what_is_published(data: st.DataObject, whole: bool) -> None:
    current = data.draw(sessions(whole=whole))
    told = told_session(current, None, now=NOW)
    meeting = current.meeting
    reader = SessionReader(whole, meeting.start or NOW, meeting.room or "", meeting.cancelled, names_on(current))
    for step in range(data.draw(st.integers(1, 8))):
        current = data.draw(sessions(whole=whole))
        if data.draw(st.booleans()):
            told = deliver(told, current, reader, now=NOW + timedelta(minutes=step))
    told = deliver(told, current, reader, now=NOW + timedelta(hours=1))
    assert not session_news(told, current, now=NOW + timedelta(hours=1))
    is_waiting = whole or bool(current.own_on)
    if is_waiting:
        assert reader.cancelled is current.meeting.cancelled
    if is_waiting and not current.meeting.cancelled:
        assert (reader.start, reader.room) == (current.meeting.start, current.meeting.room)
        assert reader.on == names_on(current)


def deliver(told: ToldSession, session: ShownSession, reader: SessionReader, *, now: datetime) -> ToldSession:
    news = session_news(told, session, now=now)
    reader.reads(news, session) if news else None
    return told_session(session, told, now=now) if news else told


@settings(deadline=None)
@given(st.data(), st.booleans())
def test_a_session_that_comes_back_to_what_was_told_is_no_news(data: st.DataObject, whole: bool) -> None:
    first, told = data.draw(sessions(whole=whole)), None
    for _ in range(data.draw(st.integers(1, 4))):
        told = told_session(first, told, now=NOW)
        between = data.draw(sessions(whole=whole))
        # Asked in between, and not delivered: that changes nothing.
        session_news(told, between, now=NOW)
        assert not session_news(told, first, now=NOW)
        first = between


ORGANIZATIONS = ("Bauausschuss", "Hauptausschuss", "Jugendrat")
DAYS = (TODAY + timedelta(days=5), TODAY + timedelta(days=30))
RESULTS = ("überwiesen", "beschlossen")


@st.composite
def ways(draw: st.DrawFn, former: Way) -> Way:
    """One stop for each organization: absent, referred, dated, called off or decided. A decision stays one,
    and so does its day; its wording may change.
    """
    decided = {stop.organization: stop.date for stop in former if stop.result}
    way = []
    for organization in draw(st.permutations(ORGANIZATIONS)):
        kind = draw(st.sampled_from(("absent", "undated", "dated", "off", "decided")))
        day, result = draw(st.sampled_from(DAYS)), draw(st.sampled_from(RESULTS))
        if organization in decided:
            kind = draw(st.sampled_from(("absent", "decided")))
        if kind != "absent":
            way.append(
                a_stop(
                    organization,
                    date=None if kind == "undated" else decided.get(organization, day),
                    cancelled=kind == "off",
                    result=result if kind == "decided" else None,
                )
            )
    return tuple(way)


@dataclass
class PaperReader:
    """Somebody who knows of a paper what messages said, and nothing else."""

    results: dict[str, str | None] = field(default_factory=dict)
    days: dict[str, date | None] = field(default_factory=dict)

    def sees(self, way: Way) -> None:
        for stop in way:
            self.results[stop.organization] = stop.result
            self.days[stop.organization] = None if stop.is_off else stop.date

    def reads(self, told: ToldPaper, way: Way) -> bool:
        news = paper_news(told, way, today=TODAY)
        for stop in (*news.results, *news.changed_results):
            assert self.results.get(stop.organization) != stop.result
            assert (self.results.get(stop.organization) is not None) == (stop in news.changed_results)
            self.results[stop.organization] = stop.result
        for stop in news.referred:
            assert stop.organization not in self.days
            self.days[stop.organization] = None
        for new in news.scheduled:
            assert self.days.get(new.stop.organization) == new.formerly != new.stop.date
            self.days[new.stop.organization] = new.stop.date
        for stop in news.unscheduled:
            assert self.days[stop.organization] is not None
            self.days[stop.organization] = None
        return bool(news)

    def knows(self, stop: Stop) -> bool:
        if stop.result:
            return self.results.get(stop.organization) == stop.result
        if stop.is_off:
            return self.days.get(stop.organization) is None
        return stop.organization in self.days and (stop.date is None or self.days[stop.organization] == stop.date)


@settings(deadline=None)
@given(st.data())
def test_the_messages_about_a_paper_add_up_to_what_is_published(data: st.DataObject) -> None:
    way: Way = data.draw(ways(()))
    told, reader = told_paper(way), PaperReader()
    reader.sees(way)
    decided = way
    for _ in range(data.draw(st.integers(1, 8))):
        way = data.draw(ways(decided))
        decided = (*decided, *way)
        if data.draw(st.booleans()) and reader.reads(told, way):
            told = told_paper(way, told)
    if reader.reads(told, way):
        told = told_paper(way, told)
    assert not paper_news(told, way, today=TODAY)
    assert [stop for stop in way if not reader.knows(stop)] == []


@settings(deadline=None)
@given(st.data())
def test_a_paper_that_comes_back_to_what_was_told_is_no_news(data: st.DataObject) -> None:
    told: ToldPaper | None = None
    seen: Way = ()
    for _ in range(data.draw(st.integers(1, 5))):
        way = data.draw(ways(seen))
        told, seen = told_paper(way, told), (*seen, *way)
        assert not paper_news(told, way, today=TODAY)
        assert not paper_news(told, tuple(data.draw(st.permutations(way))), today=TODAY)
