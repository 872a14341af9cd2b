"""Files that a bot sends along, or that Telegram has already."""

from simulator.answers import bad_request
from simulator.messages import Document
from simulator.parameters import Parameters
from simulator.world import World


def uploaded(world: World, parameters: Parameters, field: str, *, largest: int) -> Document:
    """What the parameter `field` holds or refers to; at most `largest` bytes."""
    name = parameters.text(field)
    upload = parameters.files.get(name.removeprefix("attach://") if name else field)
    if upload is None and name in world.documents:
        return world.documents[name]
    if upload is None:
        raise _missing(name, field)
    if not upload.content:
        raise bad_request("file must be non-empty")
    if len(upload.content) > largest:
        raise bad_request("file is too big")
    return world.keep(upload)


def _missing(name: str, field: str) -> Exception:
    if not name:
        return bad_request(f"there is no {field} in the request")
    if name.startswith(("http://", "https://")):
        return bad_request("failed to get HTTP URL content")
    return bad_request("wrong remote file identifier specified: Wrong string length")
