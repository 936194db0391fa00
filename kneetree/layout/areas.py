"""The coloured ground of a region: around its boxes and the ways between them, and around no other box.

A rectangle around all of them would take in boxes that do not belong to the region.
"""

from __future__ import annotations

from collections.abc import Collection

from kneetree.layout.placement import Placement, Point, Rect

ROOM = 14.0
"""How far the ground reaches beyond a box, in pixels: no further than the room that is kept between boxes."""

Polygon = tuple[Point, Point, Point, Point]


def area_of(placement: Placement, ids: Collection[str]) -> list[Polygon]:
    """Return clockwise polygons in scene pixels; fill them as one shape (non-zero winding), without an outline."""
    members = {node_id: placement.rect(node_id).grown(ROOM) for node_id in ids if node_id in placement.positions}
    polygons = [_corners(box) for box in members.values()]
    for (source, _), route in placement.routes.items():
        if route.stub or source not in members or route.target not in members:
            continue
        above, below = members[source], members[route.target]
        if placement.direction == "down" and below.top > above.bottom and _next(placement, source, route.target):
            polygons.append(
                (
                    (above.left, above.bottom), (above.right, above.bottom),
                    (below.right, below.top), (below.left, below.top),
                )
            )  # fmt: skip
        elif placement.direction == "right" and below.left > above.right and _next(placement, source, route.target):
            polygons.append(
                (
                    (above.right, above.top), (below.left, below.top),
                    (below.left, below.bottom), (above.right, above.bottom),
                )
            )  # fmt: skip
    return polygons


def _next(placement: Placement, source: str, target: str) -> bool:
    return placement.rows[target] == placement.rows[source] + 1


def _corners(box: Rect) -> Polygon:
    return (box.left, box.top), (box.right, box.top), (box.right, box.bottom), (box.left, box.bottom)
