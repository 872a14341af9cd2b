from hypothesis import given, settings
from hypothesis import strategies as st

from council.published.agenda_difference import out_of_order, partners
from tests.council.published.sessions import a_hidden_row, an_item, items


def test_the_id_decides_even_where_everything_else_differs() -> None:
    assert partners(items("1", "2"), (an_item("2", "Ganz anders"), an_item("1", "Bericht 2"))) == {0: 1, 1: 0}


def test_the_same_agenda_under_other_ids_is_the_same() -> None:
    old = (an_item("1", "Radweg", paper="22-0001"), an_item("2", "Mitteilungen"), an_item("3", "Radweg"))
    new = (an_item("91", "Radweg"), an_item("92", "Radweg", paper="22-0001"), an_item("93", "Mitteilungen"))
    assert partners(old, new) == {0: 2, 1: 0, 2: 1}


def test_items_of_one_name_are_paired_in_their_order() -> None:
    old = (an_item("1", "Mitteilungen"), an_item("2", "Mitteilungen"))
    new = (an_item("8", "Mitteilungen"), an_item("9", "Mitteilungen"))
    assert partners(old, new) == {0: 0, 1: 1}


def test_a_further_item_of_a_name_is_a_further_item() -> None:
    assert partners((an_item("1", "Anfragen"),), (an_item("1", "Anfragen"), an_item("2", "Anfragen"))) == {0: 0}


def test_an_only_paper_or_an_only_name_is_sign_enough() -> None:
    assert partners((an_item("1", "Alt", paper="22-7"),), (an_item("9", "Neu", paper="22-7"),)) == {0: 0}
    assert partners((an_item("1", "Radweg"),), (an_item("9", "Radweg", paper="22-7"),)) == {0: 0}


def test_items_of_other_ids_and_other_names_are_strangers_whatever_their_place() -> None:
    assert partners(items("1", "2", "3"), (*items("1"), an_item("9", "Neu"), *items("3"))) == {0: 0, 2: 2}


def test_an_item_without_an_id_is_known_by_its_place_between_the_same_neighbours() -> None:
    old = (*items("1"), an_item(None, "Haushalt"), *items("3"))
    assert partners(old, (*items("1"), an_item(None, "Haushalt 2027"), *items("3"))) == {0: 0, 1: 1, 2: 2}
    assert 1 not in partners(old, (*items("1"), an_item(None, "A"), an_item(None, "B"), *items("3")))


def test_non_public_rows_are_paired_by_number_then_in_order() -> None:
    old, new = (a_hidden_row("N 8"), a_hidden_row("N 9")), (a_hidden_row("N 7"), a_hidden_row("N 8"))
    assert partners(old, new) == {1: 0, 0: 1}


def test_an_overwritten_name_is_nobodys() -> None:
    assert partners((an_item("1", "- abgesetzt -"),), (an_item("2", "- abgesetzt -"),)) == {}


@settings(deadline=None)
@given(st.lists(st.sampled_from("ABCD"), max_size=12), st.randoms())
def test_no_item_is_paired_twice(names: list[str], random: st.DataObject) -> None:
    old = tuple(an_item(str(place), name) for place, name in enumerate(names))
    shuffled = [an_item(str(place + 100), name) for place, name in enumerate(names)]
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    found = partners(old, shuffled)
    assert sorted(found.values()) == list(range(len(names)))
    assert all(old[before].name == shuffled[after].name for after, before in found.items())


@settings(deadline=None)
@given(st.permutations(range(9)))
def test_what_stays_in_order_is_the_longest_rising_row(places: list[int]) -> None:
    moved = out_of_order(places)
    rest = [place for index, place in enumerate(places) if index not in moved]
    assert rest == sorted(rest)
    longest = [1] * len(places)
    for index, place in enumerate(places):
        longest[index] += max((longest[low] for low in range(index) if places[low] < place), default=0)
    assert len(rest) == max(longest)
