"""One round's way through the transparency portal: what it published or changed for one district, newest first."""

import asyncio
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.collecting.listed_round import Trip
from bot.collecting.pages import sentence_of
from sources.ckan.reading import read_packages
from sources.ckan.searching import ROWS, answer_of, district_of, search_address
from sources.errors import SourceError
from sources.oparl.ability import OVERLAP
from sources.oparl.json_text import read_object

_MOST_PAGES = 500


class CkanTrip(Trip):
    """Of the first round as far back as first rounds look; later what was modified since."""

    async def travel(self, since: datetime | None) -> None:
        """Page after page until all that was found has come."""
        begin = since - OVERLAP if since else self._tools.now() - self._tools.look_back
        try:
            district = district_of(self.source.place)
            self.name(f"Bezirksversammlung {district}")
            for page in range(_MOST_PAGES):
                if not await self._page(district, begin, page * ROWS):
                    return
        except SourceError as error:
            sentence = sentence_of(error, self.source.place)
            self.failures = (*self.failures, sentence)
            await self.note_failure(error, sentence)

    async def _page(self, district: str, begin: datetime, start: int) -> bool:
        """Whether there are more."""
        body = await self.get(search_address(self.source.place, district, since=begin, start=start))
        answer = answer_of(await asyncio.to_thread(read_object, body))
        for reading in read_packages(answer.packages, zone=ZoneInfo(self._timezone)):
            if reading.assembly in {self.source.body.name, f"Bezirksversammlung {district}"}:
                await self.record(reading)
            self.failures = (*self.failures, *reading.skipped)
        return bool(answer.packages) and start + len(answer.packages) < answer.count
