"""Draws the picture of a path with a painter: on the screen in the theme's colours, on paper in black on white.

Text stays text, so that in a PDF it can be marked, copied and found.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPolygonF

from kneetree.report.path_picture import Box, Line, Link, PathPicture
from kneetree.ui.style.icon_painter import paint_icon

NO_LIGATURES = QFont.Tag("liga")
"""In a PDF the ligatures of DejaVu Sans cannot be searched or copied: "office" becomes "oﬃce"."""


@dataclass(frozen=True)
class Inks:
    """The colours of a drawing; ``urgency`` gives ground and text of a level."""

    text: QColor
    line: QColor
    box: QColor
    known: QColor
    urgency: Callable[[str], tuple[QColor, QColor]]


def paint(painter: QPainter, picture: PathPicture, inks: Inks, family: str) -> None:
    """Draw at the painter's origin, one unit a pixel at 100 %."""
    for link in picture.links:
        _paint_link(painter, link, inks, family)
    for box in picture.boxes:
        _paint_box(painter, box, inks, family)


def font(family: str, px: float, bold: bool = False) -> QFont:
    """Return a font of ``px`` units that draws letter by letter, without ligatures."""
    made = QFont(family)
    made.setPixelSize(max(1, round(px)))
    made.setBold(bold)
    made.setFeature(NO_LIGATURES, 0)
    return made


def _paint_box(painter: QPainter, box: Box, inks: Inks, family: str) -> None:
    ground, text = inks.urgency(box.urgency) if box.urgency else (inks.known if box.known else inks.box, inks.text)
    pen = QPen(inks.line if not box.urgency else text, 2.5 if box.urgency else 1.25)
    if box.known:
        pen.setStyle(Qt.PenStyle.DashLine)
    painter.setPen(pen)
    painter.setBrush(ground)
    painter.drawRoundedRect(QRectF(box.x, box.y, box.width, box.height), 8, 8)
    if box.icon and box.urgency:
        left, top, size = box.icon
        paint_icon(painter, box.urgency, text.name(), QRectF(left, top, size, size))
    for line in box.lines:
        _paint_line(painter, line, text, family)


def _paint_link(painter: QPainter, link: Link, inks: Inks, family: str) -> None:
    painter.setPen(QPen(inks.line, 1.75))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    points = [QPointF(x, y) for x, y in link.points]
    painter.drawPolyline(QPolygonF(points))
    if link.arrow and len(points) > 1:
        _paint_arrow(painter, points[-2], points[-1], inks.line)
    _paint_line(painter, link.label, inks.text, family)
    if link.origin is not None:
        _paint_line(painter, link.origin, inks.text, family)


def _paint_arrow(painter: QPainter, before: QPointF, tip: QPointF, colour: QColor) -> None:
    along = tip - before
    length = max(1e-6, (along.x() ** 2 + along.y() ** 2) ** 0.5)
    ahead = along / length * 8
    aside = QPointF(-ahead.y(), ahead.x()) * 0.55
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawPolygon(QPolygonF([tip, tip - ahead + aside, tip - ahead - aside]))


def _paint_line(painter: QPainter, line: Line, colour: QColor, family: str) -> None:
    painter.setPen(colour)
    painter.setFont(font(family, line.px, line.bold))
    painter.drawText(QPointF(line.x, line.y), line.text)
