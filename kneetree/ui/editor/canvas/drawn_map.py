"""Know where each box, line and stub of the map is drawn now, and find them by place.

What paints, aims or looks for room reads this.  Only ``MapModel`` above it knows what a change of the tree
does to the map.  Knows no Qt and never alters the tree.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from itertools import count

from kneetree import layout
from kneetree.layout import Direction, EdgeKey, Point, Rect, Route, Size, Stub
from kneetree.model.tree import Tree
from kneetree.ui.editor.canvas import folds
from kneetree.ui.editor.canvas.box_places import Places
from kneetree.ui.editor.canvas.recorded import Recorded
from kneetree.ui.editor.canvas.rectangles import union
from kneetree.ui.editor.canvas.spatial_index import Grid

ANSWERS = ("yes", "no", "next")
"""The answers by which any edge may be named."""
CELL = (512.0, 256.0)
SHORT = 3
"""A route of more points may go round outside the rectangle between its ends."""
EDGE_ROOM = 100.0
"""Words and stubs stick out from an edge's ends by at most so much, in pixels at 100 %."""
MARGIN = 60.0
"""Room around the whole map, in pixels at 100 %."""
_revisions = count(1)


class DrawnMap:
    """Hold the places, routes and stubs by id, and grids of those that are shown.

    ``into`` has the edges that lead to each node.  ``revision`` rises whenever the picture of the map itself
    is altered, and no two maps ever share one.
    """

    def __init__(self, tree: Tree, direction: Direction) -> None:
        self.tree = tree
        self.direction: Direction = direction
        self.folded: set[str] = set()
        self.focus: str | None = None
        self.hidden: frozenset[str] = frozenset()
        self.into: dict[str, list[EdgeKey]] = {}
        self.places = Places(tree)
        self.routes: Recorded[EdgeKey, Route] = Recorded()
        self.stubs: Recorded[EdgeKey, Stub] = Recorded()
        self.boxes: Grid[str] = Grid(*CELL)
        self.edges: Grid[EdgeKey] = Grid(*CELL)
        self.revision = next(_revisions)
        self._extent: Rect | None = None
        self._left_places = False
        """Whether a box has left its place since ``extent`` was found."""

    # -- looking ---------------------------------------------------------------------------------

    @property
    def positions(self) -> dict[str, Point]:
        """The middles of the boxes as they are drawn now (read only)."""
        return self.places.positions

    @property
    def sizes(self) -> dict[str, Size]:
        """The sizes of the boxes (read only)."""
        return self.places.sizes

    def rect(self, node_id: str) -> Rect:
        """Return the box of a node."""
        return layout.rect_around(self.positions[node_id], self.sizes[node_id])

    @property
    def extent(self) -> Rect:
        """All that is shown, with a margin; while the author edits it only grows, until ``shrink``."""
        if self._extent is None:
            self._extent = (self._bounds() or Rect(0, 0, 1, 1)).grown(MARGIN)
        return self._extent

    def shrink(self) -> None:
        """Let ``extent`` be that of now: it takes in no place any more from which the last box has gone."""
        if self._left_places:
            self._extent, self._left_places = None, False

    def bounds_of(self, nodes: Iterable[str]) -> Rect | None:
        """Return the rectangle around the boxes of ``nodes`` that are shown, or ``None`` if none is."""
        return union(self.rect(key) for key in nodes if key in self.boxes)

    def node_at(self, point: Point) -> str | None:
        """Return the node whose box lies under a point; of several the one drawn last."""
        x, y = point
        found = self.in_drawing_order(self.nodes_in(Rect(x, y, x, y)))
        return found[-1] if found else None

    def in_drawing_order(self, nodes: Iterable[str]) -> list[str]:
        """Return nodes in the order in which they are drawn: what the author has placed may cover what lies behind.

        It depends on nothing but where the boxes are, so that a map looks the same however it came about.
        """
        held, positions = self.tree.layout, self.positions
        if not held:
            return list(nodes)
        return sorted(nodes, key=lambda key: (key in held, positions[key], key))

    def nodes_in(self, area: Rect) -> list[str]:
        """Return the nodes whose boxes touch a rectangle."""
        left, top, right, bottom = area.left, area.top, area.right, area.bottom
        positions, sizes, found = self.positions, self.sizes, []
        for key in self.boxes.within(area):
            (x, y), (wide, high) = positions[key], sizes[key]
            wide, high = wide / 2, high / 2
            if x - wide <= right and x + wide >= left and y - high <= bottom and y + high >= top:
                found.append(key)
        return found

    def edges_in(self, area: Rect) -> list[EdgeKey]:
        """Return the edges that may touch a rectangle."""
        left, top, right, bottom = area.left - EDGE_ROOM, area.top - EDGE_ROOM, area.right + EDGE_ROOM, area.bottom
        routes, found = self.routes, []
        for key in self.edges.within(area):
            points = routes[key].points
            (x, y), (end_x, end_y) = points[0], points[-1]
            if len(points) > SHORT or (
                (x <= right or end_x <= right)
                and (x >= left or end_x >= left)
                and (y <= bottom or end_y <= bottom)
                and (y >= top or end_y >= top)
            ):
                found.append(key)
        return found

    def stub_at(self, point: Point) -> EdgeKey | None:
        """Return the edge whose stub lies under a point."""
        x, y = point
        for key in self.edges.within(Rect(x, y, x, y)):
            stub = self.stubs.get(key)
            if stub and abs(x - stub.position[0]) <= stub.size[0] / 2 and abs(y - stub.position[1]) <= stub.size[1] / 2:
                return key
        return None

    def is_shown(self, node_id: str) -> bool:
        """Return whether a box is drawn: neither folded away nor out of focus."""
        return node_id in self.boxes

    def hidden_below(self, node_id: str) -> int:
        """Return how many boxes a folded question or decision hides, as far as they are hidden now."""
        return len(folds.reach(self.tree.nodes, [node_id]) & self.hidden)

    # -- drawing, for the model ------------------------------------------------------------------

    def _show(self) -> None:
        """Fill the grids anew with what is neither folded away nor out of focus."""
        self.hidden = folds.hidden(self.tree.nodes, self.tree.root, self.folded, self.focus, self.into)
        self.boxes, self.edges = Grid(*CELL), Grid(*CELL)
        self._extent = None
        sizes, hidden, put = self.sizes, self.hidden, self.boxes.put
        for key, (x, y) in self.positions.items():
            if key not in hidden:
                wide, high = sizes[key]
                put(key, x - wide / 2, y - high / 2, x + wide / 2, y + high / 2)
        for edge in self.routes:
            self._index_edge(edge)
        self._altered()

    def _draw_lines(self, sources: Iterable[str]) -> None:
        """Draw the edges anew that begin at those of ``sources`` that are on the map."""
        known = [key for key in sources if key in self.positions]
        ends = {
            (key, answer): (stub.position, stub.size)
            for key in known
            for answer in ANSWERS
            if (stub := self.stubs.get((key, answer)))
        }
        made = layout.routes_between(self.tree, self.positions, self.sizes, known, direction=self.direction, stubs=ends)
        for key, route in made.items():
            self.routes[key] = route
            self._index_edge(key)

    def _drop_edges(self, source: str, but: Collection[str] = ()) -> None:
        """Draw no edges any more that begin at a node, other than those of the answers ``but``."""
        for answer in ANSWERS:
            if answer not in but:
                self.routes.pop((source, answer), None)
                self.stubs.pop((source, answer), None)
                self.edges.take((source, answer))

    def _index_box(self, key: str) -> None:
        if key not in self.hidden:
            box = self.rect(key)
            self.boxes.put(key, box.left, box.top, box.right, box.bottom)
            if self._extent is not None:
                self._extent = union((self._extent, box.grown(MARGIN)))

    def _index_edge(self, key: EdgeKey) -> None:
        route = self.routes[key]
        if key[0] in self.hidden or key[0] in self.folded or (not route.stub and route.target in self.hidden):
            self.edges.take(key)
            return
        (left, top), (right, bottom) = route.points[0], route.points[-1]
        if len(route.points) > 2 or left > right or top > bottom:  # few are; to look costs a third of opening a map
            xs, ys = [x for x, _ in route.points], [y for _, y in route.points]
            left, top, right, bottom = min(xs), min(ys), max(xs), max(ys)
        stub = self.stubs.get(key)
        if stub:
            (x, y), (wide, high) = stub.position, stub.size
            left, right = min(left, x - wide / 2), max(right, x + wide / 2)
            top, bottom = min(top, y - high / 2), max(bottom, y + high / 2)
        self.edges.put(key, left, top, right, bottom)

    def _bounds(self) -> Rect | None:
        """Return what is around all boxes and stubs; without making a rectangle of each."""
        positions, sizes = self.positions, self.sizes
        around = [(positions[key], sizes[key]) for key in self.boxes]
        around += [(stub.position, stub.size) for edge, stub in self.stubs.items() if edge in self.edges]
        if not around:
            return None
        return Rect(
            min(x - wide / 2 for (x, _), (wide, _) in around),
            min(y - high / 2 for (_, y), (_, high) in around),
            max(x + wide / 2 for (x, _), (wide, _) in around),
            max(y + high / 2 for (_, y), (_, high) in around),
        )

    def _altered(self) -> None:
        self.revision = next(_revisions)
