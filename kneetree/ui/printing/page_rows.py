"""Rows of a printed page: each knows its height and how to draw itself; a long text is many rows, one a line.

Lengths are points (1/72 inch); the painter is scaled to them.  Nothing here knows what is printed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption

from kneetree.ui.printing.path_painter import font

BLACK = QColor("#000000")
Paint = Callable[[QPainter, float, float], None]


@dataclass(frozen=True)
class Row:
    """``paint`` draws at left and top; ``keep`` does not leave the next row alone on another page."""

    height: float
    paint: Paint
    keep: bool = False


@dataclass(frozen=True)
class Style:
    """How a paragraph is set: size and room in points."""

    size: float = 10
    bold: bool = False
    before: float = 0
    after: float = 3
    indent: float = 0
    sign: str = ""
    keep: bool = False


def printed_font(family: str, size: float, bold: bool = False) -> QFont:
    """Return a font for paper, without ligatures and without rounding to the screen's pixels."""
    made = font(family, size, bold)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made


def lines_of(text: str, made: QFont, width: float, most: int | None = None) -> list[tuple[str, float]]:
    """Break a text into lines of ``width`` points and return each with its height.

    Of more than ``most`` lines only so many are returned, and the last one ends in "…".
    """
    layout = QTextLayout(text.replace("\n", "\u2028"), made)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    found: list[tuple[str, float]] = []
    data = text.encode("utf-16-le")
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        start, length = line.textStart(), line.textLength()
        piece = data[2 * start : 2 * (start + length)].decode("utf-16-le", "replace")
        if most is not None and len(found) == most - 1 and start + length < len(data) // 2:
            found.append((_shortened(piece, made, width), line.height()))
            break
        found.append((piece.rstrip(), line.height()))
    layout.endLayout()
    return found


def _shortened(piece: str, made: QFont, width: float) -> str:
    return QFontMetricsF(made).elidedText(f"{piece.rstrip()}…", Qt.TextElideMode.ElideRight, width)


def paragraph(text: str, family: str, width: float, style: Style) -> list[Row]:
    """Return a row for each line; the first two lines, and the last two, stay together."""
    made = printed_font(family, style.size, style.bold)
    lines = lines_of(text, made, width - style.indent)
    rows = []
    for number, (line, height) in enumerate(lines):
        first, last = number == 0, number == len(lines) - 1
        above = style.before if first else 0
        sign = style.sign if first else ""
        paint = _painter(line, made, style.indent, sign, above, height)
        room = above + height * 1.06 + (style.after if last else 0)
        keep = style.keep if last else first or number == len(lines) - 2
        rows.append(Row(room, paint, keep))
    return rows


def _painter(line: str, made: QFont, indent: float, sign: str, above: float, height: float) -> Paint:
    def paint(painter: QPainter, left: float, top: float) -> None:
        painter.setFont(made)
        painter.setPen(BLACK)
        base = top + above + height * 0.8
        if sign:
            painter.drawText(QPointF(left + indent - made.pixelSize() * 1.1, base), sign)
        painter.drawText(QPointF(left + indent, base), line)

    return paint


def in_columns(groups: Sequence[Sequence[Row]], offset: float) -> list[Row]:
    """Return the groups in two columns, the second ``offset`` points to the right; no group is torn apart."""
    half = sum(row.height for group in groups for row in group) / 2
    columns: tuple[list[Row], list[Row]] = ([], [])
    for group in groups:
        columns[sum(row.height for row in columns[0]) >= half].extend(group)
    first, second = columns
    return [_beside(first[at : at + 1], second[at : at + 1], offset) for at in range(max(len(first), len(second)))]


def _beside(left_row: Sequence[Row], right_row: Sequence[Row], offset: float) -> Row:
    def paint(painter: QPainter, left: float, top: float) -> None:
        for row in left_row:
            row.paint(painter, left, top)
        for row in right_row:
            row.paint(painter, left + offset, top)

    return Row(max(row.height for row in [*left_row, *right_row]), paint)


def space(height: float) -> Row:
    """Return an empty row of ``height`` points."""
    return Row(height, lambda _painter, _left, _top: None)


def paginate(rows: Sequence[Row], room: float) -> list[list[tuple[Row, float]]]:
    """Put the rows on pages of ``room`` points, each with its top; a row higher than a page gets one alone."""
    pages: list[list[tuple[Row, float]]] = [[]]
    used = 0.0
    for group in _groups(rows):
        needed = sum(row.height for row in group)
        if pages[-1] and used + min(needed, room) > room:
            pages.append([])
            used = 0.0
        for row in group:
            if pages[-1] and used + row.height > room:
                pages.append([])
                used = 0.0
            pages[-1].append((row, used))
            used += row.height
    return pages


def _groups(rows: Sequence[Row]) -> list[list[Row]]:
    """Return the rows that belong together: those that keep the next, and that one."""
    groups: list[list[Row]] = []
    joined = False
    for row in rows:
        if joined:
            groups[-1].append(row)
        else:
            groups.append([row])
        joined = row.keep
    return groups


def ruled(painter: QPainter, left: float, top: float, width: float, thickness: float = 0.6) -> None:
    """Draw a horizontal line."""
    pen = painter.pen()
    pen.setColor(BLACK)
    pen.setWidthF(thickness)
    pen.setStyle(Qt.PenStyle.SolidLine)
    painter.setPen(pen)
    painter.drawLine(QPointF(left, top), QPointF(left + width, top))
