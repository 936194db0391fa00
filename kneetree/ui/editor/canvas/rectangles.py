"""Join and compare rectangles of the map."""

from __future__ import annotations

from collections.abc import Iterable

from kneetree.layout import Rect


def union(rects: Iterable[Rect]) -> Rect | None:
    """Return the smallest rectangle around all, or ``None`` if there are none."""
    found = list(rects)
    if not found:
        return None
    return Rect(
        min(box.left for box in found),
        min(box.top for box in found),
        max(box.right for box in found),
        max(box.bottom for box in found),
    )


def touching(one: Rect, other: Rect) -> bool:
    """Return whether two rectangles have a point in common."""
    return one.left <= other.right and one.right >= other.left and one.top <= other.bottom and one.bottom >= other.top
