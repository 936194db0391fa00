"""Draw the lines of the map near enough to read: curves, arrows, the words Yes, No and then, stubs."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPolygonF

from kneetree import layout
from kneetree.layout import EdgeKey, Point, Route
from kneetree.ui.editor import labels
from kneetree.ui.editor.canvas.drawn_map import ANSWERS
from kneetree.ui.editor.canvas.map_style import Look
from kneetree.ui.editor.canvas.view_state import ViewState

ARROW = 5.0
GRIP = 4.5
MOST_KEPT = 4000


class Lines:
    """Draw edges in batches; keep the curve of each that was drawn lately."""

    def __init__(self) -> None:
        self._curves: dict[EdgeKey, tuple[Route, QPainterPath, QPolygonF]] = {}

    def draw(self, painter: QPainter, state: ViewState, keys: Sequence[EdgeKey], look: Look) -> None:
        """Draw edges: dashed if no case takes them, thick on a lit path, thick and dashed on the second."""
        usual, lit, other, untaken = QPainterPath(), QPainterPath(), QPainterPath(), QPainterPath()
        arrows: list[QPolygonF] = []
        lit_arrows: list[QPolygonF] = []
        other_arrows: list[QPolygonF] = []
        marks = state.marks
        for key in keys:
            curve, arrow = self._curve(state, key)
            if key in marks.path_edges:
                lit.addPath(curve)
                lit_arrows.append(arrow)
                continue
            if key in marks.other_edges:
                other.addPath(curve)
                other_arrows.append(arrow)
                continue
            (untaken if key in marks.untaken_edges else usual).addPath(curve)
            arrows.append(arrow)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.strokePath(usual, look.hairline("muted"))
        if not untaken.isEmpty():
            painter.strokePath(untaken, look.pen("within_days", 1.8, Qt.PenStyle.DashLine))
        if not lit.isEmpty():
            painter.strokePath(lit, look.pen("accent", 4.0))
        if not other.isEmpty():
            painter.strokePath(other, look.pen("ink", 4.0, Qt.PenStyle.DashLine))
        painter.setPen(Qt.PenStyle.NoPen)
        for heads, role in ((arrows, "muted"), (lit_arrows, "accent"), (other_arrows, "ink")):
            painter.setBrush(look.colour(role))
            for head in heads:
                painter.drawConvexPolygon(head)

    def draw_words(self, painter: QPainter, state: ViewState, keys: Sequence[EdgeKey], look: Look) -> None:
        """Draw the answer on each line, and the grip by which it can be dragged."""
        words = {answer: look.words(labels.answer_word(answer), "label") for answer in ANSWERS}
        places: list[tuple[float, float, str, bool]] = []
        paper = look.colour("paper")
        for key in keys:
            x, y = state.model.routes[key].label
            wide = words[key[1]].width + 8
            painter.fillRect(QRectF(x - wide / 2, y - 7.5, wide, 15), paper)
            places.append((x - wide / 2 + 4, y + 4, key[1], key in state.marks.path_edges))
        painter.setPen(look.hairline("muted"))
        for answer, role in (("yes", "muted"), ("no", "surface"), ("next", "edge")):
            painter.setBrush(look.colour(role))
            for key in keys:
                if key[1] == answer:
                    painter.drawEllipse(QPointF(*state.model.routes[key].points[0]), GRIP, GRIP)
        for role, wanted in (("ink", False), ("accent", True)):
            painter.setPen(look.colour(role))
            for x, base, answer, lit in places:
                if lit is wanted:
                    words[answer].draw(painter, x, base)

    def draw_stubs(self, painter: QPainter, state: ViewState, keys: Sequence[EdgeKey], look: Look) -> None:
        """Draw the small boxes that stand for far targets."""
        stubs = [state.model.stubs[key] for key in keys if key in state.model.stubs]
        if not stubs:
            return
        painter.setPen(look.pen("edge", 1.0, Qt.PenStyle.DashLine))
        painter.setBrush(look.colour("paper"))
        for stub in stubs:
            box = layout.rect_around(stub.position, stub.size)
            painter.drawRoundedRect(QRectF(box.left, box.top, box.width, box.height), box.height / 2, box.height / 2)
        painter.setPen(look.colour("muted"))
        for stub in stubs:
            box = layout.rect_around(stub.position, stub.size)
            look.words(stub.text, "stub").draw(painter, box.left + 12, box.top + 18)

    def _curve(self, state: ViewState, key: EdgeKey) -> tuple[QPainterPath, QPolygonF]:
        route = state.model.routes[key]
        kept = self._curves.get(key)
        if kept is not None and kept[0] is route:
            return kept[1], kept[2]
        if len(self._curves) > MOST_KEPT:
            self._curves.clear()
        curve = curve_of(route.points, state.model.direction)
        arrow = arrow_at(route.points, state.model.direction)
        self._curves[key] = (route, curve, arrow)
        return curve, arrow


def curve_of(points: Sequence[Point], direction: layout.Direction) -> QPainterPath:
    """Return a line through the points of a route, bent between points that share neither x nor y."""
    path = QPainterPath(QPointF(*points[0]))
    for start, end in pairwise(points):
        first, second = layout.curve(start, end, direction)
        if first == start:
            path.lineTo(*end)
        else:
            path.cubicTo(QPointF(*first), QPointF(*second), QPointF(*end))
    return path


def arrow_at(points: Sequence[Point], direction: layout.Direction) -> QPolygonF:
    """Return the head of the arrow at the end of a route."""
    x, y = points[-1]
    if direction == "down":
        down = 1 if y >= points[-2][1] else -1
        corners = [(x, y), (x - ARROW, y - 1.6 * ARROW * down), (x + ARROW, y - 1.6 * ARROW * down)]
    else:
        right = 1 if x >= points[-2][0] else -1
        corners = [(x, y), (x - 1.6 * ARROW * right, y - ARROW), (x - 1.6 * ARROW * right, y + ARROW)]
    return QPolygonF([QPointF(*corner) for corner in corners])


def rubber_line(start: Point, end: Point, look: Look, allowed: bool) -> tuple[QPainterPath, QPen]:
    """Return the line of a connection that is being drawn, with its pen."""
    style = Qt.PenStyle.SolidLine if allowed else Qt.PenStyle.DashLine
    path = QPainterPath(QPointF(*start))
    path.lineTo(*end)
    return path, look.pen("accent" if allowed else "danger", 2.5, style)
