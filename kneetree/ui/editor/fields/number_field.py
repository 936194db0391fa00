"""Edit whole numbers: points, bounds, how many."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QShowEvent, QWheelEvent
from PySide6.QtWidgets import QSpinBox, QWidget

from kneetree.ui.editor.fields.field import Field
from kneetree.ui.editor.fields.text_editors import Line
from kneetree.ui.flag import Flag

FURTHEST = 999_999_999
"""The largest number that can be typed; a threshold has at most nine digits."""


class Points(QSpinBox):
    """A whole number from 1 that is typed or stepped, never turned: the wheel scrolls the form.

    What is typed and is none stays there, where Qt would put the number before in its place without a word.

    Signals: ``refused(str)`` what to do about what is typed, and an empty sentence once it is mended.
    """

    refused = Signal(str)

    def __init__(self, most: int = 1000, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        line = Line(self)  # Qt's own would keep the keys of undo from the window
        line.setObjectName("qt_spinbox_lineedit")
        self.setLineEdit(line)
        self.setRange(1, most)
        self.setKeyboardTracking(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._unfit: str | None = None
        self._is_refused = False
        self.editingFinished.connect(self._tell)

    @property
    def typed(self) -> str:
        """What is in the box, whether it is a number or not."""
        return self.text().removeprefix(self.prefix())

    @property
    def pending(self) -> bool:
        """Whether something is typed and not taken."""
        return self.typed != self.textFromValue(self.value())

    def show_number(self, number: int) -> None:
        """Show a number, unless something is typed over the same one."""
        if number != self.value() or not self.pending:
            self.setValue(number)
            self._tell()

    def settle(self) -> None:
        """Take what is typed as if the box were left."""
        self.interpretText()
        self._tell()

    def resume(self, typed: str) -> None:
        """Show again what was typed, and say what to do about it."""
        self.lineEdit().setText(self.prefix() + typed)
        self.settle()

    def take_back(self) -> None:
        """Show the number again instead of what is typed."""
        self.setValue(self.value())
        self._tell()

    def fixup(self, text: str) -> str:
        """Take note of what is no number before Qt puts the last one in its place."""
        self._unfit = text
        return text

    def stepBy(self, steps: int) -> None:
        """Step from the number, whatever is typed."""
        super().stepBy(steps)
        self._unfit = None
        self._tell()

    def showEvent(self, event: QShowEvent) -> None:
        """Show what was typed, too, when it comes on screen."""
        shown = self.text()
        super().showEvent(event)
        if self.text() != shown:
            self.lineEdit().setText(shown)

    def hideEvent(self, event: QHideEvent) -> None:
        """Take what is typed before it goes out of sight."""
        super().hideEvent(event)
        self._tell()

    def event(self, event: QEvent) -> bool:
        """Let the keys of undo take back what was refused, before they undo a step of the history."""
        if isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Undo) and self._is_refused:
            if event.type() == QEvent.Type.KeyPress:
                self.take_back()
            event.accept()
            return True
        return super().event(event)

    def _tell(self) -> None:
        """Put back what is no number, and say what to do; take that back where all is well."""
        unfit, self._unfit = self._unfit, None
        if unfit is not None:
            self.lineEdit().setText(unfit)
            words = self.tr("Type a whole number from {least} to {most}. Until then it is {number}.")
            words = words.format(least=self.minimum(), most=self.maximum(), number=self.value())
            self._is_refused = True
            self.refused.emit(words)
        elif self._is_refused:
            self._is_refused = False
            self.refused.emit("")

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
        self.box.refused.connect(self.hear)
        self.box.valueChanged.connect(self._commit)

    def value(self) -> int:
        """Return the number."""
        return self.box.value()

    def show_value(self, value: int) -> None:
        """Show a number."""
        with self._showing:
            self.box.show_number(value)

    @property
    def pending(self) -> bool:
        """Whether something is typed that is not taken."""
        return self.box.pending

    def settle(self) -> None:
        """Take the number as if the box were left."""
        self.box.settle()

    def resume(self, typed: str) -> None:
        """Show again what was typed, and say what to do about it."""
        self.box.resume(typed)

    def take_back(self) -> None:
        """Show the number again."""
        self.box.take_back()
        super().take_back()

    def set_bounds(self, least: int, most: int) -> None:
        """Let the number be between two others."""
        with self._showing:
            self.box.setRange(least, most)

    def _commit(self, number: int) -> None:
        if not self._showing:
            self.edited.emit(self.name, number)
