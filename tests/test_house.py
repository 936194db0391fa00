"""The house stays small: no long file, no class of many methods."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from pathlib import Path

import kneetree

PACKAGE = Path(kneetree.__file__).parent
MOST_LINES = 350
MOST_METHODS = 30


def test_no_file_is_long() -> None:
    long = {
        str(path.relative_to(PACKAGE)): lines
        for path in PACKAGE.rglob("*.py")
        if (lines := len(path.read_text("utf-8").splitlines())) > MOST_LINES
    }
    assert long == {}


def test_no_class_has_many_methods() -> None:
    large = {
        f"{path.relative_to(PACKAGE)}:{node.name}": methods
        for path in PACKAGE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.ClassDef)
        and (methods := sum(isinstance(part, ast.FunctionDef | ast.AsyncFunctionDef) for part in node.body))
        > MOST_METHODS
    }
    assert large == {}


def test_every_package_says_what_it_is() -> None:
    silent = [
        str(path.parent.relative_to(PACKAGE))
        for path in PACKAGE.rglob("*.py")
        if not ast.get_docstring(ast.parse(path.read_text("utf-8"))) or not (path.parent / "__init__.py").exists()
    ]
    assert silent == []


def test_no_layout_is_written_in_python() -> None:
    """PySide confuses its layout items with other objects; see docs/decisions/0012."""
    named = {
        str(path.relative_to(PACKAGE))
        for path in PACKAGE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.ImportFrom)
        and {"QLayoutItem", "QWidgetItem", "QSpacerItem"} & {name.name for name in node.names}
    }
    assert named == set()


def test_a_layout_is_put_in_its_place_before_it_is_filled() -> None:
    """One function does so; see docs/decisions/0012."""
    calls = {
        str(path.relative_to(PACKAGE))
        for path in PACKAGE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Attribute) and node.attr in ("addLayout", "insertLayout")
    }
    assert calls == {"ui/style/text_labels.py"}


def test_no_menu_and_no_action_that_qt_has_made_is_kept() -> None:
    """PySide may take it for deleted while Qt still has it; see docs/decisions/0014."""
    made = {"addMenu", "insertMenu", "addAction", "insertAction", "menuAction", "addSeparator", "insertSeparator"}
    kept = {
        f"{path.relative_to(PACKAGE)}:{node.lineno}"
        for path in PACKAGE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Assign)
        and any(isinstance(target, ast.Attribute | ast.Subscript) for target in _single(node.targets))
        and any(
            isinstance(value, ast.Call) and getattr(value.func, "attr", "") in made for value in _single([node.value])
        )
    }
    assert kept == set()


def test_no_widget_is_asked_for_its_screen() -> None:
    """PySide takes the screen for a part of the widget then; see ``kneetree/ui/on_screen.py``."""
    asked = {
        f"{path.relative_to(PACKAGE)}:{node.lineno}"
        for path in (PACKAGE / "ui").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "screen"
    }
    assert asked == set()


def _single(nodes: Iterable[ast.expr]) -> list[ast.expr]:
    """Return what is assigned, or assigned to, one by one."""
    return [one for node in nodes for one in (node.elts if isinstance(node, ast.Tuple) else [node])]
