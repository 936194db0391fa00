"""Nothing but ``Tree.apply`` alters a tree."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import kneetree
from kneetree.model.change import KEYED_PARTS
from tests.trees import small

PACKAGE = Path(kneetree.__file__).parent
KEYED = {
    "pictures", "scales", "findings", "sources", "conditions", "questions", "advice", "warnings",
    "nodes", "rules", "cases", "layout", "regions",
}  # fmt: skip
SINGLE = {"title", "version", "language", "about", "start", "review", "root"}
CHANGING = {"pop", "update", "clear", "setdefault", "popitem", "__setitem__"}


def alterations(path: Path) -> Iterator[str]:
    """Lines that set, delete or change what a tree holds, going by the names of its parts."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        targets = node.targets if isinstance(node, ast.Assign | ast.Delete) else [getattr(node, "target", None)]
        for target in targets if isinstance(node, ast.Assign | ast.Delete | ast.AugAssign) else ():
            held = target.value if isinstance(target, ast.Subscript) else None
            if isinstance(held, ast.Attribute) and held.attr in KEYED and not _is_self(held.value):
                yield f"{path.name}:{node.lineno}"
            if isinstance(target, ast.Attribute) and target.attr in SINGLE and not _is_self(target.value):
                yield f"{path.name}:{node.lineno}"
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in CHANGING:
            held = node.func.value
            if isinstance(held, ast.Attribute) and held.attr in KEYED and not _is_self(held.value):
                yield f"{path.name}:{node.lineno}"


def _is_self(node: ast.expr) -> bool:
    return isinstance(node, ast.Name) and node.id == "self"


def test_nothing_but_apply_alters_a_tree() -> None:
    core = [path for path in PACKAGE.rglob("*.py") if "ui" not in path.relative_to(PACKAGE).parts]
    assert [line for path in core if path.name != "tree.py" for line in alterations(path)] == []


def test_the_names_are_those_of_a_tree() -> None:
    tree = small()
    assert all(hasattr(tree, name) for name in KEYED | SINGLE)
    assert len(KEYED) == len(KEYED_PARTS)
