"""The invented assembly: its committees, its factions and the people in them. All names are made up."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time

from simulator.council.story.records import Member, Organization, OrganizationKind

COUNCIL = "Bezirksversammlung Musterfeld (Beispielrat)"
_TOWN_HALL = "Rathausplatz 1, 20999 Musterfeld"

FACTIONS = ("Fraktion Linden", "Fraktion Ahorn", "Fraktion Birke", "Fraktion Eibe")
_FIRST_NAMES = (
    *("Alma", "Bruno", "Cosima", "Detlev", "Elfi", "Fritjof", "Gesine", "Hauke", "Ilka", "Jost", "Karla", "Levke"),
    *("Momme", "Nele", "Ole", "Pauline", "Quirin", "Rieke", "Sönke", "Tomke", "Ulf", "Vera", "Wiebke", "Zeynep"),
)
# The last one cannot be written in the pages' code page.
_LAST_NAMES = (
    *("Binsenfeld", "Dr. Kranichs", "Moorhagen", "Heidschnucke", "Wattläufer", "Deichgräfe", "Sandbank", "Torfstich"),
    *("Kiebitz", "Schilfrohr", "Hagebutten", "Brombeer", "Fährmann", "Klöppel", "Windmühl", "Leuchtfeuer"),
    *("Ankerplatz", "Priel", "Marschner", "Geestland", "Kornblum", "Strandhafer", "Möwenstein", "Çiğdem-Taşlı"),
)
_ROLES = {
    OrganizationKind.ASSEMBLY: ("Vorsitzendes Mitglied", "Stellvertretender Vorsitz", "Mitglied"),
    OrganizationKind.COMMITTEE: ("Vorsitz", "Stellv. Vorsitz", "Ausschussmitglied"),
    OrganizationKind.CLOSED: ("Vorsitz", "Stellv. Vorsitz", "Ausschussmitglied"),
    OrganizationKind.FACTION: ("Fraktionsvorsitz", "stellv. Fraktionsvorsitz", "Fraktionsmitglied"),
}


@dataclass(frozen=True, slots=True)
class Rhythm:
    """When an organization meets: every so many days on a grid, `offset` days after the story's start."""

    key: int
    offset: int
    every: int = 28
    results_after: int = 1  # days from the session to its results


ASSEMBLY, MAIN, MOBILITY, CLIMATE, SCHOOL, CULTURE = 311, 21, 22, 23, 24, 25
YOUTH, BUDGET, PLANNING, REGIONAL, CLOSED_BUILDING, FORMER_SOCIAL = 26, 27, 28, 29, 30, 12
_FIRST_FACTION = 101

RHYTHMS = (
    Rhythm(MAIN, 2, 14),
    Rhythm(PLANNING, 4),
    Rhythm(CULTURE, 6, results_after=21),
    Rhythm(MOBILITY, 9),
    Rhythm(BUDGET, 11),
    Rhythm(REGIONAL, 13),
    Rhythm(SCHOOL, 15, results_after=21),
    Rhythm(CLIMATE, 20),
    Rhythm(ASSEMBLY, 23),
    Rhythm(YOUTH, 25),
    Rhythm(CLOSED_BUILDING, 18, 56),
    *(Rhythm(_FIRST_FACTION + number, number * 3, 14) for number in range(len(FACTIONS))),
)

_COMMITTEES = (
    (MAIN, "Hauptausschuss", "des Hauptausschusses", "Großer Sitzungssaal"),
    (MOBILITY, "Ausschuss für Mobilität", "des Ausschusses für Mobilität", "Sitzungsraum 2.14"),
    (CLIMATE, "Ausschuss für Umwelt und Klima", "des Ausschusses für Umwelt und Klima", "Sitzungsraum 2.14"),
    (SCHOOL, "Ausschuss für Bildung und Sport", "des Ausschusses für Bildung und Sport", "Aula Mühlenweg"),
    (CULTURE, "Ausschuss für Kultur", "des Ausschusses für Kultur", "Bücherhalle Musterfeld"),
    (YOUTH, "Jugendhilfeausschuss", "des Jugendhilfeausschusses", "Haus der Jugend"),
    (BUDGET, "Haushaltsausschuss", "des Haushaltsausschusses", "Sitzungsraum 1.03"),
    (PLANNING, "Stadtentwicklungsausschuss", "des Stadtentwicklungsausschusses", "Großer Sitzungssaal"),
    (REGIONAL, "Regionalausschuss Seepark", "des Regionalausschusses Seepark", "Bootshaus am Seepark"),
)


def organizations() -> tuple[Organization, ...]:
    return (
        _organization(
            ASSEMBLY,
            OrganizationKind.ASSEMBLY,
            "Bezirksversammlung",
            meeting_name="Sitzung der Bezirksversammlung",
            room="Großer Sitzungssaal",
        ),
        *_committees(),
        *(
            _organization(
                _FIRST_FACTION + number,
                OrganizationKind.FACTION,
                name,
                meeting_name=f"Sitzung der {name}",
                room="",
            )
            for number, name in enumerate(FACTIONS)
        ),
    )


def _committees() -> Iterator[Organization]:
    """Those that exist, one behind closed doors, and one that treated 20-1554 and exists no longer."""
    for key, name, whose, room in _COMMITTEES:
        yield _organization(key, OrganizationKind.COMMITTEE, name, meeting_name=f"Sitzung {whose}", room=room)
    yield _organization(
        CLOSED_BUILDING,
        OrganizationKind.CLOSED,
        "Unterausschuss Bau",
        meeting_name="Sitzung des Unterausschusses Bau (nichtöffentlich)",
        room="Sitzungsraum 1.03",
    )
    yield Organization(
        key=FORMER_SOCIAL,
        kind=OrganizationKind.COMMITTEE,
        name="Ausschuss für Soziales, Bildung und Integration",
        meeting_name="Sitzung des Ausschusses für Soziales, Bildung und Integration",
        until=date(2019, 6, 13),
    )


def _organization(key: int, kind: OrganizationKind, name: str, *, meeting_name: str, room: str) -> Organization:
    early = kind in {OrganizationKind.FACTION, OrganizationKind.CLOSED} or key == MAIN
    return Organization(
        key=key,
        kind=kind,
        name=name,
        meeting_name=meeting_name,
        room=room,
        place=_TOWN_HALL if room else "",
        start=time(17, 30) if early else time(18, 0),
        members=_members(key, kind),
    )


def _members(organization: int, kind: OrganizationKind) -> tuple[Member, ...]:
    people = range(len(_FIRST_NAMES))
    if kind is OrganizationKind.FACTION:
        chosen = [number for number in people if number % len(FACTIONS) == organization - _FIRST_FACTION]
    elif kind is OrganizationKind.ASSEMBLY:
        chosen = list(people)
    else:
        chosen = [(organization * 5 + step * 7) % len(_FIRST_NAMES) for step in range(11)]
    roles = _ROLES[kind]
    return tuple(_member(number, roles[min(place, 2)]) for place, number in enumerate(dict.fromkeys(chosen)))


def _member(number: int, role: str) -> Member:
    name = f"{_FIRST_NAMES[number]} {_LAST_NAMES[number]}"
    if name.split()[1] == "Dr.":
        name = f"Dr. {_FIRST_NAMES[number]} {_LAST_NAMES[number].removeprefix('Dr. ')}"
    return Member(key=501 + number, name=name, role=role, function=FACTIONS[number % len(FACTIONS)])
