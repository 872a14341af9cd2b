"""Words in a session's title that say it is not public: a calendar names such sessions all the same."""

import re

_LONGEST = 2_000
_NON_PUBLIC = r"nicht[ -]?(?:öffentlich|oeffentlich|öff|oeff)\w*"
_PUBLIC = r"(?:öffentlich|oeffentlich)\w*(?: Teil| Sitzung)?"
_JOINT = r" ?(?:/|\+|&|und|sowie|mit) ?"
# "öffentlich/nichtöffentlich", "öffentlicher und nichtöffentlicher Teil": one of its parts is public.
_BOTH = re.compile(
    rf"(?<!nicht)(?<!nicht[ -])\b{_PUBLIC}{_JOINT}{_NON_PUBLIC}|{_NON_PUBLIC}{_JOINT}{_PUBLIC}", re.IGNORECASE
)
_SECRET = re.compile(
    rf"\b(?:{_NON_PUBLIC}|vertraulich(?:e[rsnm]?)?|geheim|nicht für die öffentlichkeit)\b"
    r"|\(\s?n\.? ?ö\.?\s?\)",
    re.IGNORECASE,
)


def says_non_public(text: str) -> bool:
    """Whether any word says so and none says that a part is public. Of an absurdly long text: yes."""
    if len(text) > _LONGEST:
        return True
    return _SECRET.search(_BOTH.sub(" ", text)) is not None
