"""getFile and the download of a file."""

from simulator.answers import JsonObject, bad_request
from simulator.messages import Document
from simulator.parameters import Parameters
from simulator.world import World

LARGEST_DOWNLOAD = 20 * 2**20  # bytes


def get_file(world: World, parameters: Parameters) -> JsonObject:
    name = parameters.text("file_id")
    if not name:
        raise bad_request("file_id is not specified")
    document = world.documents.get(name)
    if document is None:
        raise bad_request("invalid file_id")
    if len(document.content) > LARGEST_DOWNLOAD:
        raise bad_request("file is too big")
    return {
        "file_id": document.file_id,
        "file_unique_id": document.unique_id,
        "file_size": len(document.content),
        "file_path": document.path,
    }


def file_at(world: World, path: str) -> Document | None:
    """The file that /file/bot<token>/<path> gives."""
    return next((each for each in world.documents.values() if each.path == path), None)
