"""Public only where the page says so: anything else, and silence, means not public."""

import re
from collections.abc import Sequence

from sources.errors import NotPublic, NotSaidPublic

# The value itself never goes into a message: it belongs to something that is not public.
NOT_SAID_PUBLIC = "Die Seite sagt nicht, dass diese Drucksache öffentlich ist; es ist nichts gelesen worden."
_PUBLIC = re.compile(r"öffentlich(?: ?\((?![^)]*nicht)[^)]*\))?", re.IGNORECASE)


def require_public(statuses: Sequence[str]) -> None:
    """Raises NotPublic unless there is a status and every one of them is "öffentlich", a parenthesis aside;
    NotSaidPublic where none says the contrary either.
    """
    if any("nicht" in status.casefold() for status in statuses):
        raise NotPublic(NOT_SAID_PUBLIC)
    if not statuses or not all(_PUBLIC.fullmatch(" ".join(status.split())) for status in statuses):
        raise NotSaidPublic(NOT_SAID_PUBLIC)
