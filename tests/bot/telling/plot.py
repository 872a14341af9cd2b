"""What a small council does, step by step: each step changes a record as the one before left it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from simulator.council.story.happenings import Kind, Story
from simulator.council.story.records import Meeting, Record
from tests.bot.collecting.small_council import ASSEMBLY, NOW, Happening, a_meeting, a_paper, a_story, an_item

ZONE = ZoneInfo("Europe/Berlin")
SESSION, PAPER, OTHER_PAPER, ITEM = 702, 803, 804, 920
DAY = date(2026, 12, 8)  # a Tuesday; NOW is Monday, 23.11., 10:00
COMMITTEE = "Ausschuss für Mobilität"


def at(day: int, hour: int, minute: int = 0, *, month: int = 12) -> datetime:
    """On the council's wall clock, as an instant."""
    return datetime.combine(date(2026, month, day), time(hour, minute), ZONE).astimezone(UTC)


class Plot:
    """A session on 8.12. at 18:00 without an agenda, two papers that wait for one, and a session that is over."""

    def __init__(self, *records: Record, **session: Any) -> None:
        meeting = a_meeting(SESSION, DAY, **({"agenda_public": False} | session))
        papers = a_paper(PAPER, 103, date(2026, 11, 4)), a_paper(OTHER_PAPER, 104, date(2026, 11, 5))
        former = a_meeting(700, date(2026, 11, 16), end=time(19, 30)), an_item(900, 700, 1, name="Begrüßung")
        self._begin: tuple[Record, ...] = (*former, meeting, *papers, *records)
        self._now = {each.key: each for each in self._begin}
        self._happenings: list[Happening] = []

    def changes(self, moment: datetime, kind: Kind, key: int = SESSION, **changed: Any) -> "Plot":
        before = self._now[key]
        after: Record = replace(before, **changed)
        return self._then(moment, kind, before, after)

    def appears(self, moment: datetime, kind: Kind, *records: Record) -> "Plot":
        for record in records:
            self._then(moment, kind, None, record)
        return self

    def vanishes(self, moment: datetime, kind: Kind, key: int) -> "Plot":
        return self._then(moment, kind, self._now[key], None)

    def publishes(self, moment: datetime, items: Sequence[Record] | None = None) -> "Plot":
        """The session's agenda; by default one with the paper, and with two items that are nobody's."""
        shown = AGENDA if items is None else items
        return self.appears(moment, Kind.ITEM_SCHEDULED, *shown).changes(
            moment, Kind.AGENDA_PUBLISHED, agenda_public=True
        )

    def story(self) -> Story:
        return a_story(*self._happenings, records=self._begin)

    def _then(self, moment: datetime, kind: Kind, before: Record | None, after: Record | None) -> "Plot":
        self._happenings.append(Happening(moment - NOW, kind, before, after))
        if after is None:
            assert before is not None
            del self._now[before.key]
        else:
            self._now[after.key] = after
        return self


def assembly(key: int, day: date, **fields: Any) -> Meeting:
    """A session of the council itself."""
    return a_meeting(
        key,
        day,
        **({"organization": ASSEMBLY, "name": "Sitzung der Bezirksversammlung", "room": "Großer Saal"} | fields),
    )


AGENDA = (
    an_item(918, SESSION, 1, name="Begrüßung"),
    an_item(919, SESSION, 2, OTHER_PAPER, name="Fahrradbügel am Markt"),
    an_item(ITEM, SESSION, 3, PAPER, name="Tempo 30 in der Elbstraße"),
)
