"""Organizations and the rows of lists of papers as the contract's JSON (docs/json.md)."""

from bot.json_fields import Json, day, given
from council.published.organizations import Member, Organization
from council.published.readings import ListedPaper


def organization_json(organization: Organization) -> dict[str, Json]:
    """An Organization of the contract. A list of organizations tells no members."""
    return {
        "type": "Organization",
        **given(
            {
                "id": organization.id,
                "name": organization.name,
                "kind": organization.kind,
                "endDate": day(organization.end_date),
                "members": [_member(member) for member in organization.members],
            }
        ),
    }


def listed_paper_json(listed: ListedPaper) -> dict[str, Json]:
    """A Paper with the fields a list gives; whether it is public a list does not say."""
    return {
        "type": "Paper",
        **given(
            {
                "id": listed.id,
                "reference": listed.reference,
                "name": listed.name,
                "paperType": listed.paper_type,
                "date": day(listed.date),
                "web": listed.web,
            }
        ),
    }


def _member(member: Member) -> Json:
    return given({"name": member.name, "role": member.role})
