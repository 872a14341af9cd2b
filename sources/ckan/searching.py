"""The portal's search: how it is asked for one district's papers and sessions, and what it answers."""

import datetime as dt
from dataclasses import dataclass
from urllib.parse import parse_qs, quote_plus, urlsplit

from sources.ckan.packages import packages_in
from sources.errors import Unreadable
from sources.oparl.json_text import Object

ROWS = 100
_NO_DISTRICT = "In der Adresse fehlt der Bezirk; gemeint ist etwas wie https://…/api/3/?bezirk=Harburg."
_NO_ANSWER = "Das ist keine Antwort der Suche des Transparenzportals."


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """Packages of one page, and how many were found in all."""

    packages: tuple[Object, ...]
    count: int


def district_of(place: str) -> str:
    """The district that a source's address names. Raises Unreadable if it names none."""
    named = parse_qs(urlsplit(place).query).get("bezirk", [""])[0].strip()
    if not named or '"' in named:
        raise Unreadable(_NO_DISTRICT)
    return named


def search_address(place: str, district: str, *, since: dt.datetime, start: int) -> str:
    """One page of what was modified since then, newest first. `place` is the address of the interface ("…/api/3/")."""
    base = place.partition("?")[0].rstrip("/")
    moment = since.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    asked = {
        "q": f'title:"Bezirk {district}"',
        "fq": f"metadata_modified:[{moment} TO *]",
        "sort": "metadata_modified desc",
        "rows": str(ROWS),
        "start": str(start),
    }
    return f"{base}/action/package_search?" + "&".join(f"{name}={quote_plus(value)}" for name, value in asked.items())


def answer_of(value: Object) -> Answer:
    """Raises Unreadable for anything else."""
    result = value.get("result")
    packages = packages_in(value)
    if packages is None or not isinstance(result, dict):
        raise Unreadable(_NO_ANSWER)
    count = result.get("count")
    return Answer(packages=packages, count=count if isinstance(count, int) else len(packages))
