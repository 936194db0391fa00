"""Posters: where to cut a picture that is larger than a sheet, and the marks by which sheets are glued together."""

from __future__ import annotations

from math import ceil

from msgspec import Struct

from kneetree.errors import KneetreeError
from kneetree.layout import Point, Rect

A4 = (210.0, 297.0)
"""The width and height of an upright sheet in millimetres."""
MARGIN_MM = 10.0
OVERLAP_MM = 10.0
MARK_MM = 5.0
MOST_SHEETS = 400


class Poster(Struct, frozen=True):
    """A picture on sheets: ``tiles`` row by row in its pixels, ``paper`` in millimetres, ``scale`` in mm a pixel."""

    columns: int
    rows: int
    paper: tuple[float, float]
    scale: float
    tiles: tuple[Rect, ...]


def tiles(width: float, height: float, paper: tuple[float, float], overlap: float) -> list[Rect]:
    """Return the rectangles of a picture that go on sheets of the printable size ``paper``, row by row, in one unit.

    Neighbours share ``overlap``.  All have the full size, so the last may pass the picture's edge.  Raises
    ``KneetreeError`` if the overlap is not smaller than the sheet.
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
    """Return how many sheets cover a length."""
    return 1 if length <= sheet else ceil((length - overlap) / (sheet - overlap) - 1e-9)


def poster(width: float, height: float, scale: float, paper: tuple[float, float] = A4) -> Poster:
    """Return the poster of a picture in pixels at ``scale`` millimetres a pixel.

    The paper is upright or across, whichever takes fewer sheets.  Raises ``KneetreeError`` if these are more than
    ``MOST_SHEETS``.
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
    """Return the short lines at the corners of a sheet's picture, outside it, in millimetres."""
    left, top = MARGIN_MM, MARGIN_MM
    right, bottom = paper[0] - MARGIN_MM, paper[1] - MARGIN_MM
    marks: list[tuple[Point, Point]] = []
    for x, outward in ((left, -1), (right, 1)):
        for y, upward in ((top, -1), (bottom, 1)):
            marks.append(((x + outward, y), (x + outward * (1 + MARK_MM), y)))
            marks.append(((x, y + upward), (x, y + upward * (1 + MARK_MM))))
    return marks
