"""`ratsbote read PLACE`: what a page says, without storing it."""

import argparse
import json
import sys
from datetime import UTC, datetime
from pathlib import Path

from bot.contract_json import error_json, reading_json
from bot.settings import Settings, load_settings
from council.published.bodies import Body
from council.published.known import KnownPaper
from council.published.papers import Paper
from council.published.readings import Reading
from sources.errors import SourceError, Unreachable
from sources.files import read_file
from views.message import plain
from views.paper_card import paper_card
from views.wording import words_of


def run(options: argparse.Namespace) -> int:
    """Prints the page's facts, with --json as the contract's JSON; exit code 1 where it cannot be read."""
    try:
        reading = _read(options.place)
    except SourceError as fault:
        if not options.json:
            raise
        _print_json(error_json(fault))
        return 1
    if options.json:
        _print_json(reading_json(reading))
    else:
        _print_reading(reading, load_settings())
    return 0


def _read(place: str) -> Reading:
    if "://" in place:
        raise Unreachable(
            f"{place}: Seiten aus dem Netz liest diese Version noch nicht. "
            "Bitte die Seite im Browser speichern und die Datei angeben."
        )
    return read_file(Path(place))


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
