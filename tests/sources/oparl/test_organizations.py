"""Organizations and who belongs to them."""

import datetime as dt

from council.published.organizations import Member, Organization
from tests.sources.oparl.things import organization, read, thing, tombstone, url


def test_an_organization_is_told_with_the_members_that_are_named() -> None:
    memberships = [
        {"id": url("memberships/1"), "person": url("persons/1"), "role": "Vorsitz"},
        {"id": url("memberships/2"), "person": url("persons/2")},
        {"id": url("memberships/3"), "person": {"id": url("persons/3"), "name": "Cem Muster"}},
        {"id": url("memberships/4"), "person": url("persons/1"), "endDate": "2020-01-01"},
    ]
    anna = thing("Person", "persons/1", name="Anna Beispiel")
    told = read(organization(classification="Ausschuss", endDate="2030-01-01", membership=memberships), known=[anna])
    assert told.organizations == (
        Organization(
            name="Bauausschuss",
            id=url("organizations/1"),
            kind="Ausschuss",
            members=(Member(name="Anna Beispiel", role="Vorsitz"), Member(name="Cem Muster")),
            end_date=dt.date(2030, 1, 1),
        ),
    )


def test_memberships_are_found_in_persons_and_alone() -> None:
    inside = {"id": url("memberships/1"), "organization": url("organizations/1"), "role": "Mitglied"}
    anna = thing("Person", "persons/1", name="Anna Beispiel", membership=[inside])
    cem = thing("Person", "persons/2", name="Cem Muster")
    alone = thing("Membership", "memberships/2", person=url("persons/2"), organization=url("organizations/1"))
    (told,) = read(organization(), known=[anna, cem, alone]).organizations
    assert [each.name for each in told.members] == ["Anna Beispiel", "Cem Muster"]


def test_deleted_organizations_are_left_out_and_nameless_ones_named_too() -> None:
    told = read(organization(1, ""), tombstone(organization(2)))
    assert told.organizations == ()
    assert told.skipped == (f"{url('organizations/1')} hat keinen Namen.",)
