"""Unpacking takes no more memory than its limit."""

import gzip
import tracemalloc
import zlib
from collections.abc import Callable

import pytest

from sources.errors import Unreadable
from sources.web.unpacking import unpacked

LARGEST = 1_000_000


@pytest.mark.parametrize(("pack", "packing"), [(gzip.compress, "gzip"), (zlib.compress, "deflate")])
@pytest.mark.parametrize("may_cut", [True, False])
def test_a_bomb_takes_no_more_memory_than_the_limit(
    pack: Callable[[bytes], bytes], packing: str, *, may_cut: bool
) -> None:
    bomb = pack(b"\0" * 50_000_000)
    tracemalloc.start()
    try:
        if may_cut:
            assert unpacked(bomb, packing, largest=LARGEST, may_cut=True) == b"\0" * LARGEST
        else:
            with pytest.raises(Unreadable, match="größer als 1 MB"):
                unpacked(bomb, packing, largest=LARGEST)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 10 * LARGEST
