"""Find the camera that shows a part of the map whole, none of its boxes under what lies over a corner of the view.

Knows no widget.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import NamedTuple

from kneetree.layout import Rect
from kneetree.ui.editor.canvas.camera import Camera
from kneetree.ui.editor.canvas.drawn_map import DrawnMap
from kneetree.ui.editor.canvas.rectangles import touching, union

MARGIN = 56.0
READABLE = 0.6
"""A new tree is shown whole when it fits at this zoom, else from its first question."""
SMALL = 12
"""A tree with no more boxes than this is shown whole at any zoom: its author wants to see where answers lead."""
STEPS = 6
"""So many zooms are tried between the largest that shows all and the one that needs no corner."""
WAYS = ((0, 0), (0, 0.5), (0, 0.8), (0, 1), (0.5, 0), (1, 0), (1, 1))
"""How far the map goes out of the middle to the left and upwards, as shares of the room that it leaves."""
CLEAR = 6.0
"""How far boxes keep away from the corner, in pixels of the screen."""


class Frame(NamedTuple):
    """The room on the screen in pixels, its lower right corner that something lies over, and the largest scale."""

    wide: float
    high: float
    covered: Rect | None
    largest: float


Find = Callable[[DrawnMap, Frame], Camera]
"""What finds a camera for a map and the room of now."""


def around_all(model: DrawnMap, frame: Frame) -> Camera:
    """Return the camera that shows the whole map as it is now."""
    model.shrink()
    return _fitted(model, model.extent, None, frame)


def around(nodes: Collection[str], model: DrawnMap, frame: Frame) -> Camera:
    """Return the camera that shows these boxes; if none of them is shown, the whole map."""
    bounds = model.bounds_of(nodes)
    return around_all(model, frame) if bounds is None else _fitted(model, bounds.grown(40), nodes, frame)


def from_the_beginning(model: DrawnMap, frame: Frame) -> Camera:
    """Return the camera that shows all of a map if that is small or can be read, else its first question."""
    if len(model.positions) <= SMALL:
        return around_all(model, frame)
    model.shrink()
    extent = model.extent
    if Camera().fitted(extent, frame.wide, frame.high, frame.largest).scale >= READABLE * frame.largest:
        whole = around_all(model, frame)
        if whole.scale >= READABLE * frame.largest:
            return whole
    x, y = model.positions[model.tree.root]
    camera = Camera(frame.largest).centred(x, y, frame.wide, frame.high)
    if model.direction == "down":
        return Camera(camera.scale, camera.left, model.rect(model.tree.root).top - MARGIN / camera.scale)
    return camera


def with_origin(camera: Camera, box: Rect, origin: Rect | None, frame: Frame) -> Camera:
    """Return the camera moved, at its own scale and no further than needed, to show a new box and what leads to it.

    If there is no room for both, the new box is shown.
    """
    alone = beside_corner(camera.showing(box, frame.wide, frame.high, CLEAR), [box], frame)
    both = union([box, *([origin] if origin is not None else [])]) or box
    found = beside_corner(camera.showing(both, frame.wide, frame.high, CLEAR), [box, origin or box], frame)
    return found if all(_is_seen(found, one, frame) for one in (box, origin or box)) else alone


def beside_corner(camera: Camera, boxes: Sequence[Rect], frame: Frame, away: float = CLEAR) -> Camera:
    """Return the camera moved if one of some boxes would lie under what covers a corner, and stays seen elsewhere."""
    covered = frame.covered
    under = [_on_screen(camera, box) for box in boxes if covered and touching(_on_screen(camera, box), covered)]
    if covered is None or not under:
        return camera
    aside = camera.panned(covered.left - away - max(box.right for box in under), 0.0)
    above = camera.panned(0.0, covered.top - away - max(box.bottom for box in under))
    for found in (aside, above):
        if all(_is_seen(found, box, frame) for box in boxes):
            return found
    return aside


def _is_seen(camera: Camera, box: Rect, frame: Frame) -> bool:
    """Return whether all of a box is on the screen, and nothing lies over it."""
    spot = _on_screen(camera, box)
    inside = spot.left >= 0 and spot.top >= 0 and spot.right <= frame.wide and spot.bottom <= frame.high
    return inside and not (frame.covered is not None and touching(spot, frame.covered))


def _on_screen(camera: Camera, box: Rect) -> Rect:
    return Rect(*camera.to_screen(box.left, box.top), *camera.to_screen(box.right, box.bottom))


def _fitted(model: DrawnMap, area: Rect, nodes: Collection[str] | None, frame: Frame) -> Camera:
    """Return the camera that shows all of ``area`` as large as possible, and no box under what is covered.

    Of a few ``nodes`` only these count.
    """
    wide, high, covered, largest = frame
    whole = Camera().fitted(area, wide, high, largest)
    if covered is None:
        return whole
    covered = covered.grown(CLEAR)
    beside = Camera().fitted(area, max(covered.left, 1.0), high, largest)
    above = Camera().fitted(area, wide, max(covered.top, 1.0), largest)
    least = max(beside, above, key=lambda camera: camera.scale)
    for step in range(STEPS):
        scale = whole.scale + (least.scale - whole.scale) * step / STEPS
        middle = Camera(scale).centred((area.left + area.right) / 2, (area.top + area.bottom) / 2, wide, high)
        for right, down in WAYS:
            camera = Camera(
                scale,
                middle.left + (area.left - middle.left) * right,
                middle.top + (area.top - middle.top) * down,
            )
            if not _is_any_under(model, nodes, camera, covered):
                return camera
    return least


def _is_any_under(model: DrawnMap, nodes: Collection[str] | None, camera: Camera, covered: Rect) -> bool:
    """Return whether a box lies under what covers a part of the screen."""
    (left, top), (right, bottom) = (
        camera.to_map(covered.left, covered.top),
        camera.to_map(covered.right, covered.bottom),
    )
    under = Rect(left, top, right, bottom)
    if nodes is None:
        return bool(model.nodes_in(under))
    return any(touching(model.rect(key), under) for key in nodes if model.is_shown(key))
