"""Lead times in words: "einen Tag und zwei Stunden"."""

from collections.abc import Sequence

from council.served.lead_times import LeadTime
from views.wording import Words

_UNITS = {"w": "lead-weeks", "d": "lead-days", "h": "lead-hours", "m": "lead-minutes"}


def lead_words(leads: Sequence[LeadTime], words: Words) -> str:
    """How long before the session, to be followed by "vor der Sitzung"; empty for none at all."""
    each = [_one(lead, words) for lead in leads]
    if len(each) < 2:
        return "".join(each)
    return words.label("lead-and", leads=", ".join(each[:-1]), last=each[-1])


def _one(lead: LeadTime, words: Words) -> str:
    length, _, clock = lead.text.partition("@")
    if clock and not lead.before:
        return words.label("lead-same-day", time=clock)
    spoken = words.label(_UNITS[length[-1]], count=int(length[:-1]))
    return words.label("lead-at", lead=spoken, time=clock) if clock else spoken
