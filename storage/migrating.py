"""Bringing a database to this version's schema, one numbered file after the other."""

import re
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import resources

NUMBERED = re.compile(r"(\d{4})_\w+\.sql")


@dataclass(frozen=True, slots=True, kw_only=True)
class Migration:
    """SQL that turns schema `version - 1` into `version`. It holds no BEGIN and no COMMIT."""

    version: int
    sql: str


def known_migrations() -> tuple[Migration, ...]:
    """The packaged migrations, oldest first, numbered 1, 2, 3 without a gap."""
    found = [
        Migration(version=int(match[1]), sql=file.read_text(encoding="utf-8"))
        for file in resources.files("storage.migrations").iterdir()
        if (match := NUMBERED.fullmatch(file.name))
    ]
    return tuple(sorted(found, key=lambda migration: migration.version))


def schema_version(connection: sqlite3.Connection) -> int:
    """0 for a database without any schema."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def migrate(connection: sqlite3.Connection, migrations: tuple[Migration, ...]) -> None:
    """Runs what is missing, each file in one transaction together with its number: killed midway, the old
    version stands. Of two processes starting together one migrates and the other waits and finds it done.
    """
    for migration in migrations:
        connection.execute("BEGIN IMMEDIATE")
        try:
            if schema_version(connection) < migration.version:
                _run(connection, migration)
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise


def _run(connection: sqlite3.Connection, migration: Migration) -> None:
    # Not executescript(): it commits first, and the version could not be looked at inside the transaction.
    for statement in _statements(migration.sql):
        connection.execute(statement)
    connection.execute(f"PRAGMA user_version = {migration.version:d}")


def _statements(sql: str) -> Iterator[str]:
    statement = ""
    for line in sql.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
    if statement.strip():
        yield statement
