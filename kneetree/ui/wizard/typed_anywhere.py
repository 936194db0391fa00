"""Digits that are typed anywhere on the page of a number go into its field.

A person who has just chosen a unit, or opened the help, goes on typing and need not look for the field first.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from kneetree.ui.wizard.number_field import NumberField

_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class TypedAnywhere(QObject):
    """Watches ``page`` for digits that nothing on it has taken, and gives them to ``number``.

    The first one replaces what is in the field, as it does when Tab moves the focus there.
    """

    def __init__(self, page: QWidget, number: NumberField) -> None:
        super().__init__(page)
        self._number = number
        page.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take a digit on its way up to the page, unless a key that is held down repeats it."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.modifiers() not in _PLAIN or not _is_digit(event.text()) or event.isAutoRepeat():
            return False
        edit = self._number.edit
        if edit.hasFocus():  # it has refused this one
            return False
        self._number.focus()
        QApplication.sendEvent(edit, event)
        return True


def _is_digit(text: str) -> bool:
    return len(text) == 1 and text in "0123456789"
