"""Edit one value: a label, an editor, and below it the reason if a value was refused.

A field holds one value and says when a person has changed it.  It must not know where the value
belongs.  Showing a value that the field already has touches nothing, so that neither the cursor
nor a half-typed word is lost when something else in the tree changes.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QVBoxLayout, QWidget

from kneetree.ui.editor.fields.choice import Choice
from kneetree.ui.editor.fields.in_sight import area_around, is_seen
from kneetree.ui.editor.fields.text_editors import GrowingText, Line
from kneetree.ui.flag import Flag
from kneetree.ui.qt_access import settle_layouts

T = TypeVar("T")

_GROWS_MS = 500
"""How long an editor may take to become as high as what was pasted."""
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
        self._refusal = _reason()
        self._above: QLabel | None = None
        """The same reason above an editor that is too high to see its end from its beginning."""
        self._grows = QTimer(self, interval=_GROWS_MS, singleShot=True)
        self._grows.timeout.connect(self._bring_reason_in_sight)  # the form around may have scrolled meanwhile
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
        begins = bool(sentence) and not self._refusal.text()
        self._refusal.setText(sentence)
        self._refusal.setVisible(bool(sentence))
        if self._above is not None:
            self._above.setText(sentence)
            self._above.setVisible(bool(sentence))
        if begins:  # later on, who mends the text must not be taken away from it
            self._grows.start()
            QTimer.singleShot(0, self, self._bring_reason_in_sight)
        buddy = self.label.buddy()
        if buddy is not None:
            buddy.setAccessibleDescription(sentence or self._hint)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Look after the reason of a refusal while the editor becomes as high as what was refused."""
        super().resizeEvent(event)
        if self._grows.isActive():
            QTimer.singleShot(0, self, self._bring_reason_in_sight)

    def _bring_reason_in_sight(self) -> None:
        """Say it above the editor too if only that end is seen, or else scroll to it: a text may be a mile high."""
        focus, area = QApplication.focusWidget(), area_around(self)
        if not self.refusal or area is None or focus is None or not self.isAncestorOf(focus):
            return
        settle_layouts()
        if is_seen(self._refusal, area) or (self._above is not None and is_seen(self._above, area)):
            return
        if not is_seen(self.label, area):
            area.ensureWidgetVisible(self._refusal, 0, 0)
            return
        if self._above is None:
            self._above = _reason()
            self._column.insertWidget(1, self._above)
        self._above.setText(self.refusal)
        self._above.show()
        settle_layouts()
        area.ensureWidgetVisible(self._above, 0, 0)

    def hear(self, sentence: str) -> None:
        """Refuse as a part of the editor does; if that is mended, another part may still be refused."""
        self.refuse(sentence) if sentence else self.forgive()

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

    def settle(self) -> None:
        """Take what was typed and not taken, as if the editor were left, where that needs no answer from anybody."""

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


def _reason() -> QLabel:
    """Return a label for the reason of a refusal, which is hidden at first."""
    label = QLabel()
    label.setObjectName("refusal")
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.hide()
    return label


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

    def settle(self) -> None:
        """Take the line as if it were left."""
        if self._at_end and self.pending:
            self._commit()

    def resume(self, typed: str, reason: str) -> None:
        """Show again a text that was not taken, with the reason."""
        self.line.show_text(typed)
        self.refuse(reason)

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

    def resume(self, typed: str, reason: str) -> None:
        """Show again a text that was not taken, with the reason."""
        with self._showing:
            self.text.show_text(typed)
        self.refuse(reason)

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
