"""Pictures that a bot sends: what Telegram takes for one, and how large it is."""

import struct

from simulator.answers import bad_request
from simulator.messages import Picture
from simulator.parameters import Parameters
from simulator.uploads import uploaded
from simulator.world import World

LARGEST_PICTURE = 10 * 10**6  # bytes
LONGEST_SIDES = 10_000  # pixels, both together
STEEPEST = 20  # the longer side by the shorter

PNG = b"\x89PNG\r\n\x1a\n"
_SIZE = struct.Struct(">II")


def picture(world: World, parameters: Parameters) -> Picture:
    """Only PNG is read here; Telegram takes other kinds as well and makes a JPEG of each."""
    document = uploaded(world, parameters, "photo", largest=LARGEST_PICTURE)
    head = document.content[:24]
    if len(head) < 24 or not head.startswith(PNG) or head[12:16] != b"IHDR":
        raise bad_request("IMAGE_PROCESS_FAILED")
    width, height = _SIZE.unpack(head[16:24])
    if not width or not height or width + height > LONGEST_SIDES or max(width, height) > STEEPEST * min(width, height):
        raise bad_request("PHOTO_INVALID_DIMENSIONS")
    return Picture(document, width, height)
