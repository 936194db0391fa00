"""Follow the gesture in progress, with a class for each kind, from a press to a release or Escape.

A gesture moves what is seen, never the tree; what was meant goes up as ids when it ends.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from kneetree.layout import Point, Rect
from kneetree.ui.editor.canvas.line_painter import rubber_line
from kneetree.ui.editor.canvas.view import MapView
from kneetree.ui.editor.canvas.wishes import Wishes

WhyNot = Callable[[str, str, str], str | None]
"""Takes a question, an answer and a target; returns why these cannot be connected, or ``None`` if they can."""


class Gesture:
    """Do nothing in each phase of a gesture; ``cursor`` is how the pointer looks meanwhile."""

    cursor = Qt.CursorShape.ArrowCursor
    scrolls = True
    """Whether the map moves on when the pointer nears the edge."""

    def __init__(self, view: MapView, start: QPointF) -> None:
        self.view = view
        self.start = start
        self.at = start

    def move(self, at: QPointF) -> None:
        """Follow the pointer to ``at``, in pixels of the viewport."""
        self.at = at

    def finish(self) -> None:
        """Say what was meant, now that the button was let go."""

    def cancel(self) -> None:
        """Put back what the gesture has moved or marked."""

    def draw(self, painter: QPainter) -> None:
        """Draw what lies over the map meanwhile, in pixels of the viewport."""


class Pan(Gesture):
    """Let the map follow the hand."""

    cursor = Qt.CursorShape.ClosedHandCursor
    scrolls = False

    def move(self, at: QPointF) -> None:
        """Push the map."""
        self.view.pan_by(at.x() - self.at.x(), at.y() - self.at.y())
        super().move(at)


class Frame(Gesture):
    """Select the boxes that a frame touches; with ``add``, together with those that were selected before."""

    cursor = Qt.CursorShape.CrossCursor

    def __init__(self, view: MapView, wishes: Wishes, start: QPointF, add: bool) -> None:
        super().__init__(view, start)
        self._wishes = wishes
        self._corner = view.to_map(start)
        self._before = view.view_state.selected
        self._add = add

    def move(self, at: QPointF) -> None:
        """Select what is inside now."""
        super().move(at)
        (x, y), (end_x, end_y) = self._corner, self.view.to_map(at)
        area = Rect(min(x, end_x), min(y, end_y), max(x, end_x), max(y, end_y))
        found = self.view.model.nodes_in(area)
        self._wishes.select_asked.emit([*self._before, *found] if self._add else found, "")
        self.view.viewport().update()

    def cancel(self) -> None:
        """Select what was selected before."""
        self._wishes.select_asked.emit(list(self._before), "")

    def draw(self, painter: QPainter) -> None:
        """Draw the frame."""
        look = self.view.look
        painter.setPen(look.pen("accent", 1.0))
        painter.setBrush(look.faint("accent", 30))
        corner = QPointF(*self.view.camera.to_screen(*self._corner))
        painter.drawRect(QRectF(corner, self.at).normalized())


class Move(Gesture):
    """Let boxes follow the hand; once let go, they stay there until the map is tidied."""

    cursor = Qt.CursorShape.SizeAllCursor

    def __init__(self, view: MapView, wishes: Wishes, start: QPointF, nodes: tuple[str, ...]) -> None:
        super().__init__(view, start)
        self._wishes = wishes
        self._from = {key: view.model.positions[key] for key in nodes if view.model.is_shown(key)}
        self._hold = view.to_map(start)
        self._places: dict[str, Point] = {}

    def move(self, at: QPointF) -> None:
        """Move the boxes on the map."""
        super().move(at)
        x, y = self.view.to_map(at)
        by_x, by_y = x - self._hold[0], y - self._hold[1]
        self._places = {key: (round(left + by_x), round(top + by_y)) for key, (left, top) in self._from.items()}
        self.view.model.move(self._places)
        self.view.viewport().update()

    def finish(self) -> None:
        """Say where they were put."""
        if self._places and self._places != self._from:
            self._wishes.moved.emit(self._places)

    def cancel(self) -> None:
        """Put them back."""
        self.view.model.put_back()
        self.view.viewport().update()


class Connect(Gesture):
    """Draw a line from an answer to the node that it is to lead to, or to empty ground for a new one."""

    cursor = Qt.CursorShape.PointingHandCursor

    def __init__(
        self, view: MapView, wishes: Wishes, why_not: WhyNot, start: QPointF, source: str, answer: str
    ) -> None:
        super().__init__(view, start)
        self._wishes, self._why_not = wishes, why_not
        self.source, self.answer = source, answer
        self._from = view.model.routes[source, answer].points[0]
        self.target: str | None = None
        self.reason: str | None = None

    def move(self, at: QPointF) -> None:
        """Aim at what is under the pointer, and say at once why a target is refused."""
        super().move(at)
        view = self.view
        target = view.model.node_at(view.to_map(at))
        if target != self.target:
            self.reason = self._why_not(self.source, self.answer, target) if target else None
            self.target = target
            view.view_state.target, view.view_state.refused = target, self.reason is not None
            self._wishes.hint.emit(self.reason or "")
        view.viewport().update()

    def finish(self) -> None:
        """Say what is to lead where; a refused target changes nothing."""
        self._leave()
        if self.target is None:
            self._wishes.dropped.emit(self.source, self.answer, self.view.to_map(self.at), self.at.toPoint())
        elif self.reason is None:
            self._wishes.connect_asked.emit(self.source, self.answer, self.target)

    def cancel(self) -> None:
        """Forget the target."""
        self._leave()

    def _leave(self) -> None:
        self.view.view_state.target, self.view.view_state.refused = None, False
        self._wishes.hint.emit("")
        self.view.viewport().update()

    def draw(self, painter: QPainter) -> None:
        """Draw the line, and the reason if the target is refused."""
        look, view = self.view.look, self.view
        start = view.camera.to_screen(*self._from)
        path, pen = rubber_line(start, (self.at.x(), self.at.y()), look, self.reason is None)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)
        if self.reason:
            draw_bubble(painter, self.reason, self.at, view)


def draw_bubble(painter: QPainter, text: str, at: QPointF, view: MapView) -> None:
    """Draw a sentence beside the pointer, kept inside the view."""
    look = view.look
    wide, high = view.room()
    painter.setFont(view.font())
    flags = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft
    words = painter.boundingRect(QRectF(0, 0, min(340.0 * look.scale, wide - 40), high), flags, text)
    bubble = QRectF(0, 0, words.width() + 24, words.height() + 16)
    bubble.moveTo(min(at.x() + 16, wide - bubble.width() - 8), min(at.y() + 20, high - bubble.height() - 8))
    painter.setPen(look.pen("danger", 1.5))
    painter.setBrush(look.colour("surface"))
    painter.drawRoundedRect(bubble, 8, 8)
    painter.setPen(look.colour("ink"))
    painter.drawText(bubble.adjusted(12, 8, -12, -8), flags, text)
