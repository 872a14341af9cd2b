"""`ratsbote show REFERENCE`: one stored paper."""

import argparse
import asyncio
import json
import sys
from datetime import date

from bot.assistant import desk_of
from bot.contract_json import Json, paper_json, standing_json
from bot.errors import CommandError
from bot.settings import Settings, load_settings
from council.published.bodies import find_body
from council.published.known import KnownPaper
from council.published.numbers import find_mentions
from council.published.standing import standing
from council.published.way import Way, with_way
from storage.bodies import all_bodies
from storage.lookup import Found, look_up
from storage.ways import way_of_paper
from views.message import plain
from views.paper_card import Beside, paper_card
from views.standing_line import standing_line
from views.wording import Words, words_of


def run(options: argparse.Namespace) -> int:
    """Prints the paper, with --json as the contract's JSON; exit code 1 where it is not stored or not the only one."""
    settings = load_settings()
    words = words_of(settings.language)
    known, way, today = asyncio.run(_find(settings, options.reference, options.body))
    if options.json:
        json.dump(_whole(known, way, today, words), sys.stdout, ensure_ascii=False, indent=2)
        print()
    else:
        card = paper_card(known, words=words, zone=settings.zone, today=today, beside=Beside(way=way))
        print(plain(card.text))
    return 0


async def _find(settings: Settings, reference: str, body_name: str | None) -> tuple[KnownPaper, Way, date]:
    async with desk_of(settings) as desk:
        bodies = await desk.database.read(all_bodies)
        body = find_body(body_name, bodies) if body_name else None
        if body_name and body is None:
            names = ", ".join(f"{each.key} ({each.name})" for each in bodies) or "noch keiner"
            raise CommandError(f"Den Rat „{body_name}“ kenne ich nicht. Gespeichert ist: {names}.")
        found = await desk.database.read(look_up, _candidates(reference), body=body.key if body else None)
        known = _the_one(found, reference)
        return known, await desk.database.read(way_of_paper, known), desk.today()


def _candidates(reference: str) -> tuple[str, ...]:
    """The number as typed, then as the chat would understand it."""
    mentions = find_mentions(reference)
    return (reference, *(mentions[0].candidates if len(mentions) == 1 else ()))


def _the_one(found: Found, reference: str) -> KnownPaper:
    if len(found.exact) == 1:
        return found.exact[0]
    if found.exact:
        keys = ", ".join(sorted({known.body.key for known in found.exact}))
        raise CommandError(f"Die Nummer {reference} gibt es {len(found.exact)}-mal ({keys}); bitte --body angeben.")
    near = [known.paper.reference for known in found.family] + [paper.reference for paper in found.nearest]
    hint = f" Ähnlich sind: {', '.join(near)}." if near else ""
    raise CommandError(f"{reference} ist nicht gespeichert.{hint}")


def _whole(known: KnownPaper, way: Way, today: date, words: Words) -> Json:
    where = standing(with_way(known.paper, way), today=today)
    sentence = standing_line(where, words).unescape()
    return {**paper_json(known.paper), "standing": standing_json(where, sentence=sentence)}
