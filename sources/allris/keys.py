"""ALLRIS's own stable keys (VOLFDNR, SILFDNR, TOLFDNR) in links and forms; case does not matter."""

import re
from urllib.parse import unquote

from selectolax.lexbor import LexborNode

# No key is longer in any installation seen; a 5,000-digit "key" is no key.
_DIGITS = re.compile("[0-9]{1,18}")


def key_in(address: str | None, *names: str) -> str | None:
    """The value of one of these parameters in a link, percent-encoded or not."""
    wanted = "|".join(names)
    found = re.search(rf"[?&;](?:{wanted})=([0-9]{{1,18}})(?![0-9])", unquote(address or ""), re.IGNORECASE)
    return found[1] if found else None


def hidden_key(node: LexborNode, name: str) -> str | None:
    """The value of the hidden input of that name inside a cell or form."""
    for field in node.css("input"):
        attributes = field.attributes
        if (attributes.get("name") or "").casefold() == name.casefold():
            value = (attributes.get("value") or "").strip()
            return value if _DIGITS.fullmatch(value) else None
    return None


def links(node: LexborNode) -> list[str]:
    """The addresses of a cell's links and forms."""
    found = [link.attributes.get("href") for link in node.css("a")]
    found += [form.attributes.get("action") for form in node.css("form")]
    return [address for address in found if address]
