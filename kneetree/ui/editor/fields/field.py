"""Edit one value: a label, an editor, and below it the reason if a value was refused.

A field holds one value and says when a person has changed it.  It must not know where the value
belongs.  Showing a value that the field already has touches nothing, so that neither the cursor
nor a half-typed word is lost when something else in the tree changes.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QCheckBox, QLabel, QVBoxLayout, QWidget

from kneetree.ui.editor.fields.choice import Choice
from kneetree.ui.editor.fields.text_editors import GrowingText, Line
from kneetree.ui.flag import Flag

T = TypeVar("T")

_RING = (4, 0, 4, 4)
"""Room around an editor for the ring of the focus."""


class Field(QWidget, Generic[T]):
    """A labelled editor of one value of type ``T``.

    Signals: ``edited(str name, object value)`` when a person, not the program, changed the value.
    """

    edited = Signal(str, object)

    def __init__(self, name: str, label: str, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = name
        self.label = QLabel(label)
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setObjectName("fieldLabel")
        self._refusal = QLabel()
        self._refusal.setObjectName("refusal")
        self._refusal.setTextFormat(Qt.TextFormat.PlainText)
        self._refusal.setWordWrap(True)
        self._refusal.hide()
        self._notice: QLabel | None = None
        self._hint = hint
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(*_RING)
        self._column.setSpacing(4)
        self._column.addWidget(self.label)
        self._column.addWidget(self._refusal)

    def put(self, editor: QWidget) -> None:
        """Place the editor under the label and make the label its name."""
        self._column.insertWidget(self._column.count() - 1, editor)
        if not self.label.buddy():
            self.label.setBuddy(editor)
            self.setFocusProxy(editor)
        if not editor.accessibleName():
            editor.setAccessibleName(self.label.text())
        if self._hint:
            editor.setAccessibleDescription(self._hint)

    def value(self) -> T:
        """Return what the editor holds."""
        raise NotImplementedError

    def show_value(self, value: T) -> None:
        """Make the editor hold the value; nothing is emitted."""
        raise NotImplementedError

    def refuse(self, sentence: str) -> None:
        """Say beside the field why its value was not taken; the editor keeps what was typed."""
        self._refusal.setText(sentence)
        self._refusal.setVisible(bool(sentence))
        buddy = self.label.buddy()
        if buddy is not None:
            buddy.setAccessibleDescription(sentence or self._hint)

    def tell(self, sentence: str) -> None:
        """Say below the editor what a person has to know of the value, which was taken; nothing takes that back."""
        if self._notice is None:
            if not sentence:
                return
            self._notice = QLabel()
            self._notice.setObjectName("nodeProblems")
            self._notice.setTextFormat(Qt.TextFormat.PlainText)
            self._notice.setWordWrap(True)
            self._column.addWidget(self._notice)
        self._notice.setText(sentence)
        self._notice.setVisible(bool(sentence))
        buddy = self.label.buddy()
        if buddy is not None and not self.refusal:
            buddy.setAccessibleDescription(sentence or self._hint)

    @property
    def notice(self) -> str:
        """The sentence told below the editor, or an empty one."""
        return self._notice.text() if self._notice is not None else ""

    @property
    def refusal(self) -> str:
        """The sentence shown beside the field, or an empty one."""
        return self._refusal.text()

    @property
    def pending(self) -> bool:
        """Whether the editor holds what was typed and not taken."""
        return False

    def take_back(self) -> None:
        """Show the value again that the field was given, instead of what was typed and not taken."""
        self.refuse("")

    def forgive(self) -> None:
        """Take a refusal back once the editor no longer holds what was refused."""
        if self.refusal and not self.pending:
            self.refuse("")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the keys of undo take back what was typed and not taken, before they undo a step of the history."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
            and event.matches(QKeySequence.StandardKey.Undo)
            and self.pending
        ):
            event.accept()
            if event.type() == QEvent.Type.KeyPress:
                self.take_back()
            return True
        return super().eventFilter(watched, event)


AnyField = Field[Any]
"""A field in a collection of several kinds, reached by its name."""


class OneLineField(Field[T]):
    """One line of text that stands for a value, committed as it is typed.

    With ``at_end`` it is committed only on Enter or when the line is left.  A field of this kind says in
    ``value``, ``show_value`` and ``_commit`` how text and value belong together.
    """

    def __init__(
        self, name: str, label: str, hint: str = "", *, at_end: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(name, label, hint, parent)
        self.line = Line()
        self.line.setPlaceholderText(hint)
        self.put(self.line)
        self._shown, self._at_end = "", at_end
        self.line.installEventFilter(self)
        if at_end:
            self.line.editingFinished.connect(self._commit)
        else:
            self.line.textEdited.connect(self._commit)

    def show_text(self, text: str) -> None:
        """Show the text unless the field holds a refused one that is still being typed."""
        if self.refusal and self.line.hasFocus() and text == self._shown:
            return
        self._shown = text
        self.line.show_text(text)

    @property
    def pending(self) -> bool:
        """Whether the line holds what was refused, or is taken only when the line is left."""
        return self.line.text() != self._shown and (self._at_end or bool(self.refusal))

    def take_back(self) -> None:
        """Show the text again that the field was given."""
        self.line.show_text(self._shown)
        self.refuse("")

    def _commit(self) -> None:
        raise NotImplementedError


class LineField(OneLineField[str]):
    """One line of text."""

    def value(self) -> str:
        """Return the text."""
        return self.line.text()

    def show_value(self, value: str) -> None:
        """Show the text."""
        self.show_text(value)

    def _commit(self) -> None:
        if self.line.text() != self._shown:
            self.edited.emit(self.name, self.line.text())
        else:
            self.refuse("")


class TextField(Field[str]):
    """Several lines, committed as they are typed."""

    def __init__(self, name: str, label: str, hint: str = "", *, lines: int = 2, parent: QWidget | None = None) -> None:
        super().__init__(name, label, hint, parent)
        self.text = GrowingText(lines)
        self.text.setPlaceholderText(hint)
        self.put(self.text)
        self._shown, self._showing = "", Flag()
        self.text.installEventFilter(self)
        self.text.textChanged.connect(self._commit)

    def value(self) -> str:
        """Return the text."""
        return self.text.toPlainText()

    def show_value(self, value: str) -> None:
        """Show the text."""
        self._shown = value
        with self._showing:
            self.text.show_text(value)

    @property
    def pending(self) -> bool:
        """Whether the editor holds a text that was refused."""
        return bool(self.refusal) and self.value() != self._shown

    def take_back(self) -> None:
        """Show the text again that the field was given."""
        self.show_value(self._shown)
        self.refuse("")

    def _commit(self) -> None:
        if not self._showing:
            self.edited.emit(self.name, self.value())


class ChoiceField(Field[T]):
    """One of a few values; ``options`` are pairs of value and words, at least one."""

    def __init__(self, name: str, label: str, options: Sequence[tuple[T, str]], parent: QWidget | None = None) -> None:
        super().__init__(name, label, parent=parent)
        self._values = [value for value, _ in options]
        self._shown = self._values[0]
        self.box = Choice()
        self.box.addItems([words for _, words in options])
        self.box.activated.connect(self._commit)
        self.put(self.box)

    def value(self) -> T:
        """Return the chosen value, or the one shown if it is not among the options."""
        return self._values[self.box.currentIndex()] if self.box.currentIndex() >= 0 else self._shown

    def show_value(self, value: T) -> None:
        """Choose the value; the box is empty if it is not among the options."""
        self._shown = value
        self.box.setCurrentIndex(self._values.index(value) if value in self._values else -1)

    def _commit(self) -> None:
        self.edited.emit(self.name, self.value())


class TickField(Field[bool]):
    """Yes or no, as one box with words."""

    def __init__(self, name: str, label: str, parent: QWidget | None = None) -> None:
        super().__init__(name, label, parent=parent)
        self.label.hide()
        self.box = QCheckBox(label)
        self.box.clicked.connect(self._commit)
        self.put(self.box)

    def value(self) -> bool:
        """Return whether it is ticked."""
        return self.box.isChecked()

    def show_value(self, value: bool) -> None:
        """Tick or clear it."""
        self.box.setChecked(value)

    def _commit(self, ticked: bool) -> None:
        self.edited.emit(self.name, ticked)
