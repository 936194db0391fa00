"""Make the brushes, pens, fonts, shaped texts and icons of the map, once for a theme."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QGlyphRun, QPainter, QPen, QPixmap, QTextLayout
from PySide6.QtWidgets import QApplication

from kneetree import layout
from kneetree.drawing import text_width
from kneetree.ui.style.icon_painter import paint_icon
from kneetree.ui.style.painting import painting
from kneetree.ui.style.theme import Theme

HEADING_PX, TEXT_PX, LABEL_PX, STUB_PX, REGION_PX = 11, 13, 11, 12, 15


LINE, STUB_LINE = 18.0, 16.0
MOST_RUNS = 4000


@dataclass(frozen=True)
class Words:
    """Hold a text ready to be drawn: shaping it again for each frame costs twice as much as drawing it."""

    runs: tuple[QGlyphRun, ...]
    width: float

    def draw(self, painter: QPainter, x: float, base: float) -> None:
        """Draw it in the painter's colour, the first line standing on ``base``."""
        place = QPointF(x, base)
        for run in self.runs:
            painter.drawGlyphRun(place, run)


class Look:
    """Give painters everything that they need of the theme; made anew when that changes."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self.scale = theme.scale
        self._colours: dict[str, QColor] = {}
        self._icons: dict[tuple[str, str, int], QPixmap] = {}
        self._words: dict[tuple[str, str], Words] = {}
        self.heading = _font(HEADING_PX, bold=True)
        self.text = _font(TEXT_PX)
        self.label = _font(LABEL_PX, bold=True)
        self.stub = _font(STUB_PX)
        self.region = _font(REGION_PX, bold=True)

    def colour(self, role: str) -> QColor:
        """Return a colour of the theme by its role."""
        found = self._colours.get(role)
        if found is None:
            found = self._colours[role] = self._theme.color(role)
        return found

    def faint(self, role: str, alpha: int) -> QColor:
        """Return a see-through colour by its role; ``alpha`` goes from 0 to 255."""
        colour = QColor(self.colour(role))
        colour.setAlpha(alpha)
        return colour

    def pen(self, role: str, width: float = 1.0, style: Qt.PenStyle = Qt.PenStyle.SolidLine) -> QPen:
        """Return a pen; width 0 is one pixel at any zoom."""
        pen = QPen(self.colour(role), width, style, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
        pen.setCosmetic(width == 0)
        return pen

    def hairline(self, role: str) -> QPen:
        """Return a pen of one screen pixel, which Qt draws 17 times as fast as one of 1.4."""
        pen = self.pen(role, 1.0)
        pen.setCosmetic(True)
        return pen

    def words(self, text: str, kind: str) -> Words:
        """Return a text ready to be drawn; ``"text"`` and ``"stub"`` are broken into lines, other kinds are not."""
        key = (text, kind)
        found = self._words.get(key)
        if found is None:
            if len(self._words) > MOST_RUNS:
                self._words.clear()
            if kind == "text":
                found = _shaped(layout.text_lines(text), self.text, LINE)
            elif kind == "stub":
                found = _shaped(layout.stub_lines(text), self.stub, STUB_LINE)
            else:
                found = _shaped([text], self.heading if kind == "heading" else self.label, LINE)
            self._words[key] = found
        return found

    def heading_within(self, text: str, room: float) -> Words:
        """Return the heading of a box, cut with an ellipsis where it is wider than its room."""
        whole = self.words(text, "heading")
        if whole.width <= room:
            return whole
        key = (text, f"heading {room:.0f}")
        found = self._words.get(key)
        if found is None:
            cut = QFontMetricsF(self.heading).elidedText(text, Qt.TextElideMode.ElideRight, room)
            found = self._words[key] = _shaped([cut], self.heading, LINE)
        return found

    def first_words(self, text: str, pixels: int, room: float, lines: int) -> Words:
        """Return the beginning of a text in at most so many lines, in letters of ``pixels``, ready to be drawn."""
        key = (text, f"first {pixels} {room:.0f} {lines}")
        found = self._words.get(key)
        if found is None:
            if len(self._words) > MOST_RUNS:
                self._words.clear()
            broken = text_width.wrap(text, room, pixels)
            if len(broken) > lines:
                last = broken[lines - 1]
                while " " in last and text_width.width(last + "…", pixels) > room:
                    last = last.rpartition(" ")[0]
                broken = [*broken[: lines - 1], last.rstrip(" ,.;:") + "…"]
            found = self._words[key] = _shaped(broken, _font(pixels), pixels * 1.2)
        return found

    def icon(self, name: str, role: str, pixels: int) -> QPixmap:
        """Return an icon as a picture of ``pixels`` by ``pixels`` device pixels."""
        key = (name, role, pixels)
        found = self._icons.get(key)
        if found is None:
            if len(self._icons) > 400:
                self._icons.clear()
            found = QPixmap(QSize(pixels, pixels))
            found.fill(Qt.GlobalColor.transparent)
            with painting(found) as painter:
                paint_icon(painter, name, self._theme.colours[role], QRectF(0, 0, pixels, pixels))
            self._icons[key] = found
        return found


def _shaped(lines: Sequence[str], font: QFont, step: float) -> Words:
    separator = "\u2028"
    shaped = QTextLayout(separator.join(line.replace(separator, " ") for line in lines), font)
    shaped.beginLayout()
    row, width = 0, 0.0
    while (line := shaped.createLine()).isValid():
        line.setLineWidth(100_000.0)
        line.setPosition(QPointF(0, row * step - line.ascent()))
        width = max(width, line.naturalTextWidth())
        row += 1
    shaped.endLayout()
    return Words(tuple(shaped.glyphRuns()), width)


def _font(pixels: int, bold: bool = False) -> QFont:
    font = QFont(QApplication.font())
    font.setPixelSize(pixels)
    font.setBold(bold)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font
