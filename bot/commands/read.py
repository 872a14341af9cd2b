"""`ratsbote read PLACE`: what a page says, without storing it."""

import argparse
import asyncio
import json
import re
import sys
from datetime import UTC, datetime
from pathlib import Path

from bot.collecting.pages import Pages, open_reader, sentence_of
from bot.contract_json import error_json, reading_json
from bot.settings import Settings, load_settings
from council.published.bodies import Body
from council.published.known import KnownPaper
from council.published.papers import Paper
from council.published.readings import Reading
from sources.errors import Refused, SourceError
from sources.files import read_file
from sources.web.worker import Worker
from views.message import plain
from views.paper_card import paper_card
from views.wording import words_of

_MOST_CARDS = 20


def run(options: argparse.Namespace) -> int:
    """Prints the page's facts, with --json as the contract's JSON; exit code 1 where it cannot be read."""
    try:
        reading = _read(options.place)
    except SourceError as fault:
        if not options.json:
            raise
        _print_json(error_json(fault))
        return 1
    # Only papers have a card so far, and of many the first would be gone before anybody could read it.
    if options.json or not 0 < len(reading.papers) <= _MOST_CARDS or not all(each.public for each in reading.papers):
        _print_json(reading_json(reading))
    else:
        _print_reading(reading, load_settings())
    return 0


def _read(place: str) -> Reading:
    if re.match(r"https?://", place, re.IGNORECASE):
        return asyncio.run(_read_address(place, load_settings()))
    if "://" in place:
        raise Refused(f"{place}: gelesen werden nur Dateien und Adressen, die mit http:// oder https:// beginnen.")
    return read_file(Path(place), load_settings().timezone)


async def _read_address(url: str, settings: Settings) -> Reading:
    """One page, as politely as rounds read it; the pause after it is nobody's to wait for."""
    async with open_reader(settings, [url]) as reader, Worker() as worker:
        try:
            return await Pages(reader, worker, timezone=settings.timezone).read(url)
        except SourceError as error:
            raise type(error)(sentence_of(error, url)) from None


def _print_reading(reading: Reading, settings: Settings) -> None:
    for paper in reading.papers:
        print(_as_card(paper, reading, settings))
        for part in (paper.text.sachverhalt, paper.text.beschluss):
            if part:
                print(f"\n{part}")


def _as_card(paper: Paper, reading: Reading, settings: Settings) -> str:
    name = reading.assembly or reading.host or "?"
    now = datetime.now(UTC)
    known = KnownPaper(row=1, body=Body(key="page", name=name), paper=paper, read_at=now)
    today = now.astimezone(settings.zone).date()
    return plain(paper_card(known, words=words_of(settings.language), zone=settings.zone, today=today).text)


def _print_json(value: object) -> None:
    json.dump(value, sys.stdout, ensure_ascii=False, indent=2)
    print()
