"""Find what lies under the pointer: a box, the grip of an answer, a line, a stub, a fold switch."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPathStroker

from kneetree.layout import EdgeKey, Point, Rect
from kneetree.model.tree import Leaf
from kneetree.ui.editor.canvas.box_painter import fold_switch
from kneetree.ui.editor.canvas.drawn_map import DrawnMap
from kneetree.ui.editor.canvas.line_painter import curve_of

GRIP_REACH = 9.0
LABEL_HALF = (16.0, 9.0)
LINE_REACH = 12.0


class Part(Enum):
    """Name the kinds of things that can lie under the pointer."""

    GROUND = auto()
    NODE = auto()
    GRIP = auto()
    EDGE = auto()
    STUB = auto()
    FOLD = auto()


@dataclass(frozen=True)
class Hit:
    """Say what was hit; ``node`` is a box, or where an edge begins, ``answer`` the answer of that edge."""

    part: Part
    node: str = ""
    answer: str = ""


GROUND = Hit(Part.GROUND)


def hit_at(model: DrawnMap, point: Point, scale: float, near: bool) -> Hit:
    """Return what lies at a point of the map; ``near`` says that grips and switches are drawn at this scale."""
    if near:
        edge = grip_at(model, point, scale)
        if edge:
            return Hit(Part.GRIP, *edge)
        edge = model.stub_at(point)
        if edge:
            return Hit(Part.STUB, *edge)
    node = model.node_at(point)
    if node is None:
        return GROUND
    if near and not isinstance(model.tree.nodes[node], Leaf) and _inside(fold_switch(model.rect(node)), point):
        return Hit(Part.FOLD, node)
    return Hit(Part.NODE, node)


def grip_at(model: DrawnMap, point: Point, scale: float) -> EdgeKey | None:
    """Return the edge whose grip or word is at a point."""
    x, y = point
    reach = max(GRIP_REACH, 6.0 / scale)
    for key in model.edges.within(Rect(x - reach, y - reach, x + reach, y + reach)):
        route = model.routes[key]
        (start_x, start_y), (label_x, label_y) = route.points[0], route.label
        if abs(x - start_x) <= reach and abs(y - start_y) <= reach:
            return key
        if abs(x - label_x) <= LABEL_HALF[0] and abs(y - label_y) <= LABEL_HALF[1]:
            return key
    return None


def edge_at(model: DrawnMap, point: Point, scale: float) -> EdgeKey | None:
    """Return the edge whose line runs under a point."""
    x, y = point
    stroker = QPainterPathStroker()
    stroker.setWidth(LINE_REACH / min(scale, 1.0))
    for key in model.edges.within(Rect(x, y, x, y)):
        stroke = stroker.createStroke(curve_of(model.routes[key].points, model.direction))
        if stroke.contains(QPointF(x, y)):
            return key
    return None


def _inside(box: Rect, point: Point) -> bool:
    return box.left - 4 <= point[0] <= box.right + 4 and box.top - 5 <= point[1] <= box.bottom + 5
