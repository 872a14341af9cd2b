"""Every open change reaches everybody whom it concerns, whatever comes between."""

from typing import NoReturn

import pytest

from notices.announcing import announce
from tests.notices.edge import Killed
from tests.notices.town import Town, an_agenda

MANY = range(1000, 1320)  # more than one transaction serves


async def announced(town: Town) -> int:
    return len({row["subscriber"] for row in await town.asked("SELECT subscriber FROM notices")})


async def test_everybody_who_follows_has_a_notice_and_the_change_is_done(town: Town) -> None:
    await an_agenda(town, *MANY)
    assert await announced(town) == len(MANY)
    assert await announce(town.post) == 0
    assert not await town.asked("SELECT 1 FROM changes WHERE state = 'open'")


@pytest.mark.parametrize("committed", [False, True])
@pytest.mark.parametrize("after", range(5))
async def test_a_kill_on_the_way_leaves_nobody_out_and_tells_nobody_twice(
    town: Town,
    after: int,
    committed: bool,
) -> None:
    await an_agenda(town, *MANY)
    await town.told("DELETE FROM notices")
    await town.told("UPDATE changes SET state = 'open', announced_to = 0 WHERE kind = 'agenda_published'")
    town.database.kill_in, town.database.kill_after = after, committed
    with pytest.raises(Killed):
        await announce_for_ever(town)
    town.boot()
    await announce(town.post)
    assert await announced(town) == len(MANY)
    assert len(await town.asked("SELECT 1 FROM notices")) == len(MANY)


async def announce_for_ever(town: Town) -> NoReturn:
    while True:
        await announce(town.post)
        await town.told("SELECT 1")


async def test_nobody_hears_of_what_nobody_follows(town: Town) -> None:
    await an_agenda(town)
    assert await announced(town) == 0
    assert not await town.asked("SELECT 1 FROM changes WHERE state = 'open'")
