"""One paper, found in a council's system by its number or by what a link says."""

from collections.abc import Iterable
from dataclasses import replace

from bot.collecting.sources import Source
from bot.collecting.tools import Tools
from council.published.links import Link, LinkKind
from council.published.numbers import reference_key
from council.published.readings import Page, Reading
from council.published.rounds import TargetKind
from sources.errors import NotFound, NotPublic, SourceError
from storage.meetings import paper_keys_on_agendas
from storage.pages import PageRecorded, record_page
from storage.visits import Visit

# Several papers may bear one number; more than these are not asked for.
_MOST_OF_A_NUMBER = 3

Found = tuple[bool, int | None]


async def look_up_reference(tools: Tools, source: Source, reference: str) -> Found:
    """Whether there is such a paper, and our row of it. A number seen on a known agenda needs no search.

    Raises SourceErrors.
    """
    on_agendas = await tools.database.read(paper_keys_on_agendas, reference, body=source.name)
    if found := await _first(tools, source, (key for _, key in on_agendas), reference):
        return found
    async with tools.pages.reader.visit() as visit:  # the server keeps the filter for this visitor
        form = source.allris.number_filter(reference)
        reading = await tools.pages.read_one(source.allris.papers, Page.PAPERS, visit=visit, form=form)
    # Whether the filter worked is not known: what counts is the number in the row.
    wanted = reference_key(reference)
    keys = [each.id for each in reading.listed if each.id and reference_key(each.reference) == wanted]
    return await _first(tools, source, dict.fromkeys(keys), reference) or (False, None)


async def look_up_link(tools: Tools, source: Source, link: Link) -> Found:
    """As `look_up_reference`, for a link into this very system; an item leads to its paper. Raises SourceErrors."""
    if link.kind is LinkKind.PAPER:
        return await _paper(tools, source, link.key)
    page = Page.ITEM if link.kind is LinkKind.ITEM else Page.AGENDA
    reading = await tools.pages.read_one(source.allris.linked(link.kind, link.key), page, key=link.key)
    await _record(tools, source, reading)
    paper = next((item.paper_id for item in reading.items if item.paper_id), None)
    return (True, None) if paper is None else await _paper(tools, source, paper)


async def _first(tools: Tools, source: Source, keys: Iterable[str], reference: str) -> Found | None:
    """The first of these papers that has this number and may be read. Raises NotPublic if none may."""
    closed: SourceError | None = None
    for key in list(keys)[:_MOST_OF_A_NUMBER]:
        try:
            _, row = found = await _paper(tools, source, key, reference=reference)
        except (NotPublic, NotFound) as fault:
            closed = fault if isinstance(fault, NotPublic) else closed
            continue
        if row is not None:
            return found
    if closed is not None:
        raise closed
    return None


async def _paper(tools: Tools, source: Source, key: str, *, reference: str | None = None) -> Found:
    address = source.allris.page(TargetKind.PAPER, key)
    reading = await tools.pages.read_one(address, Page.PAPER, key=key)
    recorded = await _record(tools, source, reading)
    if any(not paper.public for paper in reading.papers):
        raise NotPublic(f"{address} ist nicht öffentlich.")
    numbers = {reference_key(paper.reference) for paper in reading.papers}
    if not recorded.papers.rows or (reference is not None and reference_key(reference) not in numbers):
        return False, None
    return True, recorded.papers.rows[0]


async def _record(tools: Tools, source: Source, reading: Reading) -> PageRecorded:
    """Without a round: what is read for a question makes no news."""
    body = source.body
    if body.name == body.key and reading.assembly:
        body = replace(body, name=reading.assembly)
    visit = Visit(body=body, now=tools.now(), source=source.row)
    return await tools.database.transaction(record_page, visit, reading)
