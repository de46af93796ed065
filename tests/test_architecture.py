"""The architecture is kept by a test: layers, the one engine import, sizes (architecture.md, 2)."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).parent.parent / "src" / "karpear"
FILES = sorted(SOURCE.rglob("*.py"))
LAYERS = (
    {"model", "khmer"},
    {"messages", "inline"},
    {"findings"},
    {"sections", "stamps", "drawings"},
    {"load", "checks", "coverage"},
    {"choices", "views", "fonts", "project", "headers", "needs"},
    {"rendering"},
    {"search", "opendata", "embeds", "share", "shelf"},
    {"pages", "editions"},
    {"prints"},
    {"stage", "engines", "addresses", "crawl", "crawl_read", "crawl_rules"}
    | {"manifest", "lock", "swap", "publish"},
    {"copies"},
    {"build"},
    {"preview"},
    {"commands"},
    {"cli"},
    {"__main__"},
)
LEVEL = {name: level for level, names in enumerate(LAYERS) for name in names}
MAX_FILE, MAX_FUNCTION, USUAL_FUNCTION = 300, 40, 15


def room(path: Path) -> str:
    """The first name below the package: ``checks/terms.py`` → ``checks``."""
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


def imports(path: Path) -> Iterator[str]:
    """Every module that a file imports, inside functions too."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            module = node.module or ""
            yield module
            if module == "karpear":
                yield from (f"karpear.{alias.name}" for alias in node.names)


def own_imports(path: Path) -> set[str]:
    """The rooms of the package that a file imports from."""
    parts = (name.split(".") for name in imports(path) if name.startswith("karpear."))
    return {part[1] for part in parts} - {"__version__"}


def test_every_room_has_a_layer() -> None:
    assert {room(path) for path in FILES} - {"__init__"} == set(LEVEL)


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_no_arrow_points_back(path: Path) -> None:
    here = room(path)
    if here != "__init__":
        above = {name for name in own_imports(path) if LEVEL[name] > LEVEL[here]}
        assert not above, f"{here} may not import {above}"


def test_mkdocs_is_imported_in_one_module() -> None:
    users = {
        str(p.relative_to(SOURCE))
        for p in FILES
        if any(n.split(".")[0] == "mkdocs" for n in imports(p))
    }
    assert users == {"engines/mkdocs.py"}


def test_khmer_is_a_library_of_its_own() -> None:
    for path in (SOURCE / "khmer").glob("*.py"):
        assert own_imports(path) <= {"khmer"}, path


def test_editions_and_checks_do_not_know_each_other() -> None:
    for name in ("editions", "checks"):
        for path in (SOURCE / name).glob("*.py"):
            if path.name != "__init__.py":
                siblings = {n for n in imports(path) if n.startswith(f"karpear.{name}.")}
                assert siblings <= {"karpear.checks.meaning"}, path


def test_only_the_command_line_prints() -> None:
    for path in FILES:
        names = {
            n.id for n in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(n, ast.Name)
        }
        assert "print" not in names or path.name == "cli.py", path


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_files_and_functions_are_short(path: Path) -> None:
    text = path.read_text("utf-8")
    assert text.count("\n") <= MAX_FILE
    for name, lines in functions(text):
        assert lines <= MAX_FUNCTION, f"{path.name}: {name} has {lines} lines"


def test_most_functions_are_very_short() -> None:
    lengths = [lines for path in FILES for _, lines in functions(path.read_text("utf-8"))]
    assert sum(length <= USUAL_FUNCTION for length in lengths) >= 0.85 * len(lengths)


def functions(text: str) -> Iterator[tuple[str, int]]:
    """Names and lengths of all functions, docstrings not counted."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            body = node.body[1:] if ast.get_docstring(node) else node.body
            first = body[0].lineno if body else node.lineno
            yield node.name, (node.end_lineno or first) - first + 1


def test_no_room_is_called_utils() -> None:
    assert not {"utils", "manager", "handler", "helpers", "misc"} & {path.stem for path in FILES}
