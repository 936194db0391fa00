"""Edit whole numbers: points, bounds, how many."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QSpinBox, QWidget

from kneetree.ui.editor.fields.field import Field
from kneetree.ui.editor.fields.text_editors import Line
from kneetree.ui.flag import Flag

FURTHEST = 999_999_999
"""The largest number that can be typed; a threshold has at most nine digits."""


class Points(QSpinBox):
    """A whole number from 1 that is typed or stepped, never turned: the wheel scrolls the form."""

    def __init__(self, most: int = 1000, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        line = Line(self)  # Qt's own would keep the keys of undo from the window
        line.setObjectName("qt_spinbox_lineedit")
        self.setLineEdit(line)
        self.setRange(1, most)
        self.setKeyboardTracking(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the form scroll, also while the number has the focus and passes below the pointer."""
        event.ignore()


class NumberField(Field[int]):
    """A whole number from ``least`` to ``most``."""

    def __init__(
        self, name: str, label: str, *, least: int = 1, most: int = 1000, parent: QWidget | None = None
    ) -> None:
        super().__init__(name, label, parent=parent)
        self.box = Points(most)
        self.box.setMinimum(least)
        self.put(self.box)
        self._showing = Flag()
        self.box.valueChanged.connect(self._commit)

    def value(self) -> int:
        """Return the number."""
        return self.box.value()

    def show_value(self, value: int) -> None:
        """Show a number."""
        with self._showing:
            self.box.setValue(value)

    def settle(self) -> None:
        """Take the number as if the box were left."""
        self.box.interpretText()

    def set_bounds(self, least: int, most: int) -> None:
        """Let the number be between two others."""
        with self._showing:
            self.box.setRange(least, most)

    def _commit(self, number: int) -> None:
        if not self._showing:
            self.edited.emit(self.name, number)
