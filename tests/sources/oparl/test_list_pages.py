"""Pages of lists, and the way through them."""

import json
from typing import Any

import pytest

from sources.errors import Unreadable
from sources.oparl.list_pages import BROKEN_OFF, LOOP, REPEATED, ListPage, Walk, read_list_page
from tests.sources.oparl.things import paper, url


def page(*rows: int, to: str | None = None, **fields: Any) -> ListPage:
    return ListPage(objects=tuple(paper(row) for row in rows), next=to, **fields)


def test_a_page_tells_its_objects_and_the_next() -> None:
    body = {"data": [paper(1)], "links": {"next": url("p?page=2")}, "pagination": {"totalElements": 7}}
    told = read_list_page(json.dumps(body).encode())
    assert (len(told.objects), told.next, told.total) == (1, url("p?page=2"), 7)


@pytest.mark.parametrize(
    "body", [[], None, "x", {"data": None}, {"data": {}, "links": [], "pagination": 7}, [[7], None]]
)
def test_whatever_stands_there_is_a_page_or_refused(body: Any) -> None:
    try:
        told = read_list_page(json.dumps(body).encode())
    except Unreadable:
        return
    assert told.next is None


@pytest.mark.parametrize("wrong", [None, 7, "", "javascript:1", [], {}, "x" * 5_000])
def test_a_link_that_is_none_ends_the_list(wrong: Any) -> None:
    assert read_list_page(json.dumps({"data": [], "links": {"next": wrong}}).encode()).next is None


def test_a_broken_object_takes_neither_the_others_nor_the_next_page_with_it() -> None:
    good = json.dumps(paper(1))
    body = f'{{"data": [{good}, {{"id": "b", "n": NaN}}, {good}], "links": {{"next": "{url("p?page=2")}"}}}}'
    told = read_list_page(body.encode())
    assert (len(told.objects), told.next) == (2, url("p?page=2"))
    assert told.broken == ("b: Darin steht eine Zahl, die keine ist.",)


@pytest.mark.parametrize("body", [b"", b"<html>", b'{"data": ', b'{"a":' * 100_000, b'{"data": [{}], "links": NaN}'])
def test_what_is_no_list_is_refused(body: bytes) -> None:
    with pytest.raises(Unreadable):
        read_list_page(body)


def test_a_list_is_followed_to_its_end() -> None:
    walk = Walk("p1")
    assert walk.after(page(1, 2, to="p2", total=3)) == "p2"
    assert walk.after(page(3, total=3)) is None
    assert walk.trouble is None


@pytest.mark.parametrize(
    ("second", "why"),
    [
        (page(3, to="p1"), LOOP),
        (page(3, to="p2"), LOOP),
        (page(1, 2, to="p3"), REPEATED),
        (page(3, total=9), BROKEN_OFF.format(3, 9)),
    ],
    ids=["back to the first", "to itself", "the same again", "no link to the rest"],
)
def test_loops_repeats_and_missing_links_are_noticed(second: ListPage, why: str) -> None:
    walk = Walk("p1")
    assert walk.after(page(1, 2, to="p2")) == "p2"
    assert walk.after(second) is None
    assert walk.trouble == why


def test_the_total_of_a_filtered_list_is_not_believed() -> None:
    walk = Walk("p1", is_whole=False)
    assert walk.after(page(1, total=15_000)) is None
    assert walk.trouble is None


def test_an_empty_page_in_between_is_passed() -> None:
    walk = Walk("p1")
    assert walk.after(page(to="p2")) == "p2"
    assert walk.after(page(1)) is None
    assert walk.trouble is None
