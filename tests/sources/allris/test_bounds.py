import pytest

from sources.allris.bounds import DEEPEST, check_bounds
from sources.allris.page import read_page
from sources.errors import Unreadable
from tests.sources.pages import PaperPage


@pytest.mark.parametrize(
    "page",
    [
        "<html>" + "<div>" * 500_000,
        "<html>" + "<span><b>" * 300_000,
        "<p " + " ".join(f"a{number}" for number in range(200_000)) + ">",
        "<html>" + "<table><tr><td>" * 100_000,
    ],
    ids=["divs", "spans", "attributes", "tables"],
)
def test_hostile_page_is_refused_before_it_is_parsed(page: str) -> None:
    with pytest.raises(Unreadable, match="verschachtelt"):
        read_page(page.encode())


def test_embedded_picture_is_not_a_crowd_of_attributes() -> None:
    check_bounds(f'<p><img src="data:image/png;base64,{"A" * 1_000_000}" alt=""></p>')


def test_many_siblings_are_not_deep() -> None:
    check_bounds("<p><span>x</span><br><li>" * 100_000)
    check_bounds("<font>" * (DEEPEST - 1))


def test_real_shape_is_far_below_the_bounds() -> None:
    check_bounds(PaperPage().html())
