"""Find out what is hidden: below a folded question, or off one node's ways in and out.  Never kept in the tree."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from kneetree.layout import EdgeKey
from kneetree.model.tree import Node

Into = Mapping[str, Collection[EdgeKey]]
"""The edges that lead to each node; a node without any may be missing."""


def hidden(
    nodes: Mapping[str, Node], root: str, folded: Collection[str], focus: str | None, into: Into
) -> frozenset[str]:
    """Return the ids that are not to be drawn.

    Below a folded question all is hidden that cannot be reached another way.  With a focus all is hidden that
    neither leads to it nor follows from it.
    """
    if not folded and focus is None:
        return frozenset()
    shown = set(nodes)
    if folded:
        starts = [root, *(key for key in nodes if not into.get(key) and key != root)]
        shown = reach(nodes, starts, folded)
    if focus is not None and focus in nodes:
        shown = (shown & ways(nodes, focus, into, folded)) | {focus}
    return frozenset(nodes.keys() - shown)


def reach(nodes: Mapping[str, Node], starts: Collection[str], folded: Collection[str] = ()) -> set[str]:
    """Return all that can be reached from ``starts`` without passing a folded question."""
    seen: set[str] = set()
    stack = list(starts)
    while stack:
        key = stack.pop()
        if key in seen:
            continue
        seen.add(key)
        node = nodes.get(key)
        if node is not None and key not in folded:
            stack += [target for _, target in node.edges()]
    return seen


def ways(nodes: Mapping[str, Node], focus: str, into: Into, folded: Collection[str] = ()) -> set[str]:
    """Return the node, all that leads to it and all that follows from it."""
    seen = reach(nodes, [focus], folded)
    stack = [source for source, _ in into.get(focus, ())]
    while stack:
        key = stack.pop()
        if key not in seen:
            seen.add(key)
            stack += [source for source, _ in into.get(key, ())]
    return seen
