"""JSON on disk: single objects, arrays, pages of lists, one object a line, folders of them."""

import json
from pathlib import Path
from typing import Any

import pytest

from council.published.readings import ObjectType, Page, Reading
from sources.errors import SourceError, Unreadable
from sources.files import read_file, read_files
from sources.files.json_files import BATCH
from tests.shared import SHARED, needs_shared
from tests.sources.ckan.test_packages import paper as package
from tests.sources.oparl.things import Thing, meeting, organization, paper, thing, tombstone, url


def saved(path: Path, value: Any) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(value, ensure_ascii=False), "utf-8")
    return path


def lines(path: Path, *things: Thing | str) -> Path:
    path.write_text("\n".join(each if isinstance(each, str) else json.dumps(each) for each in things) + "\n", "utf-8")
    return path


def everything(*paths: Path) -> tuple[Reading, ...]:
    found = [outcome for _, outcome in read_files(paths)]
    assert not [each for each in found if isinstance(each, SourceError)]
    return tuple(each for each in found if isinstance(each, Reading))


@pytest.mark.parametrize(
    ("value", "page", "papers"),
    [
        (paper(), ObjectType.PAPER, 1),
        ([paper(1), paper(2)], ObjectType.PAPER, 2),
        ({"data": [paper(1), paper(2)], "links": {}, "pagination": {}}, ObjectType.PAPER, 2),
        ([paper(), meeting()], ObjectType.OBJECT, 1),
        (meeting(), ObjectType.MEETING, 0),
        (thing("System", "system", body=url("bodies")), ObjectType.SYSTEM, 0),
        ({"result": {"results": [package()]}}, Page.PAPERS, 1),
        (package(), Page.PAPERS, 1),
    ],
    ids=["object", "array", "list", "mixed", "meeting", "system", "portal", "package"],
)
def test_every_form_is_told_apart_by_content(tmp_path: Path, value: Any, page: str, papers: int) -> None:
    told = read_file(saved(tmp_path / "data.txt", value))
    assert (told.page, len(told.papers)) == (page, papers)


def test_one_object_a_line_is_known_by_its_name_or_by_its_lines(tmp_path: Path) -> None:
    for name in ("papers.jsonl", "papers.ndjson", "papers.json"):
        assert len(read_file(lines(tmp_path / name, paper(1), "", paper(2), paper(3))).papers) == 3


def test_a_broken_line_takes_no_other_with_it_and_is_named(tmp_path: Path) -> None:
    told = read_file(
        lines(tmp_path / "p.jsonl", paper(1), '{"id": "https://x.example/oparl/p/7", "size": NaN}', paper(2))
    )
    assert len(told.papers) == 2
    assert told.skipped == ("Zeile 2 (https://x.example/oparl/p/7): Darin steht eine Zahl, die keine ist.",)


def test_a_broken_element_takes_no_other_with_it_and_is_named(tmp_path: Path) -> None:
    path = tmp_path / "papers.json"
    path.write_text(f'[{json.dumps(paper(1))}, {{"id": 5 5}}, 7, {json.dumps(paper(2))}, {"[" * 100_000}', "utf-8")
    told = read_file(path)
    assert len(told.papers) == 2
    assert [sentence.partition(":")[0] for sentence in told.skipped] == ["Objekt 2", "Objekt 3", "Objekt 5"]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ('{"id": "https://x.example/1", "type": ', "kein gültiges JSON"),
        ('{"a": ' * 100_000, "verschachtelt"),
        ('{"colour": "red"}', "weder OParl"),
        ("[]", "kein einziges Objekt"),
        ('{"type": "https://schema.oparl.org/1.1/Paper", "deleted": true, "deleted": false}', "zweimal"),
    ],
)
def test_a_file_without_anything_of_ours_is_refused_with_a_sentence(tmp_path: Path, text: str, why: str) -> None:
    path = tmp_path / "data.json"
    path.write_text(text, "utf-8")
    with pytest.raises(Unreadable, match=why) as raised:
        read_file(path)
    assert str(raised.value).startswith("„data.json“: ")


def test_files_of_a_folder_speak_of_each_other_in_any_order(tmp_path: Path) -> None:
    saved(tmp_path / "a" / "papers.json", [paper()])
    saved(tmp_path / "b" / "meetings.json", [meeting()])
    saved(tmp_path / "c" / "organizations.json", [organization()])
    (stop,) = next(iter(each.papers[0].consultations for each in everything(tmp_path) if each.papers))
    assert (stop.organization, stop.result) == ("Bauausschuss", "einstimmig beschlossen")


def test_long_files_come_in_parts(tmp_path: Path) -> None:
    path = lines(tmp_path / "papers.jsonl", *(paper(number) for number in range(BATCH + 1)))
    assert [len(each.papers) for each in everything(path)] == [BATCH, 1]


def test_a_file_of_tombstones_is_read(tmp_path: Path) -> None:
    told = read_file(saved(tmp_path / "gone.json", tombstone(paper())))
    assert [each.public for each in told.papers] == [False]


@needs_shared
def test_a_citys_year_is_read_whole() -> None:
    told = everything(SHARED / "pages" / "karlsruhe")
    papers = [each for reading in told for each in reading.papers]
    meetings = [each for reading in told for each in reading.meetings]
    assert (sum(each.public for each in papers), sum(not each.public for each in papers)) == (953, 20)
    assert (len(meetings), sum(len(each.organizations) for each in told)) == (184, 97)
    assert not any(reading.skipped for reading in told)
    assert sum(stop.result is not None for each in papers for stop in each.consultations) == 896
    assert sum(bool(item.paper) for each in meetings for item in each.agenda or ()) == 1107


@needs_shared
def test_every_saved_object_is_understood() -> None:
    for path in sorted((SHARED / "pages" / "oparl").iterdir()):
        assert read_file(path).kind == "oparl"
