"""Real pages lying beside the project on some machines; the tests on them skip visibly elsewhere."""

from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[2] / "shared"

needs_shared = pytest.mark.skipif(not SHARED.is_dir(), reason="the folder of real pages is not on this machine")
