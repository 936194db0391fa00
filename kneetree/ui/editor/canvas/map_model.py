"""Where every box and line of the map stands now; it follows the tree change by change.

A change moves nothing that it does not have to: new boxes look for room near the question that leads
to them, a box that grows pushes only what it would cover.  The whole map is placed anew when it is
opened and when the author asks to tidy.  Knows no Qt and never alters the tree.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import count

from kneetree import layout
from kneetree.layout import Direction, EdgeKey, Placement, Point, Rect, Route, Size, Stub
from kneetree.model.change import Change
from kneetree.model.tree import Leaf, Question, Tree
from kneetree.ui.editor.canvas import folds, free_space, stubs
from kneetree.ui.editor.canvas.box_places import Places
from kneetree.ui.editor.canvas.rectangles import grown, union
from kneetree.ui.editor.canvas.spatial_index import Grid
from kneetree.ui.editor.canvas.stubs import ANSWERS

CELL = (512.0, 256.0)
SHORT = 3
"""A route of more points may go round outside the rectangle between its ends."""
EDGE_ROOM = 100.0
"""Words and stubs stick out from an edge's ends by at most so much."""
MARGIN = 60.0
"""Room around the whole map, in pixels at 100 %."""
_revisions = count(1)


class MapModel:
    """Places, routes and stubs by id; grids of what is shown.

    ``revision`` is a higher number after all that alters the picture of the map itself; no two maps share one.
    """

    def __init__(self, tree: Tree, direction: Direction = "down") -> None:
        self.tree = tree
        self.direction: Direction = direction
        self.folded: set[str] = set()
        self.focus: str | None = None
        self.hidden: frozenset[str] = frozenset()
        self.into: dict[str, list[EdgeKey]] = {}
        self.places = Places(tree)
        self.routes: dict[EdgeKey, Route] = {}
        self.stubs: dict[EdgeKey, Stub] = {}
        self.boxes: Grid[str] = Grid(*CELL)
        self.edges: Grid[EdgeKey] = Grid(*CELL)
        self._extent: Rect | None = None
        self.lay_out()

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
        """The box of a node."""
        return layout.rect_around(self.positions[node_id], self.sizes[node_id])

    @property
    def extent(self) -> Rect:
        """All that is shown, with a margin; it only grows until boxes are put back or the map is placed anew."""
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
        self.places.begin(placed)
        self.routes, self.stubs = placed.routes, placed.stubs
        self.into = {}
        for edge, route in self.routes.items():
            self.into.setdefault(route.target, []).append(edge)
        self._show()

    def set_view(self, folded: Iterable[str], focus: str | None) -> None:
        """Fold these questions, and show only the ways in and out of ``focus``."""
        nodes = self.tree.nodes
        self.folded = {key for key in folded if isinstance(nodes.get(key), Question)}
        self.focus = focus if focus in nodes else None
        self._show()

    def move(self, places: Mapping[str, Point]) -> None:
        """Carry boxes somewhere else until ``put_back`` or ``follow``; their lines come along."""
        for key, place in places.items():
            if key in self.positions:
                self.places.carried[key] = None
                self._put(key, place)
        self._redraw(places)

    def put_back(self) -> None:
        """Let boxes that were carried stand where they belong again."""
        back = self._bring_home(self.places.carried)
        self._extent = None
        self._redraw(back)

    def follow(self, change: Change) -> None:
        """Make the map equal to the tree, which ``change`` has just altered."""
        touched, placed = self._touched_by(change), change.keys("layout")
        if not (touched or placed or self.places.carried or change.touches("root")):
            if change.touches("region"):
                self._altered()
            return
        heirs = self._replace(touched, change)
        come = [key for key in touched if key in self.tree.nodes and key not in self.positions]
        for key in come:
            size = layout.measure_node(self.tree, key, self.tree.nodes[key])
            self.places.come(key, size, self.into.get(key, ()))
        # Boxes with a known place first: those that follow make way for them or look for room between them.
        moved = self._bring_home((*self.places.carried, *placed, *heirs, *come))
        moved |= self._resize(touched)
        for key in free_space.in_order([key for key in come if key not in self.positions], self.into):
            self._put_own(key, free_space.spot_for(self, key))
        stubs.renew(self, self._sources_of(touched), heirs)
        self._reroute(self._sources_of(moved | touched.keys()))
        if self.folded or self.focus is not None:
            names = {old: new for new, old in heirs.items()}
            self.set_view([names.get(key, key) for key in self.folded], names.get(self.focus or "", self.focus))
        self._altered()

    # -- inner: one change -----------------------------------------------------------------------

    def _touched_by(self, change: Change) -> dict[str, None]:
        """Return the nodes that a change has altered, and the leaves named after a condition that it has altered."""
        touched = dict.fromkeys(change.keys("node"))
        conditions = set(change.keys("condition"))
        if conditions:
            touched |= dict.fromkeys(key for key, leaf in self.tree.leaves() if leaf.condition in conditions)
        return touched

    def _replace(self, touched: Iterable[str], change: Change) -> dict[str, str]:
        """Take away what is gone from the tree; return the id that took over from another one, with that one.

        That is a node with another id, or the draft that fills the place of a leaf.
        """
        nodes, positions = self.tree.nodes, self.positions
        gone = [key for key in touched if key not in nodes and key in positions]
        come = [key for key in touched if key in nodes and key not in positions]
        for key in gone:
            self.places.remove(key, self.into.get(key, ()))
            self.boxes.take(key)
        self._join(change)
        heirs: dict[str, str] = {}
        if len(come) == len(gone) == 1 and self.places.take_over(come[0], gone[0], self.into.get(come[0], ())):
            heirs[come[0]] = gone[0]
            stubs.hand_over(self, gone[0], come[0])
        for key in gone:
            self._drop_edges(key)
        return heirs

    def _join(self, change: Change) -> None:
        """Bring ``into`` up to date: by the change, since the tree can be ahead of what is drawn."""
        for part in change.parts:
            if part.part == "node":
                for node, alter in ((part.before, list[EdgeKey].remove), (part.after, list[EdgeKey].append)):
                    if isinstance(node, Question):
                        for answer in ANSWERS:
                            alter(self.into.setdefault(node.target(answer), []), (part.key, answer))

    def _drop_edges(self, source: str) -> None:
        for answer in ANSWERS:
            self.routes.pop((source, answer), None)
            self.stubs.pop((source, answer), None)
            self.edges.take((source, answer))

    def _resize(self, touched: Iterable[str]) -> set[str]:
        """Fit boxes to their new texts: the top stays, what would be covered goes down."""
        moved: set[str] = set()
        for key in touched:
            node = self.tree.nodes.get(key)
            if node is None or key not in self.positions:
                continue
            if isinstance(node, Leaf):
                self._drop_edges(key)
            size = layout.measure_node(self.tree, key, node)
            if size != self.sizes[key]:
                self.places.resize(key, size)
                moved |= self._bring_home([key])
                for other, place in free_space.pushed(self, key).items():
                    self._put_own(other, place)
                    moved.add(other)
        return moved

    def _bring_home(self, keys: Iterable[str]) -> set[str]:
        """Put boxes where they belong; return those of ``keys`` that are on the map."""
        there = [key for key in keys if key in self.positions]
        for key in there:
            self._put(key, self.places.home(key))
            self.places.carried.pop(key, None)
        return set(there)

    def _put_own(self, key: str, place: Point) -> None:
        """Let the map choose a place for a box."""
        self.places.set_own(key, place)
        self._put(key, self.places.home(key))

    def _put(self, key: str, place: Point) -> None:
        """Draw a box at ``place``, with the stubs of its answers."""
        x, y = self.positions.get(key, place)
        stubs.shift(self, key, (place[0] - x, place[1] - y))
        self.positions[key] = place
        self._index(key)

    def _sources_of(self, touched: Iterable[str]) -> dict[str, None]:
        """Return the boxes ``touched`` and the questions that lead to them, as far as they are on the map."""
        sources: dict[str, None] = {}
        for key in touched:
            if key in self.positions:
                sources[key] = None
            sources |= dict.fromkeys(source for source, _ in self.into.get(key, ()))
        return sources

    def _redraw(self, moved: Iterable[str]) -> None:
        """Draw the lines of boxes that were carried; what the tree has changed meanwhile is left to ``follow``."""
        self._reroute(source for source in self._sources_of(moved) if self._leads_as_drawn(source))
        self._altered()

    def _leads_as_drawn(self, source: str) -> bool:
        node = self.tree.nodes.get(source)
        routes = [self.routes.get((source, answer)) for answer in ANSWERS]
        return isinstance(node, Question) and [route and route.target for route in routes] == [node.yes, node.no]

    def _reroute(self, sources: Iterable[str]) -> None:
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
        self.revision = next(_revisions)
