"""The way of a line around the boxes that stand between its ends: level and upright pieces, as few bends as can be.

The way is sought on the lanes beside the boxes only; ``apart`` then moves it aside from other lines.  All of this is
for maps that go down: one to the right is to be turned before.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import lru_cache
from heapq import heappop, heappush
from itertools import pairwise

from kneetree.layout.placement import Point, Rect, curve

BEND = 40.0
"""A bend counts like so many pixels of way."""
DETOUR = 600.0
"""A way may be so much longer than the distance of its ends, in pixels."""
STEM = 24.0
"""How far a line runs straight from its box before it bends, in pixels: the word of its answer is there."""
HEAD = 14.0
"""How far a line runs straight before it ends, in pixels: the head of its arrow is there."""
CLEARS = (8.0, 4.0)
"""How far a line stays away from the boxes beside it, in pixels; less where there is no room for more."""
_SAMPLES = 12
_DOWN, _UP, _RIGHT, _LEFT = range(4)


def passes(points: tuple[Point, ...], boxes: Sequence[Rect]) -> bool:
    """Return whether the line that is drawn through ``points`` runs through one of the boxes; it may end at one."""
    return len(boxes) > 0 and any(_touches(*piece, box) for piece in pairwise(drawn(points)) for box in boxes)


@lru_cache(maxsize=4096)
def drawn(points: tuple[Point, ...]) -> list[Point]:
    """Return points close to one another on the line that is drawn through ``points``."""
    found = [points[0]]
    for one, other in pairwise(points):
        first, second = curve(one, other)
        if first != one:
            for step in range(1, _SAMPLES):
                t = step / _SAMPLES
                a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
                found.append(
                    (
                        a * one[0] + b * first[0] + c * second[0] + d * other[0],
                        a * one[1] + b * first[1] + c * second[1] + d * other[1],
                    )
                )
        found.append(other)
    return found


def _touches(one: Point, other: Point, box: Rect) -> bool:
    """Return whether a straight piece has a part inside of a box."""
    (x, y), (x2, y2) = one, other
    left, top, right, bottom = box.left + 0.5, box.top + 0.5, box.right - 0.5, box.bottom - 0.5
    if (x < left and x2 < left) or (x > right and x2 > right) or (y < top and y2 < top) or (y > bottom and y2 > bottom):
        return False
    first, last = 0.0, 1.0
    for by, room in ((x - x2, x - left), (x2 - x, right - x), (y - y2, y - top), (y2 - y, bottom - y)):
        if by == 0:
            if room < 0:
                return False
        elif by < 0:
            first = max(first, room / by)
        else:
            last = min(last, room / by)
    return first <= last


def way_around(start: Point, end: Point, boxes: Sequence[Rect]) -> tuple[Point, ...] | None:
    """Return the points of a way from the lower side of one box to the upper side of another, or ``None``.

    ``boxes`` are all that stand there, with those of both ends.
    """
    for clear in CLEARS:
        first = (start[0], start[1] + _room(start, boxes, STEM, clear, 1))
        last = (end[0], end[1] - _room(end, boxes, HEAD, clear, -1))
        turns = _shortest(first, last, boxes, clear)
        if turns is not None:
            return (start, *turns, end)
    return None


def _room(port: Point, boxes: Sequence[Rect], wanted: float, clear: float, way: int) -> float:
    """Return how far a line runs straight from its port, at most as ``wanted``: halfway where a box is near."""
    x, y = port
    stops = [
        (box.top - y if way > 0 else y - box.bottom)
        for box in boxes
        if box.left - clear < x < box.right + clear and (box.top > y - 0.5 if way > 0 else box.bottom < y + 0.5)
    ]
    near = min(stops, default=2 * wanted)
    return min(wanted, max(near / 2, min(near, 2.0)))


def _shortest(first: Point, last: Point, boxes: Sequence[Rect], clear: float) -> list[Point] | None:
    """Return the bends of the shortest way on the lanes beside the boxes, the ends included."""
    xs = sorted({first[0], last[0], *(box.left - clear for box in boxes), *(box.right + clear for box in boxes)})
    ys = sorted({first[1], last[1], *(box.top - clear for box in boxes), *(box.bottom + clear for box in boxes)})
    upright, level = _barred(xs, ys, boxes, clear - 0.5)
    columns, rows = len(xs), len(ys)
    begin = bisect_left(xs, first[0]) * rows + bisect_left(ys, first[1])
    goal = bisect_left(xs, last[0]) * rows + bisect_left(ys, last[1])
    most = abs(first[0] - last[0]) + abs(first[1] - last[1]) + DETOUR
    came, best = {4 * begin: -1}, {4 * begin: 0.0}
    waiting = [(0.0, 4 * begin)]
    while waiting:
        state = heappop(waiting)[1]
        spot, way = state >> 2, state & 3
        if spot == goal and way != _UP:
            return _bends(came, state, xs, ys)
        i, j = divmod(spot, rows)
        x, y, cost = xs[i], ys[j], best[state]
        steps = []
        if j + 1 < rows and way != _UP and not upright[spot]:
            steps.append((spot + 1, _DOWN, x, ys[j + 1]))
        if j and way != _DOWN and not upright[spot - 1]:
            steps.append((spot - 1, _UP, x, ys[j - 1]))
        if i + 1 < columns and way != _LEFT and not level[spot]:
            steps.append((spot + rows, _RIGHT, xs[i + 1], y))
        if i and way != _RIGHT and not level[spot - rows]:
            steps.append((spot - rows, _LEFT, xs[i - 1], y))
        for there, ahead, x2, y2 in steps:
            dearer = cost + abs(x2 - x) + abs(y2 - y) + (0.0 if ahead == way else BEND)
            state2 = 4 * there + ahead
            if dearer < best.get(state2, most):
                whole = dearer + abs(x2 - last[0]) + abs(y2 - last[1])
                if whole < most:
                    best[state2], came[state2] = dearer, state
                    heappush(waiting, (whole, state2))
    return None


def _barred(
    xs: Sequence[float], ys: Sequence[float], boxes: Sequence[Rect], clear: float
) -> tuple[bytearray, bytearray]:
    """Return which pieces between neighbouring crossroads a box is in the way of: the upright and the level ones."""
    rows = len(ys)
    upright, level = bytearray(len(xs) * rows), bytearray(len(xs) * rows)
    for box in boxes:
        left, right = bisect_right(xs, box.left - clear), bisect_left(xs, box.right + clear)
        top, bottom = bisect_right(ys, box.top - clear), bisect_left(ys, box.bottom + clear)
        if bottom > max(top - 1, 0):
            for i in range(left, right):
                for j in range(max(top - 1, 0), bottom):
                    upright[i * rows + j] = 1
        for i in range(max(left - 1, 0), right):
            for j in range(top, bottom):
                level[i * rows + j] = 1
    return upright, level


def _bends(came: dict[int, int], state: int, xs: Sequence[float], ys: Sequence[float]) -> list[Point]:
    points: list[Point] = []
    while state >= 0:
        i, j = divmod(state >> 2, len(ys))
        points.append((xs[i], ys[j]))
        state = came[state]
    points.reverse()
    kept = points[:1]
    for before, here, after in zip(points, points[1:], points[2:], strict=False):
        if not (before[0] == here[0] == after[0] or before[1] == here[1] == after[1]):
            kept.append(here)
    return [*kept, points[-1]] if len(points) > 1 else kept
