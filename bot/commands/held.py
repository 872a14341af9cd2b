"""`ratsbote held [release|drop]`: changes that the fuse holds back."""

import argparse
import asyncio

from bot.commands.sync_summary import change_list
from bot.settings import Settings, load_settings
from storage.database import Database
from storage.held import HeldRound, drop_held, held_rounds, release_held


def run(options: argparse.Namespace) -> int:
    """Lists them, or settles all of them; exit code 0 also where there is nothing."""
    asyncio.run(_held(load_settings(), options.action))
    return 0


async def _held(settings: Settings, action: str | None) -> None:
    async with Database.open(settings.database) as database:
        if action == "release":
            number = await database.transaction(release_held)
            print(f"{_changes(number)} freigegeben." if number else "Es ist nichts zurückgehalten.")
        elif action == "drop":
            number = await database.transaction(drop_held)
            print(
                f"{_changes(number)} verworfen; niemand erfährt davon." if number else "Es ist nichts zurückgehalten."
            )
        else:
            _show(await database.read(held_rounds), settings)


def _show(rounds: tuple[HeldRound, ...], settings: Settings) -> None:
    if not rounds:
        print("Es ist nichts zurückgehalten.")
        return
    for held in rounds:
        when = held.started_at.astimezone(settings.zone)
        print(f"{held.body.name} ({held.place}), {when:%d.%m.%Y %H:%M}: {change_list(held.counts)}")
        for example in held.examples:
            change = example.change
            about = change.paper or change.item or change.meeting or "?"
            print(f"  zum Beispiel {about}: {dict(change.before)} → {dict(change.after)}")
    print("Freigeben: ratsbote held release · Verwerfen: ratsbote held drop")


def _changes(number: int) -> str:
    return "Eine Änderung" if number == 1 else f"{number} Änderungen"
