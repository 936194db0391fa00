"""Move a line aside where it would run on another one, as far as the boxes beside it let it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from kneetree.layout.placement import Point, Rect

STEP = 6.0
"""How far lines that run side by side are apart, in pixels."""
CLEAR = 4.0
"""The least distance, in pixels, between a box and a line that was moved aside."""
TOGETHER = 20.0
"""Two lines that run side by side no longer than so many pixels are told apart anyway."""
_ASIDES = tuple(side * STEP * step for step in range(8) for side in (1, -1) if step or side > 0)

Piece = tuple[int, float, float, float]
"""A straight piece: 0 if it is upright and 1 if it is level, where it runs, and between which ends."""


def pieces_of(points: Sequence[Point]) -> list[Piece]:
    """Return the straight pieces of a line that are upright or level."""
    found = []
    for one, other in pairwise(points):
        for side in (0, 1):
            if one[side] == other[side] and one != other:
                low, high = sorted((one[1 - side], other[1 - side]))
                found.append((side, one[side], low, high))
    return found


def moved_apart(
    points: tuple[Point, ...], boxes: Sequence[Rect], others: Iterable[Sequence[Point]]
) -> tuple[Point, ...]:
    """Return the same way, all of whose pieces between its ends run apart from ``others`` where there is room."""
    taken = [piece for other in others for piece in pieces_of(other)]
    way = list(points)
    for at in range(1, len(way) - 2):
        here, after = way[at], way[at + 1]
        side = 0 if here[0] == after[0] else 1
        place = _place(way, at, side, boxes, taken)
        if place != here[side]:
            way[at], way[at + 1] = _put(here, side, place), _put(after, side, place)
    return tuple(way)


def _place(way: Sequence[Point], at: int, side: int, boxes: Sequence[Rect], taken: Sequence[Piece]) -> float:
    """Return where a piece may run alone, nearest to where it runs; there, if it may do so nowhere."""
    now = way[at][side]
    low, high = sorted((way[at][1 - side], way[at + 1][1 - side]))
    beside = [
        place for piece, place, begin, end in taken if piece == side and min(high, end) - max(low, begin) > TOGETHER
    ]
    if not any(abs(place - now) < STEP - 1 for place in beside):
        return now
    least, most = _span(now, low, high, side, boxes)
    before, behind = way[at - 1][side], way[at + 2][side]
    for aside in _ASIDES:
        there = now + aside
        if (
            least <= there <= most
            and not any(abs(place - there) < STEP - 1 for place in beside)
            and all(
                (there - end) * (now - end) > 0 and abs(there - end) >= STEP for end in (before, behind) if end != now
            )
        ):
            return there
    return now


def _span(now: float, low: float, high: float, side: int, boxes: Sequence[Rect]) -> tuple[float, float]:
    """Return between which places a piece may be moved without coming near a box."""
    least, most = float("-inf"), float("inf")
    for box in boxes:
        first, last, begin, end = (
            (box.left, box.right, box.top, box.bottom) if side == 0 else (box.top, box.bottom, box.left, box.right)
        )
        if begin - CLEAR < high and end + CLEAR > low:
            if last <= now:
                least = max(least, last + CLEAR)
            elif first >= now:
                most = min(most, first - CLEAR)
    return least, most


def _put(point: Point, side: int, place: float) -> Point:
    return (place, point[1]) if side == 0 else (point[0], place)
