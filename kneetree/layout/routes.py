"""The lines of the map: where each edge leaves its question, passes the rows and arrives.

The answer that leads further left leaves further left, so the two never cross at the box; the way on from a question
that only collects leaves from the middle.  Everything is computed
top-down; for a map that goes to the right, x and y are exchanged.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from kneetree.layout.box_sizes import Size
from kneetree.layout.placement import Direction, EdgeKey, Point, Route
from kneetree.model.tree import Tree

MARGIN = 20.0
"""The least distance, in pixels, between a corner of a box and an edge that leaves it."""
LABEL_ROOM = 40.0
"""The least distance, in pixels, between the two answers of a question, so that their words fit."""
LABEL_BELOW = 14.0
CLEAR = 24.0


def leaving(middle: float, breadth: float, ends: Sequence[float]) -> tuple[float, ...]:
    """Return where the edges to ``ends`` leave a box of ``breadth`` around ``middle``: one from the middle, or two."""
    return ports(middle, breadth, ends[0], ends[1]) if len(ends) > 1 else (middle,)


def ports(middle: float, breadth: float, first: float, second: float) -> tuple[float, float]:
    """Return where two edges leave a box of ``breadth`` around ``middle`` for ends at ``first`` and ``second``."""
    if first > second:
        right, left = ports(middle, breadth, second, first)
        return left, right
    low, high = middle - breadth / 2 + MARGIN, middle + breadth / 2 - MARGIN
    if high - low < LABEL_ROOM:
        return middle - breadth / 4, middle + breadth / 4
    left = min(max(first, low), high - LABEL_ROOM)
    right = max(min(second, high), low + LABEL_ROOM)
    short = LABEL_ROOM - (right - left)
    if short > 0:
        left = max(left - short, low) if left + right < 2 * middle or second >= high else left
        right = left + LABEL_ROOM
    return left, right


def flip(point: Point) -> Point:
    """Return the same point of a map that goes the other way."""
    return point[1], point[0]


def flipped(route: Route) -> Route:
    """Return the same route of a map that goes the other way."""
    return Route(tuple(map(flip, route.points)), flip(route.label), route.target, route.stub)


def direct_route(start: float, source: tuple[Point, Size], target: tuple[Point, Size], name: str, stub: bool) -> Route:
    """Return a route between boxes anywhere, which leaves the first at ``start`` across.

    It goes around the outside if the target is not below.
    """
    (x, y), (width, height) = source
    (tx, ty), (target_width, target_height) = target
    bottom, top = y + height / 2, ty - target_height / 2
    label = (start, bottom + LABEL_BELOW)
    if top >= bottom + CLEAR:
        return Route(((start, bottom), (start, bottom + 4), (tx, top)), label, name, stub)
    low, high = bottom + CLEAR, top - CLEAR
    if abs(tx - x) > (width + target_width) / 2 + CLEAR:
        between = (x + width / 2 + tx - target_width / 2) / 2 if tx > x else (x - width / 2 + tx + target_width / 2) / 2
    else:
        between = max(x + width / 2, tx + target_width / 2) + CLEAR
    turns = ((start, bottom), (start, low), (between, low), (between, high), (tx, high), (tx, top))
    return Route(turns, label, name, stub)


def routes_between(
    tree: Tree,
    positions: Mapping[str, Point],
    sizes: Mapping[str, Size],
    sources: Iterable[str],
    *,
    direction: Direction = "down",
    stubs: Mapping[EdgeKey, tuple[Point, Size]] | None = None,
) -> dict[EdgeKey, Route]:
    """Return direct routes for the answers of ``sources``, from box to box at their ``positions``.

    This is for boxes that are being moved; ``place`` gives the routes of a map at rest.
    """
    turn = direction == "right"
    ends = stubs or {}

    def box(key: EdgeKey, node_id: str) -> tuple[Point, Size]:
        middle, size = ends.get(key) or (positions[node_id], sizes[node_id])
        return (flip(middle), flip(size)) if turn else (middle, size)

    made: dict[EdgeKey, Route] = {}
    for source in sources:
        edges = tree.nodes[source].edges()
        if not edges:
            continue
        mine = box(("", ""), source)
        keys: list[EdgeKey] = [(source, answer.value) for answer, _ in edges]
        targets = [box(key, target) for key, (_, target) in zip(keys, edges, strict=True)]
        leave = leaving(mine[0][0], mine[1][0], [middle[0] for middle, _ in targets])
        for key, start, target, (_, name) in zip(keys, leave, targets, edges, strict=True):
            route = direct_route(start, mine, target, name, key in ends)
            made[key] = flipped(route) if turn else route
    return made
