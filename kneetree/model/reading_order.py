"""The order in which questions are read: each comes before what it leads to."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping

from kneetree.model.nodes import Node


def reading_order(nodes: Mapping[str, Node], starts: Iterable[str], passed: Container[str] = ()) -> list[str]:
    """Return the nodes that can be reached from ``starts``, each before what it leads to.

    What a Yes leads to comes right after its question, unless another question leads there too.  Nodes in ``passed``
    are left out, and so is what only they lead to.  The time is linear in the nodes, and there is no recursion.
    """
    done: list[str] = []
    seen: set[str] = set()
    stack: list[tuple[str, bool]] = [(start, False) for start in starts]
    while stack:
        node_id, leaving = stack.pop()
        if leaving:
            done.append(node_id)
            continue
        if node_id in seen or node_id in passed:
            continue
        seen.add(node_id)
        stack.append((node_id, True))
        stack += [(target, False) for _, target in nodes[node_id].edges()]
    return done[::-1]
