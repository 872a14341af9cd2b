"""Beginning to follow all of an author: under which spellings, and which of them do not belong to it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from views.actions import Act, Action, action_data
from views.following import Followed, confirmation
from views.message import Button, Message
from views.shortening import clipped, one_line
from views.wording import Words

_MOST_SPELLINGS = 10
_LONGEST_SPELLING = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownAlias:
    """A spelling by our row of it, and how many papers bear it. `of_members`: of single members' own papers."""

    row: int
    written: str
    papers: int
    of_members: bool = False


def followed_author(followed: Followed, subscription: int, aliases: Sequence[ShownAlias], *, words: Words) -> Message:
    """The confirmation; each spelling but the last one can be taken out. `subscription` is our row."""
    shown = aliases[:_MOST_SPELLINGS]
    lines = [words("author-found-under")]
    lines += [words("author-spelling", name=_spelled(each, words), count=each.papers) for each in shown]
    if len(aliases) > len(shown):
        lines.append(words("card-more", count=len(aliases) - len(shown)))
    if len(aliases) > 1:
        lines.append(words("author-wrong"))
    message = confirmation(followed, lines, told="author-told", words=words)
    removing = tuple((_remove(each, subscription, words),) for each in shown) if len(aliases) > 1 else ()
    return replace(message, buttons=(*removing, *message.buttons))


def _spelled(alias: ShownAlias, words: Words) -> Markup:
    name = clipped(one_line(alias.written), _LONGEST_SPELLING)
    return words("open-members", name=name) if alias.of_members else Markup("{}").format(name)


def _remove(alias: ShownAlias, subscription: int, words: Words) -> Button:
    label = clipped(words.label("author-remove", name=_spelled(alias, words).unescape()), 60)
    return Button(label=label, action=action_data(Action(Act.EXCLUDE_NAME, number=subscription, page=alias.row)))
