"""Where every box and line of the map stands now; it follows the tree change by change.

A change moves nothing that it does not have to: new boxes look for room near the question that leads
to them, a box that grows pushes only what it would cover.  The whole map is placed anew when it is
opened and when the author asks to tidy.  Knows no Qt and never alters the tree.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from kneetree import layout
from kneetree.change import Change
from kneetree.layout import Direction, EdgeKey, Placement, Point, Rect, Route, Size, Stub
from kneetree.tree import Leaf, Question, Tree
from kneetree.ui.editor.canvas import folds, room
from kneetree.ui.editor.canvas.grid import Grid
from kneetree.ui.editor.canvas.rects import grown, union

CELL = (512.0, 256.0)
SHORT = 3
"""A route of more points may go round outside the rectangle between its ends."""
EDGE_ROOM = 100.0
"""Words and stubs stick out from an edge's ends by at most so much."""
MARGIN = 60.0
"""Room around the whole map, in pixels at 100 %."""


class MapModel:
    """Positions (middles), sizes, routes and stubs by id; grids of what is shown.

    ``revision`` counts up with everything that alters the picture of the map itself.
    """

    def __init__(self, tree: Tree, direction: Direction = "down") -> None:
        self.tree = tree
        self.direction: Direction = direction
        self.revision = 0
        self.folded: set[str] = set()
        self.focus: str | None = None
        self.hidden: frozenset[str] = frozenset()
        self.into: dict[str, list[EdgeKey]] = {}
        self.positions: dict[str, Point] = {}
        self.sizes: dict[str, Size] = {}
        self.routes: dict[EdgeKey, Route] = {}
        self.stubs: dict[EdgeKey, Stub] = {}
        self.boxes: Grid[str] = Grid(*CELL)
        self.edges: Grid[EdgeKey] = Grid(*CELL)
        self._gone: dict[str, Point] = {}
        self._extent: Rect | None = None
        self.lay_out()

    # -- looking ---------------------------------------------------------------------------------

    def rect(self, node_id: str) -> Rect:
        """The box of a node."""
        return layout.rect_around(self.positions[node_id], self.sizes[node_id])

    @property
    def extent(self) -> Rect:
        """The whole of what is shown, with a margin; it only grows until the map is placed anew."""
        if self._extent is None:
            self._extent = grown(union(self._bounds()) or Rect(0, 0, 1, 1), MARGIN)
        return self._extent

    def bounds_of(self, nodes: Iterable[str]) -> Rect | None:
        """The rectangle around these boxes, or ``None`` where none is shown."""
        return union(self.rect(key) for key in nodes if key in self.boxes)

    def node_at(self, point: Point) -> str | None:
        """The box under a point; of several the one drawn last."""
        x, y = point
        for key in reversed(self.boxes.within(Rect(x, y, x, y))):
            (left, top), (wide, high) = self.positions[key], self.sizes[key]
            if abs(x - left) <= wide / 2 and abs(y - top) <= high / 2:
                return key
        return None

    def nodes_in(self, area: Rect) -> list[str]:
        """The boxes that touch a rectangle."""
        left, top, right, bottom = area.left, area.top, area.right, area.bottom
        positions, sizes, found = self.positions, self.sizes, []
        for key in self.boxes.within(area):
            (x, y), (wide, high) = positions[key], sizes[key]
            wide, high = wide / 2, high / 2
            if x - wide <= right and x + wide >= left and y - high <= bottom and y + high >= top:
                found.append(key)
        return found

    def edges_in(self, area: Rect) -> list[EdgeKey]:
        """The edges that may touch a rectangle."""
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
        """The stub under a point."""
        x, y = point
        for key in self.edges.within(Rect(x, y, x, y)):
            stub = self.stubs.get(key)
            if stub and abs(x - stub.position[0]) <= stub.size[0] / 2 and abs(y - stub.position[1]) <= stub.size[1] / 2:
                return key
        return None

    def is_shown(self, node_id: str) -> bool:
        """Whether a box is drawn: neither folded away nor out of focus."""
        return node_id in self.boxes

    def hidden_below(self, node_id: str) -> int:
        """How many boxes a folded question hides, as far as they are hidden now."""
        return len(folds.reach(self.tree.nodes, [node_id]) & self.hidden)

    # -- altering --------------------------------------------------------------------------------

    def lay_out(self, placed: Placement | None = None) -> None:
        """Place the whole map anew, or as ``placed``; boxes in ``tree.layout`` stand where the author put them."""
        tree = self.tree
        if placed is None:
            placed = layout.place(tree, layout.measure(tree), direction=self.direction, fixed=tree.layout)
        self.positions, self.sizes = placed.positions, placed.sizes
        self.routes, self.stubs = placed.routes, placed.stubs
        self.into = {}
        for source, question in tree.questions():
            self.into.setdefault(question.yes, []).append((source, "yes"))
            self.into.setdefault(question.no, []).append((source, "no"))
        self._gone = {}
        self._show()

    def set_view(self, folded: Iterable[str], focus: str | None) -> None:
        """Fold these questions, and show only the ways in and out of ``focus``."""
        nodes = self.tree.nodes
        self.folded = {key for key in folded if isinstance(nodes.get(key), Question)}
        self.focus = focus if focus in nodes else None
        self._show()

    def move(self, places: Mapping[str, Point]) -> None:
        """Put boxes somewhere else; their lines follow.  The tree is not altered."""
        touched: set[str] = set()
        for key, place in places.items():
            if key in self.positions:
                self._shift_stubs(key, place)
                self.positions[key] = place
                self._index(key)
                touched.add(key)
        self._reroute(self._sources_of(touched))
        self._altered()

    def follow(self, change: Change) -> None:
        """Make the map equal to the tree, which ``change`` has just altered."""
        touched = dict.fromkeys(change.keys("node"))
        for condition in change.keys("condition"):
            touched |= dict.fromkeys(key for key, leaf in self.tree.leaves() if leaf.condition == condition)
        placed = change.keys("layout")
        if not touched and not placed and not change.touches("root"):
            if change.touches("region"):
                self.revision += 1
            return
        self._join(touched)
        come = [key for key in touched if key in self.tree.nodes and key not in self.positions]
        renamed = self._forget(touched)
        moved = self._resize(touched)
        for key in self._in_order(come):
            self._settle(key, renamed.get(key))
        for key in placed:
            place = self.tree.layout.get(key)
            if place is not None and key in self.positions:
                self._shift_stubs(key, place)
                self.positions[key] = place
                self._index(key)
                moved.add(key)
        self._restub(touched)
        self._reroute(self._sources_of(moved | touched.keys()))
        if self.folded or self.focus is not None:
            self.set_view(self.folded, self.focus)
        self._altered()

    # -- inner: one change -----------------------------------------------------------------------

    def _join(self, touched: Collection[str]) -> None:
        """Bring ``into`` up to date for the questions touched."""
        for source in touched:
            for answer in ("yes", "no"):
                old = self.routes.get((source, answer))
                if old and (source, answer) in self.into.get(old.target, ()):
                    self.into[old.target].remove((source, answer))
            node = self.tree.nodes.get(source)
            if isinstance(node, Question):
                self.into.setdefault(node.yes, []).append((source, "yes"))
                self.into.setdefault(node.no, []).append((source, "no"))

    def _forget(self, touched: Collection[str]) -> dict[str, Point]:
        """Take away what is gone from the tree; gives back where ids that took over stand (a renaming)."""
        gone = [key for key in touched if key not in self.tree.nodes and key in self.positions]
        come = [key for key in touched if key in self.tree.nodes and key not in self.positions]
        for key in gone:
            self._gone[key] = self.positions.pop(key)
            del self.sizes[key]
            self.boxes.take(key)
            self._drop_edges(key)
        return {come[0]: self._gone[gone[0]]} if len(come) == len(gone) == 1 else {}

    def _drop_edges(self, source: str) -> None:
        for answer in ("yes", "no"):
            self.routes.pop((source, answer), None)
            self.stubs.pop((source, answer), None)
            self.edges.take((source, answer))

    def _resize(self, touched: Collection[str]) -> set[str]:
        """Fit boxes to their new texts: the top stays, what would be covered goes down."""
        moved: set[str] = set()
        for key in touched:
            node = self.tree.nodes.get(key)
            if node is None or key not in self.positions:
                continue
            if isinstance(node, Leaf):
                self._drop_edges(key)
            (wide, high), new = self.sizes[key], layout.measure_node(self.tree, key, node)
            if new == (wide, high):
                continue
            self.sizes[key] = new
            if key not in self.tree.layout:
                x, y = self.positions[key]
                self.positions[key] = (x, y + (new[1] - high) / 2)
            self._index(key)
            moved.add(key)
            for other, place in room.pushed(self, key).items():
                self._shift_stubs(other, place)
                self.positions[other] = place
                self._index(other)
                moved.add(other)
        return moved

    def _settle(self, key: str, place: Point | None) -> None:
        self.sizes[key] = layout.measure_node(self.tree, key, self.tree.nodes[key])
        chosen = self.tree.layout.get(key) or place or self._gone.pop(key, None) or room.spot_for(self, key)
        self.positions[key] = chosen
        self._index(key)

    def _in_order(self, come: list[str]) -> Iterator[str]:
        """New ids, each after a question that leads to it where there is one among those placed."""
        waiting = dict.fromkeys(come)
        while waiting:
            ready = [key for key in waiting if any(source not in waiting for source, _ in self.into.get(key, ()))]
            for key in ready or [next(iter(waiting))]:
                del waiting[key]
                yield key

    def _restub(self, touched: Collection[str]) -> None:
        """Stubs of edges that lead elsewhere now: kept where the new target is far, made where it became so."""
        sources = self._sources_of(touched)
        for source in sources:
            node = self.tree.nodes.get(source)
            if not isinstance(node, Question):
                continue
            for answer in ("yes", "no"):
                key, target = (source, answer), node.target(answer)
                old = self.stubs.get(key)
                was = self.routes.get(key)
                if was is not None and was.target == target and old is None:
                    continue
                if old is None and not room.is_far(self, source, target):
                    continue
                if old is not None and old.target != target and not room.is_far(self, source, target):
                    del self.stubs[key]
                    continue
                text = layout.title_of(self.tree, target)
                size = layout.stub_size(text)
                place = old.position if old else room.spot_below(self, source, answer, size)
                self.stubs[key] = Stub(place, size, target, text)

    def _shift_stubs(self, source: str, place: Point) -> None:
        (x, y), (new_x, new_y) = self.positions[source], place
        for answer in ("yes", "no"):
            stub = self.stubs.get((source, answer))
            if stub:
                left, top = stub.position
                shifted = (left + new_x - x, top + new_y - y)
                self.stubs[source, answer] = Stub(shifted, stub.size, stub.target, stub.text)

    def _sources_of(self, touched: Iterable[str]) -> dict[str, None]:
        sources: dict[str, None] = {}
        for key in touched:
            if key in self.positions:
                sources[key] = None
            sources |= dict.fromkeys(source for source, _ in self.into.get(key, ()))
        return sources

    def _reroute(self, sources: Iterable[str]) -> None:
        known = [key for key in sources if key in self.positions]
        ends = {
            (key, answer): (stub.position, stub.size)
            for key in known
            for answer in ("yes", "no")
            if (stub := self.stubs.get((key, answer)))
        }
        made = layout.routes_between(self.tree, self.positions, self.sizes, known, direction=self.direction, stubs=ends)
        for key, route in made.items():
            self.routes[key] = route
            self._index_edge(key)

    # -- inner: grids ----------------------------------------------------------------------------

    def _show(self) -> None:
        self.hidden = folds.hidden(self.tree.nodes, self.tree.root, self.folded, self.focus, self.into)
        self.boxes, self.edges = Grid(*CELL), Grid(*CELL)
        self._extent = None
        for key in self.positions:
            self._index(key)
        for edge in self.routes:
            self._index_edge(edge)
        self._altered()

    def _index(self, key: str) -> None:
        if key not in self.hidden:
            box = self.rect(key)
            self.boxes.put(key, box.left, box.top, box.right, box.bottom)
            if self._extent is not None:
                self._extent = union((self._extent, grown(box, MARGIN)))

    def _index_edge(self, key: EdgeKey) -> None:
        route = self.routes[key]
        if key[0] in self.hidden or key[0] in self.folded or (not route.stub and route.target in self.hidden):
            self.edges.take(key)
            return
        xs, ys = [x for x, _ in route.points], [y for _, y in route.points]
        left, top, right, bottom = min(xs), min(ys), max(xs), max(ys)
        stub = self.stubs.get(key)
        if stub:
            (x, y), (wide, high) = stub.position, stub.size
            left, right = min(left, x - wide / 2), max(right, x + wide / 2)
            top, bottom = min(top, y - high / 2), max(bottom, y + high / 2)
        self.edges.put(key, left, top, right, bottom)

    def _bounds(self) -> Iterator[Rect]:
        for key in self.boxes:
            yield self.rect(key)
        for key in self.edges:
            if key in self.stubs:
                stub = self.stubs[key]
                yield layout.rect_around(stub.position, stub.size)

    def _altered(self) -> None:
        self.revision += 1
