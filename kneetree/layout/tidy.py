"""The tidy drawing of an ordered tree: no two boxes of a row overlap, and subtrees are as close as they fit.

Each subtree carries its outline, a left and a right edge for each row, lowest row first, and one offset for the whole.
Two subtrees are joined by walking the rows of the shallower one only, and the deeper one's lists are kept, so that all
joins together take linear time.
"""

from __future__ import annotations

from kneetree.layout.layers import Skeleton


def tidy(shape: Skeleton, half: list[float], gap: float) -> list[float]:
    """Return the middle of every number across the rows; ``half`` is half of each box's breadth."""
    children = shape.children
    shift = [0.0] * len(children)
    outlines: list[_Outline | None] = [None] * len(children)
    order = _preorder(shape)
    for node in reversed(order):
        below = children[node]
        if not below:
            continue
        reach = half[node]
        if len(below) == 1:
            left, right, offset = outlines[below[0]] or _box(half[below[0]])
            outlines[below[0]] = None
        else:
            first, second = below
            mine, theirs = outlines[first], outlines[second]
            if mine is None and theirs is None:
                apart = half[first] + half[second] + gap
                left, right, offset, middle = [-half[first]], [apart + half[second]], 0.0, apart / 2
            else:
                outlines[first] = outlines[second] = None
                apart, (left, right, offset) = _join(mine or _box(half[first]), theirs or _box(half[second]), gap)
                middle = apart if mine is None else 0.0 if theirs is None else apart / 2
            shift[first], shift[second] = -middle, apart - middle
            offset -= middle
        left.append(-reach - offset)
        right.append(reach - offset)
        outlines[node] = (left, right, offset)
    return _sum_up(shape, order, shift, [outlines[root] or _box(half[root]) for root in shape.roots], gap)


_Outline = tuple[list[float], list[float], float]


def _box(half: float) -> _Outline:
    """Return the outline of a box from which nothing hangs."""
    return [-half], [half], 0.0


def _join(mine: _Outline, theirs: _Outline, gap: float) -> tuple[float, _Outline]:
    """Return how far to the right of the first the second is, and the outline of both seen from the first."""
    left, right, offset = mine
    left2, right2, offset2 = theirs
    mine_rows, their_rows = len(left), len(left2)
    if their_rows <= mine_rows:
        apart = max(map(float.__sub__, right[mine_rows - their_rows :], left2)) + offset - offset2 + gap
        move = apart + offset2 - offset
        right[mine_rows - their_rows :] = [edge + move for edge in right2]
        return apart, (left, right, offset)
    apart = max(map(float.__sub__, right, left2[their_rows - mine_rows :])) + offset - offset2 + gap
    move = offset - offset2 - apart
    left2[their_rows - mine_rows :] = [edge + move for edge in left]
    return apart, (left2, right2, offset2 + apart)


def _preorder(shape: Skeleton) -> list[int]:
    order, stack, children = [], shape.roots[::-1], shape.children
    while stack:
        node = stack.pop()
        order.append(node)
        stack += children[node][::-1]
    return order


def _sum_up(shape: Skeleton, order: list[int], shift: list[float], outlines: list[_Outline], gap: float) -> list[float]:
    """Turn places beside the parent into places beside the first root; ``outlines`` are those of the roots."""
    whole = outlines[0]
    for root, outline in zip(shape.roots[1:], outlines[1:], strict=True):
        shift[root], whole = _join(whole, outline, gap)
    parent = shape.parent
    for node in order:
        if parent[node] >= 0:
            shift[node] += shift[parent[node]]
    return shift
