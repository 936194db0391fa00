"""What a hand does to the map: it finds boxes and grips, drags and turns the wheel."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from kneetree.ui.editor.canvas.canvas import Canvas

LEFT = Qt.MouseButton.LeftButton


def spot(canvas: Canvas, node: str) -> QPoint:
    return QPointF(*canvas.camera.to_screen(*canvas.model.positions[node])).toPoint()


def grip(canvas: Canvas, node: str, answer: str) -> QPoint:
    return QPointF(*canvas.camera.to_screen(*canvas.model.routes[node, answer].points[0])).toPoint()


def drag(qtbot, canvas: Canvas, start: QPoint, end: QPoint, modifiers=Qt.KeyboardModifier.NoModifier) -> None:
    port = canvas.viewport()
    qtbot.mousePress(port, LEFT, modifiers, start)
    for step in range(1, 6):
        qtbot.mouseMove(port, start + (end - start) * step / 5)
    qtbot.mouseRelease(port, LEFT, modifiers, end)


def wheel(canvas: Canvas, at: QPoint, turned: int, modifiers=Qt.KeyboardModifier.NoModifier) -> None:
    event = QWheelEvent(
        QPointF(at), QPointF(canvas.viewport().mapToGlobal(at)), QPoint(), QPoint(0, turned), Qt.MouseButton.NoButton,
        modifiers, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(canvas.viewport(), event)
