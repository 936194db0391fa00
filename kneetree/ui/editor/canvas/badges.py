"""Draw the badge of a problem: a disc for an error, a triangle for a warning, so that colour never tells alone."""

from __future__ import annotations

from collections.abc import Container, Mapping

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPolygonF

from kneetree.ui.editor.canvas.drawn_map import DrawnMap
from kneetree.ui.editor.canvas.map_style import Look
from kneetree.ui.editor.canvas.marks import Badge

FAR = 11.0
"""How large a badge is from afar, in pixels of the screen at 100 % text."""


def draw_badge(painter: QPainter, badge: Badge, middle: QPointF, size: float, look: Look) -> None:
    """Draw a badge of ``size`` around a point."""
    role = "emergency" if badge is Badge.ERROR else "within_days"
    spot = QRectF(middle.x() - size / 2, middle.y() - size / 2, size, size)
    painter.setPen(look.pen("paper", size / 12))
    painter.setBrush(look.colour(role))
    if badge is Badge.ERROR:
        painter.drawEllipse(spot)
    else:
        corners = (QPointF(spot.center().x(), spot.top()), spot.bottomRight(), spot.bottomLeft())
        painter.drawPolygon(QPolygonF(corners))
    font = QFont(look.heading)
    font.setPixelSize(max(1, round(size * 0.61)))
    painter.setFont(font)
    painter.setPen(look.colour(f"on_{role}"))
    lower = size / 9 if badge is Badge.WARNING else 0.0
    painter.drawText(spot.adjusted(0, lower, 0, 0), Qt.AlignmentFlag.AlignCenter, "!")


def draw_badges_from_afar(
    painter: QPainter, model: DrawnMap, badges: Mapping[str, Badge], left_out: Container[str], scale: float, look: Look
) -> None:
    """Draw a badge off the corner of each box that has one: the box keeps the colour of its urgency."""
    size = FAR * look.scale / scale
    for level in reversed(Badge):
        for key, badge in badges.items():
            if badge is level and key in model.boxes and key not in left_out:
                box = model.rect(key)
                draw_badge(painter, badge, QPointF(box.left - size / 4, box.top - size / 4), size, look)
