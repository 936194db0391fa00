"""Draw each line where no box is in its way: as it is, around the boxes, or to a stub beside its question.

A line that is drawn through a box that is not its own looks as if it came from there.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from itertools import chain, product

from kneetree.layout import ways
from kneetree.layout.apart import moved_apart
from kneetree.layout.box_sizes import Size
from kneetree.layout.ground import Ground, around
from kneetree.layout.placement import Direction, EdgeKey, Point, Rect, Route, rect_around
from kneetree.layout.routes import flip, flipped

FAR_ACROSS, FAR_ALONG = 1600.0, 800.0
"""A line in whose way boxes are ends in a stub if its ends are further apart than this, in pixels."""
_BESIDE = (160.0, 320.0)
"""How far beside a line a way is looked for, in pixels: first near, then further off."""
_BEYOND = 120.0
"""How far beyond the ends of a line a way is looked for, in pixels."""
_NEAR = 8.0
"""The least room between a new stub and boxes, in pixels."""
_LINES = 3.0
"""The least room between a new stub and lines, in pixels."""
_AROUND = 600.0
"""How far around the end of its line room for a stub is looked for, in pixels."""
_ASIDES = tuple(30.0 * step for step in range(19))
_DOWNS = tuple(32.0 + 12.0 * step for step in range(40))
_ALIGNED = 420.0
_NO_BAR = (0.0, 0.0, 0.0, 0.0)
_TRIED = 24
"""So many free places for a stub are tried that no line reaches straight."""


class Settler:
    """Find ways on a ground; inside, all maps go down."""

    def __init__(self, ground: Ground, direction: Direction) -> None:
        self._ground, self._turned = ground, direction == "right"

    def is_clear(self, route: Route) -> bool:
        """Return whether a line passes no box but those at its ends."""
        return not self._in_the_way(self._turn(route).points)

    def is_far(self, route: Route) -> bool:
        """Return whether the ends of a line are so far apart that it rather ends in a stub than goes around boxes."""
        (x, y), (x2, y2) = self._turn(route).points[0], self._turn(route).points[-1]
        return not route.stub and (abs(x - x2) > FAR_ACROSS or abs(y - y2) > FAR_ALONG)

    def settle(self, key: EdgeKey, route: Route) -> Route | None:
        """Return a line with the same ends that passes no box, or ``None`` if it has to end in a stub."""
        turned = self._turn(route)
        if not self._in_the_way(turned.points):
            return route
        way = None if self.is_far(route) else self._way(key, turned.points[0], turned.points[-1], route.target)
        return self._turn(Route(way, turned.label, route.target, route.stub)) if way is not None else None

    def stub_place(self, key: EdgeKey, source: tuple[Point, Size], size: Size, route: Route) -> Point | None:
        """Return the nearest place below a box at which a stub of that size covers nothing, if one is near."""
        middle, whole, small = self._point(source[0]), self._point(source[1]), self._point(size)
        begin = self._turn(route).points[0]
        side, wide, high = (1.0 if begin[0] >= middle[0] else -1.0), small[0] / 2, small[1] / 2
        first = middle[1] + whole[1] / 2 + high
        area = Rect(begin[0] - _AROUND, middle[1] - 100, begin[0] + _AROUND, first + _AROUND)
        boxes = self._boxes(area)
        bars = [
            (b.left - wide - _NEAR, b.right + wide + _NEAR, b.top - high - _NEAR, b.bottom + high + _NEAR)
            for b in boxes
        ]
        bar, second = _NO_BAR, None
        unreached: list[Point] = []
        aligned = _aligned(boxes, (begin[0], first))
        for x, y in chain(aligned, ((begin[0] + side * aside, first + down) for aside, down in _spots())):
            if bar[0] < x < bar[1] and bar[2] < y < bar[3]:
                continue  # most places are barred by what barred the last one
            bar = next((one for one in bars if one[0] < x < one[1] and one[2] < y < one[3]), _NO_BAR)
            if bar is not _NO_BAR:
                continue
            top_middle = (x, y - high)
            straight = (begin, (begin[0], begin[1] + 4), top_middle)
            if self._in_the_way(straight):
                unreached += [top_middle] if len(unreached) < _TRIED else []
                continue
            room = rect_around((x, y), small).grown(_LINES)
            if not any(ways.passes(line, (room,)) for line in self._lines(room, but=key)):
                return self._point((x, y))
            if second is not None:
                break  # a line is near everywhere: it makes way
            second = (x, y)
        if second is None:
            for end in unreached:
                there = rect_around((end[0], end[1] + high), small)
                if ways.way_around(begin, end, [*boxes, there]):
                    second = (end[0], end[1] + high)
                    break
        return self._point(second) if second is not None else None

    def line_to_stub(self, route: Route, stub: tuple[Point, Size]) -> Route:
        """Return the line that leaves a box as ``route`` does and ends in a stub."""
        turned = self._turn(route)
        (x, y), (x2, y2), high = turned.points[0], self._point(stub[0]), self._point(stub[1])[1]
        return self._turn(Route(((x, y), (x, y + 4), (x2, y2 - high / 2)), turned.label, route.target, True))

    def _in_the_way(self, points: tuple[Point, ...]) -> bool:
        return ways.passes(points, self._boxes(around(points)))

    def _way(self, key: EdgeKey, start: Point, end: Point, target: str) -> tuple[Point, ...] | None:
        area = around((start, end))
        for beside in _BESIDE:
            near = Rect(area.left - beside, area.top - _BEYOND, area.right + beside, area.bottom + _BEYOND)
            boxes = self._boxes(near)
            way = ways.way_around(start, end, boxes)
            if way is not None:
                return moved_apart(way, boxes, self._lines(near, but=key, to=target))
        return None

    def _lines(self, area: Rect, but: EdgeKey, to: str = "") -> list[tuple[Point, ...]]:
        """Return the lines in ``area`` that are neither of that edge nor lead to that node."""
        return [
            self._turn(line).points
            for key, line in self._ground.lines_in(self._rect(area))
            if key != but and (line.stub or line.target != to)
        ]

    def _boxes(self, area: Rect) -> list[Rect]:
        return [self._rect(box) for box in self._ground.boxes_in(self._rect(area))]

    def _turn(self, route: Route) -> Route:
        return flipped(route) if self._turned else route

    def _point(self, point: Point) -> Point:
        return flip(point) if self._turned else point

    def _rect(self, box: Rect) -> Rect:
        return Rect(box.top, box.left, box.bottom, box.right) if self._turned else box


def _aligned(boxes: Iterable[Rect], near: Point) -> list[Point]:
    """Return the places in line with boxes, above and beside: a stub there bars no way between columns or rows."""
    columns = {(box.left + box.right) / 2 for box in boxes}
    rows = {(box.top + box.bottom) / 2 for box in boxes}
    places = [(x, y) for x in columns for y in rows if y - near[1] > _DOWNS[0] and abs(x - near[0]) < _ALIGNED]
    return sorted(places, key=lambda place: (abs(place[0] - near[0]) + 2 * (place[1] - near[1]), place))[:_TRIED]


@cache
def _spots() -> list[Point]:
    """Return places for a stub beside and below the place where its line begins, the nearest first."""
    places = [(way * aside, down) for down, aside, way in product(_DOWNS, _ASIDES, (1.0, -1.0)) if aside or way > 0]
    return sorted(places, key=lambda place: abs(place[0]) + 2 * place[1])
