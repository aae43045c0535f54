"""The house rule: a stage imports only what stands to its left."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "graph" / "santegraph"
ORDER = ("read", "extract", "state", "store", "resolve", "compare", "review", "check", "ask", "export", "draw", "report", "serve", "build", "cli")
SHARED = {"model", "errors", "resources"}
MODULES = sorted(PACKAGE.rglob("*.py"))


def imported(path: Path) -> set[str]:
    """Return the rooms of the package that a module imports, at its top or inside functions."""
    here = ["santegraph", *path.relative_to(PACKAGE).with_suffix("").parts]
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names: list[str] = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            base = ".".join(here[: len(here) - node.level]) if node.level else ""
            module = ".".join(part for part in (base, node.module or "") if part)
            names = [f"{module}.{alias.name}" for alias in node.names] if module in ("santegraph", "") else [module]
        found |= {name.split(".")[1] for name in names if name.startswith("santegraph.")}
    return found


def room(path: Path) -> str:
    """Return the room that a module lies in."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


@pytest.mark.parametrize("path", MODULES, ids=[str(m.relative_to(PACKAGE)) for m in MODULES])
def test_imports_point_left(path: Path) -> None:
    """A module of a stage imports its own room, the rooms to its left, `french` and the shared records."""
    mine = room(path)
    if mine in ("__init__", "__main__"):
        return
    allowed = {mine} | (SHARED if mine != "french" else set())
    if mine in ORDER:
        allowed |= {"french", *ORDER[: ORDER.index(mine)]}

    assert imported(path) - allowed <= {"__version__"}


def test_every_room_is_known() -> None:
    """There is no room but the stages, the language and the shared records."""
    assert {room(m) for m in MODULES} <= {*ORDER, *SHARED, "french", "__init__", "__main__"}


def test_modules_are_short() -> None:
    """No module has more than 320 lines."""
    long = {str(m.relative_to(PACKAGE)): n for m in MODULES if (n := len(m.read_text(encoding="utf-8").splitlines())) > 320}

    assert long == {}


def test_no_module_is_named_after_nothing() -> None:
    """A module or package is named after what it does: none is called utils, helpers, common or base."""
    names = {part.removesuffix(".py") for m in MODULES for part in m.relative_to(PACKAGE).parts}

    assert set() == names & {"utils", "util", "helpers", "helper", "common", "base", "misc", "tools"}


def test_the_language_knows_nothing_of_the_rest() -> None:
    """`french` imports nothing of the package but itself."""
    modules = [m for m in MODULES if room(m) == "french"]

    assert modules
    assert all(imported(m) <= {"french"} for m in modules)
