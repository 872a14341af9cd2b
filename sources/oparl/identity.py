"""What makes two addresses the same object's: the path behind the system's root, for hosts and roots move."""

import re

# Karlsruhe went from web1.…/oparl/ to web2.…/ris/oparl/, Bonn answers under /oparl/ and /public/oparl/, systems go
# from 1.0 to 1.1, and old ones mix http and https.
_ROOT = re.compile(r"https?://[^/?#]*(?:/(?:[^?#]*?/)??oparl(?=/)(?:/v?1\.[0-9](?=/))?)?", re.IGNORECASE)


def path_key(id_: str) -> str:
    """The part of an object's id that stays when its system moves."""
    return re.sub(r"/{2,}", "/", id_[len(root_of(id_)) :]).rstrip("/") or id_


def root_of(id_: str) -> str:
    """The part in front of `path_key`; empty for an id that is no address."""
    found = _ROOT.match(id_)
    return found[0] if found else ""


def host_of(id_: str) -> str | None:
    """The host an id lies on, in lower case."""
    found = re.match(r"https?://(?:[^/?#@]*@)?([^/?#:@]+)", id_, re.IGNORECASE)
    return found[1].lower() if found else None
