"""Brushes, pens, fonts and icons of the map, made once for a theme."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from kneetree import layout
from kneetree.ui.theme import Theme

HEADING_PX, TEXT_PX, LABEL_PX, STUB_PX, REGION_PX = 11, 13, 11, 12, 15


@lru_cache(maxsize=8192)
def text_lines(text: str) -> tuple[str, ...]:
    """The lines of a box's text (kept: wrapping costs more than drawing)."""
    return tuple(layout.text_lines(text))


@lru_cache(maxsize=2048)
def stub_lines(text: str) -> tuple[str, ...]:
    """The lines of a stub's text."""
    return tuple(layout.stub_lines(text))


class Look:
    """Everything that drawing needs of the theme; made anew when that changes."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self.scale = theme.scale
        self._colours: dict[str, QColor] = {}
        self._icons: dict[tuple[str, str, int], QPixmap] = {}
        self.heading = _font(HEADING_PX, bold=True)
        self.text = _font(TEXT_PX)
        self.label = _font(LABEL_PX, bold=True)
        self.stub = _font(STUB_PX)
        self.region = _font(REGION_PX, bold=True)

    def colour(self, role: str) -> QColor:
        """A colour of the theme by its role."""
        found = self._colours.get(role)
        if found is None:
            found = self._colours[role] = self._theme.color(role)
        return found

    def faint(self, role: str, alpha: int) -> QColor:
        """The same, see-through: 0 to 255."""
        colour = QColor(self.colour(role))
        colour.setAlpha(alpha)
        return colour

    def pen(self, role: str, width: float = 1.0, style: Qt.PenStyle = Qt.PenStyle.SolidLine) -> QPen:
        """A pen; width 0 is one pixel at any zoom."""
        pen = QPen(self.colour(role), width, style, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
        pen.setCosmetic(width == 0)
        return pen

    def icon(self, name: str, role: str, pixels: int) -> QPixmap:
        """An icon as a picture of so many device pixels, its corners at (0, 0) and (``pixels``, ``pixels``)."""
        key = (name, role, pixels)
        found = self._icons.get(key)
        if found is None:
            if len(self._icons) > 400:
                self._icons.clear()
            found = QPixmap(QSize(pixels, pixels))
            found.fill(Qt.GlobalColor.transparent)
            painter = QPainter(found)
            QSvgRenderer(self._theme.svg(name, self._theme.colours[role]).encode()).render(
                painter, QRectF(0, 0, pixels, pixels)
            )
            painter.end()
            self._icons[key] = found
        return found


def _font(pixels: int, bold: bool = False) -> QFont:
    font = QFont(QApplication.font())
    font.setPixelSize(pixels)
    font.setBold(bold)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font
