"""Make room for a box that is new or has grown: a box in its way moves down below it, and no further than it must.

"Below" is the way in which the map goes: to the right in a map that goes to the right.  Boxes that the author has
placed stay, and whatever comes upon them goes on behind them.
"""

from __future__ import annotations

from collections.abc import Collection
from heapq import heappop, heappush

from kneetree import layout
from kneetree.layout import EdgeKey, Point, Rect, Size
from kneetree.ui.editor.canvas.drawn_map import ANSWERS, DrawnMap
from kneetree.ui.editor.canvas.free_space import ROW

BESIDE = 6.0
"""Boxes that are not nearer than this beside each other pass each other."""
ABOVE = 14.0
"""The least room between a box and what goes on below it in a map that goes to the right: no words are there."""
MOST_STEPS = 2000

Item = str | EdgeKey
"""A box, or the stub of an edge."""


def make_way(
    model: DrawnMap, key: str, wanted: Point, *, push_held: bool = False, but: Collection[Item] = ()
) -> dict[Item, Point]:
    """Return the place of a new box near ``wanted``, and new places of all that makes way for it.

    With ``push_held`` also what the author has placed makes way.  ``but`` names boxes that are not there
    yet and stubs that are about to go.
    """
    pushing = _Pushing(model, key, turned=model.direction == "right", push_held=push_held, but=but)
    pushing.put_new(wanted)
    return pushing.places


def make_way_for_grown(model: DrawnMap, key: str) -> dict[Item, Point]:
    """Return new places of all that makes way, downwards, for a box that stays where it is but is higher now."""
    pushing = _Pushing(model, key, row=ROW if model.direction == "down" else ABOVE)
    pushing.put_grown()
    return pushing.places


class _Pushing:
    """Push one box after the other down the rows.  Inside, all goes downwards: other maps are turned.

    What stood higher is placed first, so each has its last place when those below it look for theirs, and nobody
    overtakes anybody.
    """

    def __init__(
        self,
        model: DrawnMap,
        key: str,
        *,
        turned: bool = False,
        row: float = ROW,
        push_held: bool = False,
        but: Collection[Item] = (),
    ) -> None:
        self._model, self._new = model, key
        self._push_held, self._but = push_held, but
        self._turned, self._row = turned, row
        self._size: dict[Item, Size] = {}
        self._begun: dict[Item, float] = {}
        self._there: dict[Item, Point] = {}
        self._least: dict[Item, float] = {}
        self._waiting: list[tuple[float, str, Item]] = []

    def put_new(self, wanted: Point) -> None:
        """Put the new box there or below what must stay, and push what is in its way."""
        place = self._turn(wanted)
        self._begun[self._new] = self._before_its_ends(place[1] - self._size_of(self._new)[1] / 2)
        self._let_go_on(self._new, self._free_place(self._new, place), None)
        self._push()

    def _before_its_ends(self, begins: float) -> float:
        """Return where the new box counts as beginning: before what it leads to, if that is in its place already."""
        ends = [
            self._begins(end)
            for _, end in self._model.tree.nodes[self._new].edges()
            if end != self._new and end not in self._but and self._is_placed(end)
        ]
        return min([begins, *(end - 1 for end in ends if begins - self._row <= end <= begins)])

    def put_grown(self) -> None:
        """Push what the box has come upon."""
        place = self._middle(self._new)
        self._let_go_on(self._new, place, place)
        del self._there[self._new]
        self._push()

    def _push(self) -> None:
        for _ in range(MOST_STEPS):
            if not self._waiting:
                break
            item = heappop(self._waiting)[2]
            before = self._middle(item)
            least = max(before[1], self._least[item] + self._size_of(item)[1] / 2)
            self._let_go_on(item, self._free_place(item, (before[0], least)), before)

    @property
    def places(self) -> dict[Item, Point]:
        """What has a place now, as it is on the map."""
        return {item: self._turn(place) for item, place in self._there.items()}

    def _free_place(self, item: Item, place: Point) -> Point:
        """Return that place, or the next one below what stood higher or must stay."""
        high = self._size_of(item)[1]
        for _ in range(MOST_STEPS):
            box = self._around(item, place)
            stops = [
                self._rect(other).bottom
                for other in self._touched(item, box)
                if self._is_held(other) or not self._is_below(other, item)
            ]
            if not stops:
                break
            place = (place[0], max(stops) + self._row + high / 2)
        return place

    def _let_go_on(self, item: Item, place: Point, before: Point | None) -> None:
        """Put an item there; what it comes upon on the way goes on below it, and its stubs come along."""
        self._there[item] = place
        box = self._around(item, place)
        begun = box.top if before is None else min(box.top, before[1] - box.height / 2)
        for other in self._touched(item, Rect(box.left, begun, box.right, box.bottom)):
            if self._is_below(other, item) and not self._is_held(other):
                self._let_go_below(other, box.bottom + self._row)
        if before is not None and before != place and isinstance(item, str):
            for answer in ANSWERS:
                if (item, answer) in self._model.stubs:
                    stub = self._rect((item, answer))
                    self._let_go_below((item, answer), stub.top + place[1] - before[1])

    def _let_go_below(self, item: Item, least: float) -> None:
        """Let an item look for a new place that begins at ``least``, once all that stood higher has one."""
        if item not in self._least:
            heappush(self._waiting, (self._begins(item), str(item), item))
        self._least[item] = max(least, self._least.get(item, least))

    def _is_below(self, item: Item, other: Item) -> bool:
        """Return whether an item stood lower than another; of two in one row the same one always does."""
        return (self._begins(item), item == self._new, str(item)) > (
            self._begins(other),
            other == self._new,
            str(other),
        )

    def _touched(self, item: Item, box: Rect) -> list[Item]:
        """Return what is nearer to a rectangle than is allowed."""
        room = self._row - 1
        area = Rect(box.left - BESIDE, box.top - room, box.right + BESIDE, box.bottom + room)
        seen = self._area(area)
        found: dict[Item, None] = dict.fromkeys(self._model.boxes.within(seen))
        found |= {edge: None for edge in self._model.edges.within(seen) if edge in self._model.stubs}
        found |= dict.fromkeys(self._there)
        return [
            other
            for other in found
            if other != item and other not in self._but and self._is_placed(other) and _cross(self._rect(other), area)
        ]

    def _is_placed(self, item: Item) -> bool:
        return item in self._there or not isinstance(item, str) or (item in self._model.positions and item != self._new)

    def _is_held(self, item: Item) -> bool:
        return not self._push_held and isinstance(item, str) and self._model.places.held(item) is not None

    def _begins(self, item: Item) -> float:
        """Return where an item began before anything was pushed."""
        if item not in self._begun:
            self._begun[item] = self._rect(item).top
        return self._begun[item]

    def _middle(self, item: Item) -> Point:
        if item in self._there:
            return self._there[item]
        model = self._model
        return self._turn(model.positions[item] if isinstance(item, str) else model.stubs[item].position)

    def _size_of(self, item: Item) -> Size:
        if item not in self._size:
            model = self._model
            self._size[item] = self._turn(model.sizes[item] if isinstance(item, str) else model.stubs[item].size)
        return self._size[item]

    def _rect(self, item: Item) -> Rect:
        return self._around(item, self._middle(item))

    def _around(self, item: Item, place: Point) -> Rect:
        return layout.rect_around(place, self._size_of(item))

    def _turn(self, point: Point) -> Point:
        return (point[1], point[0]) if self._turned else point

    def _area(self, box: Rect) -> Rect:
        return Rect(box.top, box.left, box.bottom, box.right) if self._turned else box


def _cross(one: Rect, other: Rect) -> bool:
    return one.left < other.right and one.right > other.left and one.top < other.bottom and one.bottom > other.top
