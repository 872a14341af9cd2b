"""Which council a saved page belongs to."""

from urllib.parse import urlsplit

from bot.errors import CommandError
from bot.settings import Settings
from council.published.bodies import Body, ConfiguredBody, choose_body, find_body, slug
from council.published.readings import Reading
from storage.bodies import all_bodies
from storage.database import Database


async def body_of(database: Database, settings: Settings, reading: Reading, name: str | None) -> Body:
    """The one of that name, else the one the page names. Raises CommandError where nothing tells which."""
    known = await database.read(all_bodies)
    if name is None:
        chosen = choose_body(reading.assembly, reading.host, configured=_configured(settings), stored=known)
        if chosen is None:
            raise CommandError("Auf der Seite steht nicht, zu welchem Rat sie gehört; bitte mit --body NAME angeben.")
        return chosen
    if found := find_body(name, known):
        return found
    if not slug(name):
        raise CommandError(f"„{name}“ ist kein Name für einen Rat; er braucht wenigstens einen Buchstaben.")
    return Body(key=slug(name), name=reading.assembly or name, host=reading.host)


def _configured(settings: Settings) -> tuple[ConfiguredBody, ...]:
    """The councils of the settings, each with the hosts it is read from."""
    hosts: dict[str, list[str]] = {}
    for source in settings.sources:
        host = urlsplit(source.place).hostname if source.kind != "files" else None
        hosts.setdefault(source.body, []).extend([host] if host else [])
    return tuple(ConfiguredBody(key=key, hosts=tuple(names)) for key, names in hosts.items())
