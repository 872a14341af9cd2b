"""Damaged pages: each damage does what its name says and no more."""

from simulator.council import damage
from simulator.council.pages.agenda_page import agenda_page
from simulator.council.pages.calendar_page import month_page
from simulator.council.pages.list_filter import View
from simulator.council.pages.list_page import list_page
from tests.simulator.council.stories import HOST, list_rows, parsed, state, words

CALENDAR = month_page(state(0), 2026, 9, host_url=HOST)
PAPERS = list_page(state(0), View(), host_url=HOST)
AGENDA = next(page for key in state(0).meetings if (page := agenda_page(state(0), key, host_url=HOST)))


def test_new_keys_leave_no_old_one() -> None:
    def keys(page: bytes) -> set[str]:
        return {link.attributes.get("href") or "" for link in parsed(page).css('a[href*="LFDNR"]')}

    renewed = damage.new_keys(AGENDA)
    assert keys(renewed).isdisjoint(keys(AGENDA))
    assert len(keys(renewed)) == len(keys(AGENDA))
    assert words(parsed(renewed).body) == words(parsed(AGENDA).body)


def test_renamed_classes_leave_the_words() -> None:
    changed = damage.renamed_classes(AGENDA)
    assert not parsed(changed).css("table.tl1, td.kb1, tr.zl11, tr.zl12, td.text1")
    assert words(parsed(changed).body) == words(parsed(AGENDA).body)


def test_renamed_labels_are_others() -> None:
    labels = [words(cell) for cell in parsed(damage.renamed_labels(AGENDA)).css("td.kb1")]
    assert "Neu Gremium:" in labels
    assert "Gremium:" not in labels


def test_shuffled_columns_keep_the_cells_in_another_order() -> None:
    before, after = list_rows(CALENDAR), list_rows(damage.shuffled_columns(CALENDAR))
    assert len(before) == len(after)
    for one, other in zip(before, after, strict=True):
        assert [words(cell) for cell in one.css("td")][::-1] == [words(cell) for cell in other.css("td")]


def test_without_tables_the_frame_stays() -> None:
    bare = parsed(damage.without_tables(CALENDAR))
    assert not bare.css("table")
    assert words(bare.css_first("h1")) == "Sitzungskalender"
    assert damage.without_tables(b"<p>nichts</p>") == b"<p>nichts</p>"


def test_an_empty_list_keeps_its_head_and_is_complete() -> None:
    for page in (CALENDAR, AGENDA, PAPERS):
        emptied = damage.empty_list(page)
        assert list_rows(emptied) == []
        assert parsed(emptied).css("table.tl1")
        assert emptied.endswith(b"</html>\r\n")


def test_a_shortened_list_lacks_its_end_and_is_complete() -> None:
    shortened = damage.without_last_rows(0.5)(CALENDAR)
    assert len(list_rows(shortened)) == len(list_rows(CALENDAR)) - round(len(list_rows(CALENDAR)) * 0.5)
    assert shortened.endswith(b"</html>\r\n")


def test_doubled_rows_stand_twice() -> None:
    assert len(list_rows(damage.doubled_rows(CALENDAR))) == 2 * len(list_rows(CALENDAR))


def test_other_dates_are_american() -> None:
    assert b"09/03/2026" in damage.other_dates(b"<td>03.09.2026&nbsp;</td>")
