"""Draw what is in another tree and not in this one: dashed boxes beside the questions that led to them there.

They take no part in the map: nothing makes way for them, and they can neither be pressed nor selected.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QLineF, QRectF, Qt
from PySide6.QtGui import QPainter

from kneetree import layout
from kneetree.layout import Point, Rect, Size
from kneetree.ui.editor.canvas.drawn_map import DrawnMap
from kneetree.ui.editor.canvas.free_space import spot_below
from kneetree.ui.editor.canvas.map_style import Look
from kneetree.ui.editor.canvas.rectangles import touching

MOST = 300
_READABLE = 0.35
_GAP = 20.0
_INSIDE = 12.0


@dataclass(frozen=True)
class Ghost:
    """A box of the other tree: its title, its size there, and the nodes with the answers that led to it."""

    title: str
    size: Size
    into: tuple[tuple[str, str], ...] = ()


class Ghosts:
    """Hold the ghosts by id and find places for them, again whenever the map is another."""

    def __init__(self) -> None:
        self._ghosts: dict[str, Ghost] = {}
        self._places: dict[str, Point] = {}
        self._placed_for: int | None = None

    def show(self, ghosts: Mapping[str, Ghost]) -> None:
        """Show these and no others."""
        self._ghosts = dict(list(ghosts.items())[:MOST])
        self._placed_for = None

    def rects(self, model: DrawnMap) -> dict[str, Rect]:
        """Return where each lies on the map as it is now."""
        if self._placed_for != model.revision:
            self._placed_for = model.revision
            self._place(model)
        return {key: layout.rect_around(place, self._ghosts[key].size) for key, place in self._places.items()}

    def draw(self, painter: QPainter, model: DrawnMap, area: Rect, scale: float, look: Look) -> None:
        """Draw those that touch ``area``, and a line from where each was reached."""
        if not self._ghosts:
            return
        rects = self.rects(model)
        painter.setPen(look.pen("danger", 1.6, Qt.PenStyle.DashLine))
        for key, box in rects.items():
            for source, _ in self._ghosts[key].into:
                start = rects.get(source) or (model.rect(source) if model.is_shown(source) else None)
                if start is not None:
                    painter.drawLine(_between(start, box))
        for key, box in rects.items():
            if touching(box, area):
                self._draw_one(painter, self._ghosts[key], box, scale, look)

    def _draw_one(self, painter: QPainter, ghost: Ghost, box: Rect, scale: float, look: Look) -> None:
        spot = QRectF(box.left, box.top, box.width, box.height)
        painter.setBrush(look.colour("paper"))
        painter.setPen(look.pen("danger", 1.6, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(spot, 8, 8)
        if scale < _READABLE:
            return
        painter.setPen(look.colour("danger"))
        look.words(QCoreApplication.translate("Canvas", "Removed"), "heading").draw(
            painter, box.left + _INSIDE, box.top + 18
        )
        painter.setPen(look.colour("muted"))
        look.words(ghost.title, "text").draw(painter, box.left + _INSIDE, box.top + 45.5)

    def _place(self, model: DrawnMap) -> None:
        self._places = {}
        waiting = dict(self._ghosts)
        while waiting:
            ready = [key for key, ghost in waiting.items() if not any(source in waiting for source, _ in ghost.into)]
            for key in ready or [next(iter(waiting))]:
                self._places[key] = self._spot(model, waiting.pop(key))

    def _spot(self, model: DrawnMap, ghost: Ghost) -> Point:
        for source, answer in ghost.into:
            if source in model.positions and model.is_shown(source):
                return self._free(model, spot_below(model, source, answer, ghost.size), ghost.size)
        for source, _ in ghost.into:
            if source in self._places:
                x, y = self._places[source]
                below = y + (self._ghosts[source].size[1] + ghost.size[1]) / 2 + _GAP
                return self._free(model, (x, below), ghost.size)
        return self._free(model, (model.extent.left + ghost.size[0], model.extent.bottom), ghost.size)

    def _free(self, model: DrawnMap, wanted: Point, size: Size) -> Point:
        """Return the next place downwards that covers no box and no other ghost."""
        x, y = wanted
        while True:
            box = layout.rect_around((x, y), size)
            others = [layout.rect_around(at, self._ghosts[key].size) for key, at in self._places.items()]
            others += [model.rect(key) for key in model.nodes_in(box)]
            covered = [other.bottom for other in others if touching(other, box)]
            if not covered:
                return x, y
            y = max(covered) + _GAP + size[1] / 2


def _between(start: Rect, end: Rect) -> QLineF:
    """Return a line from the lower edge of a box to the upper edge of another."""
    return QLineF((start.left + start.right) / 2, start.bottom, (end.left + end.right) / 2, end.top)
