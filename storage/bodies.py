"""The councils we remember papers of."""

import sqlite3

from council.published.bodies import Body
from storage.cleaning import storable_text


def all_bodies(connection: sqlite3.Connection) -> tuple[Body, ...]:
    """In the order in which they came."""
    rows = connection.execute("SELECT key, name, host FROM bodies ORDER BY id")
    return tuple(body_from(row) for row in rows)


def body_by_key(connection: sqlite3.Connection, key: str) -> Body | None:
    row = connection.execute(
        "SELECT key, name, host FROM bodies WHERE key = :key", {"key": storable_text(key)}
    ).fetchone()
    return body_from(row) if row else None


def ensure_body(connection: sqlite3.Connection, body: Body) -> int:
    """The body's row, made if it is new. A host or name we lacked is filled in; one we have stays.

    A name that only repeats the key counts as lacking.
    """
    row = connection.execute(
        """
        INSERT INTO bodies (key, name, host) VALUES (:key, :name, :host)
        ON CONFLICT (key) DO UPDATE SET
            name = CASE WHEN name IN ('', key) AND excluded.name <> '' THEN excluded.name ELSE name END,
            host = coalesce(host, excluded.host)
        RETURNING id
        """,
        {
            "key": storable_text(body.key),
            "name": storable_text(body.name),
            "host": storable_text(body.host).lower() if body.host else None,
        },
    ).fetchone()
    return int(row["id"])


def body_from(row: sqlite3.Row) -> Body:
    """From columns `key, name, host`."""
    return Body(key=row["key"], name=row["name"], host=row["host"])
