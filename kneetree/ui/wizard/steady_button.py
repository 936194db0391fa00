"""A button whose words change while somebody looks at it, which keeps its size, and never cuts its words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6 import QtCore, QtWidgets
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QIcon, QKeyEvent, QKeySequence, QPaintEvent, QShortcut
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from kneetree.ui.style.qt_numbers import SHOW_MNEMONIC, WORD_WRAP

_LINES = SHOW_MNEMONIC | WORD_WRAP
_GAP = 4
"""Pixels between an icon and the words in several lines."""


class SteadyButton(QPushButton):
    """A button as large as the longest of the texts that it may show, so that nothing moves when they change.

    Where it is given less room, its words go on in the next line.
    """

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._texts: tuple[str, ...] = ()
        self._letters: list[QShortcut] = []
        self._measured: tuple[tuple[str, tuple[str, ...], QSize], QSize] | None = None
        policy = self.sizePolicy()
        policy.setHorizontalPolicy(QSizePolicy.Policy.Preferred)
        policy.setVerticalPolicy(QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_one_of(self, texts: Sequence[str], text: str) -> None:
        """Show ``text``, which is one of ``texts``, with room for each of them.

        The letters of those that come before it press the button, too: a person who has learned one from the last page
        would press it here for nothing.
        """
        if (tuple(texts), text) != (self._texts, self.text()):  # the page finds its place anew each time
            self._texts = tuple(texts)
            self.setText(text)
            self._take_letters(self._texts[: self._texts.index(text)])
            self.updateGeometry()

    def _take_letters(self, texts: Sequence[str]) -> None:
        for old in self._letters:
            old.deleteLater()
        wanted = {QKeySequence.mnemonic(text).toString() for text in texts} - {self.shortcut().toString(), ""}
        self._letters = [QShortcut(QKeySequence(keys), self, autoRepeat=False) for keys in sorted(wanted)]
        for letter in self._letters:
            letter.activated.connect(self.click)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter for a click, also outside a dialog; held down, it would press all that the button says in turn."""
        if event.key() not in (QtCore.Qt.Key.Key_Return, QtCore.Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self.click()

    def sizeHint(self) -> QSize:
        """Return the size with the longest text on one line."""
        hint = super().sizeHint()
        if not self._texts:  # a row of answers asks each of them some thirty times while a page finds its place
            return hint
        longest = max(self._width(text) for text in self._texts)
        return hint + QSize(max(0, longest - self._width(self.text())), 0)

    def minimumSizeHint(self) -> QSize:
        """Return the size with one word a line; how high that is depends on the width."""
        hint = super().sizeHint()
        looks = self.text(), self._texts, hint  # a row of ranges asks each of them some forty times a page
        if self._measured is None or self._measured[0] != looks:
            widest = max((self._width(word) for text in self._texts or looks[:1] for word in text.split()), default=0)
            width = min(hint.width(), hint.width() - self._width(self.text()) + widest)
            self._measured = looks, QSize(width, hint.height())
        return QSize(self._measured[1])

    def heightForWidth(self, width: int) -> int:
        """Return the height at a width, with room for the text that takes most lines."""
        hint = super().sizeHint()
        if width >= self.sizeHint().width():
            return hint.height()
        room = QRect(0, 0, max(1, width - (hint.width() - self._width(self.text()))), 10_000)
        heights = (self.fontMetrics().boundingRect(room, _LINES, text) for text in self._texts or (self.text(),))
        return hint.height() + max(0, max(rect.height() for rect in heights) - self.fontMetrics().height())

    def _width(self, text: str) -> int:
        return self.fontMetrics().size(SHOW_MNEMONIC, text).width()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the button as Qt does, or with its words in lines if one is too narrow for them."""
        if self.width() >= super().sizeHint().width():
            super().paintEvent(event)
            return
        option = QtWidgets.QStyleOptionButton()
        self.initStyleOption(option)
        option.text, option.icon, icon = "", QIcon(), self.icon()
        painter = QtWidgets.QStylePainter(self)
        painter.drawControl(QtWidgets.QStyle.ControlElement.CE_PushButton, option)
        room = self.style().subElementRect(QtWidgets.QStyle.SubElement.SE_PushButtonContents, option, self)
        if not icon.isNull():
            size = self.iconSize()
            icon.paint(painter, QRect(room.left(), room.center().y() - size.height() // 2, size.width(), size.height()))
            room.setLeft(room.left() + size.width() + _GAP)
        painter.setPen(option.palette.buttonText().color())
        painter.drawText(room, _LINES | int(QtCore.Qt.AlignmentFlag.AlignCenter), self.text())
        painter.end()
