"""A session as it is published now, seen by one chat."""

from dataclasses import dataclass

from council.published.known_meetings import KnownItem
from council.published.meetings import Meeting


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownItem:
    """A public item. `own`: the chat follows its paper or one of its family; `paper_row` is our row of that paper."""

    item: KnownItem
    own: bool = False
    paper_row: int | None = None

    @property
    def is_on(self) -> bool:
        return self.item.withdrawn is None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownSession:
    """A public session with all its public items in the order of the agenda, those taken off among them.

    `whole`: the chat follows the organization and hears of every item, else only of its own ones.
    """

    meeting: Meeting
    items: tuple[ShownItem, ...] = ()
    whole: bool = False

    @property
    def of_concern(self) -> tuple[ShownItem, ...]:
        return tuple(each for each in self.items if self.whole or each.own)

    @property
    def own_on(self) -> tuple[ShownItem, ...]:
        """The chat's own items that are on the agenda."""
        return tuple(each for each in self.items if each.own and each.is_on)
