"""A line of text to press that goes on in the next line where there is no room: a large text is never cut."""

from __future__ import annotations

from PySide6 import QtCore, QtWidgets
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QIcon, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from kneetree.ui.style.qt_numbers import SHOW_MNEMONIC, WORD_WRAP

_FLAGS = SHOW_MNEMONIC | WORD_WRAP
_GAP = 4
"""Pixels between the icon and the words."""
_RIGHT = 8
"""Pixels to the right of the words, as in the style sheet."""


class WrappingButton(QPushButton):
    """A button with its icon on the left and its words beside it, in as many lines as they need."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def minimumSizeHint(self) -> QSize:
        """Return the size with one word a line."""
        words = (self._words(word) for word in self.text().split())
        widest = max((word.width() for word in words), default=0)
        return QSize(self._beside + widest + _RIGHT, super().sizeHint().height())

    def hasHeightForWidth(self) -> bool:
        """Say that a narrower button is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines at a width."""
        one = super().sizeHint().height()
        more = self._place(width).height() - self.fontMetrics().height()
        return one + max(0, more)

    @property
    def _beside(self) -> int:
        """Where the words begin, in pixels from the left."""
        return 0 if self.icon().isNull() else self._icon_size.width() + _GAP

    @property
    def _icon_size(self) -> QSize:
        return self.icon().actualSize(self.iconSize())

    def _words(self, text: str) -> QSize:
        return self.fontMetrics().size(SHOW_MNEMONIC, text)

    def _place(self, width: int) -> QRect:
        room = QRect(0, 0, max(1, width - self._beside - _RIGHT), 10_000)
        return self.fontMetrics().boundingRect(room, _FLAGS, self.text())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the button as it is dressed, with its words in lines."""
        if self._place(self.width()).height() <= self.fontMetrics().height():
            super().paintEvent(event)
        else:
            self._paint_lines()

    def _paint_lines(self) -> None:
        option = QtWidgets.QStyleOptionButton()
        self.initStyleOption(option)
        option.text, icon, option.icon = "", self.icon(), QIcon()
        painter = QtWidgets.QStylePainter(self)
        painter.drawControl(QtWidgets.QStyle.ControlElement.CE_PushButton, option)
        size = self._icon_size
        middle = (self.height() - size.height()) // 2
        icon.paint(painter, QRect(0, middle, size.width(), size.height()))
        room = QRect(self._beside, 0, max(1, self.width() - self._beside - _RIGHT), self.height())
        painter.setPen(option.palette.buttonText().color())
        painter.drawText(room, _FLAGS | int(QtCore.Qt.AlignmentFlag.AlignVCenter), self.text())
