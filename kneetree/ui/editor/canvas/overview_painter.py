"""Draw the map from afar: boxes as plain rectangles, and further off rows of boxes as single bars.

Bars are made once for each halving of the scale and kept until the map is altered, so a picture of
50,000 boxes takes no longer than one of 500.
"""

from __future__ import annotations

import time
from bisect import bisect_left, bisect_right
from collections import defaultdict, deque
from collections.abc import Generator, Iterable, Iterator
from dataclasses import dataclass
from heapq import nlargest
from operator import itemgetter

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from kneetree.layout import SHEET, EdgeKey, Rect, form_of, text_left
from kneetree.model.titles import title_of
from kneetree.model.tree import Decision, Leaf, Urgency
from kneetree.ui.editor.canvas.drawn_map import ANSWERS, DrawnMap
from kneetree.ui.editor.canvas.map_style import Look
from kneetree.ui.editor.canvas.marks import Marks
from kneetree.ui.editor.canvas.shapes import hexagon

SMALLEST_GAP = 3.0
"""Bars that are nearer than so many screen pixels are one."""
THINNEST = 2.0
LONG = 10.0
"""Lines shorter than so many screen pixels are left out from afar."""
MOST_LINES = 1500
HIT = 6.0
"""Half of the diamond on a box that was found, in screen pixels."""
WORDS_PX, WORDS_STEP, WORDS_LINE, WORDS_LEFT = 11.0, 4, 1.2, 6.0
"""How large the first words are on the screen at 100 % text; on the map they have one of few sizes, to be kept."""
FIRST = 3
"""The first halving from which bars are drawn: see ``PLAIN`` of the view."""

STEP = 500
"""How many boxes or edges are looked at between two rests: less than 1 ms."""
SLICE_S = 0.006
"""How long may be prepared between two events, in seconds."""

Bar = tuple[float, float, float, float]
Line = tuple[float, float, float, float]
Rows = dict[float, tuple[list[float], list[Bar]]]
"""The bars in rows, with where each begins."""
Level = dict[str, Rows]
"""The bars by the role of their colour: "" for what leads on, drawn first."""


@dataclass(frozen=True)
class Plain:
    """Hold boxes as rectangles by the role of their colour ("" for a question), edges as lines by their answer.

    Decisions are hexagons, numbers have round ends, and a list that collects has a second sheet behind it.
    """

    lines: dict[str, list[QLineF]]
    rects: dict[str, list[QRectF]]
    decisions: list[QPolygonF]
    numbers: list[QRectF]

    def draw(self, painter: QPainter, look: Look) -> None:
        """Draw all of it."""
        self.draw_lines(painter, look)
        self.draw_boxes(painter, look)

    def draw_lines(self, painter: QPainter, look: Look) -> None:
        """Draw the edges."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        for answer, role in (("no", "line"), ("yes", "edge"), ("next", "edge")):
            painter.setPen(look.pen(role, 0))
            painter.drawLines(self.lines[answer])

    def draw_boxes(self, painter: QPainter, look: Look) -> None:
        """Draw the boxes."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        for role, rects in self.rects.items():
            painter.setPen(look.pen("edge", 0) if not role else QColor(Qt.GlobalColor.transparent))
            painter.setBrush(look.colour(role or "surface"))
            painter.drawRects(rects)
        painter.setPen(look.pen("edge", 0))
        painter.setBrush(look.colour("line"))
        for corners in self.decisions:
            painter.drawConvexPolygon(corners)
        painter.setBrush(look.colour("surface"))
        for box in self.numbers:
            painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)


def plain(model: DrawnMap, nodes: Iterable[str], edges: Iterable[EdgeKey]) -> Plain:
    """Return each box as a rectangle in the colour of its kind, or a hexagon, and each edge as a straight line."""
    routes, positions, sizes, values = model.routes, model.positions, model.sizes, model.tree.nodes
    lines: dict[str, list[QLineF]] = {answer: [] for answer in ANSWERS}
    for key in edges:
        points = routes[key].points
        (x, y), (end_x, end_y) = points[0], points[-1]
        lines[key[1]].append(QLineF(x, y, end_x, end_y))
    rects: defaultdict[str, list[QRectF]] = defaultdict(list)
    decisions: list[QPolygonF] = []
    numbers: list[QRectF] = []
    for node_id in model.in_drawing_order(nodes):
        (x, y), (wide, high) = positions[node_id], sizes[node_id]
        node = values[node_id]
        if isinstance(node, Decision):
            decisions.append(hexagon(wide, high).translated(x - wide / 2, y - high / 2))
            continue
        box = QRectF(x - wide / 2, y - high / 2, wide, high)
        if isinstance(node, Leaf):
            rects[node.urgency.value].append(box)
            continue
        form = form_of(model.tree, node)
        if form == "number":
            numbers.append(box)
            continue
        if form == "sheets":
            rects[""].append(box.translated(2 * SHEET, 2 * SHEET))
        rects[""].append(box)
    return Plain(lines, dict(sorted(rects.items())), decisions, numbers)


class Overview:
    """Draw a map from afar; keep its bars and long lines for each halving of the scale."""

    def __init__(self) -> None:
        self._revision: tuple[int, int] = (-1, -1)
        self._levels: dict[int, Level] = {}
        self._lines: dict[int, list[Line]] = {}
        self._whole: Plain | None = None
        self._preparing: Iterator[None] | None = None

    def prepare(self, model: DrawnMap) -> bool:
        """Make some more of all levels ready while nothing is painted; return whether there may be more to do."""
        self._follow(model)
        if self._preparing is None:
            self._preparing = self._all_levels(model)
        return advance(self._preparing)

    def make_ready(self, model: DrawnMap, scale: float) -> Iterator[None]:
        """Make what ``draw`` needs at ``scale``, in small steps; go on only while the map is not altered."""
        self._follow(model)
        yield from self._level(model, step_of(scale))

    def _all_levels(self, model: DrawnMap) -> Iterator[None]:
        furthest = step_of(800.0 / max(model.extent.width, model.extent.height, 800.0)) + 1
        for step in range(FIRST, furthest + 1):
            yield from self._level(model, step)

    def _level(self, model: DrawnMap, step: int) -> Iterator[None]:
        if step not in self._levels:
            finer = self._levels.get(step - 1)
            bars: dict[str, Iterable[Bar]] = {}
            if finer is None:
                bars |= yield from _boxes_in_steps(model)
            else:
                bars |= {role: (bar for _, row in rows.values() for bar in row) for role, rows in finer.items()}
            level: Level = {}
            for role, made in bars.items():
                level[role] = yield from _merged_in_steps(made, SMALLEST_GAP * 2.0**step)
            self._levels[step] = level
        if step not in self._lines:
            self._lines[step] = yield from _lines_in_steps(model, LONG * 2.0**step)

    def _follow(self, model: DrawnMap) -> None:
        now = (id(model), model.revision)
        if now != self._revision:
            self._levels, self._lines, self._whole, self._revision = {}, {}, None, now
            self._preparing = None

    def draw_single(self, painter: QPainter, model: DrawnMap, look: Look) -> None:
        """Draw all boxes one by one; for a map that is not too large for that."""
        self._follow(model)
        if self._whole is None:
            self._whole = plain(model, model.boxes, model.edges)
        self._whole.draw(painter, look)

    def draw(self, painter: QPainter, model: DrawnMap, area: Rect, scale: float, look: Look) -> None:
        """Draw all that ``area`` shows at ``scale``."""
        self._follow(model)
        step = step_of(scale)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(look.pen("line", 0))
        painter.drawLines(
            [
                QLineF(x, y, end_x, end_y)
                for x, y, end_x, end_y in self._lines_at(model, step)
                if max(x, end_x) >= area.left and min(x, end_x) <= area.right and y <= area.bottom and end_y >= area.top
            ]
        )
        thin = THINNEST / scale
        painter.setPen(Qt.PenStyle.NoPen)
        for role, rows in self._bars_at(model, step).items():
            rects = []
            for starts, bars in rows.values():
                first = max(bisect_left(starts, area.left) - 1, 0)
                for left, top, right, bottom in bars[first : bisect_right(starts, area.right)]:
                    rects.append(QRectF(left, top, max(right - left, thin), max(bottom - top, thin)))
            painter.setBrush(look.colour(role or "edge"))
            painter.drawRects(rects)

    def _bars_at(self, model: DrawnMap, step: int) -> Level:
        if step not in self._levels:
            deque(self._level(model, step), maxlen=0)
        return self._levels[step]

    def _lines_at(self, model: DrawnMap, step: int) -> list[Line]:
        if step not in self._lines:
            deque(self._level(model, step), maxlen=0)
        return self._lines[step]


def advance(steps: Iterator[None]) -> bool:
    """Take steps for a part of a frame; return whether there may be more."""
    end = time.perf_counter() + SLICE_S
    return any(time.perf_counter() >= end for _ in steps)


def step_of(scale: float) -> int:
    """Return how often a scale has halved: a pixel of the screen is at least 2 to that power pixels of the map."""
    step, pixels = 0, 1.0
    while pixels * 2 * scale <= 1.0:
        pixels *= 2
        step += 1
    return step


def draw_specks(
    painter: QPainter, model: DrawnMap, keys: Iterable[str], colour: QColor, scale: float, size: float
) -> None:
    """Draw boxes that must be seen from however far, each at least ``size`` screen pixels large."""
    least = size / scale
    rects = []
    for key in keys:
        if key in model.boxes:
            (x, y), (wide, high) = model.positions[key], model.sizes[key]
            wide, high = max(wide, least), max(high, least)
            rects.append(QRectF(x - wide / 2, y - high / 2, wide, high))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRects(rects)


def draw_hits(painter: QPainter, model: DrawnMap, keys: Iterable[str], scale: float, look: Look) -> None:
    """Draw a diamond on each box that a search has found: no level of urgency has that colour or that shape."""
    half = HIT / scale
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.colour("hit"))
    for key in keys:
        if key in model.boxes:
            x, y = model.positions[key]
            painter.drawPolygon(
                QPolygonF([QPointF(x, y - half), QPointF(x + half, y), QPointF(x, y + half), QPointF(x - half, y)])
            )


def draw_paths_from_afar(painter: QPainter, model: DrawnMap, marks: Marks, look: Look) -> None:
    """Draw the lit paths as lines of three screen pixels, the second dashed."""
    _draw_path(painter, model, marks.path_edges, look.pen("accent", 3.0))
    _draw_path(painter, model, marks.other_edges, look.pen("ink", 3.0, Qt.PenStyle.DashLine))


def _draw_path(painter: QPainter, model: DrawnMap, edges: Iterable[EdgeKey], pen: QPen) -> None:
    pen.setCosmetic(True)
    painter.setPen(pen)
    for key in edges:
        if key in model.edges:
            points = model.routes[key].points
            painter.drawLine(QPointF(*points[0]), QPointF(*points[-1]))


def _boxes_in_steps(model: DrawnMap) -> Generator[None, None, dict[str, list[Bar]]]:
    """Return the boxes as bars by the role of their colour."""
    positions, sizes, nodes = model.positions, model.sizes, model.tree.nodes
    bars: dict[str, list[Bar]] = {role: [] for role in ("", *Urgency)}
    for number, key in enumerate(model.boxes):
        if number % STEP == 0:
            yield
        (x, y), (wide, high) = positions[key], sizes[key]
        node = nodes[key]
        role = node.urgency.value if isinstance(node, Leaf) else ""
        bars[role].append((x - wide / 2, y - high / 2, x + wide / 2, y + high / 2))
    return {role: made for role, made in bars.items() if made}


def _lines_in_steps(model: DrawnMap, shortest: float) -> Generator[None, None, list[Line]]:
    """Return the longest edges as straight lines, none of them shorter than ``shortest``."""
    found: list[tuple[float, Line]] = []
    for number, key in enumerate(model.edges):
        if number % STEP == 0:
            yield
        points = model.routes[key].points
        (x, y), (end_x, end_y) = points[0], points[-1]
        length = abs(end_x - x) + abs(end_y - y)
        if length >= shortest:
            found.append((length, (x, y, end_x, end_y)))
    return [line for _, line in nlargest(MOST_LINES, found, key=itemgetter(0))]


def _merged_in_steps(bars: Iterable[Bar], gap: float) -> Generator[None, None, Rows]:
    """Join the bars of a row that are nearer than ``gap``; a row takes in the middles within a height of ``gap``."""
    rows: defaultdict[float, list[Bar]] = defaultdict(list)
    for number, bar in enumerate(bars):
        if number % STEP == 0:
            yield
        rows[(bar[1] + bar[3]) // (2 * gap)].append(bar)
    merged = {}
    for row, found in rows.items():
        yield
        found.sort()
        made: list[Bar] = []
        left, top, right, bottom = found[0]
        for number, (next_left, next_top, next_right, next_bottom) in enumerate(found):
            if number % STEP == STEP - 1:
                yield
            if next_left - right > gap:
                made.append((left, top, right, bottom))
                left, top, right, bottom = next_left, next_top, next_right, next_bottom
            else:
                right, top, bottom = max(right, next_right), min(top, next_top), max(bottom, next_bottom)
        made.append((left, top, right, bottom))
        merged[row] = ([bar[0] for bar in made], made)
    return merged


def draw_first_words(painter: QPainter, model: DrawnMap, keys: Iterable[str], scale: float, look: Look) -> None:
    """Write into each box as much of its text as can be read there; a leaf has the icon of its urgency as well."""
    pixels = WORDS_STEP * round(WORDS_PX * look.scale / scale / WORDS_STEP)
    line = pixels * WORDS_LINE
    for key in keys:
        node, box = model.tree.nodes[key], model.rect(key)
        lines = max(1, int((box.height - 4) / line))
        left, room = box.left + text_left(node) - WORDS_LEFT, box.width - 2 * (text_left(node) - WORDS_LEFT)
        role = "ink"
        if isinstance(node, Leaf):
            role = f"on_{node.urgency.value}"
            picture = look.icon(node.urgency.value, role, max(4, round(pixels * scale)))
            painter.drawPixmap(QRectF(left, box.top + 4, pixels, pixels), picture, QRectF(picture.rect()))
            left, room = left + pixels * 1.2, room - pixels * 1.2
        painter.setPen(look.colour(role))
        look.first_words(title_of(model.tree, key), pixels, room, lines).draw(painter, left, box.top + 3 + pixels)
