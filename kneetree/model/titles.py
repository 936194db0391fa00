"""What the parts of a tree are called where they are named in a sentence or on the map."""

from __future__ import annotations

from kneetree.model.tree import Leaf, Tree


def title_of(tree: Tree, node_id: str) -> str:
    """What a node is called on the map: a question's text, a leaf's title or its condition."""
    node = tree.nodes.get(node_id)
    if node is None:
        return node_id
    if isinstance(node, Leaf):
        return node.title or tree.condition_name(node.condition)
    return node.text
