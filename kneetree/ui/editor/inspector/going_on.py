"""Decide whether Enter in a text goes on with a new question, or only ends the text."""

from __future__ import annotations

from kneetree.edits import is_unwritten
from kneetree.model.tree import Leaf, Tree


def way_is_open(tree: Tree, node_id: str, answer: str) -> bool:
    """Return whether an answer, or the only way there is, leads to what nobody has written yet."""
    node = tree.nodes.get(node_id)
    if node is None or isinstance(node, Leaf):
        return False
    ways = {known.value: target for known, target in node.edges()}
    return is_unwritten(tree, ways.get(answer) or next(iter(ways.values())))
