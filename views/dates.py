"""Days and times as people read them: with the weekday and the year, never "tomorrow".

Both languages write the day as the council's papers do (10.04.2017), so that what is read here is found there.
"""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_time

from council.served.languages import Language
from views.wording import Words

_LOCALES = {Language.DE: "de", Language.EN: "en_GB"}


def day(value: date, words: Words) -> str:
    """ "Mo., 10.04.2017"."""
    return format_date(value, "EEE, dd.MM.yyyy", locale=_LOCALES[words.language])


def moment(value: datetime, zone: ZoneInfo, words: Words) -> str:
    """An instant on the council's wall clock: "Mo., 10.04.2017, 18:00 Uhr"."""
    local = value.astimezone(zone)
    clock = format_time(local, "HH:mm", locale=_LOCALES[words.language])
    return words.label("moment", day=day(local.date(), words), time=clock)
