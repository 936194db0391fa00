"""Explain a map that is seen from afar: a large title for each region, what its leaves say, and what comes next.

Everything here has the same size on the screen at any zoom, and no title covers another one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPolygonF

from kneetree.layout import Rect
from kneetree.model.tree import Leaf, Urgency
from kneetree.ui.editor.canvas.badges import draw_badge
from kneetree.ui.editor.canvas.drawn_map import DrawnMap
from kneetree.ui.editor.canvas.map_style import Look
from kneetree.ui.editor.canvas.marks import Badge
from kneetree.ui.editor.canvas.title_places import (
    COUNT_PX,
    EDGE,
    GAP,
    ICON,
    INSIDE,
    NOWHERE,
    WRAPPED,
    Card,
    Chip,
    cards_of,
    font_of,
    rows_of,
    width_of,
)
from kneetree.ui.style.painting import unchanged


class Poster:
    """Draw the titles of regions, and keep what their leaves say until the map is altered."""

    def __init__(self) -> None:
        self._now: tuple[int, int] = (-1, -1)
        self._counts: dict[str, Counter[Urgency]] = {}
        self._home: dict[str, str] = {}
        self._next: dict[str, str] = {}
        self._view: tuple[object, ...] = ()
        self._first: dict[str, Card] = {}
        """Where each title was when the view was first drawn from here: it stays there while the author edits."""

    def draw(
        self,
        painter: QPainter,
        model: DrawnMap,
        blocks: Mapping[str, Rect],
        whole: Collection[str],
        badges: Mapping[str, Badge],
        area: Rect,
        scale: float,
        look: Look,
        covered: QRectF = NOWHERE,
    ) -> list[Card]:
        """Draw a title for each region whose block is seen, and an arrow between those that follow each other.

        Nothing is written where the view is ``covered``.
        Only regions that are ``whole`` have arrows; of others a block is but the largest part.
        """
        self._follow(model)
        problems: dict[str, Counter[Badge]] = {}
        for key, badge in badges.items():
            if key in self._home:
                problems.setdefault(self._home[key], Counter())[badge] += 1
        places = {key: _scaled(block, scale) for key, block in blocks.items()}
        chips = {key: self._chips(key, problems.get(key, Counter())) for key in blocks}
        titles = {key: model.tree.regions[key].title for key in blocks}
        view = (id(model), area, scale, id(look), covered.getRect())
        if view != self._view:
            self._view, self._first = view, {}
        cards = cards_of(titles, places, chips, _scaled(area, scale), look, covered, self._first)
        self._first = {card.region: card for card in cards} | self._first
        with unchanged(painter):
            painter.scale(1 / scale, 1 / scale)
            for source, target in self._next.items():
                if source in whole and target in whole:
                    _draw_arrow(painter, places[source], places[target], look)
            for card in cards:
                if card.place.intersects(_scaled(area, scale)):
                    _draw_leader(painter, card, look)
            for card in cards:
                _draw_card(painter, card, titles[card.region], look)
        return cards

    def _follow(self, model: DrawnMap) -> None:
        now = (id(model), model.revision)
        if now == self._now:
            return
        self._now, nodes = now, model.tree.nodes
        self._home = {key: name for name, region in model.tree.regions.items() for key in region.nodes if key in nodes}
        self._counts = {name: Counter() for name in model.tree.regions}
        leads: dict[str, Counter[str]] = {}
        for key, name in self._home.items():
            node = nodes[key]
            if isinstance(node, Leaf):
                self._counts[name][node.urgency] += 1
            for _, target in node.edges():
                other = self._home.get(target, name)
                if other != name:
                    leads.setdefault(name, Counter())[other] += 1
        order = self._reached(model)
        self._next = {}
        for name, found in leads.items():
            later = [other for other, _ in found.most_common() if order.get(name, -1) < order.get(other, -1)]
            if later:
                self._next[name] = later[0]

    def _reached(self, model: DrawnMap) -> dict[str, int]:
        """Return how far from the first question each region begins by the longest way: a short cut is no gate."""
        nodes, far, order = model.tree.nodes, {model.tree.root: 0}, dict[str, int]()
        for key in model.tree.topological():
            if key not in far:
                continue
            if key in self._home:
                order[self._home[key]] = min(far[key], order.get(self._home[key], far[key]))
            for _, target in nodes[key].edges():
                far[target] = max(far.get(target, 0), far[key] + 1)
        return order

    def _chips(self, region: str, problems: Counter[Badge]) -> tuple[Chip, ...]:
        leaves = self._counts[region]
        told: list[Chip] = [(level.value, leaves[level]) for level in reversed(Urgency) if leaves[level]]
        return (*told, *((badge.value, problems[badge]) for badge in Badge if problems[badge]))


def _draw_leader(painter: QPainter, card: Card, look: Look) -> None:
    """Draw a line from a title that had to make way down to its block."""
    place = card.place
    x = min(max(place.left() + EDGE, card.block.left()), card.block.right())
    painter.setPen(look.pen("muted", 1.0))
    if place.bottom() < card.block.top() - 3 * GAP:
        painter.drawLine(QPointF(x, place.bottom()), QPointF(x, card.block.top()))
    elif place.top() > card.block.bottom() + 3 * GAP:
        painter.drawLine(QPointF(x, card.block.bottom()), QPointF(x, place.top()))


def _draw_card(painter: QPainter, card: Card, title: str, look: Look) -> None:
    place, unit = card.place, look.scale
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.faint("paper", 240))
    painter.drawRoundedRect(place, 4, 4)
    inside = place.adjusted(INSIDE, INSIDE, -INSIDE, -INSIDE)
    painter.setPen(look.colour("ink"))
    painter.setFont(font_of(look, card.pixels))
    painter.drawText(inside.adjusted(0, 0, 2, 0), WRAPPED, title)
    painter.setFont(font_of(look, COUNT_PX))
    top = inside.top() + card.title + 2
    for row in rows_of(card.chips, place.width() - 2 * INSIDE, look):
        left = inside.left()
        for chip in row:
            _draw_chip(painter, chip, QPointF(left, top), look)
            left += width_of(chip, look)
        top += (ICON + 4) * unit


def _draw_chip(painter: QPainter, chip: Chip, at: QPointF, look: Look) -> None:
    """Draw an icon, whose shape alone tells what is counted, and the number."""
    name, number = chip
    size = ICON * look.scale
    if name in list(Badge):
        draw_badge(painter, Badge(name), QPointF(at.x() + size / 2, at.y() + size / 2), size, look)
    else:
        pixels = round(size * painter.device().devicePixelRatioF())
        picture = look.icon(name, name, pixels)
        painter.drawPixmap(QRectF(at.x(), at.y(), size, size), picture, QRectF(picture.rect()))
    painter.setPen(look.colour("ink"))
    painter.setFont(font_of(look, COUNT_PX))
    painter.drawText(QPointF(at.x() + size + 3, at.y() + size * 0.84), str(number))


def _draw_arrow(painter: QPainter, source: QRectF, target: QRectF, look: Look) -> None:
    """Draw a thick arrow from one block to the next one."""
    head = 7.0 * look.scale
    start, end = _ends(source, target)
    way = end - start
    length = max((way.x() ** 2 + way.y() ** 2) ** 0.5, 1.0)
    along = QPointF(way.x() / length, way.y() / length)
    aside = QPointF(-along.y(), along.x())
    tip = end - along
    base = tip - along * head
    painter.setPen(look.pen("ink", 2.5 * look.scale))
    if length > head:
        painter.drawLine(start, base)
    painter.setPen(look.pen("paper", 1.0))
    painter.setBrush(look.colour("ink"))
    painter.drawConvexPolygon(QPolygonF([tip, base + aside * head * 0.7, base - aside * head * 0.7]))


def _ends(source: QRectF, target: QRectF) -> tuple[QPointF, QPointF]:
    """Return the points of two blocks between which an arrow goes: straight across or down if they lie like that."""
    top, bottom = max(source.top(), target.top()), min(source.bottom(), target.bottom())
    if top < bottom:
        y = min(top + 12, (top + bottom) / 2)
        if source.center().x() <= target.center().x():
            return QPointF(source.right(), y), QPointF(target.left(), y)
        return QPointF(source.left(), y), QPointF(target.right(), y)
    left, right = max(source.left(), target.left()), min(source.right(), target.right())
    x, other_x = ((left + right) / 2,) * 2 if left < right else (source.center().x(), target.center().x())
    if source.center().y() <= target.center().y():
        return QPointF(x, source.bottom()), QPointF(other_x, target.top())
    return QPointF(x, source.top()), QPointF(other_x, target.bottom())


def _scaled(box: Rect, scale: float) -> QRectF:
    return QRectF(box.left * scale, box.top * scale, box.width * scale, box.height * scale)
