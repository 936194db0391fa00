"""A button whose words change while somebody looks at it, and which keeps its width."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget


class SteadyButton(QPushButton):
    """A button as wide as the longest of the texts that it may show, so that nothing moves when they change."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts: tuple[str, ...] = ()

    def show_one_of(self, texts: Sequence[str], text: str) -> None:
        """Show ``text``, which is one of ``texts``, with room for each of them."""
        if (tuple(texts), text) != (self._texts, self.text()):  # the page finds its place anew each time
            self._texts = tuple(texts)
            self.setText(text)
            self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter for a click, also outside a dialog; held down, it would press all that the button says in turn."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self.click()

    def sizeHint(self) -> QSize:
        """Return the size with the longest text."""
        hint = super().sizeHint()
        if not self._texts:  # a row of answers asks each of them some thirty times while a page finds its place
            return hint
        longest = max(self._width(text) for text in self._texts)
        return hint + QSize(max(0, longest - self._width(self.text())), 0)

    def _width(self, text: str) -> int:
        return self.fontMetrics().size(Qt.TextFlag.TextShowMnemonic, text).width()
