"""Choose one of a list in a box that shows which one it is."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget

_STEPS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
"""The keys that step through a list."""


class Choice(QComboBox):
    """A combo box that chooses only what is seen: the keys that step open its list, and the wheel scrolls the form."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def showPopup(self) -> None:
        """Open the list, so wide and so high that no row is cut, also where the box itself is narrow.

        Qt leaves out the padding that a style sheet gives the list.
        """
        view = self.view()
        beside = view.verticalScrollBar().sizeHint().width() + 4 * self.fontMetrics().averageCharWidth()
        view.setMinimumWidth(min(view.sizeHintForColumn(0) + beside, self.screen().availableSize().width()))
        super().showPopup()
        QTimer.singleShot(0, self, self._fit_list)  # the list has its padding only once it is laid out

    def _fit_list(self) -> None:
        view = self.view()
        if not view.isVisible():
            return
        rows = min(self.count(), self.maxVisibleItems())
        lacking = sum(view.sizeHintForRow(row) for row in range(rows)) - view.viewport().height()
        popup, below = view.window(), self.screen().availableGeometry().bottom()
        if 0 < lacking <= below - popup.geometry().bottom():
            popup.resize(popup.width(), popup.height() + lacking)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the list with the keys that step through it.

        Qt would step to the next choice while the list is closed, and choose what nobody sees.
        """
        if event.key() in _STEPS:
            self.offer()
        else:
            super().keyPressEvent(event)

    def offer(self) -> None:
        """Open the list of what can be chosen now."""
        self.showPopup()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Turn the box only if it has the focus."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()
