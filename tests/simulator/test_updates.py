import json
from typing import Any

from simulator.updates import LARGEST_BATCH, UpdateQueue


def queue(first: int = 10) -> UpdateQueue:
    return UpdateQueue(first=first, woken=lambda: None)


def batch(updates: UpdateQueue, limit: int = 100) -> list[dict[str, Any]]:
    content: list[dict[str, Any]] = json.loads(updates.batch(limit))
    return content


def numbers(updates: UpdateQueue, limit: int = 100) -> list[int]:
    return [update["update_id"] for update in batch(updates, limit)]


def filled(count: int) -> UpdateQueue:
    updates = queue()
    for place in range(count):
        updates.add("message", {"place": place})
    return updates


def test_updates_come_in_order_until_they_are_confirmed() -> None:
    updates = filled(3)
    assert numbers(updates) == numbers(updates) == [10, 11, 12]
    assert updates.confirm(12) == 2
    assert numbers(updates) == [12]


def test_negative_offset_keeps_the_last_ones() -> None:
    updates = filled(5)
    updates.confirm(-2)
    assert numbers(updates) == [13, 14]


def test_no_more_than_a_hundred_come_at_once() -> None:
    updates = filled(120)
    assert len(numbers(updates)) == 100
    assert numbers(updates, 1) == [10]


def test_batch_stays_below_four_mebibytes() -> None:
    updates = queue()
    for _ in range(3):
        updates.add("message", {"text": "x" * (LARGEST_BATCH // 2)})
    assert numbers(updates) == [10]
    updates.confirm(11)
    assert numbers(updates) == [11]


def test_kind_that_was_not_asked_for_is_dropped() -> None:
    updates = queue()
    assert updates.add("chat_member", {}) is None
    updates.allowed = frozenset({"message"})
    assert updates.add("callback_query", {}) is None
    assert updates.add("message", {}) == 10


def test_raw_update_comes_as_it_is_and_sets_the_count() -> None:
    updates = queue()
    assert updates.add_raw({"update_id": 500, "unheard_of": [None]}) == 500
    assert batch(updates) == [{"update_id": 500, "unheard_of": [None]}]
    assert updates.add("message", {}) == 501


def test_offset_of_an_earlier_life_confirms_nothing() -> None:
    updates = filled(2)
    assert updates.confirm(900_000) == 0
    assert numbers(updates) == [10, 11]
