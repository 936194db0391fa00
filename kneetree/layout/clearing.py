"""Lead the lines of a whole map around boxes that an author has put in their way."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from kneetree.layout import box_sizes
from kneetree.layout.box_sizes import Size
from kneetree.layout.ground import Plan, around
from kneetree.layout.placement import Direction, EdgeKey, Point, Rect, Route, Stub, rect_around
from kneetree.layout.settling import Settler
from kneetree.model.titles import title_of
from kneetree.model.tree import Tree

_ROUNDS = 4
"""How often lines are looked at again that new stubs have come in the way of."""


def clear_lines(
    tree: Tree,
    positions: Mapping[str, Point],
    sizes: Mapping[str, Size],
    stubs: dict[EdgeKey, Stub],
    routes: dict[EdgeKey, Route],
    direction: Direction,
    moved: Collection[EdgeKey],
) -> None:
    """Draw those of ``routes`` anew that pass a box which is not theirs; ``moved`` are the boxes and stubs that moved.

    A line that finds no way nearby ends in a stub, and a stub that no line reaches is put elsewhere.
    """
    clearing = _Clearing(tree, positions, sizes, stubs, routes, direction)
    bad = clearing.bad(moved)
    for _ in range(_ROUNDS):
        if not bad:
            break
        bad = clearing.clear(bad)


class _Clearing:
    """Take one line after the other off the boxes that it passes."""

    def __init__(
        self,
        tree: Tree,
        positions: Mapping[str, Point],
        sizes: Mapping[str, Size],
        stubs: dict[EdgeKey, Stub],
        routes: dict[EdgeKey, Route],
        direction: Direction,
    ) -> None:
        self._tree, self._positions, self._sizes, self._stubs, self._routes = tree, positions, sizes, stubs, routes
        self._plan = Plan()
        self._settler = Settler(self._plan, direction)
        for key in positions:
            self._plan.put_box(rect_around(positions[key], sizes[key]))
        for stub in stubs.values():
            self._plan.put_box(rect_around(stub.position, stub.size))

    def bad(self, moved: Collection[EdgeKey]) -> list[EdgeKey]:
        """Return the edges whose line or stub is on a box that is not theirs; remember all other lines."""
        there = Plan()
        nodes = {node for node, _ in moved}
        for node, answer in moved:
            stub = self._stubs[node, answer] if answer else None
            there.put_box(self._box(stub) if stub else rect_around(self._positions[node], self._sizes[node]))
        bad = [
            key
            for key, route in self._routes.items()
            if (key[0] in nodes or route.target in nodes or there.boxes_in(around(route.points)))
            and not (self._settler.is_clear(route) and self._is_free(key))
        ]
        crossing = set(bad)
        for key, route in self._routes.items():
            if key not in crossing:
                self._plan.put_line(key, route)
        return bad

    def clear(self, bad: Collection[EdgeKey]) -> list[EdgeKey]:
        """Draw the lines ``bad`` anew, and return those that new stubs are in the way of."""
        come: list[EdgeKey] = []
        near: list[EdgeKey] = []
        for key in bad:
            if self._settler.is_far(self._routes[key]) or not self._is_free(key):
                come += self._put_stub(key)
            else:
                near.append(key)
        for key in near:
            route = self._settler.settle(key, self._routes[key])
            if route is None:
                come += self._put_stub(key)
            else:
                self._draw(key, route)
        hit = dict.fromkeys(
            key for stub in come for key, _ in self._plan.lines_in(self._box(self._stubs[stub])) if key != stub
        )
        hit |= dict.fromkeys(come)
        return [key for key in hit if not self._settler.is_clear(self._routes[key])]

    def _put_stub(self, key: EdgeKey) -> list[EdgeKey]:
        """Let an edge end in a stub, or put its stub elsewhere; return its key if there was room for that."""
        route, old = self._routes[key], self._stubs.get(key)
        if old is not None:
            self._plan.take_box(self._box(old))
        made = stub_for(self._tree, self._settler, key, route, (self._positions[key[0]], self._sizes[key[0]]))
        if made is not None:
            self._stubs[key], route = made
            if not self._settler.is_clear(route):
                self._plan.put_box(self._box(made[0]))
                route = self._settler.settle(key, route) or route
                self._plan.take_box(self._box(made[0]))
        self._draw(key, route)
        if made is not None or old is not None:
            self._plan.put_box(self._box(self._stubs[key]))
        return [key] if made is not None else []

    def _draw(self, key: EdgeKey, route: Route) -> None:
        self._routes[key] = route
        self._plan.put_line(key, route)

    def _is_free(self, key: EdgeKey) -> bool:
        """Return whether the stub of an edge covers nothing, if it has one."""
        stub = self._stubs.get(key)
        return stub is None or len(self._plan.boxes_in(self._box(stub))) == 1

    def _box(self, stub: Stub) -> Rect:
        return rect_around(stub.position, stub.size)


def stub_for(
    tree: Tree, settler: Settler, key: EdgeKey, route: Route, source: tuple[Point, Size]
) -> tuple[Stub, Route] | None:
    """Return a stub for a line and the line to it, or ``None`` if there is no room for one."""
    text = title_of(tree, route.target)
    size = box_sizes.stub_size(text)
    place = settler.stub_place(key, source, size, route)
    if place is None:
        return None
    return Stub(place, size, route.target, text, blocked=not route.stub), settler.line_to_stub(route, (place, size))
