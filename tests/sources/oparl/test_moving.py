"""A system that moved to another host."""

from council.published.readings import Reading
from sources.oparl.moving import at_home
from tests.sources.oparl.things import ROOT, item, meeting, organization, paper, read

NEW_ROOT = "https://neu.elbdorf.example/ris/oparl"


def everything() -> Reading:
    return read(organization(), meeting(), paper(), item(2))


def moved(reading: Reading) -> Reading:
    return at_home(reading, f"{NEW_ROOT}/papers/77")


def test_all_ids_stay_what_they_were_before_the_move() -> None:
    before, after = everything(), moved(everything())
    assert ROOT not in repr(after)
    assert NEW_ROOT in repr(after)
    assert at_home(after, f"{ROOT}/papers/77") == before


def test_a_reading_at_home_is_left_alone() -> None:
    assert at_home(everything(), f"{ROOT}/x") == everything()
    assert at_home(everything(), None) == everything()


def test_a_council_of_numbers_has_no_home() -> None:
    assert at_home(everything(), "1001") == everything()


def test_mixed_addresses_of_a_first_reading_come_under_one_root() -> None:
    mixed = read(paper(1), paper(2) | {"id": f"{ROOT.replace('https', 'http')}/papers/2"})
    assert [each.id for each in at_home(mixed, None).papers] == [f"{ROOT}/papers/1", f"{ROOT}/papers/2"]
