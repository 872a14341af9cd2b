"""The house keeps its own rules: every room under contract, every setting explained, every package built."""

import ast
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

from bot.settings import PREFIX, Settings

ROOT = Path(__file__).resolve().parents[1]
NOT_ROOMS = {"tests", "benchmarks"}


def pyproject() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


def rooms() -> set[str]:
    return {path.parent.name for path in ROOT.glob("*/__init__.py")} - NOT_ROOMS


def modules() -> list[Path]:
    return sorted(path for room in rooms() for path in (ROOT / room).rglob("*.py"))


def test_every_room_stands_under_the_import_contracts() -> None:
    linted = pyproject()["tool"]["importlinter"]
    assert set(linted["root_packages"]) == rooms()
    layers = " ".join(linted["contracts"][0]["layers"]).replace("|", " ").split()
    assert set(layers) == rooms() - {"simulator"}


def test_every_package_is_built_into_the_wheel() -> None:
    packages = {".".join(path.parent.relative_to(ROOT).parts) for path in modules() if path.name == "__init__.py"}
    assert set(pyproject()["tool"]["setuptools"]["packages"]) == packages


def test_every_file_that_is_not_python_is_packaged() -> None:
    patterns = pyproject()["tool"]["setuptools"]["package-data"]
    for path in (path for room in rooms() for path in (ROOT / room).rglob("*") if path.is_file()):
        if path.suffix in {".py", ".pyc"}:
            continue
        package = ".".join(path.parent.relative_to(ROOT).parts)
        assert any(path.match(pattern) for pattern in patterns.get(package, [])), path


def test_env_example_explains_exactly_the_settings_there_are() -> None:
    example = (ROOT / ".env.example").read_text("utf-8")
    explained = set(re.findall(rf"^#?({PREFIX}[A-Z_]+)=", example, flags=re.MULTILINE))
    assert explained == {PREFIX + name.upper() for name in Settings.model_fields}


# A distribution's name where it is not the module's.
DISTRIBUTIONS = {
    "telegram": "python-telegram-bot",
    "fluent": "fluent.runtime",
    "pydantic": "pydantic-settings",
    "pydantic_settings": "pydantic-settings",
    "PIL": "pillow",
    "ttf_opensans": "ttf-opensans",
}


def test_every_foreign_module_is_a_declared_dependency() -> None:
    wanted = {re.split(r"[<>=\[]", entry)[0] for entry in pyproject()["project"]["dependencies"]}
    imported = {name.partition(".")[0] for path in modules() for name in _imported(path)}
    foreign = imported - set(sys.stdlib_module_names) - rooms()
    assert {DISTRIBUTIONS.get(name, name) for name in foreign} <= wanted
    # The time zone database is read by the standard library.
    assert wanted - {DISTRIBUTIONS.get(name, name) for name in foreign} == {"tzdata"}


def _imported(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names.add(node.module)
    return names


def test_only_the_settings_read_the_environment() -> None:
    readers = {
        path.relative_to(ROOT).as_posix()
        for path in modules()
        if re.search(r"\bos\.environ\b(?!\[.*\] = )|\bgetenv\b", path.read_text("utf-8"))
    }
    assert readers == {"bot/settings.py"}


def test_every_module_says_what_it_is_of() -> None:
    silent = [
        path for path in modules() if path.stat().st_size and not ast.get_docstring(ast.parse(path.read_text("utf-8")))
    ]
    assert silent == []


def test_no_file_has_more_than_one_subjects_worth_of_lines() -> None:
    assert [path for path in modules() if len(path.read_text("utf-8").splitlines()) > 300] == []


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_the_lock_has_hashes_and_names_no_index(name: str) -> None:
    lock = (ROOT / name).read_text("utf-8")
    pinned = re.findall(r"^[a-z0-9.-]+(?:\[.*\])?==", lock, flags=re.MULTILINE)
    assert pinned
    assert len(re.findall(r"--hash=sha256:", lock)) >= len(pinned)
    assert not re.search(r"https?://|--index-url|--extra-index-url|--find-links", lock)


def test_a_wrong_import_breaks_a_contract(tmp_path: Path) -> None:
    """The contracts are not decoration: a view that reaches for the store is caught."""
    for room in rooms():
        (tmp_path / room).symlink_to(ROOT / room)
    (tmp_path / "views").unlink()
    (tmp_path / "views").mkdir()
    (tmp_path / "views" / "__init__.py").write_text("import storage\n", "utf-8")
    (tmp_path / "pyproject.toml").symlink_to(ROOT / "pyproject.toml")
    linter = Path(sys.executable).with_name("lint-imports")
    ended = subprocess.run([linter, "--no-cache"], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert ended.returncode != 0
    assert "views" in ended.stdout
    assert "storage" in ended.stdout
