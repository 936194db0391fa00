"""Provide the frame that the editor's dialogs share: fields in a column, a result below, two buttons.

A dialog says what a person wants; the code that opened it answers with ``refuse`` or closes it, so that
a refused value is never lost.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from kneetree.ui import dialogs
from kneetree.ui.editor.fields.buttons import push
from kneetree.ui.editor.fields.field import AnyField
from kneetree.ui.editor.fields.held import half_typed
from kneetree.ui.editor.fields.number_field import NumberField
from kneetree.ui.editor.fields.reading_form import ReadingForm
from kneetree.ui.on_screen import resize_on_screen
from kneetree.ui.style.text_labels import nested

F = TypeVar("F", bound=AnyField)


class FormDialog(QDialog):
    """Fields by name over one value.

    Signals: ``draft_changed()`` something was edited; ``wanted()`` the person has pressed the main button.
    """

    draft_changed = Signal()
    wanted = Signal()

    def __init__(self, title: str, main: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.fields: dict[str, AnyField] = {}
        form = ReadingForm()
        form.setObjectName("form")
        self.column = QVBoxLayout(form)
        self.column.setContentsMargins(20, 16, 20, 8)
        self.column.setSpacing(12)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(form)
        self.outcome = _plain("formHeading")
        self.trouble = _plain("refusal")
        self._in_sight = QTimer(self, interval=0, singleShot=True)  # once everything has its place
        self._in_sight.timeout.connect(self._bring_in)
        self._main = main
        self._altered = False

    def finish(self) -> None:
        """Place the buttons after the fields, also for the Tab key.  Call this when all fields are there."""
        self.main_button = push(self._main)
        self.main_button.setProperty("kind", "primary")
        self.cancel_button = push(self.tr("Cancel"))
        for button in (self.main_button, self.cancel_button):
            button.setObjectName("")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._scroll, 1)
        foot = nested(whole, QVBoxLayout())
        foot.setContentsMargins(20, 8, 20, 16)
        foot.setSpacing(8)
        foot.addWidget(self.outcome)
        foot.addWidget(self.trouble)
        buttons = nested(foot, QHBoxLayout())
        buttons.addStretch(1)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.main_button)
        self.main_button.clicked.connect(self.want)
        self.cancel_button.clicked.connect(self.leave)
        letter = self.fontMetrics().averageCharWidth()
        resize_on_screen(self, letter * 80, letter * 84)
        next(iter(self.fields.values())).setFocus()

    def add(self, field: F) -> F:
        """Place a field and return it."""
        self.fields[field.name] = field
        field.edited.connect(self._on_edited)
        self.column.addWidget(field)
        return field

    def fill(self, values: Mapping[str, object]) -> None:
        """Show values by field."""
        for name, value in values.items():
            self.fields[name].show_value(value)

    def fault(self) -> tuple[str, str] | None:
        """Return why what is written cannot be kept, and the field to mend, or ``None`` if it can."""
        return None

    def want(self) -> None:
        """Say that the person wants it kept, or why it cannot be."""
        fault = self._waiting() or self.fault()
        if fault is None:
            self.wanted.emit()
        else:
            self.refuse(*fault)

    def _waiting(self) -> tuple[str, str] | None:
        """Return what to do with what is typed where something is chosen and was not taken, and the field."""
        words = self.tr("'{text}' was not taken yet. Press Enter in it to add it, or Escape to go back.")
        for name, field in self.fields.items():
            for _, _, text in half_typed([field] if field.isVisibleTo(self) else []):
                return words.format(text=text), name
            if isinstance(field, NumberField) and field.isVisibleTo(self):
                field.settle()
                if field.pending:
                    return field.refusal, name
        return None

    def leave(self) -> None:
        """Close without keeping anything; if something was written, only after a yes."""
        question = self.tr("Throw away what you have written here?")
        written = self._altered or self._waiting()
        if not written or dialogs.confirm(self, question, self.tr("Throw it away")):
            self.reject()

    def refuse(self, sentence: str, field: str = "") -> None:
        """Say why it cannot be done, beside a field or above the buttons; the dialog stays."""
        for entry in self.fields.values():
            entry.refuse("")
        if field in self.fields:
            self.fields[field].refuse(sentence)
            self.fields[field].setFocus()
            sentence = ""
        self.trouble.setText(sentence)
        self.trouble.setVisible(bool(sentence))

    def show_result(self, words: str) -> None:
        """Show what the draft comes to now, in words."""
        self.outcome.setText(words)
        self.outcome.setVisible(bool(words))

    def _on_edited(self, name: str, value: object) -> None:
        self._altered = True
        self.fields[name].show_value(value)
        self.draft_changed.emit()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin with the field that has the keys in sight."""
        super().showEvent(event)
        self._in_sight.start()

    def _bring_in(self) -> None:
        focus = self.focusWidget()
        if focus is not None and self._scroll.isAncestorOf(focus):
            self._scroll.ensureWidgetVisible(focus, 0, self.fontMetrics().lineSpacing() * 2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter presses the main button and Enter the one in focus; Escape leaves.  Else Enter is for a field."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            focus = self.focusWidget()
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.want()
            elif isinstance(focus, QPushButton):
                focus.click()
            return
        super().keyPressEvent(event)


def _plain(name: str) -> QLabel:
    label = QLabel()
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.hide()
    return label
