"""What stands and runs where on a map, to be asked by place: whoever draws a line looks here for what is in its way."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Protocol

from kneetree.layout.placement import EdgeKey, Point, Rect, Route

CELL = 256.0
"""How wide and high a cell is, in pixels, by which boxes and lines are found."""


class Ground(Protocol):
    """Say what lies in a rectangle; more than asked for does no harm."""

    def boxes_in(self, area: Rect) -> Iterable[Rect]:
        """Return the boxes and stubs that touch ``area``."""
        ...

    def lines_in(self, area: Rect) -> Iterable[tuple[EdgeKey, Route]]:
        """Return the lines that may run through ``area``, by their edges."""
        ...


class Plan:
    """A ground to which boxes and lines are added one by one."""

    def __init__(self) -> None:
        self._boxes: defaultdict[tuple[int, int], list[Rect]] = defaultdict(list)
        self._lines: defaultdict[tuple[int, int], dict[EdgeKey, Route]] = defaultdict(dict)

    def put_box(self, box: Rect) -> None:
        """Remember a box or a stub."""
        for cell in _cells(box):
            self._boxes[cell].append(box)

    def take_box(self, box: Rect) -> None:
        """Forget a box or a stub."""
        for cell in _cells(box):
            self._boxes[cell].remove(box)

    def put_line(self, key: EdgeKey, route: Route) -> None:
        """Remember a line that is drawn there from now on."""
        for cell in _cells(around(route.points)):
            self._lines[cell][key] = route

    def boxes_in(self, area: Rect) -> list[Rect]:
        """Return the boxes and stubs that touch ``area``."""
        left, top, right, bottom = area.left, area.top, area.right, area.bottom
        found = [
            box
            for cell in _cells(area)
            for box in self._boxes.get(cell, ())
            if box.left < right and box.right > left and box.top < bottom and box.bottom > top
        ]
        return list(dict.fromkeys(found)) if len(found) > 1 else found

    def lines_in(self, area: Rect) -> list[tuple[EdgeKey, Route]]:
        """Return the lines that may run through ``area``, by their edges."""
        found: dict[EdgeKey, Route] = {}
        for cell in _cells(area):
            if cell in self._lines:
                found |= self._lines[cell]
        return list(found.items())


def around(points: Iterable[Point]) -> Rect:
    """Return the rectangle around some points."""
    across, along = zip(*points, strict=True)
    return Rect(min(across), min(along), max(across), max(along))


def _cells(area: Rect) -> Iterator[tuple[int, int]]:
    for column in range(int(area.left // CELL), int(area.right // CELL) + 1):
        for row in range(int(area.top // CELL), int(area.bottom // CELL) + 1):
            yield column, row
