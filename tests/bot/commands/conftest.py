"""The command line in a folder of its own, with nobody's settings."""

import json
import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from bot.cli import main
from tests.shared import SHARED


@dataclass(frozen=True, slots=True)
class Ended:
    """How a command ended, and what it wrote."""

    code: int
    out: str
    err: str

    def json(self) -> Any:
        return json.loads(self.out)

    @property
    def first_line(self) -> str:
        return self.out.splitlines()[0]


Ratsbote = Callable[..., Ended]


@pytest.fixture(autouse=True)
def _logging_as_before() -> Iterator[None]:
    """Commands set up logging for their whole process; here many share one."""
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield
    root.handlers[:] = handlers
    root.setLevel(level)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def ratsbote(home: Path, capsys: pytest.CaptureFixture[str]) -> Ratsbote:
    """Runs one command as the shell would."""

    def run(*arguments: str | Path) -> Ended:
        try:
            code = main([str(argument) for argument in arguments])
        except SystemExit as left:
            code = int(left.code or 0)
        written = capsys.readouterr()
        return Ended(code, written.out, written.err)

    return run


SAVED_TEXT = """\
Bezirksversammlung Harburg

Drucksache - 20-1554\u00a0\u00a0

\u00a0
Betreff: Antrag Grüne betr. Hamburg als "Welcoming City" - Weiterentwicklung des Hamburg Welcome Centers
Status:öffentlichDrucksache-Art:Antrag
Verfasser:GRÜNE-Fraktion
Federführend:Interner Service\u00a0\u00a0\u00a0
Beratungsfolge:
Hauptausschuss
17.05.2016\u00a0
Sitzung des Hauptausschusses ungeändert beschlossen / überwiesen\u00a0\u00a0\u00a0
Ausschuss für Soziales, Bildung und Integration
10.04.2017\u00a0
Sitzung des Ausschusses für Soziales, Bildung und Integration zurückgezogen / erledigt\u00a0\u00a0\u00a0

Sachverhalt
Beschlussvorschlag

Sachverhalt:

Viele Menschen kommen neu nach Hamburg.

Petitum/Beschluss:

Die Bezirksversammlung möge beschließen, dass berichtet wird.
"""


@pytest.fixture
def page(home: Path) -> Path:
    path = home / "drucksache.txt"
    path.write_text(SAVED_TEXT, "utf-8")
    return path


@pytest.fixture
def real_page() -> Path:
    path = SHARED / "pages" / "drucksache-20-1554.txt"
    if not path.exists():
        pytest.skip("the real page is not on this machine")
    return path
