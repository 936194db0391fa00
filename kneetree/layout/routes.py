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
"""The least distance, in pixels, between a box and a line that passes it; the words of the answers are nearer."""
LANES = 9
"""How many lines run side by side before two share a lane."""
LANE = 6.0
"""The distance between two lanes, in pixels."""
_NEAR = 3
"""How many lanes there are above a box, and below one: the next row is near."""
_GRID, _DOWN, _BESIDE = 64.0, 5, 7
"""The step, in pixels, at which the lane of a box changes, and by how many lanes for a step down and one across."""
_SKIPS = 120.0
"""A line that is longer than this, in pixels, may pass a box on its way, and another line."""


def lane_of(middle: Point, place: int) -> int:
    """Return the lane of the edge at a ``place`` among those of a box, as a number; its remainder is the lane.

    It depends on nothing but where the box is, so that a line stays where it is while others come and go.  Boxes
    above, below and beside one another have different lanes.
    """
    across, along = round(middle[0] / _GRID), round(middle[1] / _GRID)
    return _DOWN * along + _BESIDE * across + place


def _aside(lane: int, lanes: int = LANES) -> float:
    """Return how far a lane is from the middle one, in pixels."""
    return LANE * (lane % lanes - lanes // 2)


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


def direct_route(
    ends: tuple[float, float], source: tuple[Point, Size], target: tuple[Point, Size], name: str, stub: bool, lane: int
) -> Route:
    """Return a route between boxes anywhere, which leaves the first and reaches the second at ``ends`` across.

    It goes around the outside, in its ``lane``, if the target is not below.
    """
    (x, y), (width, height) = source
    (tx, ty), (target_width, target_height) = target
    (start, end), bottom, top = ends, y + height / 2, ty - target_height / 2
    label = (start, bottom + LABEL_BELOW)
    if top >= bottom + CLEAR:
        return Route(((start, bottom), (start, bottom + 4), (end, top)), label, name, stub)
    low, high = bottom + CLEAR + LANE * (lane % _NEAR), top - CLEAR + LANE * (lane // _NEAR % _NEAR)
    room = abs(tx - x) - (width + target_width) / 2
    if room > CLEAR:
        middle = (x + width / 2 + tx - target_width / 2) / 2 if tx > x else (x - width / 2 + tx + target_width / 2) / 2
        lanes = min(LANES, max(int((room - CLEAR / 2) / LANE), 1))
        between = middle + _aside(lane, lanes)
    else:
        between = max(x + width / 2, tx + target_width / 2) + CLEAR + LANE * (lane % LANES)
    turns = ((start, bottom), (start, low), (between, low), (between, high), (tx, high), (tx, top))
    return Route(turns, label, name, stub)


def arrivals(source: tuple[Point, Size], targets: Sequence[tuple[Point, Size]], lanes: Sequence[int]) -> list[float]:
    """Return where across the edges of a box reach their targets: in the middle, unless another may run there.

    An edge that runs straight down past a row keeps to its lane, since another one may run down there too.  The two
    edges of a box reach their targets in the order of these, so that they do not cross.
    """
    asides = [_aside_of(source, target, lane) for target, lane in zip(targets, lanes, strict=True)]
    middles = [middle[0] for middle, _ in targets]
    reached = [middle + aside for middle, aside in zip(middles, asides, strict=True)]
    if len(reached) < 2 or (reached[0] > reached[1]) == (middles[0] > middles[1]):
        return reached
    outwards = -1 if middles[0] <= middles[1] else 1
    return [middles[0] + outwards * abs(asides[0]), middles[1] - outwards * abs(asides[1])]


def _aside_of(source: tuple[Point, Size], target: tuple[Point, Size], lane: int) -> float:
    (x, y), (width, height) = source
    (tx, ty), (target_width, target_height) = target
    length = ty - target_height / 2 - y - height / 2
    most = min(width, target_width) / 2 - MARGIN
    if length <= _SKIPS or abs(tx - x) >= most:
        return 0.0
    return min(max(_aside(lane), -most), most)


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
        lanes = [lane_of(mine[0], place) for place in range(len(edges))]
        reached = arrivals(mine, targets, lanes)
        leave = leaving(mine[0][0], mine[1][0], reached)
        for place, (_, name) in enumerate(edges):
            key = keys[place]
            route = direct_route((leave[place], reached[place]), mine, targets[place], name, key in ends, lanes[place])
            made[key] = flipped(route) if turn else route
    return made
