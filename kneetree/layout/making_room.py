"""Make room on the map: boxes that an author has put somewhere stay, and others make way for them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Generic, TypeVar

from kneetree.layout.box_sizes import Size
from kneetree.layout.placement import Direction, Point

CELL = 256.0
TRIES = 400

Key = TypeVar("Key")


class Room(Generic[Key]):
    """Boxes by key that can be found by place; ``gap`` is the room to be kept between any two."""

    def __init__(self, gap: float = 16.0) -> None:
        self._gap = gap
        self._boxes: dict[Key, tuple[Point, Size]] = {}
        self._cells: defaultdict[tuple[int, int], list[Key]] = defaultdict(list)

    def put(self, key: Key, middle: Point, size: Size) -> None:
        """Remember a box and where it is."""
        self._boxes[key] = (middle, size)
        for cell in self._cells_of(middle, size):
            self._cells[cell].append(key)

    def take(self, key: Key) -> None:
        """Forget a box."""
        middle, size = self._boxes.pop(key)
        for cell in self._cells_of(middle, size):
            self._cells[cell].remove(key)

    def blocking(self, middle: Point, size: Size) -> list[Key]:
        """Return the boxes that a box of that size and place would touch."""
        found: dict[Key, None] = {}
        (x, y), (width, height) = middle, size
        for cell in self._cells_of(middle, size):
            for key in self._cells.get(cell, ()):
                (other_x, other_y), (other_width, other_height) = self._boxes[key]
                if (
                    abs(x - other_x) < (width + other_width) / 2 + self._gap
                    and abs(y - other_y) < (height + other_height) / 2 + self._gap
                ):
                    found[key] = None
        return list(found)

    def free_spot(self, middle: Point, size: Size, direction: Direction = "down") -> Point:
        """Return the free place along its row that is nearest to ``middle``."""
        axis = 0 if direction == "down" else 1
        spots = [self._slide(middle, size, axis, step) for step in (1, -1)]
        return min(spots, key=lambda spot: abs(spot[axis] - middle[axis]))

    def _slide(self, middle: Point, size: Size, axis: int, step: int) -> Point:
        spot = middle
        for _ in range(TRIES):
            blocking = self.blocking(spot, size)
            if not blocking:
                break
            edges = [
                self._boxes[key][0][axis] + step * ((self._boxes[key][1][axis] + size[axis]) / 2 + self._gap)
                for key in blocking
            ]
            edge = max(edges) if step > 0 else min(edges)
            spot = (edge, spot[1]) if axis == 0 else (spot[0], edge)
        return spot

    def _cells_of(self, middle: Point, size: Size) -> Iterator[tuple[int, int]]:
        (x, y), (width, height) = middle, size
        across, down = width / 2 + self._gap, height / 2 + self._gap
        for column in range(int((x - across) // CELL), int((x + across) // CELL) + 1):
            for row in range(int((y - down) // CELL), int((y + down) // CELL) + 1):
                yield column, row


def make_way(
    boxes: Mapping[Key, tuple[Point, Size]], fixed: Mapping[Key, Point], direction: Direction, gap: float
) -> dict[Key, Point]:
    """Return new middles for the boxes that move: those in ``fixed`` to their place, others out of their way."""
    moved: dict[Key, Point] = {key: place for key, place in fixed.items() if key in boxes}
    held: Room[Key] = Room(gap)
    for key, place in moved.items():
        held.put(key, place, boxes[key][1])
    pushed = [key for key, (middle, size) in boxes.items() if key not in moved and held.blocking(middle, size)]
    if not pushed:
        return moved
    free: Room[Key] = Room(gap)
    going = set(pushed)
    for key, (middle, size) in boxes.items():
        if key not in going:
            free.put(key, moved.get(key, middle), size)
    for key in pushed:
        middle, size = boxes[key]
        moved[key] = free.free_spot(middle, size, direction)
        free.put(key, moved[key], size)
    return moved
