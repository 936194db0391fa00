"""The names of nodes, as they appear in sentences and on the map."""

from __future__ import annotations

from kneetree.model.tree import Leaf, Tree


def title_of(tree: Tree, node_id: str) -> str:
    """Return the name of a node: a question's text, a decision's title, or a leaf's title or else its condition.

    A node that branches on a threshold has the words of the threshold.  An id that is not in the tree is returned as
    it is.
    """
    node = tree.nodes.get(node_id)
    if node is None:
        return node_id
    if isinstance(node, Leaf):
        return node.title or tree.condition_name(node.condition)
    asked = tree.asked(node_id)
    return tree.statement(asked.finding) if asked.scale and asked.finding else asked.text
