"""Choose one of a list in a box that shows which one it is."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QWidget

from kneetree.ui.editor.fields.whole_words import asks_for_tip, show_tip, wide_enough
from kneetree.ui.on_screen import room_on_screen

_STEPS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
"""The keys that step through a list."""


class Choice(QComboBox):
    """A combo box that chooses only what is seen: the keys that step open its list, and the wheel scrolls the form."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @property
    def is_cut(self) -> bool:
        """Whether the box is too narrow for what it says."""
        return self.fontMetrics().horizontalAdvance(self.currentText()) > self._room()

    def event(self, event: QEvent) -> bool:
        """Show all of what the box says as a tip."""
        if asks_for_tip(event) and self.is_cut:
            show_tip(self, event, self.currentText())
            return True
        return super().event(event)

    def initStyleOption(self, option: QStyleOptionComboBox) -> None:
        """Shorten what the box says with an ellipsis if the box is too narrow for it."""
        super().initStyleOption(option)
        elide = Qt.TextElideMode.ElideRight
        option.currentText = self.fontMetrics().elidedText(option.currentText, elide, self._room())

    def _room(self) -> int:
        option = QStyleOptionComboBox()
        super().initStyleOption(option)
        part = QStyle.SubControl.SC_ComboBoxEditField
        return self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, self).width() - 2

    def showPopup(self) -> None:
        """Open the list, so wide and so high that no row is cut, also where the box itself is narrow.

        Qt leaves out the padding that a style sheet gives the list.
        """
        self.view().setMinimumWidth(wide_enough(self.view()))
        super().showPopup()
        QTimer.singleShot(0, self, self._fit_list)  # the list has its padding only once it is laid out

    def _fit_list(self) -> None:
        view = self.view()
        if not view.isVisible():
            return
        rows = min(self.count(), self.maxVisibleItems())
        lacking = sum(view.sizeHintForRow(row) for row in range(rows)) - view.viewport().height()
        popup, below = view.window(), room_on_screen(self).bottom()
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
        """Let the form scroll, also while the box has the focus and passes below the pointer."""
        event.ignore()
