"""A council's saved OParl data goes in at one end, answers come out at the other."""

import json
import os
import resource
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tests.bot.commands.conftest import Ratsbote
from tests.shared import SHARED, needs_shared
from tests.sources.oparl.damage import damaged
from tests.sources.oparl.test_any_object import MARKER, closed
from tests.sources.oparl.things import ROOT, item, meeting, organization, paper, stop, thing, tombstone, url

IS_NIGHTLY = bool(os.environ.get("RATSBOTE_NIGHTLY"))
FACTS = {
    "papers": "SELECT key, reference, name, public, date, parent FROM papers ORDER BY key",
    "stops": """
        SELECT papers.key, position, organizations.name, consultations.date, meeting, agenda_item, result
        FROM consultations JOIN papers ON papers.id = paper JOIN organizations ON organizations.id = organization
        ORDER BY papers.key, position
    """,
    "meetings": "SELECT key, name, public, organization, day, start, end, room FROM meetings ORDER BY key",
    "items": """
        SELECT meetings.key, position, agenda_items.key, agenda_items.name, agenda_items.public,
            paper, paper_key, result
        FROM agenda_items JOIN meetings ON meetings.id = meeting ORDER BY meetings.key, position
    """,
    "organizations": "SELECT name, key, kind FROM organizations ORDER BY name",
    "found": "SELECT count(*) FROM paper_texts",
}


def save(path: Path, *things: Any) -> Path:
    path.write_text("".join(json.dumps(each) + "\n" for each in things), "utf-8")
    return path


def facts(home: Path, name: str = "data/ratsbote.db") -> dict[str, list[tuple[Any, ...]]]:
    with closing(sqlite3.connect(home / name)) as connection:
        return {of: connection.execute(sql).fetchall() for of, sql in FACTS.items()}


def generated(folder: Path, *, papers: int, meetings: int) -> Path:
    """A city in the shape of a real one: each meeting deals with some of the papers."""
    folder.mkdir()
    text = "Die Verwaltung legt dar, wie sich die Maßnahme auf Verkehr, Grün und Haushalt auswirkt. " * 2
    files = [
        {"id": url(f"files/{row}"), "name": text[: 20 + row], "accessUrl": url(f"files/{row}.pdf")} for row in range(4)
    ]
    with (folder / "papers.jsonl").open("w", encoding="utf-8") as file:
        for row in range(papers):
            where = {"meeting": url(f"meetings/{row % meetings}"), "agendaItem": url(f"agendaitems/{row}")}
            one = paper(row, name=f"{text[:60]}{row}", auxiliaryFile=files, consultation=[stop(row, **where)])
            file.write(json.dumps(one) + "\n")
    with (folder / "meetings.jsonl").open("w", encoding="utf-8") as file:
        for row in range(meetings):
            items = [item(of, name=f"{text[:60]}{of}", result="beschlossen") for of in range(row, papers, meetings)]
            day = f"20{10 + row % 16}-{1 + row % 12:02}-{1 + row % 28:02}"
            file.write(json.dumps(meeting(row, start=f"{day}T18:00:00+01:00", agendaItem=items)) + "\n")
    save(folder / "organizations.jsonl", organization())
    return folder


@needs_shared
def test_a_citys_year_is_stored_counted_and_answered(ratsbote: Ratsbote, home: Path) -> None:
    ended = ratsbote("import", SHARED / "pages" / "karlsruhe", "--body", "karlsruhe")
    assert (ended.code, ended.err) == (0, "")
    assert ended.out.splitlines()[-1] == (
        "Insgesamt: 184 Sitzungen neu, 97 Gremien gelesen, 953 Drucksachen neu, "
        "20 Drucksachen gelöscht oder nicht öffentlich"
    )
    stored = facts(home)
    assert (len(stored["papers"]), len(stored["meetings"]), stored["found"]) == (953, 184, [(953,)])
    assert all(row[3] for row in stored["papers"])
    card = ratsbote("ask", "Status 2024/0042?").out
    assert "Regionalplan Mittlerer Oberrhein" in card
    assert "• Di., 12.03.2024 · Ortschaftsrat Wettersbach (Anhörung): einstimmig zugestimmt" in card
    assert "2024/0781" in ratsbote("ask", "/suche Radweg").out
    again = ratsbote("import", SHARED / "pages" / "karlsruhe", "--body", "karlsruhe")
    assert "184 Sitzungen unverändert, 97 Gremien gelesen, 953 Drucksachen unverändert" in again.out
    assert facts(home) == stored


def test_a_tombstone_takes_out_what_was_stored(ratsbote: Ratsbote, home: Path) -> None:
    data = save(home / "all.jsonl", organization(), meeting(), paper(name="Uferpromenade für alle"))
    assert ratsbote("import", data, "--body", "elbdorf").code == 0
    assert "Uferpromenade" in ratsbote("ask", "2026/0001").out
    ended = ratsbote("import", save(home / "gone.jsonl", tombstone(paper())), "--body", "elbdorf")
    assert "1 Drucksache gelöscht oder nicht öffentlich" in ended.out
    assert "Uferpromenade" not in ratsbote("ask", "2026/0001").out
    assert b"Uferpromenade" not in (home / "data" / "ratsbote.db").read_bytes()


def test_a_deleted_meeting_goes_and_one_never_seen_leaves_nothing_to_read(ratsbote: Ratsbote, home: Path) -> None:
    ratsbote(
        "import", save(home / "all.jsonl", organization(), meeting(name="Sitzung in der Uferhalle")), "--body", "a"
    )
    gone = save(home / "gone.jsonl", tombstone(meeting(1)), tombstone(meeting(2)))
    assert "2 Sitzungen gelöscht oder nicht öffentlich" in ratsbote("import", gone, "--body", "a").out
    assert not [row for row in facts(home)["meetings"] if row[1] or row[2]]
    assert not [row for row in facts(home)["items"] if row[3]]


def test_nothing_of_what_is_closed_is_stored(ratsbote: Ratsbote, home: Path) -> None:
    ended = ratsbote("import", save(home / "all.jsonl", *closed(), organization()), "--body", "elbdorf")
    assert ended.code == 0
    assert MARKER not in ended.out + ended.err
    assert not [path for path in (home / "data").iterdir() if MARKER.encode() in path.read_bytes()]


def test_damaged_objects_of_every_kind_are_stored_or_named(ratsbote: Ratsbote, home: Path) -> None:
    whole = [organization(), paper(), meeting(), item(7), stop(7)]
    broken = [each for thing_ in whole for _, each in damaged(thing_, thorough=IS_NIGHTLY)]
    ended = ratsbote("import", save(home / "all.jsonl", *broken), "--body", "elbdorf")
    assert (ended.code, "Traceback" in ended.err) == (0, False)
    assert "ausgelassen" in ended.out
    assert all(line.startswith(str(home / "all.jsonl")) for line in ended.err.splitlines())
    for question in ("2026/0001", "/suche Bänke", "/termine", "/gremien", "/tagesordnung Bauausschuss"):
        assert ratsbote("ask", question).code == 0


def test_a_system_that_moved_keeps_its_papers(ratsbote: Ratsbote, home: Path) -> None:
    before = save(home / "before.jsonl", organization(), meeting(), paper())
    ratsbote("import", before, "--body", "elbdorf")
    after = home / "after.jsonl"
    after.write_text(before.read_text("utf-8").replace(ROOT, "https://neu.elbdorf.example/ris/oparl"), "utf-8")
    stored = facts(home)
    ended = ratsbote("import", after, "--body", "elbdorf")
    assert "1 Sitzung unverändert, 1 Drucksache unverändert" in ended.out
    assert facts(home) == stored


def test_what_came_in_pieces_is_the_same_as_what_came_at_once(ratsbote: Ratsbote, home: Path) -> None:
    parts = [save(home / f"{number}.jsonl", each) for number, each in enumerate((organization(), paper(), meeting()))]
    for part in parts:
        assert ratsbote("import", part, "--body", "elbdorf").code == 0
    card = ratsbote("ask", "2026/0001").out
    assert "• Do., 03.09.2026 · Bauausschuss (Entscheidung): einstimmig beschlossen" in card


def test_each_object_left_out_is_counted_and_named(ratsbote: Ratsbote, home: Path) -> None:
    data = home / "papers.jsonl"
    nameless = thing("Organization", "organizations/5")
    broken = '{"id": "https://x.example/oparl/papers/7", "size": NaN}\n'
    data.write_text(json.dumps(paper()) + "\n" + broken + json.dumps(nameless) + "\n", "utf-8")
    ended = ratsbote("import", data, "--body", "elbdorf")
    assert ended.code == 0
    assert "1 Drucksache neu, 2 Objekte ausgelassen" in ended.out
    assert [line.removeprefix(f"{data}: ") for line in ended.err.splitlines()] == [
        f"{url('organizations/5')} hat keinen Namen.",
        "Zeile 2 (https://x.example/oparl/papers/7): Darin steht eine Zahl, die keine ist.",
    ]


def test_the_council_is_told_by_the_body_or_by_the_host(ratsbote: Ratsbote, home: Path) -> None:
    body = thing("Body", "bodies/1", name="Gemeinde Elbdorf")
    ended = ratsbote("import", save(home / "all.jsonl", body, paper(body=url("bodies/1"))))
    assert "Gemeinde Elbdorf: 1 Drucksache neu" in ended.out
    nowhere = save(home / "none.jsonl", paper(id="5", reference="7"))
    assert "--body" in ratsbote("import", nowhere).err


def test_deleted_organizations_and_other_types_make_no_error(ratsbote: Ratsbote, home: Path) -> None:
    others = [thing("Person", "persons/1", name="Anna"), thing("System", "system"), stop()]
    ended = ratsbote("import", save(home / "all.jsonl", *others), "--body", "elbdorf")
    assert ended.code == 0
    assert "nichts, was wir uns merken" in ended.out


def test_a_killed_import_begun_again_ends_like_one_that_was_not(ratsbote: Ratsbote, home: Path) -> None:
    city = generated(home / "city", papers=1_500, meetings=200)
    killed_at = {_killed(home, city, after=rows) for rows in ((200, 900) if IS_NIGHTLY else (200,))}
    assert any(0 < rows < 1_500 for rows in killed_at)
    assert ratsbote("import", city, "--body", "elbdorf").code == 0
    killed = facts(home)
    (home / "data").rename(home / "killed")
    assert ratsbote("import", city, "--body", "elbdorf").code == 0
    assert facts(home) == killed


def _killed(home: Path, city: Path, *, after: int) -> int:
    """Kills an import as soon as so many papers are stored; returns how many those were in the end."""
    command = [sys.executable, "-m", "bot", "import", str(city), "--body", "elbdorf"]
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).resolve().parents[3])}
    with subprocess.Popen(command, cwd=home, env=environment, stdout=subprocess.DEVNULL) as process:
        while process.poll() is None and _papers(home) < after:
            time.sleep(0.02)
        process.send_signal(signal.SIGKILL)
    return _papers(home)


def _papers(home: Path) -> int:
    path = home / "data" / "ratsbote.db"
    if not path.exists():
        return 0
    with closing(sqlite3.connect(path)) as connection:
        try:
            return int(connection.execute("SELECT count(*) FROM papers").fetchone()[0])
        except sqlite3.OperationalError:
            return 0


@pytest.mark.nightly
@pytest.mark.skipif(not IS_NIGHTLY, reason="takes minutes; make nightly runs it")
def test_a_whole_city_takes_little_memory(home: Path) -> None:
    city = generated(home / "city", papers=15_000, meetings=2_600)
    command = [sys.executable, "-m", "bot", "import", str(city), "--body", "elbdorf"]
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).resolve().parents[3])}
    ended = subprocess.run(command, cwd=home, env=environment, capture_output=True, text=True, check=True)
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"peak memory: {peak:.0f} MiB")
    assert "15000 Drucksachen neu" in ended.stdout
    assert peak < 300
