"""What can go wrong between us and our database. Whoever raises says which it is.

Messages are whole sentences for the people who run the bot (German), naming the file and what to do.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


class StorageError(Exception):
    """The database cannot be used as asked. Nothing half-done is left behind."""


class NotWritable(StorageError):
    """The file or its folder cannot be opened, created or written (rights, disk full, read-only)."""

    @classmethod
    def opening(cls, path: Path, reason: str) -> NotWritable:
        return cls(
            f"Die Datenbank {path} lässt sich nicht öffnen oder anlegen ({reason}). "
            "Bitte Pfad und Rechte prüfen oder mit RATSBOTE_DATABASE einen anderen Ort angeben."
        )

    @classmethod
    def writing(cls, path: Path, reason: str) -> NotWritable:
        return cls(
            f"In die Datenbank {path} kann gerade nicht geschrieben werden ({reason}). "
            "Bitte freien Platz und Rechte prüfen; Gespeichertes bleibt erhalten."
        )


class Busy(StorageError):
    """Another process kept the database to itself for too long. Trying again later helps."""

    @classmethod
    def at(cls, path: Path, _reason: str) -> Busy:
        return cls(
            f"Die Datenbank {path} ist seit mehreren Sekunden von einem anderen Vorgang belegt. "
            "Bitte gleich noch einmal versuchen."
        )


class NotOurs(StorageError):
    """The file is not a database, or somebody else's."""

    @classmethod
    def no_database(cls, path: Path, _reason: str) -> NotOurs:
        return cls(
            f"{path} ist keine Datenbank. Bitte mit RATSBOTE_DATABASE den richtigen Ort angeben "
            "oder die Datei beiseitelegen."
        )

    @classmethod
    def foreign(cls, path: Path) -> NotOurs:
        return cls(
            f"{path} ist eine Datenbank, aber keine von Ratsbote. Sie bleibt unberührt; "
            "bitte mit RATSBOTE_DATABASE einen anderen Ort angeben."
        )

    @classmethod
    def empty(cls, path: Path) -> NotOurs:
        return cls(
            f"{path} ist leer (0 Byte) und damit keine Datenbank. Bitte eine Sicherung einspielen "
            "oder, wenn nie etwas darin stand, die Datei löschen: Dann wird eine neue angelegt."
        )


class FromNewerVersion(StorageError):
    """A newer Ratsbote wrote this database; this one does not understand it and leaves it alone."""

    @classmethod
    def at(cls, path: Path, *, found: int, known: int) -> FromNewerVersion:
        return cls(
            f"Die Datenbank {path} stammt von einer neueren Version (Stand {found}, bekannt bis {known}). "
            "Bitte Ratsbote aktualisieren oder eine ältere Sicherung einspielen."
        )


class Missing(StorageError):
    """The database is gone while something of it still lies there: a fresh one would hide the loss."""

    @classmethod
    def beside(cls, path: Path, remains: Path) -> Missing:
        return cls(
            f"Die Datenbank {path} fehlt, aber {remains.name} liegt daneben. Damit nichts verloren geht, wird "
            "keine neue angelegt: bitte die Datenbank zurückholen oder die Reste beiseitelegen."
        )


class Damaged(StorageError):
    """SQLite finds the file broken."""

    @classmethod
    def at(cls, path: Path, finding: str) -> Damaged:
        said = " ".join(finding.split())
        return cls(
            f"Die Datenbank {path} ist beschädigt ({said}). Bitte die Datei beiseitelegen "
            "und die letzte Sicherung einspielen."
        )
