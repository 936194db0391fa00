"""Draw the rings around selected boxes and around the target of a connection, over everything else."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from kneetree.layout import Rect
from kneetree.ui.editor.canvas.map_style import Look
from kneetree.ui.editor.canvas.view_state import ViewState


def draw_selection(painter: QPainter, state: ViewState, scale: float, look: Look) -> None:
    """Draw a ring around each selected box, another around the current one, and one around a target, red if refused."""
    model = state.model
    least = 6.0 / scale
    ring = QPainterPath()
    for key in state.selected:
        if key in model.boxes:
            ring.addRoundedRect(_around(model.rect(key), 4 / scale, least), 8, 8)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    _stroke(painter, ring, look.pen("accent", 3.0))
    if state.current is not None and state.current in model.boxes and state.focused and len(state.selected) != 1:
        second = QPainterPath()
        second.addRoundedRect(_around(model.rect(state.current), 9 / scale, least), 10, 10)
        _stroke(painter, second, look.pen("accent", 1.5, Qt.PenStyle.DashLine))
    if state.target is not None and state.target in model.boxes:
        aim = QPainterPath()
        aim.addRoundedRect(_around(model.rect(state.target), 5 / scale, least), 9, 9)
        _stroke(painter, aim, look.pen("danger" if state.refused else "self_care", 4.0))


def _stroke(painter: QPainter, path: QPainterPath, pen: QPen) -> None:
    pen.setCosmetic(True)
    painter.setPen(pen)
    painter.drawPath(path)


def _around(box: Rect, by: float, least: float) -> QRectF:
    wide, high = max(box.width + 2 * by, least), max(box.height + 2 * by, least)
    return QRectF((box.left + box.right - wide) / 2, (box.top + box.bottom - high) / 2, wide, high)
