"""Say of boxes that are too small for words what each is, and mark them so that words and colours stay in sight."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from kneetree.layout import Rect
from kneetree.model.tree import Leaf
from kneetree.ui.editor import labels
from kneetree.ui.editor.canvas.drawn_map import DrawnMap
from kneetree.ui.editor.canvas.map_style import Look
from kneetree.ui.editor.canvas.marks import Marks

ICON_SHARE, MOST_ICON = 0.7, 64.0
"""How much of its box's height an icon takes, and how many pixels at 100 % it has at most."""
PIXELS_STEP = 2
"""Icons have an even number of device pixels, so that few are made while somebody zooms."""


def draw_icons(painter: QPainter, model: DrawnMap, keys: Iterable[str], scale: float, look: Look) -> None:
    """Draw in the middle of each box the icon of its kind, in a leaf that of its urgency."""
    places: defaultdict[tuple[str, str], list[Rect]] = defaultdict(list)
    for key in keys:
        node = model.tree.nodes[key]
        if isinstance(node, Leaf):
            places[node.urgency.value, f"on_{node.urgency.value}"].append(model.rect(key))
        else:
            places[labels.node_icon(model.tree, key), "accent"].append(model.rect(key))
    ratio = scale * painter.device().devicePixelRatioF()
    for (name, role), boxes in places.items():
        for box in boxes:
            size = min(ICON_SHARE * box.height, MOST_ICON)
            picture = look.icon(name, role, max(4, PIXELS_STEP * round(size * ratio / PIXELS_STEP)))
            left, top = (box.left + box.right - size) / 2, (box.top + box.bottom - size) / 2
            painter.drawPixmap(QRectF(left, top, size, size), picture, QRectF(picture.rect()))


def draw_outlines(painter: QPainter, model: DrawnMap, keys: Collection[str], marks: Marks, look: Look) -> None:
    """Draw around boxes what marks them: lit by a path, taken by no case, or where two paths part."""
    groups = (
        (marks.untaken_nodes, "within_days", 2.0, Qt.PenStyle.DashLine),
        (marks.path_nodes, "accent", 4.0, Qt.PenStyle.SolidLine),
        (marks.other_nodes, "ink", 3.0, Qt.PenStyle.DashLine),
        ({marks.parts_at}, "ink", 6.0, Qt.PenStyle.SolidLine),
    )
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for wanted, role, width, style in groups:
        found = [model.rect(key) for key in keys if key in wanted] if wanted else []
        if found:
            pen = look.pen(role, width, style)
            pen.setCosmetic(True)
            painter.setPen(pen)
            painter.drawRects([QRectF(box.left, box.top, box.width, box.height) for box in found])
