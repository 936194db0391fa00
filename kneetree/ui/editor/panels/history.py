"""Show every step of the history by its name; a click goes back or on to it."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QUndoView, QVBoxLayout, QWidget


class HistoryPanel(QWidget):
    """All steps of the one undo history."""

    def __init__(self, stack: QUndoStack, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = QUndoView(stack)
        self.view.setAccessibleName(self.tr("History"))
        self.view.setObjectName("historyList")
        self.view.setEmptyLabel(self.tr("As it was opened"))
        self.view.setIconSize(QSize(16, 16))
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.addWidget(self.view)
        self.setFocusProxy(self.view)
