"""The number to call is the same on the first page as on the result."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kneetree import shipped
from kneetree.files import tree_files
from kneetree.model.tree import Tree

TREES = [shipped.SHIPPED_TREE, *sorted((shipped.root() / "examples").glob("*.kneetree.json"))]


@pytest.mark.parametrize("path", TREES, ids=lambda path: path.name)
def test_the_first_page_names_the_number_to_call_and_no_other(path: Path) -> None:
    tree: Tree = tree_files.read_tree(path).tree
    assert tree.about.call
    assert re.findall(r"\d{3,}", tree.about.emergency) == re.findall(r"\d{3,}", tree.about.call)
