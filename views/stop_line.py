"""One stop of a paper's way, in a line: what came of it, or that it is to be, or that it is off."""

from datetime import date

from markupsafe import Markup

from council.published.known_meetings import NOT_FOUND
from council.published.way import Stop
from views.dates import day
from views.shortening import clipped
from views.wording import Words

_LONGEST_NAME = 120
_LONGEST_RESULT = 200
_LONGEST_NUMBER = 20
# For these the card has its own words; others ("zurückgezogen", "vertagt") say more and are quoted.
_TAKEN_OFF = frozenset({"abgesetzt", "entfällt", "entfallen", "gestrichen", "von der tagesordnung genommen"})


def stop_line(stop: Stop, words: Words, today: date) -> Markup:
    """ "• Mo., 10.04.2017 · Hauptausschuss: ungeändert beschlossen". `today` is the council's day."""
    name = clipped(stop.organization, _LONGEST_NAME)
    if stop.role:
        name = f"{name} ({clipped(stop.role, _LONGEST_NAME)})"
    return Markup("• ") + _line(stop, name, words, today)


def _line(stop: Stop, name: str, words: Words, today: date) -> Markup:
    result = clipped(stop.result, _LONGEST_RESULT) if stop.result else None
    if stop.date is None:
        phrase = "card-stop-undated" if result else "card-stop-unscheduled"
        return words(phrase, name=name, result=result or "")
    when = day(stop.date, words)
    if stop.is_off:
        return _off(stop, when, name, words)
    if result:
        return words("card-stop-past", day=when, name=name, result=result)
    if stop.date < today:
        return words("card-stop-open", day=when, name=name)
    if not stop.number:
        return words("card-stop-future", day=when, name=name)
    return words("card-stop-on-agenda", day=when, name=name, number=clipped(stop.number, _LONGEST_NUMBER))


def _off(stop: Stop, when: str, name: str, words: Words) -> Markup:
    if stop.cancelled:
        return words("card-stop-cancelled", day=when, name=name)
    if stop.withdrawn == NOT_FOUND:
        return words("card-stop-not-found", day=when, name=name)
    if stop.withdrawn in _TAKEN_OFF:
        return words("card-stop-taken-off", day=when, name=name)
    return words("card-stop-off", day=when, name=name, word=clipped(stop.withdrawn or "", _LONGEST_RESULT))
