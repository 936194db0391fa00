"""The picture that a name stands for: the tree's own before a shipped one."""

from __future__ import annotations

from kneetree import shipped
from kneetree.drawing import pictures
from tests import trees


def test_a_picture_of_the_tree_comes_first_and_then_a_shipped_one() -> None:
    tree = trees.small()
    name = min(shipped.picture_names())
    found = pictures.svg_of(tree, name)
    assert found is not None and "<svg" in found
    tree.pictures[name] = "<svg/>"
    assert pictures.svg_of(tree, name) == "<svg/>"
    assert pictures.svg_of(tree, "nothing") is None
    assert pictures.svg_of(tree, "") is None
