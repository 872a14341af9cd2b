import pytest

from council.published.organizations import Member, Organization
from council.published.readings import Page
from sources.allris.page import read_page
from sources.errors import NotPublic, Unreadable
from tests.sources.organization_pages import MembersPage, Person
from tests.sources.pages import HOST


def organization(page: MembersPage) -> Organization:
    (found,) = read_page(page.served()).organizations
    return found


def test_committee_reads_to_all_its_facts() -> None:
    reading = read_page(MembersPage().served())
    assert (reading.page, reading.host, reading.assembly) == (Page.ORGANIZATION, HOST, "Bezirksversammlung Musterbek")
    assert reading.organizations == (
        Organization(
            name="Ausschuss für Teiche",
            id="25",
            kind="Ausschuss",
            web=f"http://{HOST}/bi/au020.asp?AULFDNR=25",
            members=(
                Member(name="Ada Übermut", role="Vorsitzendes Mitglied"),
                Member(name="Bo Bär", role="Ausschussmitglied"),
            ),
        ),
    )


@pytest.mark.parametrize(
    ("program", "key_name", "headline", "kind"),
    [
        ("fr020", "FRLFDNR", "Fraktion GRÜNE", "Fraktion"),
        ("fr020", "FRLFDNR", "Gruppe Piraten", "Gruppe"),
        ("pa021", "PALFDNR", "Bezirksversammlung Musterbek", "Bezirksversammlung"),
        ("pa020", "PALFDNR", "Rat der Stadt Musterbek", "Rat"),
        ("pa021", "PALFDNR", "Musterbek", None),
        ("au020", "AULFDNR", "Seniorenbeirat", "Seniorenbeirat"),
        ("au020", "AULFDNR", "Bauen und Umwelt", "Ausschuss"),
        ("au020", "AULFDNR", "Unterausschuss für den Beirat", "Ausschuss"),
    ],
)
def test_kind_is_the_pages_own_word(program: str, key_name: str, headline: str, kind: str | None) -> None:
    found = organization(MembersPage(program=program, key_name=key_name, headline=headline, key="9"))
    assert (found.name, found.kind, found.id) == (headline, kind, "9")


def test_member_without_a_page_and_vacant_seat_are_read() -> None:
    found = organization(MembersPage(persons=(Person(name="N. N.", key=None), Person(name="Bär, Bo"))))
    assert [each.name for each in found.members] == ["N. N.", "Bär, Bo"]


def test_row_that_keeps_the_name_to_itself_is_left_out() -> None:
    assert [each.name for each in organization(MembersPage(persons=(Person(name=""), Person()))).members] == [
        "Ada Übermut"
    ]


def test_function_is_the_role_only_where_nothing_else_tells_it() -> None:
    columns = ("Name", "Herkunft", "Funktion")
    assert organization(MembersPage(columns=columns, persons=(Person(),))).members[0].role == "GRÜNE-Fraktion"
    assert organization(MembersPage(persons=(Person(role=""),))).members[0].role is None


def test_origin_and_period_are_no_roles() -> None:
    found = organization(MembersPage(columns=("Name", "Herkunft", "seit"), persons=(Person(),)))
    assert found.members == (Member(name="Ada Übermut"),)


def test_headings_over_the_members_are_their_roles_where_no_column_is() -> None:
    heading = '<tr><td class="kb1" colspan="5">{}</td></tr>'
    rows = f"{heading.format('Vorsitz')}{Person().html()}{heading.format('Mitglieder')}{Person(name='Bo').html()}"
    plain = organization(MembersPage(columns=("Name", "Herkunft", "seit"), rows=rows))
    assert [each.role for each in plain.members] == ["Vorsitz", "Mitglieder"]
    assert {each.role for each in organization(MembersPage(rows=rows)).members} == {"Vorsitzendes Mitglied"}


def test_rows_that_do_not_lie_under_their_header_are_an_unknown_shape() -> None:
    for columns in (("Art der Mitarbeit", "Name", "Funktion"), ("Name", "Art der Mitarbeit")):
        with pytest.raises(Unreadable, match="Aufbau"):
            organization(MembersPage(columns=columns))


def test_members_that_are_counted_but_not_listed_are_an_unknown_shape() -> None:
    with pytest.raises(Unreadable, match="Aufbau"):
        organization(MembersPage(rows=""))
    assert organization(MembersPage(persons=())).members == ()


def test_page_without_its_list_is_not_an_empty_committee() -> None:
    for page in (MembersPage(extra={'class="tl1"': 'class="neu"'}), MembersPage(headline="")):
        with pytest.raises(Unreadable, match="Gremiums"):
            organization(page)


def test_refusal_is_not_public() -> None:
    page = '<html><div id="allriscontainer" class="au020">Keine Information verfügbar</div></html>'
    with pytest.raises(NotPublic):
        read_page(page.encode())


def test_address_and_contact_are_not_read() -> None:
    assert "Geheimrat" not in repr(read_page(MembersPage().served()))


def test_page_in_the_towns_own_frame_is_known_by_its_bookmark() -> None:
    assert organization(MembersPage(container=False)) == organization(MembersPage())
