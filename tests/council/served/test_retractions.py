from dataclasses import replace

import pytest

from council.published.changes import Change, ChangeKind
from council.served.retractions import is_retraction, paper_tokens, retraction_tokens, session_tokens
from tests.council.served.chats import an_own, on, shown


@pytest.mark.parametrize(
    ("kind", "item", "expected"),
    [
        (ChangeKind.MEETING_NON_PUBLIC, None, ("meeting:12",)),
        (ChangeKind.ITEM_NON_PUBLIC, "81", ("item:hh-nord:81",)),
        (ChangeKind.PAPER_NON_PUBLIC, None, ("paper:7",)),
        (ChangeKind.ITEM_NON_PUBLIC, None, ("meeting:12",)),
        (ChangeKind.ITEM_WITHDRAWN, "81", ()),
    ],
)
def test_a_retraction_names_what_is_not_public_any_more(
    kind: ChangeKind, item: str | None, expected: tuple[str, ...]
) -> None:
    change = Change(kind=kind, meeting="700", item=item)
    assert retraction_tokens(change, body="hh-nord", meeting=12, paper=7) == expected
    assert is_retraction(change) == bool(expected)


def test_what_is_not_stored_was_never_told() -> None:
    change = Change(kind=ChangeKind.MEETING_NON_PUBLIC, meeting="700")
    assert retraction_tokens(change, body="hh-nord", meeting=None, paper=None) == ()


def test_a_message_about_a_session_is_found_by_all_it_may_speak_of() -> None:
    item = replace(an_own("81"), paper_row=7)
    tokens = session_tokens(12, shown(item, on("82"), on(None), whole=True), body="hh-nord")
    assert tokens == ("meeting:12", "item:hh-nord:81", "item:hh-nord:82", "paper:7")
    assert session_tokens(12, shown(on("82"), whole=False), body="hh-nord") == ("meeting:12",)


@pytest.mark.parametrize(("kind", "item"), [(ChangeKind.MEETING_NON_PUBLIC, None), (ChangeKind.ITEM_NON_PUBLIC, "81")])
def test_a_message_about_a_paper_is_found_by_its_sessions_and_items(kind: ChangeKind, item: str | None) -> None:
    tokens = paper_tokens(7, meetings=(12,), items=("81",), body="hh-nord")
    change = Change(kind=kind, meeting="700", item=item)
    assert set(retraction_tokens(change, body="hh-nord", meeting=12, paper=None)) <= set(tokens)
