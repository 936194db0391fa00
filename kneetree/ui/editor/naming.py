"""Which nodes show a text of the library: what is drawn of them changes with an entry that they only name.

Knows no Qt and never alters the tree.
"""

from __future__ import annotations

from kneetree.model.change import Change
from kneetree.model.scales import threshold
from kneetree.model.tree import Decision, Leaf, Node, Tree


def named_after(tree: Tree, change: Change) -> list[str]:
    """Return the nodes whose title is a text of an entry that ``change`` has altered, each once."""
    found: dict[str, None] = {}
    for key in change.keys("condition"):
        found |= dict.fromkeys(tree.backwards.named_by(key))
    for part in ("question", "scale"):
        for key in change.keys(part):
            asking = tree.backwards.asking(key)
            found |= dict.fromkeys(node for node in asking if _entry_of(tree, tree.nodes[node]) == (part, key))
    return list(found)


def _entry_of(tree: Tree, node: Node) -> tuple[str, str] | None:
    """Return the part and id of the entry that names a node, ``None`` for a decision."""
    if isinstance(node, Leaf):
        return "condition", node.condition
    if isinstance(node, Decision):
        return None
    if node.asks in tree.questions:
        return "question", node.asks
    limit = threshold(node.asks)
    return "scale", limit.scale if limit is not None else node.asks
