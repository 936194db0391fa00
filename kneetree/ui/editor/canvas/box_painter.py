"""Draw boxes near enough to read: shape, icon, word and colour tell what each is.

A question is a rounded box with a topic; one for a number has round ends; a list that only collects is two sheets,
another question that only collects has a second line at its lower edge.  A decision is a hexagon; a leaf has cut
corners under a band in the colour of its urgency, with that urgency's icon and word.
All of a kind are drawn in one go.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from PySide6.QtCore import QCoreApplication, QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from kneetree.layout import NUMBER_CORNER, SHEET, Rect, form_of, text_left
from kneetree.model.titles import title_of
from kneetree.model.tree import Decision, Leaf, Urgency
from kneetree.ui.editor import labels
from kneetree.ui.editor.canvas.badges import draw_badge
from kneetree.ui.editor.canvas.drawn_map import DrawnMap
from kneetree.ui.editor.canvas.map_style import Look
from kneetree.ui.editor.canvas.marks import DIFFERENCE_ROLES, Difference
from kneetree.ui.editor.canvas.shapes import band, cut, hexagon
from kneetree.ui.editor.canvas.view_state import ViewState

translate = QCoreApplication.translate

CORNER = 8.0
PADDING, HEADING = 12.0, 20.0
COLLECTS = 4.0
"""How far the second line of what only collects is above its lower edge, in pixels at 100 %."""
ICON = 15.0
ICON_TEXT = 22.0
BADGE = 18.0
MOST_SINGLY = 120
"""So many boxes that may cover one another are drawn one after the other, not kind by kind."""


def draw_boxes(painter: QPainter, state: ViewState, keys: Iterable[str], look: Look) -> None:
    """Draw the boxes of ``keys``: those that the author has placed may cover others, the selected lie on top."""
    chosen, held = set(state.selected), state.model.tree.layout
    free: list[str] = []
    placed: list[str] = []
    above: list[str] = []
    for key in state.model.in_drawing_order(keys):
        (above if key in chosen else placed if key in held else free).append(key)
    _draw(painter, state, free, look)
    for layer in (placed, above):
        if len(layer) > MOST_SINGLY:
            _draw(painter, state, layer, look)
        else:
            for key in layer:
                _draw(painter, state, [key], look)


def _draw(painter: QPainter, state: ViewState, keys: Sequence[str], look: Look) -> None:
    if not keys:
        return
    model = state.model
    nodes = model.tree.nodes
    rects = {key: model.rect(key) for key in keys}
    leaves: defaultdict[Urgency, list[str]] = defaultdict(list)
    others: defaultdict[str, list[str]] = defaultdict(list)
    for key in keys:
        node = nodes[key]
        if isinstance(node, Leaf):
            leaves[node.urgency].append(key)
        else:
            others[labels.node_icon(model.tree, key)].append(key)
    _draw_shapes(painter, model, [key for ids in others.values() for key in ids], rects, look)
    for urgency, ids in leaves.items():
        painter.setPen(look.hairline(urgency.value))
        for key in ids:
            box = rects[key]
            painter.drawConvexPolygon(cut(box.width, box.height).translated(box.left, box.top))
        painter.setBrush(look.colour(urgency.value))
        painter.setPen(Qt.PenStyle.NoPen)
        for key in ids:
            box = rects[key]
            painter.drawConvexPolygon(band(box.width).translated(box.left, box.top))
        painter.setBrush(look.colour("surface"))
    _draw_marks(painter, state, rects, look)
    for icon, ids in others.items():
        _draw_headings(painter, state, ids, rects, icon, "accent", "muted", look)
    for urgency, ids in leaves.items():
        _draw_headings(painter, state, ids, rects, urgency.value, f"on_{urgency.value}", f"on_{urgency.value}", look)
    _draw_notes(painter, state, keys, rects, look)
    painter.setPen(look.colour("ink"))
    for key in keys:
        box, inside = rects[key], text_left(nodes[key])
        look.words(title_of(model.tree, key), "text").draw(
            painter, box.left + inside, box.top + PADDING + HEADING + 13.5
        )
    _draw_badges(painter, state, keys, rects, look)


def _draw_shapes(painter: QPainter, model: DrawnMap, keys: Sequence[str], rects: dict[str, Rect], look: Look) -> None:
    """Draw the outlines of questions and decisions; the second sheet of a list that collects lies behind it."""
    nodes, collecting = model.tree.nodes, []
    painter.setPen(look.hairline("edge"))
    painter.setBrush(look.colour("surface"))
    for key in keys:
        node, box = nodes[key], rects[key]
        if isinstance(node, Decision):
            painter.drawConvexPolygon(hexagon(box.width, box.height).translated(box.left, box.top))
            continue
        form = form_of(model.tree, node)
        if form == "sheets":
            painter.drawRoundedRect(_rectf(box).translated(SHEET, SHEET), CORNER, CORNER)
        corner = NUMBER_CORNER if form == "number" else CORNER
        painter.drawRoundedRect(_rectf(box), corner, corner)
        if len(node.edges()) == 1 and form != "sheets":
            base = box.bottom - COLLECTS
            collecting.append(QLineF(box.left + corner / 2, base, box.right - corner / 2, base))
    painter.drawLines(collecting)


def _draw_headings(
    painter: QPainter,
    state: ViewState,
    keys: Sequence[str],
    rects: dict[str, Rect],
    icon: str,
    icon_role: str,
    text_role: str,
    look: Look,
) -> None:
    if not keys:
        return
    model, switched = state.model, {state.hovered, state.current, *state.model.folded}
    painter.setPen(look.colour(text_role))
    picture = look.icon(icon, icon_role, pixels_of(painter, ICON))
    whole = QRectF(picture.rect())
    for key in keys:
        box = rects[key]
        left = box.left + text_left(model.tree.nodes[key])
        painter.drawPixmap(QRectF(left, box.top + 6.5, ICON, ICON), picture, whole)
        word = labels.heading(model.tree, key)
        if key == model.tree.root:
            word = translate("Canvas", "Start") + " · " + word
        note = labels.note_of(model.tree, key)
        end = box.right - PADDING - (ICON + 20 if note else ICON + 4 if key in switched else 0)
        look.heading_within(word, end - left - ICON_TEXT).draw(painter, left + ICON_TEXT, box.top + 18)


def _draw_notes(painter: QPainter, state: ViewState, keys: Sequence[str], rects: dict[str, Rect], look: Look) -> None:
    """Draw the sheet of a note, and the switch that folds what is below a question."""
    nodes = state.model.tree.nodes
    for key in keys:
        node, box = nodes[key], rects[key]
        if labels.note_of(state.model.tree, key):
            role = f"on_{node.urgency.value}" if isinstance(node, Leaf) else "muted"
            picture = look.icon("note", role, pixels_of(painter, ICON))
            painter.drawPixmap(
                QRectF(box.right - PADDING - ICON - 20, box.top + 6.5, ICON, ICON), picture, QRectF(picture.rect())
            )
        if isinstance(node, Leaf):
            continue
        folded = key in state.model.folded
        if folded or key in (state.hovered, state.current):
            picture = look.icon("chevron_right" if folded else "chevron_down", "muted", pixels_of(painter, ICON))
            painter.drawPixmap(_rectf(fold_switch(box)), picture, QRectF(picture.rect()))


def _draw_marks(painter: QPainter, state: ViewState, rects: dict[str, Rect], look: Look) -> None:
    """Draw the outlines of boxes that are lit, found, or taken by no case."""
    marks = state.marks
    groups = (
        (marks.untaken_nodes, "within_days", 2.5, Qt.PenStyle.DashLine, -3.5),
        (marks.hits, "hit", 3.0, Qt.PenStyle.DotLine, -3.5),
        (marks.path_nodes, "accent", 4.0, Qt.PenStyle.SolidLine, -2.0),
        (marks.other_nodes, "ink", 4.0, Qt.PenStyle.DashLine, -2.0),
        ({marks.parts_at} & rects.keys(), "ink", 2.0, Qt.PenStyle.SolidLine, -6.0),
    )
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for wanted, role, width, style, inset in groups:
        marked = [rects[key] for key in rects if key in wanted] if wanted else []
        painter.setPen(look.pen(role, width, style))
        for box in marked:
            spot = _rectf(box).adjusted(inset, inset, -inset, -inset)
            painter.drawRoundedRect(spot, CORNER - inset, CORNER - inset)


def _draw_badges(painter: QPainter, state: ViewState, keys: Sequence[str], rects: dict[str, Rect], look: Look) -> None:
    marks = state.marks
    for key in keys:
        box = rects[key]
        badge = marks.badges.get(key)
        if badge is not None:
            left = box.left + text_left(state.model.tree.nodes[key]) - PADDING
            draw_badge(painter, badge, QPointF(left, box.top), BADGE, look)
        words: list[tuple[str, str]] = []
        if key in marks.differences:
            words.append(_difference(marks.differences[key]))
        if key in marks.hits:
            words.append((translate("Canvas", "found"), "hit"))
        if key in marks.untaken_nodes:
            words.append((translate("Canvas", "no case"), "within_days"))
        if key == marks.parts_at:
            words.append((translate("Canvas", "paths part here"), "accent"))
        if key in state.model.folded:
            words.append((f"+ {state.model.hidden_below(key)}", "accent"))
        right = box.right - 10
        for word, role in words:
            right = _draw_tag(painter, word, role, right, box.top - 3, look) - 6


def _draw_tag(painter: QPainter, word: str, role: str, right: float, middle: float, look: Look) -> float:
    """Draw a word on the upper border, ending at ``right``; return where it begins."""
    painter.setFont(look.label)
    wide = painter.fontMetrics().horizontalAdvance(word) + 12
    spot = QRectF(right - wide, middle - 8, wide, 16)
    painter.setPen(look.pen("paper", 1.5))
    painter.setBrush(look.colour(role))
    painter.drawRoundedRect(spot, 5, 5)
    painter.setPen(look.colour("on_accent" if role == "accent" else f"on_{role}"))
    painter.drawText(spot, Qt.AlignmentFlag.AlignCenter, word)
    return right - wide


def _difference(mark: Difference) -> tuple[str, str]:
    word = {
        Difference.ADDED: translate("Canvas", "added"),
        Difference.REMOVED: translate("Canvas", "removed"),
        Difference.CHANGED: translate("Canvas", "changed"),
        Difference.REROUTED: translate("Canvas", "re-routed"),
        Difference.RENAMED: translate("Canvas", "renamed"),
    }[mark]
    return word, DIFFERENCE_ROLES[mark]


def fold_switch(box: Rect) -> Rect:
    """Return where the switch lies that folds what is below a question with this box."""
    return Rect(box.right - PADDING - ICON, box.top + 6.5, box.right - PADDING, box.top + 6.5 + ICON)


def pixels_of(painter: QPainter, size: float) -> int:
    """Return the device pixels of a length at the painter's scale, in few steps so that pictures are kept."""
    wanted = size * painter.transform().m11() * painter.device().devicePixelRatioF()
    return max(4, min(96, 2 * round(wanted / 2)))


def _rectf(box: Rect) -> QRectF:
    return QRectF(box.left, box.top, box.width, box.height)
