"""Paints one shipped icon in any colour with a painter: on a picture, on a page, on the map."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtSvg import QSvgRenderer

from kneetree.drawing.icons import icon_svg


def paint_icon(painter: QPainter, name: str, colour: str, place: QRectF) -> None:
    """Paint the icon ``name`` in ``colour`` (``#RRGGBB``) so that its field fills ``place``.

    Raises ``FileProblem`` if there is no such icon.
    """
    QSvgRenderer(icon_svg(name, colour).encode()).render(painter, place)
