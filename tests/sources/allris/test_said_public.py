"""A page that says "not public", and one that only does not say that it is public, are two different things."""

import pytest

from sources.allris.openness import openness_of
from sources.allris.public import require_public
from sources.errors import NotPublic, NotSaidPublic


@pytest.mark.parametrize(
    "statuses", [("nichtöffentlich",), ("öffentlich", "nicht öffentlich"), ("öffentlich (nicht frei)",)]
)
def test_an_explicit_word_closes(statuses: tuple[str, ...]) -> None:
    with pytest.raises(NotPublic) as closed:
        require_public(statuses)
    assert not isinstance(closed.value, NotSaidPublic)


@pytest.mark.parametrize("statuses", [(), ("",), ("freigegeben",)])
def test_silence_shows_nothing_and_proves_nothing(statuses: tuple[str, ...]) -> None:
    with pytest.raises(NotSaidPublic):
        require_public(statuses)


def test_the_same_holds_for_sessions() -> None:
    with pytest.raises(NotPublic) as closed:
        openness_of("nichtöffentlich")
    assert not isinstance(closed.value, NotSaidPublic)
    with pytest.raises(NotSaidPublic):
        openness_of("")
