"""Random histories of one agenda, with random faults: what may be told of them, and what must be."""

from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from council.published.changes import Change, ChangeKind
from council.published.item_changes import is_open
from council.published.known_meetings import KnownMeeting
from council.published.meeting_changes import MeetingOutcome
from council.published.meetings import AgendaItem
from tests.council.published.sessions import NOW, a_hidden_row, a_session, an_item, compared, items, known

NAMES = ("Radweg", "Mitteilungen", "Mitteilungen", "Haushalt")
STEP = timedelta(hours=5)

Told = dict[str, dict[str, object]]


@st.composite
def faulty_readings(draw: st.DrawFn, agenda: tuple[AgendaItem, ...]) -> tuple[tuple[AgendaItem, ...], bool]:
    """An agenda as a troubled system shows it, and whether its structure is sound: items missing, everything
    empty, numbers shifted, results blank; with its structure broken also names, papers and publicity.
    """
    shown = [item for item in agenda if draw(st.integers(0, 3))]
    if draw(st.booleans()):
        shown = [replace(item, number=f"Ö {place + 7}", result="(offen)") for place, item in enumerate(shown)]
    if draw(st.integers(0, 9)) == 0:
        shown = []
    if draw(st.integers(0, 3)):
        return tuple(shown), True
    garbled = [replace(item, name="?", paper="99-9", public=draw(st.booleans()), result="x") for item in shown]
    return tuple(draw(st.permutations(garbled))), False


@settings(deadline=None)
@given(st.data())
def test_faults_alone_are_never_news(data: st.DataObject) -> None:
    agenda = tuple(an_item(str(place), name, paper=f"22-{place}") for place, name in enumerate(NAMES))
    stored, later = known(a_session(*agenda, a_hidden_row("N 5"))), NOW
    for _ in range(data.draw(st.integers(1, 12))):
        later += STEP
        shown, sound = data.draw(faulty_readings(agenda))
        outcome = compared(stored, a_session(*shown), now=later, structure_ok=sound)
        assert outcome.changes == ()
        stored = outcome.known
    whole = compared(stored, a_session(*agenda, a_hidden_row("N 5")), now=later)
    assert (whole.changes, [each.item.id for each in whole.known.items if each.item.public]) == ((), list("0123"))


@settings(deadline=None)
@given(st.lists(st.booleans(), min_size=4, max_size=4), st.booleans())
def test_other_ids_for_all_that_is_shown_are_never_news(shown: list[bool], papers: bool) -> None:
    agenda = tuple(
        an_item(str(place), name, paper=f"22-{place}" if papers else None) for place, name in enumerate(NAMES)
    )
    moved = [replace(item, id=f"9{item.id}") for item, is_shown in zip(agenda, shown, strict=True) if is_shown]
    outcome = compared(known(a_session(*agenda)), a_session(*moved))
    assert (outcome.changes, outcome.remapped) == ((), sum(shown))


@settings(deadline=None)
@given(st.permutations("ABCDEF"), st.integers(0, 3))
def test_replaying_additions_and_moves_gives_the_new_order(order: list[str], new: int) -> None:
    old = list("CDEFGH"[new:])
    kept = [key for key in old if key not in order]
    shown = [*order, *kept]
    changes = compared(known(a_session(*items(*old))), a_session(*items(*shown))).changes
    moved = {change.item for change in changes if change.kind is ChangeKind.ITEM_MOVED}
    replayed: list[str] = [key for key in old if key not in moved]
    places = {int(str(change.after["place"])): str(change.item) for change in changes}
    for place in sorted(places):
        replayed.insert(place - 1, places[place])
    assert replayed == shown


@dataclass
class Council:
    """What the council really publishes; every name and paper is its own, so that replaying can tell them apart."""

    agenda: list[AgendaItem] = field(default_factory=list)
    taken_off: set[str] = field(default_factory=set)
    made: int = 0

    def add(self, place: int) -> None:
        self.made += 1
        key = str(self.made)
        self.agenda.insert(place % (len(self.agenda) + 1), an_item(key, f"Punkt {key} eins"))

    def change(self, place: int, what: str) -> None:
        if not self.agenda:
            return
        place %= len(self.agenda)
        item = self.agenda[place]
        key = str(item.id)
        changed: dict[str, Any] = {
            "reword": {"name": f"{item.name} und mehr"},
            "paper": {"paper": f"22-{key}{len(item.paper or '')}"},
            "result": {"result": "vertagt" if item.result != "vertagt" else "beschlossen"},
            "hide": {"public": False, "name": None, "paper": None, "result": None},
        }
        if what == "move":
            self.agenda.append(self.agenda.pop(place))
        elif what == "vanish":
            self.agenda.pop(place)
        elif what == "take_off":
            self.taken_off ^= {key}
        elif item.public:
            self.agenda[place] = replace(item, **changed[what])

    def published(self) -> tuple[AgendaItem, ...]:
        return tuple(
            replace(item, name="- abgesetzt -", paper=None) if item.id in self.taken_off and item.public else item
            for item in self.agenda
        )


def tell(told: Told, outcome: MeetingOutcome) -> None:
    """What a reader of the changes believes of each item; an agenda published is read as a whole."""
    for change in outcome.changes:
        if change.kind is ChangeKind.AGENDA_PUBLISHED:
            told |= believed(outcome.known)
        else:
            replay(told, change)


def replay(told: Told, change: Change) -> None:
    key = str(change.item)
    match change.kind:
        case ChangeKind.ITEM_ADDED | ChangeKind.ITEM_REVIVED:
            told[key] = {"result": None} | told.get(key, {}) | {"on": True}
            told[key] |= {"name": change.after["name"], "paper": change.after.get("paper")}
        case ChangeKind.ITEM_WITHDRAWN:
            told[key]["on"] = False
        case ChangeKind.ITEM_REWORDED:
            told[key]["name"] = change.after["name"]
        case ChangeKind.ITEM_PAPER_ADDED:
            told[key]["paper"] = change.after["paper"]
        case ChangeKind.RESULT_APPEARED | ChangeKind.RESULT_CHANGED:
            # An item that was off the agenda when it was seen first was never told of.
            told.setdefault(key, {"on": False, "name": change.after["name"], "paper": change.paper})
            told[key]["result"] = change.after["result"]
        case ChangeKind.ITEM_NON_PUBLIC:
            told.pop(key, None)


def believed(stored: KnownMeeting) -> Told:
    return {
        str(each.item.id): {
            "on": not each.withdrawn,
            "name": each.item.name,
            "paper": each.item.paper,
            "result": None if is_open(each.item.result) else each.item.result,
        }
        for each in stored.items
        if each.item.public
    }


DEEDS = st.sampled_from(["reword", "paper", "result", "hide", "move", "vanish", "take_off"])


@settings(max_examples=100, deadline=None)
@given(st.data())
def test_replaying_the_changes_gives_the_public_state_and_only_words_withdraw(data: st.DataObject) -> None:
    council = Council()
    for place in range(data.draw(st.integers(1, 5))):
        council.add(place)
    stored, later = known(a_session(*council.published())), NOW
    told, ever_taken_off = believed(stored), set[str]()
    for _ in range(data.draw(st.integers(1, 15))):
        later += STEP
        if data.draw(st.integers(0, 4)) == 0:
            council.add(data.draw(st.integers(0, 9)))
        else:
            council.change(data.draw(st.integers(0, 9)), data.draw(DEEDS))
        ever_taken_off |= council.taken_off
        agenda = council.published()
        shown, sound = data.draw(faulty_readings(agenda)) if data.draw(st.booleans()) else (agenda, True)
        shown = shown if sound else tuple(item for item in shown if str(item.id) in told)
        outcome = compared(stored, a_session(*shown), now=later, structure_ok=sound)
        withdrawn = {change.item for change in outcome.changes if change.kind is ChangeKind.ITEM_WITHDRAWN}
        assert withdrawn <= ever_taken_off
        tell(told, outcome)
        stored = outcome.known
        assert told.keys() <= believed(stored).keys()
    check_the_end(council, stored, told)


def check_the_end(council: Council, stored: KnownMeeting, told: Told) -> None:
    """After one good reading of everything the reader believes what is published, and never doubts the missing."""
    if not council.agenda:
        return
    outcome = compared(stored, a_session(*council.published()), now=NOW + timedelta(days=8))
    tell(told, outcome)
    now_known = believed(outcome.known)
    missing = {str(each.item.id) for each in outcome.known.items if each.missing}
    for item in council.agenda:
        key = str(item.id)
        assert (key in now_known) is item.public
        if key in told:
            assert told[key] == now_known[key]
        if key in now_known and key not in council.taken_off:
            assert told[key] == {"on": True, "name": item.name, "paper": item.paper, "result": item.result}
    assert all(told[key]["on"] or key in council.taken_off for key in told.keys() & missing)
