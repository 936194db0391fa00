"""The import rule: the core knows no Qt, and imports in it point one way."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "kneetree"
CORE = sorted(path for path in PACKAGE.rglob("*.py") if "ui" not in path.relative_to(PACKAGE).parts)
UI = sorted((PACKAGE / "ui").rglob("*.py"))

RINGS = (
    ("errors", "collector", "textsize", "data", "fileio", "jsonplaces"),
    ("values",),
    ("tree", "change"),
    ("content", "placed_errors", "words", "knowledge", "ahead", "compiled", "readability"),
    ("storage", "review", "ways", "walk", "layout", "safety", "edits"),
    (
        "answers",
        "journal",
        "translation",
        "cases",
        "explain",
        "rows",
        "pathrows",
        "stats",
        "checks",
        "diff",
        "remedies",
    ),
    ("summary", "pathpicture"),
    ("report", "exchange"),
    ("terminal", "screen"),
    ("printed", "frontend"),
    ("commands",),
    ("cli",),
    ("__main__",),
)
RING = {name: number for number, names in enumerate(RINGS) for name in names}
JOINING = {"document", "session", "main_window", "app", "editor", "joins", "commands", "files", "results"}


def name_of(path: Path) -> str:
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return ".".join(("kneetree", *(part for part in parts if part != "__init__")))


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are absolute"
            yield node.module or ""
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


@pytest.mark.parametrize("path", CORE, ids=name_of)
def test_the_core_knows_no_qt_and_no_window(path: Path) -> None:
    if path.name == "__main__.py":  # joins the two, inside functions
        return
    for module in imports(path):
        assert not module.startswith(("PySide6", "shiboken6", "kneetree.ui")), f"{name_of(path)} imports {module}"


@pytest.mark.parametrize("path", CORE, ids=name_of)
def test_imports_in_the_core_point_one_way(path: Path) -> None:
    mine = name_of(path).split(".")[1:2]
    if not mine:
        return
    for module in imports(path):
        parts = module.split(".")
        if parts[0] != "kneetree" or len(parts) < 2 or parts[1] not in RING or parts[1] == mine[0]:
            continue
        assert RING[parts[1]] <= RING[mine[0]], f"{name_of(path)} imports {module}"


@pytest.mark.parametrize("path", UI, ids=name_of)
def test_leaf_widgets_do_not_know_what_joins_them(path: Path) -> None:
    mine = name_of(path).split(".")[-1]
    if mine in JOINING or mine.endswith("_join") or path.name == "__init__.py":
        return
    for module in imports(path):
        last = module.split(".")[-1]
        if module.startswith("kneetree.ui"):
            assert last not in {"document", "session", "main_window", "app"}, f"{name_of(path)} imports {module}"


def test_every_core_module_has_its_ring() -> None:
    names = {name_of(path).split(".")[1] for path in CORE if name_of(path) != "kneetree"}
    assert names <= RING.keys(), f"no ring for {sorted(names - RING.keys())}"
