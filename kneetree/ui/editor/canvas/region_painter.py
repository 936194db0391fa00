"""Draw the named, coloured areas of the map: a tinted ground under the boxes that belong together.

Boxes of one region that are near each other share one ground, an island, with the title over it.
A region whose boxes are spread over the map has several islands and never swallows what lies between.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from kneetree.layout import Rect
from kneetree.ui.editor.canvas.drawn_map import DrawnMap
from kneetree.ui.editor.canvas.levels import FROM
from kneetree.ui.editor.canvas.map_style import Look
from kneetree.ui.editor.canvas.rectangles import touching, union
from kneetree.ui.editor.canvas.spatial_index import Grid

REACH = 34.0
"""How far a ground goes beyond its boxes: a question and what it leads to touch."""
CORNER = 18.0
TITLE_PX = 15.0
LEAST_TITLE_PX = 12.0
NEIGHBOURS = 60.0
"""Islands of a region that are not further than twice this from each other have one title."""
A_ROW = 120.0
"""Grounds whose upper edges differ by less are in one row."""
LOWEST_BASE = 23.0
"""How far a title stands below the upper edge of its ground at most, in pixels at 100 %: the box below covers more."""
TINT, BORDER, FAR_TINT = 0.15, 0.5, 0.4
"""How much of the region's colour is mixed into the paper; more where little but the ground is seen."""
MOST_AMONG = 1.25
"""A region is one block while there are not more boxes in it than so many times its own."""


class Regions:
    """Draw the grounds of all regions; keep them until the map is altered."""

    def __init__(self) -> None:
        self._now: tuple[int, int] = (-1, -1)
        self._grounds: dict[str, list[Rect]] = {}
        self._tops: dict[str, list[tuple[Rect, float]]] = {}
        self._largest: dict[str, Rect] = {}
        self.whole: set[str] = set()
        """The regions that are one block, as far as ``blocks`` has found."""

    def draw(self, painter: QPainter, model: DrawnMap, area: Rect, scale: float, look: Look) -> None:
        """Draw all that ``area`` shows at ``scale``."""
        now = (id(model), model.revision)
        if now != self._now:
            self._grounds = {
                key: [model.rect(node).grown(REACH) for node in region.nodes if node in model.boxes]
                for key, region in model.tree.regions.items()
            }
            self._now, self._tops, self._largest, self.whole = now, {}, {}, set()
        painter.setPen(Qt.PenStyle.NoPen)
        near = scale / look.scale >= FROM.first_words
        if not near:
            for key, block in self.blocks(model).items():
                painter.fillRect(_rectf(block), mixed(look.colour("paper"), model.tree.regions[key].colour, TINT))
        for key, grounds in self._grounds.items():
            seen = [box for box in grounds if touching(box, area)]
            if seen:
                self._draw_grounds(painter, seen, model.tree.regions[key].colour, scale, look)
        for key, grounds in self._grounds.items() if near else ():  # over all grounds, or the next would cover it
            if any(touching(box.grown(REACH), area) for box in grounds):
                self._draw_titles(painter, key, model, scale, look)

    def blocks(self, model: DrawnMap) -> dict[str, Rect]:
        """Return for each region the rectangle around it, or around its largest island if others lie between."""
        for key, grounds in self._grounds.items():
            whole = union(grounds) if key not in self._largest else None
            if whole is not None:
                alone = len(model.nodes_in(whole)) <= MOST_AMONG * len(grounds)
                if alone:
                    self.whole.add(key)
                around = [whole] if alone else [box for box in map(union, _islands(grounds)) if box is not None]
                self._largest[key] = max(around, key=lambda box: box.width * box.height)
        return self._largest

    def _draw_grounds(self, painter: QPainter, grounds: list[Rect], colour: str, scale: float, look: Look) -> None:
        """Draw a border and over it a ground for each box, in colours that do not show where they overlap."""
        paper = look.colour("paper")
        if scale / look.scale < FROM.first_words:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
            painter.setBrush(mixed(paper, colour, FAR_TINT))
            painter.drawRects([_rectf(box) for box in grounds])
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            return
        edge = 1.0 / scale
        for share, by in ((BORDER, edge), (TINT, 0.0)):
            painter.setBrush(mixed(paper, colour, share))
            for box in grounds:
                painter.drawRoundedRect(_rectf(box.grown(by)), CORNER + by, CORNER + by)

    def _draw_titles(self, painter: QPainter, key: str, model: DrawnMap, scale: float, look: Look) -> None:
        if key not in self._tops:
            self._tops[key] = _tops(self._grounds[key])
        size = max(TITLE_PX, min(LEAST_TITLE_PX * look.scale / scale, 60.0))
        look.region.setPixelSize(round(size))
        painter.setFont(look.region)
        painter.setPen(look.colour("muted"))
        for top, room in self._tops[key]:
            base = top.top + min(10 + size / 2, LOWEST_BASE)
            words = painter.fontMetrics().elidedText(
                model.tree.regions[key].title, Qt.TextElideMode.ElideRight, round(room - 28)
            )
            painter.drawText(QPointF(top.left + 14, base), words)
        painter.setPen(Qt.PenStyle.NoPen)


def mixed(paper: QColor, colour: str, share: float) -> QColor:
    """Return the paper's colour with a ``share`` of another colour in it."""
    ink, keep = QColor(colour), 1 - share
    return QColor(
        round(paper.red() * keep + ink.red() * share),
        round(paper.green() * keep + ink.green() * share),
        round(paper.blue() * keep + ink.blue() * share),
    )


def _tops(grounds: Iterable[Rect]) -> list[tuple[Rect, float]]:
    """Return the first ground in the uppermost row of each group of islands, with how wide the group is from there on.

    Rows and columns of one region with a little room between them have one title, not one each.
    """
    found = []
    for group in _islands(box.grown(NEIGHBOURS) for box in grounds):
        highest = min(box.top for box in group)
        top = min((box for box in group if box.top < highest + A_ROW), key=lambda box: box.left)
        found.append((top.grown(-NEIGHBOURS), max(box.right for box in group) - top.left - 2 * NEIGHBOURS))
    return found


def _islands(grounds: Iterable[Rect]) -> list[list[Rect]]:
    """Return the grounds that touch each other, directly or over others, together."""
    boxes = list(grounds)
    near: Grid[int] = Grid(512.0, 512.0)
    for number, box in enumerate(boxes):
        near.put(number, box.left, box.top, box.right, box.bottom)
    left = dict.fromkeys(range(len(boxes)))
    islands = []
    while left:
        start = next(iter(left))
        del left[start]
        island, waiting = list[Rect](), [start]
        while waiting:
            box = boxes[waiting.pop()]
            island.append(box)
            for other in near.within(box):
                if other in left and touching(boxes[other], box):
                    del left[other]
                    waiting.append(other)
        islands.append(island)
    return islands


def _rectf(box: Rect) -> QRectF:
    return QRectF(box.left, box.top, box.width, box.height)
