"""Say in a corner of the map what the marks on it mean, as long as there are any."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

from kneetree.ui.editor.canvas.map_style import Look
from kneetree.ui.editor.canvas.marks import DIFFERENCE_ROLES, Difference, Marks

translate = QCoreApplication.translate

TEXT_PX, ROW, SAMPLE, EDGE, INSIDE = 12.0, 20.0, 30.0, 12.0, 10.0
_SOLID, _DASHED, _DOTTED = Qt.PenStyle.SolidLine, Qt.PenStyle.DashLine, Qt.PenStyle.DotLine


@dataclass(frozen=True)
class Entry:
    """Hold a line of the legend: how the mark is drawn, as a line or else as a box, and what it means."""

    text: str
    role: str
    width: float
    style: Qt.PenStyle = _SOLID
    box: bool = False
    filled: bool = False


def entries_of(marks: Marks) -> list[Entry]:
    """Return what there is to be explained."""
    made: list[Entry] = []
    if marks.other_nodes or marks.other_edges or marks.parts_at:
        made += [
            Entry(translate("Canvas", "First person: the more urgent result"), "accent", 4.0),
            Entry(translate("Canvas", "Second person, from where the paths part"), "ink", 4.0, _DASHED),
        ]
    elif marks.path_nodes:
        made.append(Entry(_path_words(marks.path_of), "accent", 4.0))
    if marks.untaken_nodes or marks.untaken_edges:
        made.append(Entry(translate("Canvas", "No case comes here"), "within_days", 2.0, _DASHED))
    if marks.hits:
        made.append(Entry(translate("Canvas", "Found: {n}").format(n=len(marks.hits)), "hit", 3.0, _DOTTED, box=True))
    counts = Counter(marks.differences.values())
    for kind, words in (
        (Difference.ADDED, translate("Canvas", "Added: {n}")),
        (Difference.CHANGED, translate("Canvas", "Changed: {n}")),
        (Difference.REROUTED, translate("Canvas", "Re-routed: {n}")),
        (Difference.RENAMED, translate("Canvas", "Renamed: {n}")),
        (Difference.REMOVED, translate("Canvas", "Removed: {n}")),
    ):
        if counts[kind]:
            made.append(Entry(words.format(n=counts[kind]), DIFFERENCE_ROLES[kind], 1.0, box=True, filled=True))
    return made


def draw_legend(painter: QPainter, marks: Marks, room: tuple[float, float], look: Look) -> QRectF:
    """Draw the legend in the lower left corner of a view of that size; return where, empty if there is none."""
    entries = entries_of(marks)
    if not entries:
        return QRectF()
    unit, font = look.scale, QFont(look.text)
    font.setPixelSize(round(TEXT_PX * unit))
    words = QFontMetricsF(font)
    wide = max(words.horizontalAdvance(entry.text) for entry in entries) + (SAMPLE + 8 + 2 * INSIDE) * unit
    high = (ROW * len(entries) + INSIDE) * unit
    place = QRectF(EDGE, room[1] - high - EDGE, min(wide, room[0] - 2 * EDGE), high)
    painter.setPen(look.pen("line", 1.0))
    painter.setBrush(look.colour("surface"))
    painter.drawRoundedRect(place, 8, 8)
    painter.setFont(font)
    for number, entry in enumerate(entries):
        middle = place.top() + (INSIDE / 2 + ROW * (number + 0.5)) * unit
        left = place.left() + INSIDE * unit
        _draw_sample(painter, entry, left, middle, look)
        painter.setPen(look.colour("ink"))
        spot = QRectF(left + (SAMPLE + 8) * unit, middle - ROW * unit / 2, place.width(), ROW * unit)
        painter.drawText(spot, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, entry.text)
    return place


def _draw_sample(painter: QPainter, entry: Entry, left: float, middle: float, look: Look) -> None:
    long = SAMPLE * look.scale
    painter.setPen(look.pen(entry.role, entry.width, entry.style))
    if entry.box:
        painter.setBrush(look.colour(entry.role if entry.filled else "surface"))
        painter.drawRoundedRect(QRectF(left + 2, middle - long / 5, long - 4, long / 2.5), 4, 4)
    else:
        painter.drawLine(QPointF(left + 2, middle), QPointF(left + long - 2, middle))


def _path_words(of: str) -> str:
    return {
        "rules": translate("Canvas", "The shortest path that breaks the rule"),
        "lowering": translate("Canvas", "The path of the first person"),
        "cases": translate("Canvas", "The path of the case"),
    }.get(of, translate("Canvas", "The path of the walk"))
