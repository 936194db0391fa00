"""Rows of a printed page: each knows its height and how to draw itself; a long text is many rows, one a line.

Lengths are points (1/72 inch); the painter is scaled to them.  Nothing here knows what is printed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QTextCharFormat, QTextLayout, QTextOption

from kneetree.ui.printing.path_painter import font

BLACK = QColor("#000000")
Paint = Callable[[QPainter, float, float], None]


@dataclass(frozen=True)
class Row:
    """``paint`` draws at left and top; ``keep`` does not leave the next row alone on another page.

    ``again`` is the heading that is repeated above this row where a column begins with it.
    """

    height: float
    paint: Paint
    keep: bool = False
    again: tuple[Row, ...] = ()


@dataclass(frozen=True)
class Style:
    """How a paragraph is set: size and room in points; ``lead`` are the words at its beginning that are in bold."""

    size: float = 10
    bold: bool = False
    before: float = 0
    after: float = 3
    indent: float = 0
    sign: str = ""
    lead: str = ""
    keep: bool = False
    leading: float = 1.06


def printed_font(family: str, size: float, bold: bool = False) -> QFont:
    """Return a font for paper, without ligatures and without rounding to the screen's pixels."""
    made = font(family, size, bold)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made


def lines_of(text: str, made: QFont, width: float, most: int | None = None, lead: str = "") -> list[tuple[str, float]]:
    """Break a text, which begins with ``lead`` in bold, into lines of ``width`` points; return each with its height.

    Of more than ``most`` lines only so many are returned, and the last one ends in "…".
    """
    layout = QTextLayout(text.replace("\n", "\u2028"), made)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    if lead:
        layout.setFormats([_in_bold(lead, made)])
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


def _in_bold(lead: str, made: QFont) -> QTextLayout.FormatRange:
    found = QTextLayout.FormatRange()
    found.start, found.length = 0, len(lead.encode("utf-16-le")) // 2
    bold = QTextCharFormat()
    bold.setFont(_bold(made))
    found.format = bold
    return found


def _bold(made: QFont) -> QFont:
    bold = QFont(made)
    bold.setBold(True)
    return bold


def _shortened(piece: str, made: QFont, width: float) -> str:
    return QFontMetricsF(made).elidedText(f"{piece.rstrip()}…", Qt.TextElideMode.ElideRight, width)


def paragraph(text: str, family: str, width: float, style: Style) -> list[Row]:
    """Return a row for each line; the first two lines, and the last two, stay together."""
    made = printed_font(family, style.size, style.bold)
    lines = lines_of(text, made, width - style.indent, lead=style.lead)
    rows, lead = [], style.lead
    for number, (line, height) in enumerate(lines):
        first, last = number == 0, number == len(lines) - 1
        above = style.before if first else 0
        sign = style.sign if first else ""
        bold, lead = lead[: len(line)], lead[len(line) :].lstrip()
        paint = _painter(line, made, style.indent, sign, above, height, bold)
        room = above + height * style.leading + (style.after if last else 0)
        keep = style.keep if last else first or number == len(lines) - 2
        rows.append(Row(room, paint, keep))
    return rows


def _painter(line: str, made: QFont, indent: float, sign: str, above: float, height: float, lead: str = "") -> Paint:
    strong = _bold(made)
    after = QFontMetricsF(strong).horizontalAdvance(lead) if lead else 0.0

    def paint(painter: QPainter, left: float, top: float) -> None:
        painter.setFont(made)
        painter.setPen(BLACK)
        base = top + above + height * 0.8
        if sign:
            painter.drawText(QPointF(left + indent - made.pixelSize() * 1.1, base), sign)
        painter.drawText(QPointF(left + indent + after, base), line[len(lead) :])
        if lead:
            painter.setFont(strong)
            painter.drawText(QPointF(left + indent, base), lead)

    return paint


def height_of(rows: Sequence[Row]) -> float:
    """Return the height of rows below each other."""
    return sum(row.height for row in rows)


def together(rows: Sequence[Row], most: float) -> list[Row]:
    """Return rows that stay on one page and in one column, as long as they are not higher than ``most``."""
    if height_of(rows) > most:
        return list(rows)
    return [replace(row, keep=number < len(rows) - 1) for number, row in enumerate(rows)]


def beside(columns: Sequence[tuple[float, Sequence[Row]]]) -> Row:
    """Return columns of rows as one row; each column comes with its distance from the left."""

    def paint(painter: QPainter, left: float, top: float) -> None:
        for offset, rows in columns:
            used = 0.0
            for row in rows:
                row.paint(painter, left + offset, top + used)
                used += row.height

    return Row(max((height_of(rows) for _, rows in columns), default=0), paint)


def boxed(row: Row, width: float, padding: float) -> Row:
    """Return a row in a frame of ``width``, with room around it; the row has to be narrower by twice the padding."""

    def paint(painter: QPainter, left: float, top: float) -> None:
        painter.setPen(QPen(BLACK, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(left + 0.5, top + 0.5, width - 1, row.height + 2 * padding - 1), 4, 4)
        row.paint(painter, left + padding, top + padding)

    return Row(row.height + 2 * padding, paint)


def in_columns(
    rows: Sequence[Row], number: int, offset: float, room: float, first_room: float | None = None
) -> list[Row]:
    """Return the rows in ``number`` columns, ``offset`` points from one to the next, as even as they come.

    What does not fit into columns of ``first_room`` points, or else ``room``, follows in columns of its own.
    """
    groups, blocks = _groups(rows), list[Row]()
    most = room if first_room is None else first_room
    while groups:
        height = min(most, height_of([row for group in groups for row in group]) / number)
        columns, rest = _filled(groups, number, height)
        while rest and height < most:
            height = min(most, height + 2)
            columns, rest = _filled(groups, number, height)
        blocks.append(beside([(at * offset, column) for at, column in enumerate(columns)]))
        groups, most = rest, room
    return blocks


def _filled(groups: Sequence[Sequence[Row]], number: int, height: float) -> tuple[list[list[Row]], list[list[Row]]]:
    """Return columns of at most ``height``, and the groups that do not fit; a group higher than that is on its own."""
    columns: list[list[Row]] = [list(groups[0][0].again) if groups else []]
    for at, group in enumerate(groups):
        if columns[-1] and height_of(columns[-1]) + height_of(group) > height:
            if len(columns) == number:
                return columns, [list(left) for left in groups[at:]]
            columns.append(list(group[0].again))
        columns[-1].extend(group)
    return columns, []


def space(height: float) -> Row:
    """Return an empty row of ``height`` points."""
    return Row(height, lambda _painter, _left, _top: None)


def paginate(rows: Sequence[Row], room: float, first_room: float | None = None) -> list[list[tuple[Row, float]]]:
    """Put the rows on pages of ``room`` points, each with its top; a row higher than a page gets one alone.

    The first page has ``first_room``, if that is given.
    """
    pages: list[list[tuple[Row, float]]] = [[]]
    used, most = 0.0, room if first_room is None else first_room

    def turn() -> None:
        nonlocal used, most
        pages.append([])
        used, most = 0.0, room

    for group in _groups(rows):
        if pages[-1] and used + min(height_of(group), most) > most:
            turn()
        for row in group:
            if pages[-1] and used + row.height > most:
                turn()
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
