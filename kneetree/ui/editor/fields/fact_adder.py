"""Choose a finding or the threshold of a number that is added to a list."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget

from kneetree.ui.editor.fields.add_box import AddBox
from kneetree.ui.editor.fields.choices import Choices
from kneetree.ui.editor.fields.pick_fields import Options


class FactAdder(AddBox):
    """A box in which a number can be typed as well; its hint is one that the tree has.

    Signals: ``means(str sentence)`` what Enter would add of a number that is typed, empty if nothing of the kind.
    """

    means = Signal(str)

    def __init__(self, options: Options, choices: Choices, parent: QWidget | None = None) -> None:
        super().__init__(options, choices.threshold, choices.why_not_threshold, parent)
        self._choices = choices
        self.show_example()
        self.line.textEdited.connect(self._on_text)
        self.added.connect(self._on_done)
        self.settled.connect(self._on_done)

    def show_example(self) -> None:
        """Show as the hint what can be typed in the tree as it is now."""
        example = self._choices.example()
        words = self.tr("Add a finding, or a number such as: {example}").format(example=example)
        self.line.setPlaceholderText(words if example else self.tr("Add a finding\u2026"))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Follow the tree when somebody is about to type: looking for the example takes a pass over its nodes."""
        self.show_example()
        super().focusInEvent(event)

    def _on_text(self, text: str) -> None:
        key = self._choices.threshold(text)
        words = self._choices.statement(key) if key else ""
        self.means.emit(self.tr("Enter adds: {words}").format(words=words) if key else "")

    def _on_done(self) -> None:
        self.means.emit("")
