"""A picture larger than a sheet, cut into sheets that are glued together: where to cut, and the marks."""

from __future__ import annotations

from math import ceil

from msgspec import Struct

from kneetree.errors import KneetreeError
from kneetree.layout import Point, Rect

A4 = (210.0, 297.0)
"""Width and height in millimetres, upright."""
MARGIN_MM = 10.0
OVERLAP_MM = 10.0
MARK_MM = 5.0
MOST_SHEETS = 400


class Poster(Struct, frozen=True):
    """``tiles`` row by row in picture pixels; ``paper`` in millimetres; ``scale`` is millimetres a pixel."""

    columns: int
    rows: int
    paper: tuple[float, float]
    scale: float
    tiles: tuple[Rect, ...]


def tiles(width: float, height: float, paper: tuple[float, float], overlap: float) -> list[Rect]:
    """The rectangles of a picture that go on sheets of that printable size, row by row, all in one unit.

    Neighbours share ``overlap``; all are of the full size, the last may pass the picture's edge.
    """
    across, down = paper
    if min(width, height) <= 0 or overlap < 0 or min(across, down) <= overlap:
        raise KneetreeError("The overlap must be smaller than the sheet; choose a smaller one.")
    columns, rows = count(width, across, overlap), count(height, down, overlap)
    return [
        Rect(
            column * (across - overlap),
            row * (down - overlap),
            column * (across - overlap) + across,
            row * (down - overlap) + down,
        )
        for row in range(rows)
        for column in range(columns)
    ]


def count(length: float, sheet: float, overlap: float) -> int:
    """How many sheets cover a length."""
    return 1 if length <= sheet else ceil((length - overlap) / (sheet - overlap) - 1e-9)


def poster(width: float, height: float, scale: float, paper: tuple[float, float] = A4) -> Poster:
    """The poster of a picture in pixels at ``scale`` millimetres a pixel; paper upright or across, whichever is fewer.

    Raises ``KneetreeError`` where it would take more than ``MOST_SHEETS``.
    """
    plans = []
    for across, down in (paper, paper[::-1]):
        room = ((across - 2 * MARGIN_MM) / scale, (down - 2 * MARGIN_MM) / scale)
        overlap = OVERLAP_MM / scale
        columns, rows = count(width, room[0], overlap), count(height, room[1], overlap)
        plans.append((columns * rows, columns, rows, (across, down), room, overlap))
    number, columns, rows, chosen, room, overlap = min(plans, key=lambda plan: plan[0])
    if number > MOST_SHEETS:
        raise KneetreeError(f"That would take {number} sheets of paper; choose a smaller scale.")
    return Poster(columns, rows, chosen, scale, tuple(tiles(width, height, room, overlap)))


def crop_marks(paper: tuple[float, float]) -> list[tuple[Point, Point]]:
    """The short lines at the corners of a sheet's picture, outside it, in millimetres."""
    left, top = MARGIN_MM, MARGIN_MM
    right, bottom = paper[0] - MARGIN_MM, paper[1] - MARGIN_MM
    marks: list[tuple[Point, Point]] = []
    for x, outward in ((left, -1), (right, 1)):
        for y, upward in ((top, -1), (bottom, 1)):
            marks.append(((x + outward, y), (x + outward * (1 + MARK_MM), y)))
            marks.append(((x, y + upward), (x, y + upward * (1 + MARK_MM))))
    return marks
