import json
from datetime import date, datetime

import pytest

from council.published.changes import Change, ChangeKind, Facts
from tests.council.published.sessions import ZONE


def test_facts_survive_json() -> None:
    facts = Facts.of(day=date(2026, 11, 12), papers=["22-1", "22-2"], items=34, late=True, room=None)
    assert Facts.of(**json.loads(json.dumps(dict(facts)))) == facts
    assert "room" not in facts


def test_instants_are_written_with_their_offset() -> None:
    facts = Facts.of(start=datetime(2026, 11, 12, 18, 0, tzinfo=ZONE))
    assert facts["start"] == "2026-11-12T18:00:00+01:00"


def test_facts_are_equal_whatever_the_order_of_their_making() -> None:
    assert Facts.of(a=1, b=2) == Facts.of(b=2, a=1)
    assert len({Facts.of(a=1, b=2), Facts.of(b=2, a=1)}) == 1


def test_an_unknown_fact_is_none_to_ask_and_an_error_to_demand() -> None:
    assert Facts.of(a=1).get("b") is None
    with pytest.raises(KeyError):
        Facts.of(a=1)["b"]


def test_updating_keeps_what_the_other_does_not_speak_of() -> None:
    assert Facts.of(a=1, b=2).updated(Facts.of(b=3, c=4)) == Facts.of(a=1, b=3, c=4)


def test_a_change_without_facts_has_empty_ones() -> None:
    change = Change(kind=ChangeKind.PAPER_NON_PUBLIC, paper="22-1")
    assert (dict(change.before), dict(change.after)) == ({}, {})
