"""The outlines of boxes that are no rectangles, at the origin; kept, since most boxes have one of a few sizes."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPolygonF

from kneetree.layout import POINT

CUT = 9.0
BAND = 27.0
_SLANT = POINT + 2.0
"""How far the upper and lower side of a hexagon are inside its two points, in pixels at 100 %."""


@lru_cache(maxsize=256)
def hexagon(wide: float, high: float) -> QPolygonF:
    """Return the outline of a decision of that size: a point on the left and one on the right."""
    return _polygon(
        (_SLANT, 0), (wide - _SLANT, 0), (wide, high / 2), (wide - _SLANT, high), (_SLANT, high), (0, high / 2)
    )


@lru_cache(maxsize=256)
def cut(wide: float, high: float) -> QPolygonF:
    """Return the outline of a leaf of that size: a rectangle without its corners."""
    right, bottom = wide - CUT, high - CUT
    return _polygon(
        (CUT, 0), (right, 0), (wide, CUT), (wide, bottom), (right, high), (CUT, high), (0, bottom), (0, CUT)
    )


@lru_cache(maxsize=64)
def band(wide: float) -> QPolygonF:
    """Return the outline of the coloured band at the top of a leaf."""
    return _polygon((CUT, 0), (wide - CUT, 0), (wide, CUT), (wide, BAND), (0, BAND), (0, CUT))


def _polygon(*corners: tuple[float, float]) -> QPolygonF:
    return QPolygonF([QPointF(*corner) for corner in corners])
