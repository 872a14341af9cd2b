"""Pages of an OParl list: what stands on one, and the way from one to the next."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sources.errors import Unreadable
from sources.oparl.fields import address, line, objects, reference
from sources.oparl.identity import path_key
from sources.oparl.json_text import Json, Object, as_utf8, read_json
from sources.oparl.object_types import is_list
from sources.oparl.tokens import data_array, elements, own_id

_NO_LIST = "Das ist keine Liste von OParl."
_MOST_PAGES = 5_000
REPEATED = "Die Liste zeigt dieselben Objekte noch einmal."
LOOP = "Die Liste führt im Kreis."
ENDLESS = "Die Liste hat kein Ende."
BROKEN_OFF = "Die Liste hört auf, ehe sie zu Ende ist: {} von {} Objekten."


@dataclass(frozen=True, slots=True, kw_only=True)
class ListPage:
    """`total` is how many objects the server says the whole list has. `broken` are sentences on those of the page that
    could not be read, each named.
    """

    objects: tuple[Object, ...]
    next: str | None = None
    last: str | None = None
    total: int | None = None
    broken: tuple[str, ...] = ()


def read_list_page(body: bytes) -> ListPage:
    """Also a bare array, a single object, and a page with some broken objects. Raises Unreadable for anything else."""
    data = as_utf8(body).strip()
    try:
        value = read_json(data)
    except Unreadable:
        return _without_broken_ones(data)
    if isinstance(value, Mapping):
        return _page(value) if is_list(value) else ListPage(objects=objects(value))
    if isinstance(value, Sequence) and not isinstance(value, str):
        return ListPage(objects=objects(value))
    raise Unreadable(_NO_LIST)


class Walk:
    """The way through one list. It may end early: `trouble` is the sentence why, and then absence proves nothing.

    `is_whole`: the list is asked for without a filter, so its total is what has to come.
    """

    def __init__(self, first: str, *, is_whole: bool = True) -> None:
        self.trouble: str | None = None
        self._is_whole = is_whole
        self._visited = {first}
        self._ids: set[str] = set()

    def after(self, page: ListPage) -> str | None:
        """The next page to be read, None at the end."""
        ids = {path_key(id_) for each in page.objects if (id_ := reference(each.get("id")))}
        is_repeated = bool(ids) and ids <= self._ids
        self._ids |= ids
        if page.next is None:
            self.trouble = self._at_the_end(page)
        elif is_repeated:
            self.trouble = REPEATED
        elif page.next in self._visited:
            self.trouble = LOOP
        elif len(self._visited) >= _MOST_PAGES:
            self.trouble = ENDLESS
        else:
            self._visited.add(page.next)
            return page.next
        return None

    def _at_the_end(self, page: ListPage) -> str | None:
        if not self._is_whole or page.total is None or len(self._ids) + len(page.broken) >= page.total:
            return None
        return BROKEN_OFF.format(len(self._ids), page.total)


def _page(value: Object, *, broken: tuple[str, ...] = ()) -> ListPage:
    links, pagination = _object(value.get("links")), _object(value.get("pagination"))
    total = line(pagination.get("totalElements"))
    return ListPage(
        objects=objects(value.get("data")),
        next=address(links.get("next")),
        last=address(links.get("last")),
        total=int(total) if total and total.isdecimal() and len(total) < 10 else None,
        broken=broken,
    )


def _without_broken_ones(data: bytes) -> ListPage:
    """Each object by itself: one that is broken takes no other with it, nor the way to the next page."""
    array = (0, len(data)) if data.startswith(b"[") else data_array(data)
    if array is None:
        raise Unreadable(_NO_LIST)
    found, broken = [], []
    for element in elements(data[array[0] : array[1]]):
        try:
            found.append(read_json(element))
        except Unreadable as error:
            broken.append(f"{own_id(element) or 'Ein Objekt'}: {error}")
    rest = read_json(data[: array[0]] + b"[]" + data[array[1] :]) if array[0] else {}
    frame = _page(_object(rest), broken=tuple(broken))
    return ListPage(objects=objects(found), next=frame.next, last=frame.last, total=frame.total, broken=frame.broken)


def _object(value: Json) -> Object:
    return value if isinstance(value, Mapping) else {}
