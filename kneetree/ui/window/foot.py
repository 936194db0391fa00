"""The line at the foot of the window: whether a clinician has reviewed the tree, and which tree it is.

What somebody should know and need not act on is said here too.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from kneetree.ui.announcing import announce
from kneetree.ui.style import qt_numbers, text_labels
from kneetree.ui.style.surfaces import ground_in

_SIDES = 24
_GAP = "   "


class Foot(QWidget):
    """Shows a reminder and a note, which are never cut, and which tree it is, where all fit on one line.

    Before there is a text it is as high as it will be.
    """

    def __init__(self) -> None:
        super().__init__()
        self._reminder, self._note, self._tree = "", "", ""
        self._label = QLabel(" ")
        self._label.setProperty("textFormat", qt_numbers.PLAIN_TEXT)
        self._label.setProperty("role", "tiny")
        self._label.setWordWrap(True)
        self._label.setMinimumWidth(1)
        self._label.installEventFilter(self)
        line = text_labels.row(ground_in(self, "foot"), 0)
        line.setContentsMargins(_SIDES, 4, _SIDES, 4)
        line.addWidget(self._label, 1)

    def text(self) -> str:
        """Return all that is said, whether there is room for it or not."""
        return _GAP.join(filter(None, (self._reminder, self._note, self._tree)))

    @property
    def shown(self) -> str:
        """What there is room for."""
        return self._label.text()

    def show_text(self, reminder: str, tree: str) -> None:
        """Show another reminder, and the name of another tree."""
        self._reminder, self._tree = reminder, tree
        self._show()

    def note(self, sentence: str) -> None:
        """Show a sentence from now on, and let a screen reader say it."""
        self._note = sentence
        self._show()
        announce(self, sentence)

    def _show(self) -> None:
        self.setToolTip(self.text())
        self._label.setAccessibleName(self.text())
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the tree as soon as there is room for it."""
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look again whether the tree has room when the text gets another size."""
        if event.type() == QEvent.Type.FontChange:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        if self.text():
            wide = self._label.fontMetrics().horizontalAdvance(self.text())
            whole = wide <= self.width() - 2 * _SIDES
            shown = self.text() if whole else _GAP.join(filter(None, (self._reminder, self._note)))
            if shown != self._label.text():
                self._label.setText(shown)
