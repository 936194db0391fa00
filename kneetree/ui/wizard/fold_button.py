"""The line to press that opens and closes what is below it: its words wrap where a button's would be cut."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QIcon, QPaintEvent
from PySide6.QtWidgets import (
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QWidget,
)

_FLAGS = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
_WRAPPED = _FLAGS | Qt.TextFlag.TextShowMnemonic | Qt.TextFlag.TextWordWrap
_GAP = 4
_ABOVE = 8
_LEAST = 26
"""Pixels above and below the words, and the least height of these: one line is as high as any other button."""


class FoldButton(QPushButton):
    """A button with an icon before words that take as many lines as they need."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setProperty("kind", "disclosure")
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        """Return the size with all words on one line."""
        return self._around(self._bounds(16_777_215).size())

    def minimumSizeHint(self) -> QSize:
        """Return the size with each word on a line of its own, as far as the width goes."""
        widest = max((self._width(word) for word in self.text().split()), default=0)
        return QSize(self._around(QSize(widest, 0)).width(), self._around(QSize(0, self._line)).height())

    def heightForWidth(self, width: int) -> int:
        """Return the height of as many lines as the words take at a width."""
        return self._around(self._bounds(width - self._around(QSize(0, 0)).width()).size()).height()

    @property
    def _line(self) -> int:
        return self.fontMetrics().height()

    def _width(self, word: str) -> int:
        return self.fontMetrics().size(Qt.TextFlag.TextShowMnemonic, word).width()

    def _bounds(self, width: int) -> QRect:
        return self.fontMetrics().boundingRect(QRect(0, 0, max(1, width), 16_777_215), _WRAPPED, self.text())

    def _around(self, words: QSize) -> QSize:
        """Return the size of the button around its words."""
        high = max(words.height(), self._line, self.iconSize().height(), _LEAST)
        return QSize(self.iconSize().width() + words.width() + 2 * _GAP, high + 2 * _ABOVE)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the button of the style, then the icon beside the first line and the words."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text, option.icon = "", QIcon()
        painter = QStylePainter(self)
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        size = self.iconSize()
        above = _ABOVE + max(0, _LEAST - self._line) // 2
        self.icon().paint(painter, QRect(0, above + (self._line - size.height()) // 2, size.width(), size.height()))
        words = self.rect().adjusted(size.width() + _GAP, above, -_GAP, 0)
        painter.drawItemText(words, int(_WRAPPED), self.palette(), self.isEnabled(), self.text(), self.foregroundRole())
        painter.end()
