"""The way into a system."""

import json

import pytest

from sources.errors import Unreadable
from sources.oparl.entry import bodies_of, entry_of, things_on
from tests.shared import SHARED, needs_shared
from tests.sources.oparl.things import paper, thing, url


def test_a_body_names_its_lists() -> None:
    body = thing("Body", "bodies/1", name="Elbdorf", license="dl-de/by-2-0", paper=url("papers"), meeting=[url("m")])
    found = entry_of([body, paper()])
    assert (found.name, found.licence, found.lists) == ("Elbdorf", "dl-de/by-2-0", {"paper": url("papers")})


def test_several_bodies_are_named_and_not_chosen_from() -> None:
    bodies = [thing("Body", f"bodies/{row}", name=f"Rat {row}") for row in (1, 2)]
    with pytest.raises(Unreadable, match=r"Rat 1 .*bodies/1; Rat 2 "):
        entry_of(bodies)


def test_a_body_inside_its_system_is_found() -> None:
    system = thing("System", "system", body=[thing("Body", "bodies/1", name="Elbdorf")])
    assert entry_of(things_on([system])).name == "Elbdorf"
    assert bodies_of(system) == (url("bodies/1"),)
    assert bodies_of(paper(body=url("bodies/1"))) == ()


@needs_shared
def test_real_systems_and_bodies_are_entered() -> None:
    for path in sorted((SHARED / "pages" / "oparl").glob("body_*.json")):
        assert {"meeting", "paper", "organization"} <= set(entry_of([json.loads(path.read_text("utf-8"))]).lists)
    for path in sorted((SHARED / "pages" / "oparl").glob("system_*.json")):
        assert len(bodies_of(json.loads(path.read_text("utf-8")))) == 1
