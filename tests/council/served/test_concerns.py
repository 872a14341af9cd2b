from council.published.changes import Change, ChangeKind
from council.published.papers import Paper
from council.served.concerns import concern, family_keys, organization_key, paper_key, reference_keys
from council.served.notices import NEWS, NoticeKind
from council.served.retractions import is_retraction

SILENT = {ChangeKind.MEETING_ANNOUNCED, ChangeKind.PAPER_NEW, ChangeKind.PAPER_CHANGED}


def test_every_kind_of_change_is_news_or_a_retraction_or_known_to_be_silent() -> None:
    for kind in ChangeKind:
        change = Change(kind=kind, meeting="700", item="1", paper="22-1")
        found = concern(change)
        assert (found is None) == (is_retraction(change) or kind in SILENT), kind
        if found is not None:
            told = {found.kind, found.own, found.stops} - {None}
            assert told, kind
            assert told <= set(NEWS), kind


def test_a_cancelled_session_is_urgent_to_all_and_reaches_papers_that_only_name_it() -> None:
    found = concern(Change(kind=ChangeKind.MEETING_CANCELLED, meeting="700"))
    assert found is not None
    assert (found.subject, found.kind, found.own, found.stops) == (
        "meeting",
        NoticeKind.SESSION,
        NoticeKind.SESSION,
        NoticeKind.RESULT,
    )


def test_an_added_item_is_more_urgent_to_those_who_follow_its_paper() -> None:
    found = concern(Change(kind=ChangeKind.ITEM_ADDED, meeting="700", item="1", paper="22-1"))
    assert found is not None
    assert (found.kind, found.own) == (NoticeKind.AGENDA, NoticeKind.SCHEDULED)


def test_another_order_concerns_nobody_but_those_who_follow_the_item() -> None:
    found = concern(Change(kind=ChangeKind.ITEM_MOVED, meeting="700", item="1", paper="22-1"))
    assert found is not None
    assert (found.kind, found.own) == (None, NoticeKind.AGENDA)
    assert concern(Change(kind=ChangeKind.ITEM_MOVED, meeting="700", item="1")) is None


def test_a_result_without_a_paper_concerns_nobody() -> None:
    assert concern(Change(kind=ChangeKind.RESULT_APPEARED, meeting="700", item="1")) is None


def test_an_item_without_a_paper_still_concerns_the_committees_followers() -> None:
    assert concern(Change(kind=ChangeKind.ITEM_WITHDRAWN, meeting="700", item="1")) is not None


def test_a_family_hears_of_its_members() -> None:
    paper = Paper(reference="22-1940.01", name="Radweg", public=True, parent="22-1900", related=("22-1940", "22-7"))
    assert family_keys(paper, 5) == ("22-1940.01", "22-1940", "22-1900", "22-7")


def test_a_paper_without_a_reference_is_known_by_its_row() -> None:
    paper = Paper(reference="", name="Radweg", public=True)
    assert (paper_key("", 5), family_keys(paper, 5)) == ("#5", ("#5",))


def test_references_are_compared_as_their_councils_spell_them() -> None:
    assert reference_keys("22–1940.01 ") == ("22-1940.01", "22-1940")


def test_organizations_are_compared_as_a_reader_would() -> None:
    assert organization_key("Ausschuss  für „Bau“") == organization_key("Ausschuss für Bau ")
