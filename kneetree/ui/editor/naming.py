"""Which nodes show a text of the library: what is drawn of them changes with an entry that they only name.

Knows no Qt and never alters the tree.
"""

from __future__ import annotations

from kneetree.model.change import Change
from kneetree.model.scales import threshold
from kneetree.model.tree import Decision, Leaf, Node, QuestionNode, Tree


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


def heir_of(tree: Tree, change: Change) -> tuple[str, str] | None:
    """Return the old and the new id of the one node that ``change`` has called another name, ``None`` if it is no such.

    The tree is the one after the change.
    """
    parts = [part for part in change.parts if part.part == "node"]
    gone = {part.key: part.before for part in parts if part.after is None and part.key not in tree.nodes}
    come = {part.key: part.after for part in parts if part.before is None and part.key in tree.nodes}
    if len(gone) != 1 or len(come) != 1:
        return None
    (old, was), (new, node) = *gone.items(), *come.items()
    same = (
        was.edges() == node.edges() if isinstance(was, QuestionNode) and isinstance(node, QuestionNode) else was == node
    )
    return (old, new) if same else None


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
