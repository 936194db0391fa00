"""Find what lies in a rectangle among tens of thousands of small things."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

from kneetree.layout import Rect

Key = TypeVar("Key")
Cell = tuple[int, int]


class Grid(Generic[Key]):
    """Keep keys by the cell that their middle lies in, and apart those that are larger than two cells.

    Answers are generous: something just outside the rectangle may be among them.
    """

    def __init__(self, wide: float, high: float) -> None:
        self._wide, self._high = wide, high
        self._cells: dict[Cell, dict[Key, None]] = {}
        self._where: dict[Key, Cell | None] = {}
        self._large: dict[Key, Rect] = {}

    def __len__(self) -> int:
        return len(self._where)

    def __contains__(self, key: object) -> bool:
        return key in self._where

    def __iter__(self) -> Iterator[Key]:
        return iter(self._where)

    def put(self, key: Key, left: float, top: float, right: float, bottom: float) -> None:
        """Remember a thing by its bounds, in place of those that it had before."""
        if key in self._where:
            self.take(key)
        if right - left > 2 * self._wide or bottom - top > 2 * self._high:
            self._large[key] = Rect(left, top, right, bottom)
            self._where[key] = None
            return
        cell = (int((left + right) / 2 // self._wide), int((top + bottom) / 2 // self._high))
        self._where[key] = cell
        row = self._cells.get(cell)
        if row is None:
            row = self._cells[cell] = {}
        row[key] = None

    def take(self, key: Key) -> None:
        """Forget a thing, if it is known."""
        if key not in self._where:
            return
        cell = self._where.pop(key)
        if cell is None:
            del self._large[key]
            return
        row = self._cells[cell]
        del row[key]
        if not row:
            del self._cells[cell]

    def within(self, area: Rect) -> list[Key]:
        """Return the keys of what may touch ``area``."""
        found: list[Key] = [
            key
            for key, box in self._large.items()
            if box.left <= area.right and box.right >= area.left and box.top <= area.bottom and box.bottom >= area.top
        ]
        for row in self._rows(area):
            found.extend(row)
        return found

    def _rows(self, area: Rect) -> Iterable[dict[Key, None]]:
        left, right = int(area.left // self._wide) - 1, int(area.right // self._wide) + 1
        top, bottom = int(area.top // self._high) - 1, int(area.bottom // self._high) + 1
        cells = self._cells
        if (right - left + 1) * (bottom - top + 1) > len(cells):
            return [row for (x, y), row in cells.items() if left <= x <= right and top <= y <= bottom]
        return [
            row
            for x in range(left, right + 1)
            for y in range(top, bottom + 1)
            if (row := cells.get((x, y))) is not None
        ]
