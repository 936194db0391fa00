"""Find where a new box fits without moving others."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from math import hypot

from kneetree import layout
from kneetree.layout import EdgeKey, Point, Rect, Room, Size
from kneetree.ui.editor.canvas.drawn_map import DrawnMap
from kneetree.ui.editor.canvas.rectangles import touching

BELOW = 64.0
ASIDE = 130.0
ROW = 28.0
"""The least room between a box and what is below it: for the line and the word of its answer."""
NEAR = 3000.0
"""How far on both sides room is looked for, in pixels at 100 %."""
USUAL: Size = (layout.BOX_WIDTH + 2 * layout.POINT, 120.0)
"""About the size of a box of which nothing is known yet."""
RINGS = 16
"""Free ground is looked for so many half boxes around a place."""
SHIFTS = 8
"""A copy is put at most so many boxes away from its origin, unless nothing is free there."""
COLUMN = 600.0
"""A box that is further across from a question than this does not count as its neighbour."""
_SIDE = {"yes": -ASIDE, "no": ASIDE, "next": 0.0}


def in_order(come: Iterable[str], into: Mapping[str, Collection[EdgeKey]]) -> Iterator[str]:
    """Yield new boxes in the order in which they look for room: each after a question that leads to it, if possible."""
    waiting = dict.fromkeys(come)
    while waiting:
        ready = [key for key in waiting if any(source not in waiting for source, _ in into.get(key, ()))]
        for key in ready or [next(iter(waiting))]:
            del waiting[key]
            yield key


def wanted_for(model: DrawnMap, key: str, come: Collection[str] = ()) -> Point:
    """Return where a new box belongs, free or not: below the first question that leads to it, else below the map.

    A box on the way to another one is placed above it; otherwise Yes is to the left of No.  ``come`` are the new
    boxes if the lines to them are drawn already.
    """
    size = model.sizes[key]
    for source, answer in model.into.get(key, ()):
        if source in model.positions:
            middle = _wanted_below(model, source, answer, _turned(model, size), key, come)
            return _turned(model, middle)
    left = model.extent
    return (left.left + size[0], left.bottom + size[1])


def _wanted_below(model: DrawnMap, source: str, answer: str, size: Size, key: str, come: Collection[str]) -> Point:
    """Return where a new box belongs in a map that goes downwards."""
    (x, y), (_, high) = _turned(model, model.positions[source]), _turned(model, model.sizes[source])
    bottom = y + high / 2
    after = _after(model, source, answer, key, come)
    if after is not None:
        (after_x, after_y), (_, after_high) = _turned(model, model.positions[after]), _turned(model, model.sizes[after])
        top = after_y - after_high / 2
        if top >= bottom and abs(after_x - x) <= COLUMN:
            return after_x, max(bottom + ROW + size[1] / 2, top - ROW - size[1] / 2)
    across = x + _SIDE[answer]
    for other, target in model.tree.nodes[source].edges():
        if other != answer and target in model.positions and (source not in come or target not in come):
            beside = _turned(model, model.positions[target])[0]
            apart = (_turned(model, model.sizes[target])[0] + size[0]) / 2 + ROW
            if abs(beside - x) <= COLUMN:
                across = min(across, beside - apart) if answer == "yes" else max(across, beside + apart)
    return across, bottom + (ROW if source in come or _is_new_way(model, source) else BELOW) + size[1] / 2


def _after(model: DrawnMap, source: str, answer: str, key: str, come: Collection[str]) -> str | None:
    """Return the box to which an edge led that now leads to ``key``, if ``key`` leads on to it."""
    drawn = model.routes.get((source, answer))
    targets = [target for _, target in model.tree.nodes[key].edges()]
    if key in come:
        known_ends = (end for end in targets if end not in come and end in model.positions)
        return next((end for end in known_ends if not _is_stub(model, key, end)), None)
    known = drawn is not None and not drawn.stub and drawn.target in targets and drawn.target in model.positions
    return drawn.target if drawn is not None and known else None


def _is_stub(model: DrawnMap, source: str, target: str) -> bool:
    return any(stub.target == target for answer in _SIDE if (stub := model.stubs.get((source, answer))))


def _is_new_way(model: DrawnMap, source: str) -> bool:
    """Return whether nothing was drawn from a box yet, since it is new itself."""
    return not any((source, answer) in model.routes for answer in _SIDE)


def _turned(model: DrawnMap, point: Point) -> Point:
    return (point[1], point[0]) if model.direction == "right" else point


def spot_below(model: DrawnMap, source: str, answer: str, size: Size) -> Point:
    """Return a free place for a box one row below a node, to the left for Yes, to the right for No, else straight."""
    (x, y), (wide, high) = model.positions[source], model.sizes[source]
    side = _SIDE[answer]
    if model.direction == "right":
        wanted = (x + wide / 2 + BELOW + size[0] / 2, y + side / 2)
    else:
        wanted = (x + side, y + high / 2 + BELOW + size[1] / 2)
    return _room_around(model, wanted).free_spot(wanted, size, model.direction)


def beside(model: DrawnMap, nodes: Collection[str]) -> dict[str, Point]:
    """Return where copies of boxes fit near these without covering anything, all shifted by the same distance."""
    known = [key for key in nodes if key in model.positions]
    if not known:
        return {}
    wide = max(model.sizes[key][0] for key in known) + ROW
    high = max(model.sizes[key][1] for key in known) + ROW
    ways = sorted(
        ((x * wide, y * high) for x in range(-SHIFTS, SHIFTS + 1) for y in range(-SHIFTS, SHIFTS + 1) if x or y),
        key=lambda way: (hypot(*way), way[0] <= 0, way[1] <= 0),
    )
    for x, y in ways:
        places = {key: (model.positions[key][0] + x, model.positions[key][1] + y) for key in known}
        if all(_is_free(model, place, model.sizes[key]) for key, place in places.items()):
            return places
    left = min(model.positions[key][0] - model.sizes[key][0] / 2 for key in known)
    x = model.extent.right - left
    return {key: (model.positions[key][0] + x, model.positions[key][1]) for key in known}


def free_near(model: DrawnMap, middle: Point, size: Size = USUAL) -> Point:
    """Return the place nearest to ``middle`` at which a box of that size covers nothing."""
    across, along = size[0] / 2 + ROW, size[1] / 2 + ROW
    ways = sorted(
        ((x * across, y * along) for x in range(-RINGS, RINGS + 1) for y in range(-RINGS, RINGS + 1)),
        key=lambda way: (hypot(*way), way),
    )
    places = ((middle[0] + x, middle[1] + y) for x, y in ways)
    return next((place for place in places if _is_free(model, place, size)), (model.extent.right + size[0], middle[1]))


def _is_free(model: DrawnMap, place: Point, size: Size) -> bool:
    """Return whether a box there keeps clear of all boxes and stubs."""
    area = layout.rect_around(place, size).grown(ROW - 1)
    if model.nodes_in(area):
        return False
    found = (model.stubs.get(edge) for edge in model.edges.within(area))
    return not any(stub and touching(layout.rect_around(stub.position, stub.size), area) for stub in found)


def _room_around(model: DrawnMap, middle: Point) -> Room[object]:
    x, y = middle
    around: Room[object] = Room(ROW)
    for key in model.boxes.within(Rect(x - NEAR, y - 600, x + NEAR, y + 600)):
        around.put(key, model.positions[key], model.sizes[key])
    for edge in model.edges.within(Rect(x - NEAR, y - 600, x + NEAR, y + 600)):
        stub = model.stubs.get(edge)
        if stub:
            around.put(edge, stub.position, stub.size)
    return around
