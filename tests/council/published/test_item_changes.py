from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from council.published.changes import ChangeKind, Facts
from council.published.item_changes import Moment, compare_own_page, stored
from council.published.meetings import AgendaItem, AgendaItemText
from tests.council.published.sessions import AFTER, a_session, an_item, compared, kinds, known

MOMENT = Moment(now=AFTER, meeting="700", begun=True, past=True)


def test_an_items_own_page_gives_result_and_minutes_and_leaves_its_name_alone() -> None:
    before = stored(an_item("1", "Radweg (Antrag)", paper="22-1"))
    page = AgendaItem(
        public=True,
        id="1",
        name="Radweg",
        number="TOP 1",
        result="überwiesen",
        organization="Bauausschuss",
        text=AgendaItemText(decision="An den Verkehrsausschuss."),
    )
    outcome = compare_own_page(before, page, moment=MOMENT)
    (change,) = outcome.changes
    assert (change.kind, change.paper) == (ChangeKind.RESULT_APPEARED, "22-1")
    assert change.after == Facts.of(result="überwiesen", name="Radweg (Antrag)", number="Ö 1")
    item = outcome.known.item
    assert (item.name, item.number, item.text.decision) == ("Radweg (Antrag)", "Ö 1", "An den Verkehrsausschuss.")
    assert compare_own_page(outcome.known, page, moment=MOMENT).changes == ()


def test_an_own_page_that_is_not_public_hides_the_item() -> None:
    outcome = compare_own_page(stored(an_item("1", "Geheim")), an_item("1", "Geheim", public=False), moment=MOMENT)
    assert kinds(outcome.changes) == [ChangeKind.ITEM_NON_PUBLIC]
    assert "Geheim" not in repr(outcome)


def test_an_own_page_of_a_hidden_item_brings_nothing_back() -> None:
    hidden = stored(an_item("1", public=False))
    assert compare_own_page(hidden, an_item("1", "Geheim"), moment=MOMENT).known.item.name is None


def test_a_withdrawn_item_read_on_its_own_page_stays_withdrawn() -> None:
    before = stored(an_item("1", "Radweg - abgesetzt -"))
    assert compare_own_page(before, an_item("1", "Radweg"), moment=MOMENT).known == before


ITEMS = st.lists(
    st.builds(
        AgendaItem,
        public=st.booleans(),
        id=st.one_of(st.none(), st.sampled_from("12345")),
        number=st.one_of(st.none(), st.sampled_from(["Ö 1", "N 1", "1", ""])),
        name=st.one_of(
            st.none(), st.sampled_from(["", "-", "Radweg", "Schule", "- abgesetzt -", "Radweg - entfällt -"])
        ),
        paper=st.one_of(st.none(), st.sampled_from(["", "22-1", "22-2"])),
        result=st.one_of(st.none(), st.sampled_from(["(offen)", "vertagt"])),
    ),
    max_size=6,
).map(tuple)


@settings(deadline=None)
@given(ITEMS, ITEMS, st.booleans())
def test_any_agenda_may_follow_any_other(
    first: tuple[AgendaItem, ...], second: tuple[AgendaItem, ...], ok: bool
) -> None:
    """Nothing raises, an id is stored once, what is not public holds no name, and a second look finds nothing."""
    outcome = compared(known(a_session(*first)), a_session(*second), structure_ok=ok)
    kept = [each.item for each in outcome.known.items]
    ids = [item.id for item in kept if item.id]
    assert len(ids) == len(set(ids))
    assert all(
        item == replace(AgendaItem(public=False), id=item.id, number=item.number) for item in kept if not item.public
    )
    assert compared(outcome.known, a_session(*second), structure_ok=ok).changes == ()
