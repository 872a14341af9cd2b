import pytest

from council.published.meetings import Meeting
from council.served.rooms import is_other_room, told_room


def _told(room: str | None, address: str | None = None) -> str | None:
    return told_room(Meeting(name="Sitzung", public=True, room=room, address=address))


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (("Saal 2", None), ("Saal 3", None), True),
        (("Saal 2", "Markt 1"), ("Saal 2", "Hafen 4"), True),
        (("Saal 2", None), ("Rathaus, Saal 2", None), False),
        (("Saal 2", None), ("saal  2.", "Markt 1"), False),
        ((None, None), ("Saal 2", None), False),
        (("Saal 2", None), (None, None), False),
        ((None, "Markt 1"), ("Saal 2", "Markt 1"), False),
    ],
)
def test_only_a_contradiction_is_another_room(
    one: tuple[str | None, str | None], other: tuple[str | None, str | None], expected: bool
) -> None:
    assert is_other_room(_told(*one), _told(*other)) is expected
    assert is_other_room(_told(*other), _told(*one)) is expected


def test_no_word_of_a_room_is_kept() -> None:
    assert _told(None) is None
    assert _told("Saal") not in {None, "Saal"}
    assert len(_told("Bürgersaal") or "") == len("0a1b/")
