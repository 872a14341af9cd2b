from dataclasses import replace
from datetime import timedelta

import pytest

from council.published.agenda_changes import OwnPages, to_be_looked_up
from council.published.changes import ChangeKind, Facts
from council.published.known_meetings import NOT_FOUND, KnownMeeting
from tests.council.published.sessions import (
    AFTER,
    NOW,
    a_hidden_row,
    a_session,
    an_item,
    compared,
    items,
    kinds,
    known,
    read_again,
)

FOUR = a_session(*items("1", "2", "3", "4"))
WITHOUT_3 = a_session(*items("1", "2", "4"))


def test_the_first_agenda_is_one_change_and_no_flood() -> None:
    stored = known(a_session())
    changes = compared(stored, a_session(*items("1", "2"), an_item("3", paper="22-1"), a_hidden_row("N 4"))).changes
    assert kinds(changes) == [ChangeKind.AGENDA_PUBLISHED]
    assert changes[0].after == Facts.of(items=3, papers=("22-1",))


def test_reading_the_same_again_changes_nothing() -> None:
    again = compared(known(FOUR), FOUR)
    assert (again.changes, again.known) == ((), known(FOUR))


def test_a_late_item_is_added_with_its_place() -> None:
    late = an_item("9", "Eilantrag", number="Ö 3", paper="22-9", late=True)
    (change,) = compared(known(FOUR), a_session(*items("1", "2"), late, *items("3", "4"))).changes
    assert (change.kind, change.item, change.paper, change.meeting) == (ChangeKind.ITEM_ADDED, "9", "22-9", "700")
    assert change.after == Facts.of(number="Ö 3", name="Eilantrag", paper="22-9", late=True, place=3)


def test_pure_renumbering_is_no_news() -> None:
    renumbered = tuple(an_item(key, number=f"Ö {place}.1") for place, key in enumerate("1234", start=4))
    assert compared(known(FOUR), a_session(*renumbered)).changes == ()


def test_being_pushed_by_others_is_no_move_and_only_the_one_that_moved_is() -> None:
    changes = compared(known(FOUR), a_session(*items("4", "1", "9", "2", "3"))).changes
    assert kinds(changes) == [ChangeKind.ITEM_ADDED, ChangeKind.ITEM_MOVED]
    assert changes[1].item == "4"
    assert (changes[1].before["number"], changes[1].after["number"]) == ("Ö 4", "Ö 1")


def test_the_order_of_a_session_that_has_begun_is_no_news() -> None:
    assert compared(known(FOUR), a_session(*items("4", "3", "2", "1")), now=AFTER).changes == ()


def test_typography_is_no_rewording_and_a_word_is() -> None:
    stored = known(a_session(an_item("1", "Schule – „Am Kanal“")))
    assert compared(stored, a_session(an_item("1", 'Schule - "Am  Kanal"'))).changes == ()
    (change,) = compared(stored, a_session(an_item("1", "Schule am Hafen"))).changes
    assert change.kind is ChangeKind.ITEM_REWORDED
    assert (change.before["name"], change.after["name"]) == ("Schule – „Am Kanal“", "Schule am Hafen")


def test_a_paper_added_later_is_told_and_one_left_out_is_kept() -> None:
    stored = known(a_session(an_item("1")))
    outcome = compared(stored, a_session(an_item("1", paper="22-5", paper_id="55")))
    assert kinds(outcome.changes) == [ChangeKind.ITEM_PAPER_ADDED]
    assert outcome.changes[0].paper == "22-5"
    without = compared(outcome.known, a_session(an_item("1")))
    assert (without.changes, without.known.items[0].item.paper_id) == ((), "55")


def test_one_reading_without_an_item_is_nothing_and_its_return_resets_the_count() -> None:
    missed = compared(known(FOUR), WITHOUT_3)
    assert missed.changes == ()
    assert [each.item.id for each in missed.known.items] == ["1", "2", "3", "4"]
    assert missed.known.items[2].missing is not None
    back = compared(missed.known, FOUR)
    assert (back.changes, back.known) == ((), known(FOUR))


def test_an_item_that_comes_and_goes_for_a_month_is_never_news() -> None:
    assert read_again(known(FOUR), *[WITHOUT_3, FOUR, WITHOUT_3, WITHOUT_3, FOUR] * 20, every=timedelta(hours=2)) == []


def test_an_item_that_stays_away_is_not_withdrawn_by_its_absence() -> None:
    assert read_again(known(FOUR), *[WITHOUT_3] * 40, every=timedelta(hours=6)) == []


def stayed_away(times: int, *, every: timedelta) -> KnownMeeting:
    stored = known(FOUR)
    for count in range(times):
        stored = compared(stored, WITHOUT_3, now=NOW + count * every).known
    return stored


def test_only_its_own_page_gone_as_well_lets_it_be_not_found_any_more() -> None:
    stored, later = stayed_away(2, every=timedelta(hours=23)), NOW + timedelta(hours=25)
    assert WITHOUT_3.agenda is not None
    assert to_be_looked_up(stored.items, WITHOUT_3.agenda, now=later) == ("3",)
    gone = compared(stored, WITHOUT_3, now=later, own_pages=OwnPages(gone={"3"}))
    (change,) = gone.changes
    assert (change.kind, change.item, change.before["name"]) == (ChangeKind.ITEM_WITHDRAWN, "3", "Bericht 3")
    assert change.after == Facts.of(how=NOT_FOUND, missing_since=NOW)
    assert compared(gone.known, WITHOUT_3, own_pages=OwnPages(gone={"3"})).changes == ()
    assert kinds(compared(gone.known, FOUR).changes) == [ChangeKind.ITEM_REVIVED]


@pytest.mark.parametrize(("times", "every"), [(1, 30), (20, 1)])
def test_three_readings_and_a_day_are_both_needed(times: int, every: int) -> None:
    stored, later = stayed_away(times, every=timedelta(hours=every)), NOW + times * timedelta(hours=every)
    assert WITHOUT_3.agenda is not None
    assert to_be_looked_up(stored.items, WITHOUT_3.agenda, now=later) == ()
    assert compared(stored, WITHOUT_3, now=later, own_pages=OwnPages(gone={"3"})).changes == ()


def test_an_agenda_that_is_empty_all_at_once_says_nothing() -> None:
    outcome = compared(known(FOUR), a_session())
    assert (outcome.changes, outcome.known.items) == ((), known(FOUR).items)


def test_the_councils_word_instead_of_the_name_withdraws_once_and_the_name_stays_known() -> None:
    stored = known(a_session(*items("1"), an_item("2", "Radweg", paper="22-2")))
    taken_off = a_session(*items("1"), an_item("2", "- abgesetzt -"))
    outcome = compared(stored, taken_off)
    (change,) = outcome.changes
    assert (change.kind, change.item, change.paper) == (ChangeKind.ITEM_WITHDRAWN, "2", "22-2")
    assert change.before == Facts.of(number="Ö 2", name="Radweg", paper="22-2")
    assert change.after == Facts.of(how="said", word="abgesetzt", number="Ö 2")
    assert outcome.known.items[1].item.name == "Radweg"
    assert compared(outcome.known, taken_off).changes == ()
    back = compared(outcome.known, a_session(*items("1"), an_item("2", "Radweg", paper="22-2")))
    assert kinds(back.changes) == [ChangeKind.ITEM_REVIVED]


def test_vertagt_instead_of_the_name_withdraws_before_the_session_only() -> None:
    postponed = a_session(*items("1", "3"), an_item("2", "- vertagt -"))
    assert ChangeKind.ITEM_WITHDRAWN in kinds(compared(known(a_session(*items("1", "2", "3"))), postponed).changes)
    after = compared(known(a_session(*items("1", "2", "3"))), postponed, now=AFTER)
    assert (after.changes, after.known.items[2].item.name) == ((), "Bericht 2")


def test_an_item_first_seen_withdrawn_is_silent() -> None:
    assert compared(known(FOUR), a_session(*items("1", "2", "3", "4"), an_item("5", "- entfällt -"))).changes == ()


def test_what_turns_non_public_leaves_neither_name_nor_paper() -> None:
    stored = known(a_session(*items("1"), an_item("2", "Grundstück Nordweg 5", paper="22-2")))
    outcome = compared(stored, a_session(*items("1"), an_item("2", "Grundstück Nordweg 5", public=False)))
    (change,) = outcome.changes
    assert (change.kind, change.item, change.paper) == (ChangeKind.ITEM_NON_PUBLIC, "2", None)
    assert "Nordweg" not in repr(outcome)
    assert outcome.purged == ("2",)


def test_a_row_that_lost_its_id_with_its_publicity_is_found_among_the_non_public() -> None:
    stored = known(a_session(*items("1", "2", "3"), a_hidden_row("N 4")))
    outcome = compared(stored, a_session(*items("1", "3"), a_hidden_row("N 3"), a_hidden_row("N 4")))
    assert kinds(outcome.changes) == [ChangeKind.ITEM_NON_PUBLIC]
    assert outcome.purged == ("2",)
    assert "Bericht 2" not in repr(outcome)


def test_a_public_looking_row_without_id_takes_nobodys_name_away() -> None:
    outcome = compared(known(FOUR), a_session(*items("1", "2", "4"), a_hidden_row("Ö 3")))
    assert (outcome.changes, outcome.purged) == ((), ())


def test_a_missing_item_whose_own_page_is_closed_is_non_public() -> None:
    stored, later = stayed_away(3, every=timedelta(hours=12)), NOW + timedelta(hours=36)
    outcome = compared(stored, WITHOUT_3, now=later, own_pages=OwnPages(closed={"3"}))
    assert (kinds(outcome.changes), outcome.purged) == ([ChangeKind.ITEM_NON_PUBLIC], ("3",))


def test_the_name_of_a_non_public_item_is_never_stored_whatever_the_page_says() -> None:
    secret = an_item("9", "Personalsache Geheim", public=False, paper="22-9", result="beschlossen")
    outcome = compared(known(FOUR), a_session(*items("1", "2", "3", "4"), secret))
    assert outcome.changes == ()
    assert "Geheim" not in repr(outcome)
    assert "22-9" not in repr(outcome)


def test_a_non_public_item_made_public_is_added() -> None:
    stored = compared(known(FOUR), a_session(*items("1", "2", "3", "4"), an_item("9", public=False))).known
    changes = compared(stored, a_session(*items("1", "2", "3", "4", "9"))).changes
    assert kinds(changes) == [ChangeKind.ITEM_ADDED]


def test_results_appear_change_and_are_not_taken_back_by_silence() -> None:
    stored = known(a_session(an_item("1", result="(offen)", paper="22-1")))
    appeared = compared(stored, a_session(an_item("1", result="vertagt", paper="22-1")), now=AFTER)
    assert kinds(appeared.changes) == [ChangeKind.RESULT_APPEARED]
    assert (appeared.changes[0].paper, appeared.changes[0].after["result"]) == ("22-1", "vertagt")
    silent = compared(appeared.known, a_session(an_item("1", result="(offen)")), now=AFTER)
    assert (silent.changes, silent.known.items[0].item.result) == ((), "vertagt")
    changed = compared(silent.known, a_session(an_item("1", result="überwiesen")), now=AFTER)
    assert kinds(changed.changes) == [ChangeKind.RESULT_CHANGED]
    assert changed.changes[0].before == Facts.of(result="vertagt")


def test_abgesetzt_as_a_result_is_a_result() -> None:
    changes = compared(known(a_session(an_item("1"))), a_session(an_item("1", result="abgesetzt")), now=AFTER).changes
    assert kinds(changes) == [ChangeKind.RESULT_APPEARED]


def test_an_item_first_seen_after_the_session_is_told_by_its_result_alone() -> None:
    late = a_session(*items("1", "2", "3", "4"), an_item("5", result="beschlossen"), an_item("6"))
    assert kinds(compared(known(FOUR), late, now=AFTER).changes) == [ChangeKind.RESULT_APPEARED]


def test_all_ids_new_at_once_is_no_change_and_counted() -> None:
    stored = known(FOUR)
    moved = a_session(*(replace(item, id=f"9{item.id}") for item in items("1", "2", "3", "4")))
    outcome = compared(stored, moved)
    assert (outcome.changes, outcome.remapped) == ((), 4)
    assert [each.item.id for each in outcome.known.items] == ["91", "92", "93", "94"]


def test_a_page_of_changed_structure_adds_and_does_nothing_else() -> None:
    odd = a_session(
        an_item("4", "- abgesetzt -"),
        an_item("9", "Eilantrag"),
        an_item("1", "Ganz anders", result="abgelehnt"),
        an_item("2", public=False),
        a_hidden_row("N 5"),
        room="Öffentlich",
        start=None,
        cancelled=True,
    )
    stored = known(FOUR)
    outcome = compared(stored, odd, structure_ok=False)
    assert kinds(outcome.changes) == [ChangeKind.ITEM_ADDED]
    assert [each for each in outcome.known.items if each.item.id != "9"] == list(stored.items)
    assert replace(outcome.known, items=()) == replace(stored, items=())


def test_an_id_printed_twice_is_one_item() -> None:
    twice = a_session(*items("1", "2"), an_item("2", "Anlage dazu"))
    outcome = compared(known(a_session(*items("1", "2"))), twice)
    assert (outcome.changes, len(outcome.known.items)) == ((), 2)
