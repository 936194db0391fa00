"""Choose which child is on the left, so that links cross as few edges as possible.

A tree needs none of this: its edges never cross, and Yes is on the left.  Each *link* (an edge to a node that hangs
from another parent) crosses the edges of every subtree between its two ends, so each pair of siblings adds a known
number of crossings in either order.  From the root down, each pair takes the order with fewer: exact for each pair,
given those above.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field

from kneetree.layout.layers import Edge, Skeleton

REACH = 40
"""A link whose ends meet only so many layers up is *far*; it is not followed further."""


@dataclass(slots=True)
class _Paths:
    """For each node with two children, what passes it: child, edge, +1 from the edge's source or -1, weight."""

    passing: dict[int, list[tuple[int, int, int, int]]] = field(default_factory=dict)
    meeting: dict[int, tuple[int, int]] = field(default_factory=dict)
    far: list[Edge] = field(default_factory=list)


def order_children(shape: Skeleton) -> list[Edge]:
    """Put each node's children in their order, in place; return the links that are far."""
    if not shape.links:
        return []
    paths = _paths(shape)
    children, meeting, passing = shape.children, paths.meeting, paths.passing
    for node in sorted(passing, key=shape.layer.__getitem__):
        pair = children[node]
        first = pair[0]
        gain = 0
        for child, edge, end, weight in passing[node]:
            at, source_side = meeting[edge]
            other_end_right = (children[at][0] == source_side) == (end > 0)
            gain += weight if (child == first) == other_end_right else -weight
        if gain > 0:
            shape.turn(node)
    return paths.far


def _paths(shape: Skeleton) -> _Paths:
    parent, layer, children = shape.parent, shape.layer, shape.children
    first, last, rows = _spans(shape)
    paths = _Paths()
    for edge, (source, target) in shape.links.items():
        row = rows[layer[target]]
        steps = [(target, -1)]
        left, right = source, parent[target]
        for _ in range(REACH):
            over, across = parent[left], parent[right]
            if over == across or over < 0 or across < 0:
                break
            steps += ((left, 1), (right, -1))
            left, right = over, across
        if parent[left] != parent[right] or parent[left] < 0:
            paths.far.append(edge)
            continue
        paths.meeting[edge] = (parent[left], left)
        for child, end in steps:
            pair = children[parent[child]]
            if len(pair) == 2:
                sibling = pair[1] if pair[0] == child else pair[0]
                weight = bisect_left(row, last[sibling]) - bisect_left(row, first[sibling])
                if weight:
                    paths.passing.setdefault(parent[child], []).append((child, edge, end, weight))
    return paths


def _spans(shape: Skeleton) -> tuple[list[int], list[int], list[list[int]]]:
    """Return each subtree as a half-open span of preorder numbers, and the sorted preorder numbers of each layer."""
    children, layer = shape.children, shape.layer
    count = len(layer)
    first, size = [0] * count, [1] * count
    preorder: list[int] = []
    rows: list[list[int]] = [[] for _ in range(max(layer) + 1)]
    stack = shape.roots[::-1]
    while stack:
        node = stack.pop()
        first[node] = len(preorder)
        rows[layer[node]].append(len(preorder))
        preorder.append(node)
        stack += children[node][::-1]
    for node in reversed(preorder):
        above = shape.parent[node]
        if above >= 0:
            size[above] += size[node]
    return first, [begin + length for begin, length in zip(first, size, strict=True)], rows


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
