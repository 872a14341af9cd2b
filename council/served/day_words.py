"""How days are named in German and English, in folded letters."""

import re
from collections.abc import Mapping

_WEEKDAYS = (
    ("montag", "montags", "monday", "mondays"),
    ("dienstag", "dienstags", "tuesday", "tuesdays"),
    ("mittwoch", "mittwochs", "wednesday", "wednesdays"),
    ("donnerstag", "donnerstags", "thursday", "thursdays"),
    ("freitag", "freitags", "friday", "fridays"),
    ("samstag", "samstags", "sonnabend", "saturday"),
    ("sonntag", "sonntags", "sunday"),
)
# So short, they are days only after "am" and "on".
_SHORT = (("mo", "mon"), ("di", "tue", "tues"), ("mi", "wed"), ("do", "thu", "thurs"), ("fr", "fri"), ("sa", "sat"))
_MONTHS = (
    ("januar", "jaenner", "january", "jan"),
    ("februar", "february", "feb"),
    ("maerz", "marz", "march"),
    ("april",),
    ("mai", "may"),
    ("juni", "june"),
    ("juli", "july"),
    ("august",),
    ("september", "sept", "sep"),
    ("oktober", "october", "okt", "oct"),
    ("november", "nov"),
    ("dezember", "december", "dez", "dec"),
)
WEEKDAYS: Mapping[str, int] = {
    name: number for names in (_WEEKDAYS, _SHORT) for number, each in enumerate(names) for name in each
}
MONTHS: Mapping[str, int] = {name: number for number, each in enumerate(_MONTHS, start=1) for name in each}
NUMBERS: Mapping[str, int] = {
    "ein": 1, "eine": 1, "einer": 1, "einem": 1, "one": 1, "a": 1, "zwei": 2, "two": 2, "drei": 3, "three": 3,
    "vier": 4, "four": 4, "fuenf": 5, "five": 5, "sechs": 6, "six": 6, "sieben": 7, "seven": 7, "acht": 8,
    "zehn": 10, "ten": 10, "vierzehn": 14, "fourteen": 14,
}  # fmt: skip

RELATIVE: Mapping[str, int] = {
    "vorgestern": -2, "gestern": -1, "yesterday": -1, "heute": 0, "today": 0, "tonight": 0, "morgen": 1,
    "tomorrow": 1, "uebermorgen": 2, "day after tomorrow": 2,
}  # fmt: skip


def _one_of(words: Mapping[str, int] | tuple[str, ...]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


_NEXT = "naechste[nrs]?|nachste[nrs]?|kommende[nrs]?|next|coming|uebernaechste[nrs]?"
_WHICH = f"(?P<which>{_NEXT}|diese[nrs]?|this|letzte[nrs]?|last|vergangene[nrs]?|vorige[nrs]?|previous)"
_LONG = _one_of(tuple(name for each in _WEEKDAYS for name in each))
_ABBREVIATED = _one_of(tuple(name for each in _SHORT for name in each))
_MONTH = _one_of(MONTHS)
# "may" is a verb and "mai" is not: without "in" it is no month.
_CLEAR_MONTH = _one_of(tuple(name for name in MONTHS if name not in {"may", "march", "jan", "sep", "dec", "oct"}))
_NUMERIC = r"[0-9]{1,2}\.[0-9]{1,2}(?:\.(?:[0-9]{4}|[0-9]{2})?)?"
_NTH = "(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?"
_COUNT = rf"(?P<number>[0-9]{{1,2}}|{_one_of(NUMBERS)})"
_TIME_OF_DAY = "(?: (?:frueh|vormittag|mittag|nachmittag|abend|morning|noon|afternoon|evening|night))?"

_UNTIL = "(?:bis zum|bis|und|to|until|and)"
_OF_YEAR = "(?: (?P<year>[0-9]{4}))?"
_IN_MONTH = "(?:im|in|fuer|for|during|monat|naechsten|kommenden|diesen|next|this|im monat)"
_WITHIN = "(?:(?:in|fuer|for|within) )?(?:(?:den|die|the) )?"

_PHRASES = (
    ("dates", rf"(?:vom|von|zwischen|from|between) (?P<first>{_NUMERIC}) {_UNTIL} (?P<last>{_NUMERIC})"),
    ("date", rf"(?:(?:am|den|dem|vom|fuer den|zum|on|for|of) )?(?P<date>{_NUMERIC})"),
    ("iso", r"(?:(?:am|on|for) )?(?P<date>[0-9]{4}-[0-9]{2}-[0-9]{2})"),
    ("day and month", rf"(?:(?:am|den|vom|zum|on|on the|the) )?{_NTH} (?:of )?(?P<month>{_MONTH}){_OF_YEAR}"),
    ("day and month", rf"(?:on )?(?P<month>{_MONTH}) {_NTH}{_OF_YEAR}"),
    ("of month", rf"(?:am|on the|den) {_NTH}"),
    ("month", rf"{_IN_MONTH} (?P<month>{_MONTH}){_OF_YEAR}"),
    ("month", rf"(?P<month>{_CLEAR_MONTH}){_OF_YEAR}"),
    ("this month", rf"(?:(?:im|in|for|fuer) )?(?:den )?{_WHICH} (?:monats?|month)"),
    ("this month", r"(?P<which>)(?:im laufenden monat|later this month|bis (?:zum )?monatsende)"),
    ("year", rf"(?:(?:im|in) )?{_WHICH} (?:jahr|year)"),
    ("year", r"(?P<which>)(?:bis (?:zum )?jahresende|until the end of the year)"),
    ("calendar week", r"(?:in )?(?:der )?(?:kw|kalenderwoche|calendar week|week) (?P<number>[0-9]{1,2})"),
    ("span", rf"{_WITHIN}(?:naechsten|kommenden|next|coming) (?:{_COUNT} )?(?P<unit>tagen?|tage|wochen|days|weeks)"),
    ("in weeks", rf"(?:heute )?in {_COUNT} (?P<unit>tag|tagen|days?|wochen?|weeks?)"),
    ("weekend", rf"(?:am |on |at |the )*{_WHICH} (?:wochenende|weekend)"),
    ("weekend", r"(?P<which>)(?:am wochenende|(?:on|at) the weekend)"),
    ("weekday of week", rf"(?:am |on )?(?P<weekday>{_LONG}) (?:der |in der |of )?{_WHICH} (?:woche|week)"),
    ("weekday of week", rf"(?:in der |in )?{_WHICH} (?:woche|week) (?:am |on )?(?P<weekday>{_LONG})"),
    ("whole week", rf"(?:(?:in der|in|for|fuer|during|waehrend) )?(?:die |der )?{_WHICH} (?:woche|week)"),
    ("weekday", rf"(?:(?:am|den|fuer|on|bis|zum|for) )?(?:{_WHICH} )?(?P<weekday>{_LONG}){_TIME_OF_DAY}"),
    ("weekday", rf"(?:am|on) (?P<which>)(?P<weekday>{_ABBREVIATED})"),
    ("relative", rf"(?:(?:fuer|ab|for|the) )?(?P<day>{_one_of(tuple(RELATIVE))}){_TIME_OF_DAY}"),
)  # fmt: skip

PHRASES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(rf"(?<!\S)(?:{form})(?:'s)?(?!\S)")) for kind, form in _PHRASES
)
