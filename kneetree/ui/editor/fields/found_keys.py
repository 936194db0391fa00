"""Reach what was found with the keys of a list, from the line in which it is sought."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QLineEdit

_STEPS = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)


class IntoFound(QObject):
    """Goes from a line into the list of what was found with Down, to its first row if it has no current one."""

    def __init__(self, line: QLineEdit, found: QAbstractItemView) -> None:
        super().__init__(line)
        self._found = found
        line.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Handle the Down key, unless nothing was found."""
        model = self._found.model()
        if not _steps(event, _STEPS[:1]) or model is None or not model.rowCount():
            return super().eventFilter(watched, event)
        if not self._found.currentIndex().isValid():
            self._found.setCurrentIndex(model.index(0, 0))
        self._found.setFocus(Qt.FocusReason.OtherFocusReason)
        return True


class StepThroughFound(QObject):
    """Steps through the list of what was found while the line keeps the keys, so that Enter takes the current row."""

    def __init__(self, line: QLineEdit, found: QAbstractItemView) -> None:
        super().__init__(line)
        self._found = found
        line.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hand the keys that step through a list on to it."""
        if _steps(event, _STEPS):
            QCoreApplication.sendEvent(self._found, event)
            return True
        return super().eventFilter(watched, event)


def _steps(event: QEvent, keys: tuple[Qt.Key, ...]) -> bool:
    plain = Qt.KeyboardModifier.KeypadModifier
    return (
        isinstance(event, QKeyEvent)
        and event.type() == QEvent.Type.KeyPress
        and event.key() in keys
        and not event.modifiers() & ~plain
    )
