"""Keep the drawn map equal to the tree, change by change.

A change moves nothing that it does not have to: new boxes look for room near the question that leads
to them, a box that grows pushes only what it would cover.  The whole map is placed anew when it is
opened and when the author asks to tidy.  Knows no Qt and never alters the tree.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kneetree import layout
from kneetree.layout import Direction, EdgeKey, Placement, Point
from kneetree.model.change import Change
from kneetree.model.tree import Leaf, Tree
from kneetree.ui.editor.canvas import free_space, stubs
from kneetree.ui.editor.canvas.drawn_map import ANSWERS, DrawnMap
from kneetree.ui.editor.naming import named_after


class MapModel(DrawnMap):
    """A drawn map that follows its tree, and whose boxes can be carried about meanwhile."""

    def __init__(self, tree: Tree, direction: Direction = "down") -> None:
        super().__init__(tree, direction)
        self.lay_out()

    def lay_out(self, placed: Placement | None = None) -> None:
        """Place the whole map anew, or as ``placed``; boxes in ``tree.layout`` stay where the author put them."""
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
        """Fold exactly these nodes, and show only the ways in and out of ``focus`` unless it is ``None``."""
        nodes = self.tree.nodes
        self.folded = {key for key in folded if key in nodes and not isinstance(nodes[key], Leaf)}
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
        """Return boxes that were carried to where they belong."""
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
        come = self._take_in(touched)
        # Boxes with a known place first: those that follow make way for them or look for room between them.
        moved = self._bring_home((*self.places.carried, *placed, *heirs, *come))
        moved |= self._resize(touched)
        self._find_room(come)
        stubs.renew(self, self._sources_of(touched), heirs)
        self._draw_lines(self._sources_of(moved | touched.keys()))
        self._fold_again(heirs)
        self._altered()

    # -- the steps of one change -----------------------------------------------------------------

    def _touched_by(self, change: Change) -> dict[str, None]:
        """Return the nodes that a change has altered, and those whose text it has altered in the library."""
        return dict.fromkeys(change.keys("node")) | dict.fromkeys(named_after(self.tree, change))

    def _replace(self, touched: Iterable[str], change: Change) -> dict[str, str]:
        """Take away what is gone from the tree; return the node that took over from another one, by id, with that one.

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
        """Bring ``into`` up to date by the change, since the tree can be ahead of what is drawn."""
        for part in change.parts:
            if part.part == "node":
                for node, alter in ((part.before, list[EdgeKey].remove), (part.after, list[EdgeKey].append)):
                    for answer, target in node.edges() if node is not None else ():
                        alter(self.into.setdefault(target, []), (part.key, answer.value))

    def _take_in(self, touched: Iterable[str]) -> list[str]:
        """Measure the boxes that are new; return them.  They have a place yet only if it is known already."""
        come = [key for key in touched if key in self.tree.nodes and key not in self.positions]
        for key in come:
            size = layout.measure_node(self.tree, key, self.tree.nodes[key])
            self.places.come(key, size, self.into.get(key, ()))
        return come

    def _find_room(self, come: Iterable[str]) -> None:
        """Let the new boxes that have no place look for one."""
        homeless = [key for key in come if key not in self.positions]
        for key in free_space.in_order(homeless, self.into):
            self._put_own(key, free_space.spot_for(self, key))

    def _resize(self, touched: Iterable[str]) -> set[str]:
        """Fit boxes to their new texts: the top stays, what would be covered goes down.  Return what has moved."""
        moved: set[str] = set()
        for key in touched:
            node = self.tree.nodes.get(key)
            if node is None or key not in self.positions:
                continue
            self._drop_edges(key, [answer for answer, _ in node.edges()])
            size = layout.measure_node(self.tree, key, node)
            if size != self.sizes[key]:
                self.places.resize(key, size)
                moved |= self._bring_home([key])
                for other, place in free_space.pushed(self, key).items():
                    self._put_own(other, place)
                    moved.add(other)
        return moved

    def _fold_again(self, heirs: Mapping[str, str]) -> None:
        """Find out anew what is hidden; a node that took over from a folded one is folded itself."""
        if self.folded or self.focus is not None:
            names = {old: new for new, old in heirs.items()}
            self.set_view([names.get(key, key) for key in self.folded], names.get(self.focus or "", self.focus))

    # -- places and lines ------------------------------------------------------------------------

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
        self._index_box(key)

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
        self._draw_lines(source for source in self._sources_of(moved) if self._leads_as_drawn(source))
        self._altered()

    def _leads_as_drawn(self, source: str) -> bool:
        node = self.tree.nodes.get(source)
        drawn = {answer: route.target for answer in ANSWERS if (route := self.routes.get((source, answer)))}
        return node is not None and bool(drawn) and drawn == dict(node.edges())
