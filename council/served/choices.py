"""What a chat can choose for itself, as one wish that a button carries: always the wanted state, never "toggle"."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from council.served.languages import Language
from council.served.lead_times import MOST_LEAD_TIMES, LeadTime, parse_lead_time, parse_lead_times
from council.served.quiet_hours import QuietHours, parse_quiet_hours

# What is offered; other values of the operator's settings stand beside them.
OFFERED_LEADS: tuple[LeadTime, ...] = parse_lead_times("1w,3d,1d,2h,1h") + parse_lead_times("30m")
OFFERED_QUIET: tuple[QuietHours, ...] = tuple(
    hours
    for text in ("20:00-07:00", "21:00-07:00", "22:00-06:00", "23:00-06:00")
    if (hours := parse_quiet_hours(text)) is not None
)
# How "none at all" is written and stored (as in the settings).
NONE = "-"


class Wish(StrEnum):
    """What is to become how. The word is what a button carries."""

    LANGUAGE = "lang"
    LEAD_ON = "on"  # be reminded this long before, too
    LEAD_OFF = "off"
    NO_LEADS = "noleads"
    USUAL_LEADS = "leads"  # as the operator's settings say
    QUIET = "quiet"
    NO_QUIET = "noquiet"
    USUAL_QUIET = "anyquiet"
    ALL_USUAL = "all"


@dataclass(frozen=True, slots=True)
class Choice:
    """`value` is a language, a lead time or quiet hours as they are written; empty for the other wishes."""

    wish: Wish
    value: str = ""

    def __str__(self) -> str:
        return f"{self.wish}:{self.value}" if self.value else self.wish.value


def parse_choice(text: str) -> Choice | None:
    """The choice that writes itself exactly so; None for anything else."""
    name, _, value = text.partition(":")
    if name not in set(Wish):
        return None
    wish = Wish(name)
    try:
        written = _written(wish, value)
    except ValueError:
        return None
    choice = Choice(wish, written)
    return choice if str(choice) == text else None


def with_choice(leads: Sequence[LeadTime], choice: Choice) -> tuple[LeadTime, ...] | None:
    """The lead times after LEAD_ON or LEAD_OFF, longest first; None where that would be more than there may be."""
    changed = parse_lead_time(choice.value)
    others = [lead for lead in leads if lead.text != changed.text]
    wanted = [*others, changed] if choice.wish is Wish.LEAD_ON else others
    if len(wanted) > MOST_LEAD_TIMES:
        return None
    return parse_lead_times(",".join(lead.text for lead in wanted))


def _written(wish: Wish, value: str) -> str:
    """How a value of this wish is written; raises ValueError for what is none."""
    if wish is Wish.LANGUAGE:
        return Language(value).value
    if wish in {Wish.LEAD_ON, Wish.LEAD_OFF}:
        return parse_lead_time(value).text
    if wish is Wish.QUIET:
        return str(parse_quiet_hours(value))
    return ""
