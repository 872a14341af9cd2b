"""Papers: their own fields, and what other objects say of their stops."""

import datetime as dt

import pytest

from council.published.papers import Consultation, File, Paper
from tests.sources.oparl.things import (
    Thing,
    item,
    meeting,
    only_stop,
    organization,
    paper,
    read,
    read_paper,
    stop,
    tombstone,
    url,
)


def test_a_stop_is_put_together_from_organization_meeting_and_item() -> None:
    assert only_stop(paper(), organization(), meeting()) == Consultation(
        organization="Bauausschuss",
        role="Entscheidung",
        date=dt.date(2026, 9, 3),
        meeting=url("meetings/1"),
        meeting_name="Sitzung des Bauausschusses",
        agenda_item=url("agendaitems/1"),
        result="einstimmig beschlossen",
    )


def test_the_papers_own_fields_are_told_word_for_word() -> None:
    told = read_paper(
        paper(
            name="Bänke\r\nam  Elbufer",
            paperType="Antrag",
            web="https://ris.elbdorf.example/vo020?VOLFDNR=1",
            originatorOrganization=[url("organizations/9")],
            originatorPerson=[{"id": url("persons/1"), "name": "Anna Beispiel"}],
            underDirectionOf=[url("organizations/1"), url("organizations/9")],
            mainFile={"name": "Antrag", "accessUrl": "https://ris.elbdorf.example/1.pdf"},
            auxiliaryFile=[
                {"fileName": "plan.pdf", "accessUrl": "", "downloadUrl": "https://ris.elbdorf.example/2.pdf"}
            ],
        ),
        organization(),
        organization(9, "SPD-Fraktion"),
    )
    assert (told.reference, told.name, told.paper_type) == ("2026/0001", "Bänke\nam Elbufer", "Antrag")
    assert told.date == dt.date(2026, 8, 1)
    assert told.originators == ("SPD-Fraktion", "Anna Beispiel")
    assert told.under_direction_of == "Bauausschuss"
    assert told.web == "https://ris.elbdorf.example/vo020?VOLFDNR=1"
    assert told.files == (
        File(name="Antrag", url="https://ris.elbdorf.example/1.pdf"),
        File(name="plan.pdf", url="https://ris.elbdorf.example/2.pdf"),
    )


def test_a_consultation_without_an_item_is_found_from_the_item() -> None:
    agenda = meeting(agendaItem=[item(consultation=url("consultations/1"), result="vertagt")])
    told = only_stop(paper(consultation=[stop(agendaItem=..., meeting=...)]), organization(), agenda)
    assert (told.agenda_item, told.meeting, told.result) == (url("agendaitems/1"), url("meetings/1"), "vertagt")


def test_where_neither_names_the_other_title_and_organization_join_them() -> None:
    lonely = paper(name="Mehr Bänke am Ufer", consultation=[stop(agendaItem=..., meeting=...)])
    agenda = meeting(agendaItem=[item(name="Mehr Bänke am Ufer", result="beschlossen")])
    assert only_stop(lonely, organization(), agenda).result == "beschlossen"
    elsewhere = meeting(organization=[url("organizations/2")], agendaItem=[item(name="Mehr Bänke am Ufer")])
    assert only_stop(lonely, organization(), elsewhere).agenda_item is None


def test_two_items_of_one_title_are_not_guessed_at() -> None:
    lonely = paper(name="Mehr Bänke am Ufer", consultation=[stop(agendaItem=..., meeting=...)])
    agenda = meeting(agendaItem=[item(number, name="Mehr Bänke am Ufer") for number in (1, 2)])
    assert only_stop(lonely, organization(), agenda).agenda_item is None


def test_titles_that_every_agenda_has_join_nothing() -> None:
    lonely = paper(name="Mitteilungen", consultation=[stop(agendaItem=..., meeting=...)])
    assert only_stop(lonely, organization(), meeting(agendaItem=[item(name="Mitteilungen")])).agenda_item is None


def test_linked_consultations_are_looked_up_and_one_that_only_names_its_paper_is_found() -> None:
    linked = paper(consultation=[url("consultations/1")])
    alone = stop(2, paper=url("papers/1"), organization=url("organizations/2"), meeting=..., agendaItem=...)
    told = read_paper(linked, organization(), organization(2, "Rat"), stop(), alone)
    assert [each.organization for each in told.consultations] == ["Bauausschuss", "Rat"]


def test_of_several_organizations_the_one_that_meets_is_named() -> None:
    both = paper(consultation=[stop(organization=[url("organizations/2"), url("organizations/1")])])
    assert only_stop(both, organization(), organization(2, "Rat"), meeting()).organization == "Bauausschuss"


@pytest.mark.parametrize(
    "closed",
    [
        meeting(agendaItem=[item(public=False, result="geheim beschlossen")]),
        meeting(public=False, agendaItem=[item(result="geheim beschlossen")]),
        meeting(deleted=True, agendaItem=[item(result="geheim beschlossen")]),
    ],
    ids=["item", "meeting", "deleted meeting"],
)
def test_what_was_decided_behind_closed_doors_does_not_reach_the_paper(closed: Thing) -> None:
    told = only_stop(paper(), organization(), closed)
    assert told.result is None


@pytest.mark.parametrize(
    "gone",
    [
        tombstone(paper()),
        paper(deleted=True),
        paper(deleted="true"),
        paper(depublished="2026-09-01"),
        paper(public=False),
        paper(public="vielleicht"),
        {"id": url("papers/1"), "deleted": True},
    ],
    ids=["tombstone", "full", "as text", "depublished", "not public", "not understood", "without a type"],
)
def test_of_a_deleted_paper_nothing_is_left_but_its_id(gone: Thing) -> None:
    assert read_paper(gone) == Paper(id=url("papers/1"), reference="", name="", public=False)


def test_a_paper_without_id_is_kept_by_its_number_and_without_both_skipped_by_name() -> None:
    assert read_paper(paper(id=...)).id is None
    nameless = read(paper(id=..., reference=...))
    assert (nameless.papers, len(nameless.skipped)) == ((), 1)
    assert "Kennung" in nameless.skipped[0]


def test_papers_without_a_number_stay_apart_by_their_ids() -> None:
    told = read(paper(1, reference=""), paper(2, reference=None))
    assert [(each.id, each.reference) for each in told.papers] == [(url("papers/1"), ""), (url("papers/2"), "")]


def test_the_parent_is_the_number_that_ours_continues_in_whichever_field() -> None:
    first, amendment = paper(1), paper(2, reference="2026/0001/1", subordinatedPaper=[url("papers/1")])
    assert read_paper(amendment, first).parent == "2026/0001"
    first = paper(1, superordinatedPaper=[url("papers/2")])
    told = read_paper(first, amendment)
    assert (told.parent, told.related) == (None, ("2026/0001/1",))


def test_a_parent_of_another_number_stands_where_the_standard_says() -> None:
    told = read_paper(paper(2, superordinatedPaper=url("papers/1")), paper(1))
    assert (told.parent, told.related) == ("2026/0001", ("2026/0001",))


def test_a_parent_that_is_gone_is_not_named() -> None:
    assert read_paper(paper(2, superordinatedPaper=[url("papers/1")]), paper(1, public=False)).parent is None


def test_deleted_and_closed_files_are_left_out() -> None:
    files = [{"name": "a", "deleted": True}, {"name": "b", "public": False}, {"name": "c"}, {}]
    assert [each.name for each in read_paper(paper(auxiliaryFile=files)).files] == ["c"]


def test_a_stop_nobody_can_name_is_left_out() -> None:
    assert read_paper(paper(consultation=[stop(meeting=..., agendaItem=...)])).consultations == ()
