"""Bounds before parsing: deep nesting and crowds of attributes take an HTML parser time without limit.

Measured with selectolax 1.0: 20,000 nested <div> 1 s and four times that for twice as many; 20,000 attributes 0.8 s.
"""

import re

from sources.allris.complete import without_comments
from sources.errors import Unreadable

# Real pages nest about 40 deep; old ones leave some hundred <font> open.
DEEPEST = 1_000
LONGEST_TAG = 8_000

TOO_DEEP = "Die Seite ist nicht zu lesen: Sie ist ungewöhnlich tief verschachtelt."
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]{0,19})")
# Never closed, or closed by what follows them.
_UNNESTED_TAGS = "area base br col dd dt embed hr img input li link meta option p param source tbody td th tr wbr"
_UNNESTED = frozenset(_UNNESTED_TAGS.split())


def check_bounds(html: str) -> None:
    """Raises Unreadable for a page no council system makes. Looks at each character a few times only."""
    text = without_comments(html)
    if _deepest(text) > DEEPEST or _longest_tag(text) > LONGEST_TAG:
        raise Unreadable(TOO_DEEP)


def _deepest(html: str) -> int:
    depth = deepest = 0
    for closing, name in _TAG.findall(html):
        if name.lower() in _UNNESTED:
            continue
        depth += -1 if closing and depth else not closing
        deepest = max(deepest, depth)
    return deepest


def _longest_tag(html: str) -> int:
    """The most characters a tag spends outside quoted values: an embedded picture may be long, names may not."""
    longest = 0
    for piece in html.split(">"):
        if len(piece) > LONGEST_TAG and (tag := re.search(r"<[a-zA-Z]", piece)):
            outside = re.sub(r'"[^"]*"|\'[^\']*\'', "", piece[tag.start() :])
            longest = max(longest, len(outside))
    return longest
