"""The command line: which commands there are and what each takes."""

import argparse
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import NoReturn

from bot.errors import CommandError
from bot.logs import redacted
from council.served.languages import Language
from sources.errors import SourceError
from storage.errors import StorageError


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command; every foreseen fault is one line on stderr and an exit code."""
    options = _parser().parse_args(arguments)
    try:
        return _command(options.command)(options)
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        return 141  # the reader (head, less) has seen enough
    except Exception as fault:
        if options.debug:
            raise
        return _failed(fault)


def _failed(fault: Exception) -> int:
    sentence = redacted(" ".join(str(fault).split())) or type(fault).__name__
    if isinstance(fault, CommandError):
        print(f"ratsbote: {sentence}", file=sys.stderr)
        return fault.exit_code
    if isinstance(fault, (SourceError, StorageError)):
        print(f"ratsbote: {sentence}", file=sys.stderr)
        return 1
    print(f"ratsbote: unerwarteter Fehler: {sentence} (mehr mit --debug)", file=sys.stderr)
    return 70  # EX_SOFTWARE of sysexits.h


def _command(name: str) -> Callable[[argparse.Namespace], int]:
    # Late, so that `ratsbote --help` does not load Telegram, and `read` not the database.
    module = "importing" if name == "import" else name  # `import` is a word of Python's
    run: Callable[[argparse.Namespace], int] = import_module(f"bot.commands.{module}").run
    return run


class _Parser(argparse.ArgumentParser):
    """argparse with German headings and faults on one line."""

    def __init__(self, **settings: object) -> None:
        super().__init__(add_help=False, formatter_class=_Help, **settings)  # type: ignore[arg-type]
        self.general = self.add_argument_group("Allgemein")
        self.general.add_argument("-h", "--help", action="help", help="zeigt diese Hilfe")

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"ratsbote: {message} (Hilfe: {self.prog} --help)\n")


class _Help(argparse.RawDescriptionHelpFormatter):
    def add_usage(self, usage: str | None, actions: object, groups: object, prefix: str | None = None) -> None:
        super().add_usage(usage, actions, groups, prefix or "Aufruf: ")  # type: ignore[arg-type]


def _parser() -> _Parser:
    parser = _Parser(
        prog="ratsbote",
        description="Ratsbote sagt in Telegram, wo eine Drucksache steht.",
        epilog="Einstellungen stehen in der Umgebung oder in .env (siehe .env.example).",
    )
    parser.general.add_argument(
        "--version", action="version", version=f"ratsbote {_version()}", help="zeigt die Version"
    )
    parser.general.add_argument("--debug", action="store_true", help="zeigt bei Fehlern die ganze Spur")
    commands = parser.add_subparsers(dest="command", required=True, title="Befehle", metavar="BEFEHL")

    demo = commands.add_parser("demo", help="zum Ausprobieren: Probechat im Browser mit Beispieldaten, ohne Token")
    demo.add_argument("--port", type=int, default=0, help="Port der Chatseite (sonst ein freier)")
    demo.add_argument("--no-browser", action="store_true", help="öffnet keinen Browser")

    commands.add_parser("run", help="der Assistent in Telegram")

    syncing = commands.add_parser("sync", help="liest die eingestellten Quellen jetzt einmal")
    syncing.add_argument("names", metavar="NAME", nargs="*", help="nur diese (sonst alle aus RATSBOTE_SOURCES)")

    importing = commands.add_parser("import", help="liest gespeicherte Seiten ein und merkt sie sich")
    importing.add_argument("paths", metavar="PFAD", type=Path, nargs="+", help="Dateien oder Ordner")
    importing.add_argument("--body", metavar="NAME", help="der Rat, zu dem sie gehören (sonst steht er auf der Seite)")

    reading = commands.add_parser("read", help="zeigt, was auf einer Seite steht; merkt sich nichts")
    reading.add_argument("place", metavar="PFAD-ODER-URL", help="eine gespeicherte Seite oder eine Adresse im Netz")
    reading.add_argument("--json", action="store_true", help="als JSON (docs/json.md)")

    asking = commands.add_parser("ask", help="die Antwort, die ein Privatchat bekäme")
    asking.add_argument("text", metavar="TEXT", help='zum Beispiel "Status 20-1554?"')
    asking.add_argument("--language", choices=[str(language) for language in Language], help="Sprache der Antwort")

    showing = commands.add_parser("show", help="eine gespeicherte Drucksache")
    showing.add_argument("reference", metavar="NUMMER", help="zum Beispiel 20-1554")
    showing.add_argument("--body", metavar="NAME", help="der Rat, falls mehrere die Nummer haben")
    showing.add_argument("--json", action="store_true", help="als JSON (docs/json.md)")

    holding = commands.add_parser("held", help="zurückgehaltene Änderungen ansehen, freigeben oder verwerfen")
    holding.add_argument(
        "action", nargs="?", choices=["release", "drop"], help="freigeben oder verwerfen (sonst: zeigen)"
    )

    commands.add_parser("check", help="prüft Einstellungen, Datenbank, Quellen und Token")
    return parser


def _version() -> str:
    try:
        return version("ratsbote")
    except PackageNotFoundError:
        return "(aus dem Quellverzeichnis)"
