"""Keep the drawn map equal to the tree, change by change.

A change moves nothing that it does not have to: new boxes look for room near the question that leads
to them, a box that grows pushes only what it would cover.  The whole map is placed anew when it is
opened and when the author asks to tidy.  Knows no Qt and never alters the tree.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from kneetree import layout
from kneetree.layout import Direction, EdgeKey, Placement, Point
from kneetree.model.change import Change
from kneetree.model.tree import Leaf, Tree
from kneetree.ui.editor.canvas import free_space, making_way, stubs
from kneetree.ui.editor.canvas.drawn_map import ANSWERS, DrawnMap
from kneetree.ui.editor.canvas.recorded import Altered, Recorded
from kneetree.ui.editor.canvas.steps import DONE, Dicts, Journey, Seen, Step, Steps, Turn
from kneetree.ui.editor.naming import named_after


class MapModel(DrawnMap):
    """A drawn map that follows its tree, and whose boxes can be carried about meanwhile."""

    def __init__(self, tree: Tree, direction: Direction = "down") -> None:
        super().__init__(tree, direction)
        self._steps = Steps()
        self._room: tuple[Collection[str], Mapping[EdgeKey, Point]] = ((), {})
        """The boxes for which room was worked out last, and where the stubs go that make way for them."""
        self.lay_out()
        self._steps.clear()

    def turn(self, direction: Direction) -> None:
        """Place the whole map anew in another direction; what is undone afterwards finds no former place."""
        self.put_back()
        self.direction = direction
        self.lay_out()
        self._steps.clear()

    def lay_out(self, placed: Placement | None = None) -> None:
        """Place the whole map anew, or as ``placed``; boxes in ``tree.layout`` stay where the author put them."""
        tree = self.tree
        if placed is None:
            placed = layout.place(tree, layout.measure(tree), direction=self.direction, fixed=tree.layout)
        self.put_back()
        before = self._dicts
        self.places.begin(placed)
        self.routes, self.stubs = Recorded(placed.routes), Recorded(placed.stubs)
        self._steps.add_whole(before, self._dicts)
        self.into = {}
        for edge, route in self.routes.items():
            self.into.setdefault(route.target, []).append(edge)
        self.set_view(self.folded, self.focus)

    def tidied(self) -> Placement:
        """Return where the layout wants everything if no box is left where the author put it."""
        return layout.place(self.tree, layout.measure(self.tree), direction=self.direction)

    def stands_as(self, placed: Placement) -> bool:
        """Return whether nothing is held by the author, and every box, line and stub is drawn as ``placed``."""
        drawn = (self.positions, self.sizes, self.routes, self.stubs)
        return not self.tree.layout and drawn == (placed.positions, placed.sizes, placed.routes, placed.stubs)

    def set_view(self, folded: Iterable[str], focus: str | None) -> None:
        """Fold exactly these nodes, and show only the ways in and out of ``focus`` unless it is ``None``."""
        nodes = self.tree.nodes
        self.folded = {key for key in folded if key in nodes and not isinstance(nodes[key], Leaf)}
        self.focus = focus if focus in nodes else None
        self._show()

    def move(self, places: Mapping[str, Point]) -> None:
        """Carry boxes somewhere else until ``put_back`` or ``follow``; their lines come along."""
        there = {key: place for key, place in places.items() if key in self.positions}
        if not there:
            return  # what is begun to be recorded without a box in the hand would never end
        self._record()
        self._left_places = True
        for key, place in there.items():
            self.places.carried[key] = None
            self._put(key, place)
        self._redraw(there)

    def room_among_placed(self, come: Collection[str]) -> dict[str, Point]:
        """Return places for new boxes and for all in their way, also for boxes that the author has placed.

        Nothing is moved: the tree says where such boxes are.  Stubs that make way go once the tree has these places.
        """
        places: dict[str, Point] = {}
        ends: dict[EdgeKey, Point] = {}
        waiting = dict.fromkeys(key for key in come if key in self.positions)
        for key in free_space.in_order(tuple(waiting), self.into):
            del waiting[key]
            wanted = free_space.wanted_for(self, key, come)
            own = [(new, answer) for new in (key, *waiting) for answer in ANSWERS]
            found = making_way.make_way(self, key, wanted, push_held=True, but={*waiting, *own})
            boxes = {item: place for item, place in found.items() if isinstance(item, str)}
            self.move(boxes)
            places |= boxes
            ends |= {item: place for item, place in found.items() if not isinstance(item, str)}
            self._draw_lines(self._put_stubs(ends))
            ends |= stubs.put_below(self, key)
            self._draw_lines([key])
        self.put_back()
        self._room = places.keys(), ends
        return places

    def put_back(self) -> None:
        """Return boxes that were carried to where they were, and their lines."""
        if self.places.carried:
            self.places.carried = {}
            self._put_all(self._recorded(), forth=False)
            self.shrink()
            self._altered()

    def follow(self, change: Change, turn: Turn = DONE, seen: Seen | None = None) -> Seen | None:
        """Make the map equal to the tree, which ``change`` has just altered.

        ``seen`` is what the author sees now.  If ``turn`` says that a step is undone or done again, every box and line
        is put as it was at that time, and what the author saw then is returned.
        """
        self.put_back()
        touched, placed = self._touched_by(change), change.keys("layout")
        (boxes, ends), self._room = self._room, ((), {})
        journey = self._steps.journey(turn, seen)
        moves = bool(touched or placed or change.touches("root"))
        if journey is not None and (moves or any(step.whole or step.altered for step in journey.steps)):
            self._travel(journey, change)
            return journey.seen
        if change.whole:
            self._steps.take(Step(before=seen), turn)
            self.lay_out()  # as if the tree had just been opened
            return None
        if not moves:
            if turn.way == "do":  # what is placed anew after it belongs to this step
                self._steps.add(Step(before=seen), turn.number)
            if change.touches("region"):
                self._altered()
            return None
        self._record()
        heirs = self._replace(touched, change)
        come = self._take_in(touched)
        # Boxes with a known place first: those that follow make way for them or look for room between them.
        moved = self._bring_home((*placed, *heirs, *come))
        moved |= self._put_stubs(ends if placed and set(placed) <= set(boxes) else {})
        moved |= self._resize(touched)
        moved |= self._find_room(come)
        stubs.renew(self, self._sources_of(touched), heirs)
        self._draw_lines(self._sources_of(moved | touched.keys()))
        self._fold_again(heirs)
        recorded = self._recorded()
        self._left_places = self._left_places or bool(recorded[0] or recorded[1])
        self._steps.take(Step(recorded, heirs=heirs, before=seen), turn)
        self._altered()
        return None

    # -- steps taken back ------------------------------------------------------------------------

    @property
    def _dicts(self) -> Dicts:
        return *self.places.dicts, self.routes, self.stubs

    def _record(self) -> None:
        for kept in self._dicts:
            kept.begin()

    def _recorded(self) -> list[Altered]:
        return [kept.end() for kept in self._dicts]

    def _travel(self, journey: Journey, change: Change) -> None:
        """Put everything as it was before or after some steps, which ``change`` has taken back or again."""
        self._join(change)
        for step in journey.steps:
            if step.whole is not None:
                *places, self.routes, self.stubs = step.whole[journey.forth]
                self.places.take_back((places[0], places[1], places[2], places[3]))
            elif step.altered:
                self._put_all(step.altered, forth=journey.forth)
            names = step.heirs if journey.forth else {old: new for new, old in step.heirs.items()}
            self.folded = {_named(names, key) for key in self.folded}
            self.focus = self.focus and _named(names, self.focus)
        if self.folded or self.focus is not None or any(step.whole for step in journey.steps):
            self.set_view(self.folded, self.focus)
        self._altered()

    def _put_all(self, recorded: Sequence[Altered], *, forth: bool) -> None:
        """Put boxes and lines as they were before or after what is ``recorded``."""
        self._left_places = True
        for kept, altered in zip(self._dicts, recorded, strict=True):
            kept.put(altered, forth=forth)
        positions, sizes, _, _, routes, stubs_ = recorded
        for key in positions.keys() | sizes.keys():
            if key in self.positions:
                self._index_box(key)
            else:
                self.boxes.take(key)
        for edge in routes.keys() | stubs_.keys():
            if edge in self.routes:
                self._index_edge(edge)
            else:
                self.edges.take(edge)

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

    def _find_room(self, come: Iterable[str]) -> set[str]:
        """Make room for the new boxes that have no place, and return all that has moved."""
        moved: set[str] = set()
        homeless = [key for key in come if key not in self.positions]
        # An edge that leads to a new box now has no stub any more once that has a place.
        leads = {edge for key in homeless for edge in self.into.get(key, ())}
        for key in free_space.in_order(homeless, self.into):
            places = making_way.make_way(self, key, free_space.wanted_for(self, key), but=leads)
            moved |= self._put_all_own(places)
        return moved

    def _put_all_own(self, places: Mapping[making_way.Item, Point]) -> set[str]:
        """Let the map choose these places; return the boxes whose lines are to be drawn anew."""
        for item, place in places.items():
            if isinstance(item, str):
                self._put_own(item, place)
        # A box takes its stubs along, so they are put where they belong only afterwards.
        self._put_stubs({item: place for item, place in places.items() if not isinstance(item, str)})
        return {item if isinstance(item, str) else item[0] for item in places}

    def _put_stubs(self, places: Mapping[EdgeKey, Point]) -> set[str]:
        """Put stubs somewhere, as far as they are on the map; return the boxes whose lines are to be drawn anew."""
        for edge, place in places.items():
            if edge in self.stubs:
                stubs.put(self, edge, place)
        return {source for source, _ in places}

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
                moved |= self._put_all_own(making_way.make_way_for_grown(self, key))
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


def _named(heirs: Mapping[str, str], key: str) -> str:
    """Return the node that has taken the place of ``key``, or ``key`` itself; ``heirs`` has the former one by id."""
    return next((new for new, old in heirs.items() if old == key), key)
