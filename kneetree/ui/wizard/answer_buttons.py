"""The large buttons Yes, No, I'm not sure: one click goes on; arrows move, Enter presses, no bare letters."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QWidget

from kneetree.model.knowledge import Unknown
from kneetree.model.tree import Answer
from kneetree.ui.style.button_row import ButtonRow
from kneetree.ui.wizard.choice_button import ChoiceButton

VALUES = {Answer.YES: True, Answer.NO: False, Answer.UNSURE: None}
"""What an answer says of the finding that is asked about."""
_STEPS: dict[int, int] = {
    Qt.Key.Key_Down: 1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Left: -1,
}  # fmt: skip


class AnswerButtons(ButtonRow):
    """A group whose accessible name is the question.  Signals: ``chosen(Answer)``."""

    chosen = Signal(object)

    def __init__(self, question: str, *, rule: str = "", unsure: bool, parent: QWidget | None = None) -> None:
        super().__init__(even=True, parent=parent)
        self.setAccessibleName(question)
        self.setAccessibleDescription(rule)
        words = {Answer.YES: self.tr("&Yes"), Answer.NO: self.tr("&No")}
        if unsure:
            words[Answer.UNSURE] = self.tr("I'm not &sure")
        self.buttons: dict[Answer, ChoiceButton] = {}
        group = QButtonGroup(self, exclusive=False)
        group.buttonClicked.connect(self._on_clicked)
        for answer, word in words.items():
            button = ChoiceButton(word, "answer", self)
            button.setAutoDefault(False)
            button.installEventFilter(self)
            group.addButton(button)
            self.add(button)
            self.buttons[answer] = button

    def show_value(self, value: bool | Unknown | None) -> None:
        """Mark the answer that was given before: what was said of the finding, ``UNKNOWN`` if nothing was."""
        for answer, button in self.buttons.items():
            button.show_chosen(VALUES[answer] is value)

    def focus_first(self) -> None:
        """Put the keyboard on the first answer."""
        next(iter(self.buttons.values())).setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_clicked(self, pressed: QAbstractButton) -> None:
        for answer, button in self.buttons.items():
            if button is pressed:
                button.show_chosen(True)
                self.chosen.emit(answer)
                return

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move between the answers with the arrows, and press one with Enter or Space."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        key = event.key()
        if key in _STEPS and isinstance(watched, ChoiceButton):
            buttons = list(self.buttons.values())
            buttons[(buttons.index(watched) + _STEPS[key]) % len(buttons)].setFocus(Qt.FocusReason.TabFocusReason)
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            # A key held down must not answer the questions that follow.
            if not event.isAutoRepeat() and isinstance(watched, ChoiceButton):
                watched.click()
            return True
        return False
