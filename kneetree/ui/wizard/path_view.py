"""The path taken as a picture on the result page; its words are the accessible name."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kneetree.report import path_picture
from kneetree.report.path_rows import PathRow
from kneetree.ui.printing.path_painter import Inks, paint
from kneetree.ui.style.painting import painting
from kneetree.ui.style.theme import Theme

_LEAST = 300


class PathView(QWidget):
    """Draws ``rows`` as wide as the page, the text as large as the page's; ``spoken`` says it in words."""

    def __init__(self, theme: Theme, rows: tuple[PathRow, ...], language: str, spoken: str) -> None:
        super().__init__()
        self._theme, self._rows, self._language = theme, rows, language
        self.setAccessibleName(spoken)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._draw)
        self._draw()

    def _draw(self) -> None:
        width = max(_LEAST, self.width() / self._theme.scale)
        self._picture = path_picture.draw(self._rows, self._language, width)[0]
        self.setFixedHeight(round(self._picture.height * self._theme.scale) + 1)
        self.update()

    def sizeHint(self) -> QSize:
        """Return the height of the picture."""
        return QSize(_LEAST, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw anew if the width has changed, since lines then break elsewhere."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._draw()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the picture in the theme's colours."""
        with painting(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            scale = min(self._theme.scale, self.width() / self._picture.width)
            painter.scale(scale, scale)
            paint(painter, self._picture, self._inks(), self.font().family())

    def _inks(self) -> Inks:
        theme = self._theme
        return Inks(
            theme.color("ink"),
            theme.color("edge"),
            theme.color("surface"),
            theme.color("paper"),
            self._level,
        )

    def _level(self, urgency: str) -> tuple[QColor, QColor]:
        return self._theme.color(urgency), self._theme.color(f"on_{urgency}")
