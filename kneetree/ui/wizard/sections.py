"""The parts of which the result page is made: care card, lists, answers with Change, pictures of the path."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from kneetree.ui import texts
from kneetree.ui.iconlabel import IconLabel
from kneetree.ui.theme import Theme


class CareCard(QWidget):
    """The level by word, icon, colour and order; the reason below it.  The level is in the accessible name."""

    def __init__(self, theme: Theme, urgency: str, word: str, level: str, title: str, reason: str) -> None:
        super().__init__()
        self.setProperty("urgency", urgency)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(f"{word}. {level}. {title}".strip())
        row = texts.row(self, 20, 24)
        row.addWidget(IconLabel(theme, urgency, 64, f"on_{urgency}"), 0, Qt.AlignmentFlag.AlignTop)
        words = texts.column(None, 8)
        self.word = texts.label(word, "title")
        words.addWidget(self.word)
        for text, role in ((title, "strong"), (reason, "body"), (level, "small")):
            if text:
                words.addWidget(texts.selectable(texts.label(text, role)))
        row.addLayout(words, 1)


def card(heading: str, surface: str = "card") -> tuple[QWidget, QVBoxLayout]:
    """A box with a heading, and the column below it to fill."""
    box = QWidget()
    box.setProperty("surface", surface)
    box.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    box.setAccessibleName(heading)
    column = texts.column(box, 10, 20)
    column.addWidget(texts.label(heading, "heading"))
    return box, column


def add_lines(column: QVBoxLayout, lines: Iterable[str], sign: str = "•") -> None:
    """One paragraph a line, each behind a sign."""
    for line in lines:
        row = texts.row(None, 10)
        mark = QLabel(sign)
        mark.setProperty("role", "body")
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(texts.selectable(texts.label(line, "body")), 1)
        column.addLayout(row)


class PathView(QScrollArea):
    """A drawing of the path (SVG), at its natural size, growing with the text; scrolls sideways where it must.

    ``spoken`` is the path in words, for those who do not see it.
    """

    def __init__(self, theme: Theme, svg: str, spoken: str) -> None:
        super().__init__()
        self._drawing = _Drawing(theme, svg)
        self.setWidget(self._drawing)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(spoken)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        self._drawing.fit(self.viewport().width())
        bar = self.horizontalScrollBar().sizeHint().height() if self._drawing.width() > self.viewport().width() else 0
        self.setFixedHeight(self._drawing.height() + bar)

    def resizeEvent(self, event: object) -> None:
        """A drawing that is a little too wide shrinks to fit."""
        super().resizeEvent(event)
        self._fit()


class _Drawing(QWidget):
    _LEAST = 0.75

    def __init__(self, theme: Theme, svg: str) -> None:
        super().__init__()
        self._theme = theme
        self._renderer = QSvgRenderer(QByteArray(svg.encode()), self)

    def fit(self, room: int) -> None:
        natural = QSize(self._renderer.defaultSize())
        scale = self._theme.scale
        if room > 0 and natural.width() * scale > room:
            scale = max(room / natural.width(), self._LEAST)
        self.resize(round(natural.width() * scale), round(natural.height() * scale))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._renderer.render(painter, QRectF(self.rect()))
