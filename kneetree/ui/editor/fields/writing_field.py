"""The text that a question is written in: Enter goes on with the next question, Shift+Enter begins a line."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from kneetree.model.tree import Answer
from kneetree.ui.editor.fields.field import TextField

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
NOT_LEFT = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.MenuBarFocusReason)
"""Why a field can lose the focus without the author having gone on to something else."""


class WritingField(TextField):
    """A text of a question, from which an author goes on with the next one without leaving the keys.

    Signals: ``go_on(str answer)`` Enter was pressed, with No, or with Yes if Ctrl was held: whoever hears it decides
    whether a new question is wanted there; ``left()`` the focus went elsewhere.
    """

    go_on = Signal(str)
    left = Signal()

    def __init__(self, name: str, label: str, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(name, label, hint, parent=parent)

    def show_hint(self, hint: str) -> None:
        """Show another hint while the text is empty."""
        self._hint = hint
        self.text.setPlaceholderText(hint)
        if not self.refusal:
            self.text.setAccessibleDescription(hint)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go on with Enter, and say when the text is left."""
        if watched is self.text:
            if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._goes_on(event):
                return True
            if isinstance(event, QFocusEvent) and event.lostFocus() and event.reason() not in NOT_LEFT:
                self.left.emit()
        return super().eventFilter(watched, event)

    def _goes_on(self, event: QKeyEvent) -> bool:
        if event.key() not in _ENTER or event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            return False
        self.left.emit()
        held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        self.go_on.emit((Answer.YES if held else Answer.NO).value)
        return True
