"""In which order an export names the nodes."""

from __future__ import annotations

from kneetree.model.tree import Question, Tree


def reading_order(tree: Tree) -> list[str]:
    """The nodes that the walk can reach, each before what it leads to, a Yes right after its question."""
    done: list[str] = []
    seen: set[str] = set()
    stack: list[tuple[str, bool]] = [(tree.root, False)]
    while stack:
        node_id, left = stack.pop()
        if left:
            done.append(node_id)
            continue
        if node_id in seen:
            continue
        seen.add(node_id)
        stack.append((node_id, True))
        node = tree.nodes[node_id]
        if isinstance(node, Question):
            stack += [(node.yes, False), (node.no, False)]
    return done[::-1]
