"""Find the links that cannot be drawn without crossing others, so that they end in stubs.

A tree crosses nothing, and Yes is on the left.  Each *link* (an edge to a node that hangs from another parent) crosses
the edges of every subtree between its two ends.  Yes stays on the left all the same: a link that crosses nothing only
because a Yes and a No have changed places would cost every reader more than a stub does.
"""

from __future__ import annotations

from kneetree.layout.layers import Edge, Skeleton

REACH = 40
"""A link whose ends meet only so many layers up is *far*."""


def far_links(shape: Skeleton) -> list[Edge]:
    """Return the links whose ends meet too far up, or nowhere."""
    parent, far = shape.parent, []
    for edge, (source, target) in shape.links.items():
        left, right = source, parent[target]
        for _ in range(REACH):
            over, across = parent[left], parent[right]
            if over == across or over < 0 or across < 0:
                break
            left, right = over, across
        if parent[left] != parent[right] or parent[left] < 0:
            far.append(edge)
    return far


def rows_of(shape: Skeleton) -> list[list[int]]:
    """Return the numbers of each layer from left to right."""
    rows, children = [shape.roots], shape.children
    while True:
        below = [child for node in rows[-1] for child in children[node]]
        if not below:
            return rows
        rows.append(below)


def crossings_of(shape: Skeleton, rows: list[list[int]]) -> dict[Edge, int]:
    """Return how many edges of the tree each link crosses (links that cross each other are not counted)."""
    children, layer = shape.children, shape.layer
    wanted: dict[int, list[Edge]] = {}
    for edge, (source, _) in shape.links.items():
        wanted.setdefault(layer[source], []).append(edge)
    counts: dict[Edge, int] = {}
    for level, edges in wanted.items():
        place = {node: index for index, node in enumerate(rows[level + 1])}
        begins, start = {}, 0
        for node in rows[level]:
            begins[node] = start
            start += len(children[node])
        for edge in edges:
            source, target = shape.links[edge]
            begin, at = begins[source], place[target]
            end = begin + len(children[source])
            counts[edge] = at - end if at >= end else begin - at - 1
    return counts


def contrary(shape: Skeleton, rows: list[list[int]]) -> list[Edge]:
    """Return the links that would lead a Yes to the right of its No, or a No to the left of its Yes."""
    place = {node: index for row in rows for index, node in enumerate(row)}
    pairs = ((edge, shape.below[edge & ~1], shape.below[edge | 1]) for edge in shape.links if _is_of_two(shape, edge))
    return [edge for edge, yes, no in pairs if place[yes] > place[no]]


def _is_of_two(shape: Skeleton, edge: Edge) -> bool:
    return len(shape.targets[edge >> 1]) == 2
