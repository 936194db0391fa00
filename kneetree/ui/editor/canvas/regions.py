"""Draws the named, coloured areas of the map: a tinted ground under the boxes that belong together.

Boxes of one region that stand near each other share one ground, an island, with the title over it;
a region whose boxes are spread over the map has several and never swallows what lies between.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from kneetree.layout import Rect
from kneetree.ui.editor.canvas.grid import Grid
from kneetree.ui.editor.canvas.look import Look
from kneetree.ui.editor.canvas.map_model import MapModel
from kneetree.ui.editor.canvas.rects import grown, touching, union

REACH = 34.0
"""How far a ground goes beyond its boxes: a question and what it leads to touch."""
CORNER = 18.0
TITLE_PX = 15.0
LEAST_TITLE_PX = 12.0


class Regions:
    """The grounds of all regions, kept until the map is altered."""

    def __init__(self) -> None:
        self._revision: tuple[int, int] = (-1, -1)
        self._islands: list[tuple[str, list[tuple[Rect, Rect, QPainterPath]]]] = []

    def draw(self, painter: QPainter, model: MapModel, area: Rect, scale: float, look: Look) -> None:
        """All that ``area`` shows at ``scale``."""
        now = (id(model), model.revision)
        if now != self._revision:
            self._revision = now
            self._islands = [(key, _islands(model, region.nodes)) for key, region in model.tree.regions.items()]
        size = max(TITLE_PX, min(LEAST_TITLE_PX / scale, 60.0))
        font = look.region
        font.setPixelSize(round(size))
        for key, islands in self._islands:
            region = model.tree.regions[key]
            tint, border = QColor(region.colour), QColor(region.colour)
            tint.setAlpha(38)
            border.setAlpha(150)
            pen = QPen(border, 1.2, Qt.PenStyle.DotLine)
            pen.setCosmetic(True)
            for bounds, top, ground in islands:
                if not touching(bounds, area):
                    continue
                painter.setBrush(tint)
                painter.setPen(pen)
                painter.drawPath(ground)
                if scale >= 0.2:
                    painter.setFont(font)
                    painter.setPen(look.colour("muted"))
                    painter.drawText(QPointF(top.left + 14, top.top + 10 + size / 2), region.title)


def _islands(model: MapModel, nodes: Iterable[str]) -> list[tuple[Rect, Rect, QPainterPath]]:
    """For each group of boxes that touch: its bounds, its topmost ground and the outline of all its grounds."""
    grounds = {key: grown(model.rect(key), REACH) for key in nodes if key in model.boxes}
    near: Grid[str] = Grid(512.0, 512.0)
    for key, box in grounds.items():
        near.put(key, box.left, box.top, box.right, box.bottom)
    left = dict.fromkeys(grounds)
    islands = []
    while left:
        start = next(iter(left))
        del left[start]
        members, waiting = [start], [start]
        while waiting:
            box = grounds[waiting.pop()]
            for other in near.within(box):
                if other in left and touching(grounds[other], box):
                    del left[other]
                    members.append(other)
                    waiting.append(other)
        outline = QPainterPath()
        for key in members:
            box, path = grounds[key], QPainterPath()
            path.addRoundedRect(QRectF(box.left, box.top, box.width, box.height), CORNER, CORNER)
            outline = outline.united(path) if len(members) < 200 else _added(outline, path)
        bounds = union(grounds[key] for key in members)
        assert bounds is not None
        top = min((grounds[key] for key in members), key=lambda box: (box.top, box.left))
        islands.append((bounds, top, outline))
    return islands


def _added(whole: QPainterPath, path: QPainterPath) -> QPainterPath:
    whole.setFillRule(Qt.FillRule.WindingFill)
    whole.addPath(path)
    return whole
