"""Decide where each box of the map belongs: where the author put it, otherwise where the map has put it.

Nothing else decides this, so that nothing the map does can leave a box where the tree does not say.
Knows neither lines nor what is shown, and never alters the tree.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from kneetree.layout import EdgeKey, Placement, Point, Size
from kneetree.model.tree import Tree
from kneetree.model.values import can_stand
from kneetree.ui.editor.canvas.recorded import Recorded

Dicts = tuple["Recorded[str, Point]", "Recorded[str, Size]", "Recorded[str, Point]", "Recorded[str, _Former]"]


@dataclass(frozen=True)
class _Former:
    """Remember of a box that is gone its place, the place that the map chose, its size and the edges to it."""

    place: Point
    own: Point
    size: Size
    edges: frozenset[EdgeKey]

    def fits(self, edges: Collection[EdgeKey]) -> bool:
        """Return whether a box to which ``edges`` lead hangs where this one did."""
        return not self.edges.isdisjoint(edges) or not (self.edges or edges)


class Places:
    """Hold the middles and sizes of the boxes by id.

    ``positions`` is where the boxes are drawn now.  That is their ``home``, except for those in ``carried``,
    which a hand or a motion is moving.
    """

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self.positions: Recorded[str, Point] = Recorded()
        self.sizes: Recorded[str, Size] = Recorded()
        self.carried: dict[str, None] = {}
        self._own: Recorded[str, Point] = Recorded()
        self._former: Recorded[str, _Former] = Recorded()

    def begin(self, placed: Placement) -> None:
        """Take over a placement of the whole map and forget what was before."""
        self.positions, self.sizes = Recorded(placed.positions), Recorded(placed.sizes)
        self._own = Recorded(placed.positions)
        for key in self.tree.layout:
            if self._own.get(key) == self.held(key):
                self._own.pop(key, None)
        for key, place in placed.free.items():
            self._own[key] = place
        self._former = Recorded()
        self.carried = {}

    @property
    def dicts(self) -> Dicts:
        """All that is known of the boxes, to be put back by ``take_back``."""
        return self.positions, self.sizes, self._own, self._former

    def take_back(self, dicts: Dicts) -> None:
        """Go on with what was known of the boxes at another time."""
        self.positions, self.sizes, self._own, self._former = dicts

    def held(self, key: str) -> Point | None:
        """Return where the author put a box, or ``None`` if its place is left to the map."""
        place = self.tree.layout.get(key)
        return place if place is not None and can_stand(place) else None

    def home(self, key: str) -> Point:
        """Return where a box belongs; if neither the author nor the map has placed it, that is where it is now."""
        held = self.held(key)
        if held is None and key not in self._own:
            self._own[key] = self.positions[key]
        return self._own[key] if held is None else held

    def set_own(self, key: str, place: Point) -> None:
        """Let the map have a box at ``place``; while the author holds it elsewhere, it stays there."""
        self._own[key] = place

    def resize(self, key: str, size: Size) -> None:
        """Give a box another size; the top of the place that the map chose for it stays."""
        if key in self._own:
            x, y = self._own[key]
            self._own[key] = (x, y + (size[1] - self.sizes[key][1]) / 2)
        self.sizes[key] = size

    def remove(self, key: str, edges: Collection[EdgeKey]) -> None:
        """Take a box away to which ``edges`` led, and remember where it was."""
        place, size = self.positions.pop(key), self.sizes.pop(key)
        own = self._own.pop(key, place)
        if key in self.carried:
            del self.carried[key]
            place = own
        self._former[key] = _Former(place, own, size, frozenset(edges))

    def take_over(self, key: str, former: str, edges: Collection[EdgeKey]) -> bool:
        """Let a new box have the place and size of a former one, if it hangs where that did; return whether it does."""
        old = self._former[former]
        if not old.fits(edges):
            return False
        if self.held(key) is None and old.place != old.own:
            # The author held the former one: this is what was there before, or else it stays in its place.
            self._own[key] = self._own_of_former(key, edges) or old.place
        else:
            self._own[key] = old.own
        self.positions[key], self.sizes[key] = old.place, old.size
        return True

    def come(self, key: str, size: Size, edges: Collection[EdgeKey]) -> None:
        """Take in a new box; it gets a position if the author holds it, or if it is back and hangs where it did."""
        self.sizes[key] = size
        own = self._own_of_former(key, edges)
        if own is not None:
            self._own[key] = own
        place = self.held(key) or own
        if place is not None:
            self.positions[key] = place

    def _own_of_former(self, key: str, edges: Collection[EdgeKey]) -> Point | None:
        """Return where the map had a box of that id when it last went, if it is back where it hung then."""
        old = self._former.pop(key, None)
        return old.own if old is not None and old.fits(edges) else None
