"""Say over the map what an author should know about the last thing they did."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QLabel, QWidget

from kneetree.ui.announcing import announce

_EDGE = 8
"""Room between a sentence and the edges of what it lies over, in pixels."""


class Saying(QLabel):
    """A sentence at the top of another widget, as wide as that; nothing makes way for it, and clicks go through it."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self._over = over
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setMargin(_EDGE)
        self.setProperty("role", "small")
        self.setProperty("surface", "note")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        over.installEventFilter(self)
        self.hide()

    def say(self, sentence: str) -> None:
        """Show a sentence, which a screen reader says too, or nothing if it is empty."""
        self.setText(sentence)
        self._settle()
        self.setVisible(bool(sentence))
        self.raise_()
        announce(self, sentence)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as wide as what the sentence lies over."""
        if event.type() == QEvent.Type.Resize and watched is self._over:
            self._settle()
        return super().eventFilter(watched, event)

    def _settle(self) -> None:
        width = max(self._over.width() - 2 * _EDGE, 1)
        self.setGeometry(_EDGE, _EDGE, width, self.heightForWidth(width))
