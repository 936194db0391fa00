"""Draws the lines of the map near enough to read: curves, arrows, the words Yes and No, stubs."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPolygonF

from kneetree import layout
from kneetree.layout import EdgeKey, Point, Route
from kneetree.ui.editor import labels
from kneetree.ui.editor.canvas.look import Look, stub_lines
from kneetree.ui.editor.canvas.sight import Sight

ARROW = 5.0
GRIP = 4.5
MOST_KEPT = 4000


class Lines:
    """Draws edges in batches; keeps the curve of each that was drawn lately."""

    def __init__(self) -> None:
        self._curves: dict[EdgeKey, tuple[Route, QPainterPath, QPainterPath]] = {}

    def draw(self, painter: QPainter, sight: Sight, keys: Sequence[EdgeKey], look: Look) -> None:
        """All of ``keys``: untaken ones dashed, those on the lit path thick."""
        usual, lit, untaken, arrows = QPainterPath(), QPainterPath(), QPainterPath(), QPainterPath()
        lit_arrows = QPainterPath()
        marks = sight.marks
        for key in keys:
            curve, arrow = self._curve(sight, key)
            if key in marks.path_edges:
                lit.addPath(curve)
                lit_arrows.addPath(arrow)
                continue
            (untaken if key in marks.untaken_edges else usual).addPath(curve)
            arrows.addPath(arrow)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.strokePath(usual, look.pen("edge", 1.4))
        if not untaken.isEmpty():
            painter.strokePath(untaken, look.pen("within_days", 1.8, Qt.PenStyle.DashLine))
        painter.fillPath(arrows, look.colour("edge"))
        if not lit.isEmpty():
            painter.strokePath(lit, look.pen("accent", 4.0))
            painter.fillPath(lit_arrows, look.colour("accent"))

    def draw_words(self, painter: QPainter, sight: Sight, keys: Sequence[EdgeKey], look: Look) -> None:
        """The answer on each line, and the point where it can be taken hold of."""
        chips, grips, filled = QPainterPath(), QPainterPath(), QPainterPath()
        words: list[tuple[QPointF, str, bool]] = []
        yes, no = labels.answer_word("yes"), labels.answer_word("no")
        for key in keys:
            route = sight.model.routes[key]
            x, y = route.label
            word = yes if key[1] == "yes" else no
            wide = 24.0 if len(word) < 4 else 8.0 * len(word)
            chips.addRoundedRect(QRectF(x - wide / 2, y - 7.5, wide, 15), 4, 4)
            words.append((QPointF(x - wide / 2, y - 7.5), word, key in sight.marks.path_edges))
            start = QPointF(*route.points[0])
            (filled if key[1] == "yes" else grips).addEllipse(start, GRIP, GRIP)
        painter.fillPath(chips, look.colour("paper"))
        painter.fillPath(filled, look.colour("edge"))
        painter.setPen(look.pen("edge", 1.4))
        painter.setBrush(look.colour("surface"))
        painter.drawPath(grips)
        painter.setFont(look.label)
        metrics = {word: painter.fontMetrics().horizontalAdvance(word) for word in (yes, no)}
        for role, wanted in (("ink", False), ("accent", True)):
            painter.setPen(look.colour(role))
            for corner, word, lit in words:
                if lit is wanted:
                    wide = 24.0 if len(word) < 4 else 8.0 * len(word)
                    painter.drawText(QPointF(corner.x() + (wide - metrics[word]) / 2, corner.y() + 11.5), word)

    def draw_stubs(self, painter: QPainter, sight: Sight, keys: Sequence[EdgeKey], look: Look) -> None:
        """The small boxes that stand for far targets."""
        stubs = [sight.model.stubs[key] for key in keys if key in sight.model.stubs]
        if not stubs:
            return
        shapes = QPainterPath()
        for stub in stubs:
            box = layout.rect_around(stub.position, stub.size)
            shapes.addRoundedRect(QRectF(box.left, box.top, box.width, box.height), box.height / 2, box.height / 2)
        painter.setPen(look.pen("edge", 1.0, Qt.PenStyle.DashLine))
        painter.setBrush(look.colour("paper"))
        painter.drawPath(shapes)
        painter.setPen(look.colour("muted"))
        painter.setFont(look.stub)
        for stub in stubs:
            box = layout.rect_around(stub.position, stub.size)
            lines = stub_lines(stub.text)
            top = box.top + (box.height - 16 * len(lines)) / 2 + 12
            for row, line in enumerate(lines):
                painter.drawText(QPointF(box.left + 14, top + 16 * row), line)

    def _curve(self, sight: Sight, key: EdgeKey) -> tuple[QPainterPath, QPainterPath]:
        route = sight.model.routes[key]
        kept = self._curves.get(key)
        if kept is not None and kept[0] is route:
            return kept[1], kept[2]
        if len(self._curves) > MOST_KEPT:
            self._curves.clear()
        curve = curve_of(route.points, sight.model.direction)
        arrow = arrow_at(route.points, sight.model.direction)
        self._curves[key] = (route, curve, arrow)
        return curve, arrow


def curve_of(points: Sequence[Point], direction: layout.Direction) -> QPainterPath:
    """A line through the points of a route, bent where these share neither x nor y."""
    path = QPainterPath(QPointF(*points[0]))
    for start, end in zip(points, points[1:], strict=False):
        first, second = layout.curve(start, end, direction)
        if first == start:
            path.lineTo(*end)
        else:
            path.cubicTo(QPointF(*first), QPointF(*second), QPointF(*end))
    return path


def arrow_at(points: Sequence[Point], direction: layout.Direction) -> QPainterPath:
    """The head of the arrow where a route ends."""
    x, y = points[-1]
    path = QPainterPath()
    if direction == "down":
        down = 1 if y >= points[-2][1] else -1
        corners = [(x, y), (x - ARROW, y - 1.6 * ARROW * down), (x + ARROW, y - 1.6 * ARROW * down)]
    else:
        right = 1 if x >= points[-2][0] else -1
        corners = [(x, y), (x - 1.6 * ARROW * right, y - ARROW), (x - 1.6 * ARROW * right, y + ARROW)]
    path.addPolygon(QPolygonF([QPointF(*corner) for corner in corners]))
    path.closeSubpath()
    return path


def rubber_line(start: Point, end: Point, look: Look, allowed: bool) -> tuple[QPainterPath, QPen]:
    """The line of a connection that is being drawn."""
    style = Qt.PenStyle.SolidLine if allowed else Qt.PenStyle.DashLine
    path = QPainterPath(QPointF(*start))
    path.lineTo(*end)
    return path, look.pen("accent" if allowed else "danger", 2.5, style)
