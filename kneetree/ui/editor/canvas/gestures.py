"""One object for each gesture in progress: it begins with a press and ends with a release or Escape.

A gesture moves what is seen, never the tree; what was meant goes up as ids when it ends.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from kneetree.layout import Point, Rect
from kneetree.ui.editor.canvas.line_painter import rubber_line

if TYPE_CHECKING:
    from kneetree.ui.editor.canvas.canvas import Canvas


class Gesture:
    """What all have in common; ``cursor`` is how the pointer looks meanwhile."""

    cursor = Qt.CursorShape.ArrowCursor
    scrolls = True
    """Whether the map moves on when the pointer nears the edge."""

    def __init__(self, canvas: Canvas, start: QPointF) -> None:
        self.canvas = canvas
        self.start = start
        self.at = start

    def move(self, at: QPointF) -> None:
        """The pointer is at ``at``, in pixels of the viewport."""
        self.at = at

    def finish(self) -> None:
        """The button was let go: say what was meant."""

    def cancel(self) -> None:
        """All is as it was before."""

    def draw(self, painter: QPainter) -> None:
        """What is drawn over the map meanwhile, in pixels of the viewport."""


class Pan(Gesture):
    """The map follows the hand."""

    cursor = Qt.CursorShape.ClosedHandCursor
    scrolls = False

    def move(self, at: QPointF) -> None:
        """Push the map."""
        self.canvas.pan_by(at.x() - self.at.x(), at.y() - self.at.y())
        super().move(at)


class Frame(Gesture):
    """A frame drawn on empty ground selects the boxes that it touches; with ``add``, these too."""

    cursor = Qt.CursorShape.CrossCursor

    def __init__(self, canvas: Canvas, start: QPointF, add: bool) -> None:
        super().__init__(canvas, start)
        self._corner = canvas.to_map(start)
        self._before = canvas.view_state.selected
        self._add = add

    def move(self, at: QPointF) -> None:
        """Select what is inside now."""
        super().move(at)
        (x, y), (end_x, end_y) = self._corner, self.canvas.to_map(at)
        area = Rect(min(x, end_x), min(y, end_y), max(x, end_x), max(y, end_y))
        found = self.canvas.model.nodes_in(area)
        self.canvas.select_asked.emit([*self._before, *found] if self._add else found, "")
        self.canvas.viewport().update()

    def cancel(self) -> None:
        """Select what was selected."""
        self.canvas.select_asked.emit(list(self._before), "")

    def draw(self, painter: QPainter) -> None:
        """The frame."""
        look = self.canvas.look
        painter.setPen(look.pen("accent", 1.0))
        painter.setBrush(look.faint("accent", 30))
        corner = QPointF(*self.canvas.camera.to_screen(*self._corner))
        painter.drawRect(QRectF(corner, self.at).normalized())


class Move(Gesture):
    """Boxes follow the hand; let go, they stay there until the map is tidied."""

    cursor = Qt.CursorShape.SizeAllCursor

    def __init__(self, canvas: Canvas, start: QPointF, nodes: tuple[str, ...]) -> None:
        super().__init__(canvas, start)
        self._from = {key: canvas.model.positions[key] for key in nodes if canvas.model.is_shown(key)}
        self._hold = canvas.to_map(start)
        self._places: dict[str, Point] = {}

    def move(self, at: QPointF) -> None:
        """Move the boxes on the map."""
        super().move(at)
        x, y = self.canvas.to_map(at)
        by_x, by_y = x - self._hold[0], y - self._hold[1]
        self._places = {key: (round(left + by_x), round(top + by_y)) for key, (left, top) in self._from.items()}
        self.canvas.model.move(self._places)
        self.canvas.viewport().update()

    def finish(self) -> None:
        """Say where they were put."""
        if self._places and self._places != self._from:
            self.canvas.moved.emit(self._places)

    def cancel(self) -> None:
        """Put them back."""
        self.canvas.model.put_back()
        self.canvas.viewport().update()


class Connect(Gesture):
    """A line drawn from an answer to the node that it shall lead to, or to empty ground for a new one."""

    cursor = Qt.CursorShape.PointingHandCursor

    def __init__(self, canvas: Canvas, start: QPointF, source: str, answer: str) -> None:
        super().__init__(canvas, start)
        self.source, self.answer = source, answer
        self._from = canvas.model.routes[source, answer].points[0]
        self.target: str | None = None
        self.reason: str | None = None

    def move(self, at: QPointF) -> None:
        """Aim at what is under the pointer; a target that is refused says why at once."""
        super().move(at)
        canvas = self.canvas
        target = canvas.model.node_at(canvas.to_map(at))
        if target != self.target:
            self.target = target
            self.reason = canvas.why_not(self.source, self.answer, target) if target else None
            canvas.view_state.target, canvas.view_state.refused = target, self.reason is not None
            canvas.hint.emit(self.reason or "")
        canvas.viewport().update()

    def finish(self) -> None:
        """Say what shall lead where; a refused target changes nothing."""
        self._leave()
        if self.target is None:
            self.canvas.dropped.emit(self.source, self.answer, self.canvas.to_map(self.at), self.at.toPoint())
        elif self.reason is None:
            self.canvas.connect_asked.emit(self.source, self.answer, self.target)

    def cancel(self) -> None:
        """Nothing was meant."""
        self._leave()

    def _leave(self) -> None:
        self.canvas.view_state.target, self.canvas.view_state.refused = None, False
        self.canvas.hint.emit("")
        self.canvas.viewport().update()

    def draw(self, painter: QPainter) -> None:
        """The line, and the reason where the target is refused."""
        look, canvas = self.canvas.look, self.canvas
        start = canvas.camera.to_screen(*self._from)
        path, pen = rubber_line(start, (self.at.x(), self.at.y()), look, self.reason is None)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)
        if self.reason:
            draw_bubble(painter, self.reason, self.at, canvas)


def draw_bubble(painter: QPainter, text: str, at: QPointF, canvas: Canvas) -> None:
    """A sentence beside the pointer, kept inside the view."""
    look = canvas.look
    wide, high = canvas.room()
    painter.setFont(canvas.font())
    flags = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft
    words = painter.boundingRect(QRectF(0, 0, min(340.0 * look.scale, wide - 40), high), flags, text)
    bubble = QRectF(0, 0, words.width() + 24, words.height() + 16)
    bubble.moveTo(min(at.x() + 16, wide - bubble.width() - 8), min(at.y() + 20, high - bubble.height() - 8))
    painter.setPen(look.pen("danger", 1.5))
    painter.setBrush(look.colour("surface"))
    painter.drawRoundedRect(bubble, 8, 8)
    painter.setPen(look.colour("ink"))
    painter.drawText(bubble.adjusted(12, 8, -12, -8), flags, text)
