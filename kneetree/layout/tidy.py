"""The tidy drawing of an ordered tree: no two boxes of a row overlap, subtrees stand as close as they fit.

Each subtree carries its outline, a left and a right edge for each row, lowest row first, and one
offset for the whole; two subtrees are joined by walking the rows of the shallower one only, and
the deeper one's lists are kept, so that all joins together cost linear time.
"""

from __future__ import annotations

from kneetree.layout.skeleton import Skeleton


def tidy(shape: Skeleton, half: list[float], gap: float) -> list[float]:
    """The middle of every number across the rows; ``half`` is half of each box's breadth."""
    children = shape.children
    shift = [0.0] * len(children)
    outlines: list[tuple[list[float], list[float], float] | None] = [None] * len(children)
    order = _preorder(shape)
    for node in reversed(order):
        below = children[node]
        reach = half[node]
        if not below:
            outlines[node] = ([-reach], [reach], 0.0)
            continue
        if len(below) == 1:
            left, right, offset = outlines[below[0]]  # type: ignore[misc]
            outlines[below[0]] = None
        else:
            first, second = below
            mine, theirs = outlines[first], outlines[second]
            assert mine is not None and theirs is not None
            outlines[first] = outlines[second] = None
            apart, (left, right, offset) = _join(mine, theirs, gap)
            if len(mine[0]) == 1 < len(theirs[0]):
                middle = apart
            elif len(theirs[0]) == 1 < len(mine[0]):
                middle = 0.0
            else:
                middle = apart / 2
            shift[first], shift[second] = -middle, apart - middle
            offset -= middle
        left.append(-reach - offset)
        right.append(reach - offset)
        outlines[node] = (left, right, offset)
    return _sum_up(shape, order, shift, outlines, gap)


_Outline = tuple[list[float], list[float], float]


def _join(mine: _Outline, theirs: _Outline, gap: float) -> tuple[float, _Outline]:
    """How far right of the first the second stands, and the outline of both seen from the first."""
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


def _sum_up(
    shape: Skeleton, order: list[int], shift: list[float], outlines: list[_Outline | None], gap: float
) -> list[float]:
    across = shift
    whole: _Outline | None = None
    for root in shape.roots:
        outline = outlines[root]
        assert outline is not None
        if whole is None:
            whole = outline
        else:
            across[root], whole = _join(whole, outline, gap)
    parent = shape.parent
    for node in order:
        if parent[node] >= 0:
            across[node] += across[parent[node]]
    return across
