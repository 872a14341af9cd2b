"""Councils: one row each, completed but never overwritten."""

import sqlite3
from dataclasses import replace

from council.published.bodies import Body
from storage.bodies import all_bodies, body_by_key, ensure_body
from tests.storage.builders import ELBDORF, SEESTADT


def test_bodies_come_in_the_order_of_their_first_sight(connection: sqlite3.Connection) -> None:
    rows = [ensure_body(connection, body) for body in (SEESTADT, ELBDORF, SEESTADT)]
    assert rows[0] == rows[2] != rows[1]
    assert all_bodies(connection) == (SEESTADT, ELBDORF)


def test_what_is_missing_is_filled_in(connection: sqlite3.Connection) -> None:
    ensure_body(connection, Body(key="elbdorf", name="elbdorf"))
    ensure_body(connection, ELBDORF)
    assert body_by_key(connection, "elbdorf") == ELBDORF


def test_what_is_known_stays(connection: sqlite3.Connection) -> None:
    ensure_body(connection, ELBDORF)
    ensure_body(connection, replace(ELBDORF, name="Anders", host="other.example"))
    ensure_body(connection, replace(ELBDORF, name="", host=None))
    assert all_bodies(connection) == (ELBDORF,)


def test_unknown_body_is_none(connection: sqlite3.Connection) -> None:
    assert body_by_key(connection, "nowhere\ud800") is None
