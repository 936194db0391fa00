"""Decide whether the map moves on while a drag nears the edge of what is seen.

A drag may begin at the edge, where a grip happens to lie; the map must not run away from the hand then.  So it moves
only once the pointer has come into the narrow zone along an edge from outside it, and not while the pointer moves back.
"""

from __future__ import annotations

ZONE = 20.0
"""The width of the zone along each edge, in pixels of the viewport."""
_SPEED = 1 / 3
"""The pixels that the map moves in one frame, for each pixel by which the pointer is in the zone."""


class EdgeScroll:
    """How far a drag is in the zones of the left and right, or of the top and bottom edge."""

    def __init__(self, at: float, room: float) -> None:
        self._at, self._pushed = at, 0.0
        self._came_in = _depth(at, room) == 0

    def follow(self, at: float, room: float) -> None:
        """Follow the pointer to ``at``; ``room`` is the length of the viewport."""
        depth, moved = _depth(at, room), at - self._at
        self._at = at
        if depth == 0:
            self._came_in, self._pushed = True, 0.0
        elif moved:
            towards = (moved < 0) == (depth > 0)
            self._pushed = depth * _SPEED if self._came_in and towards else 0.0

    @property
    def push(self) -> float:
        """By how many pixels to move the map in one frame."""
        return self._pushed


def _depth(at: float, room: float) -> float:
    """Return by how many pixels a point is in the zone of the near edge, less than 0 for that of the far edge."""
    return max(0.0, ZONE - at) - max(0.0, at - room + ZONE)
