"""Databases for the tests: real files."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from tests.storage.builders import connected

# A busy machine is no failure: nothing here asserts on time.
settings.register_profile("without deadline", deadline=None)
settings.load_profile("without deadline")


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    with connected(tmp_path / "ratsbote.db") as opened:
        yield opened
