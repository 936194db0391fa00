"""Edit a list: texts in their order, or ids in their order."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from kneetree.ui.editor.fields.add_box import AddBox
from kneetree.ui.editor.fields.buttons import tool
from kneetree.ui.editor.fields.field import Field
from kneetree.ui.editor.fields.going import let_go
from kneetree.ui.editor.fields.pick_fields import Options, shown_words
from kneetree.ui.editor.fields.text_editors import GrowingText
from kneetree.ui.flag import Flag
from kneetree.ui.style.text_labels import nested

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class OrderButtons(QWidget):
    """Up, Down, Remove for the list above them.

    Signals: ``move_wanted(int by)``, ``remove_wanted()``.
    """

    move_wanted = Signal(int)
    remove_wanted = Signal()

    def __init__(self, of: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        up = tool("chevron_up", self.tr("Move up in: {list}").format(list=of), self.tr("Move up (Alt+Up)"))
        down = tool("chevron_down", self.tr("Move down in: {list}").format(list=of), self.tr("Move down (Alt+Down)"))
        remove = tool("delete", self.tr("Remove from: {list}").format(list=of), self.tr("Remove"))
        up.clicked.connect(self._up)
        down.clicked.connect(self._down)
        remove.clicked.connect(self.remove_wanted)
        for button in (up, down, remove):
            row.addWidget(button)
        row.addStretch(1)

    def add_first(self, button: QWidget) -> None:
        """Place a further button before the others."""
        self._row.insertWidget(0, button)

    def _up(self) -> None:
        self.move_wanted.emit(-1)

    def _down(self) -> None:
        self.move_wanted.emit(1)


class RowsBody(QWidget):
    """A column of rows to type in, with buttons below to add, move and remove.

    ``texts`` holds the rows, ``buttons`` are those for the current one.  Signals: ``add_wanted()``.
    """

    add_wanted = Signal()

    def __init__(self, of: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self.texts = nested(column, QVBoxLayout())
        self.texts.setSpacing(8)
        self.texts.setContentsMargins(4, 4, 4, 4)
        self.buttons = OrderButtons(of)
        add = tool("plus", self.tr("Add to: {list}").format(list=of), self.tr("Add (Enter in the last one)"))
        add.clicked.connect(self.add_wanted)
        self.buttons.add_first(add)
        column.addWidget(self.buttons)


class TextListField(Field[tuple[str, ...]]):
    """Texts in their order; Enter begins the next one, Shift+Enter a line in the same.

    Rows without text are places to type in and are not part of the value.
    """

    def __init__(self, name: str, label: str, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(name, label, hint, parent)
        self._rows: list[GrowingText] = []
        self._current = 0
        self._showing = Flag()
        body = RowsBody(label)
        self._texts, self.buttons = body.texts, body.buttons
        body.add_wanted.connect(self.add)
        self.buttons.move_wanted.connect(self.move_current)
        self.buttons.remove_wanted.connect(self.remove_current)
        self._add_row("")
        self.put(body)
        self.label.setBuddy(self._rows[0])

    @property
    def rows(self) -> list[GrowingText]:
        """The editors, one a text."""
        return self._rows

    def value(self) -> tuple[str, ...]:
        """Return the texts that are not empty."""
        return tuple(row.toPlainText() for row in self._rows if row.toPlainText().strip())

    def show_value(self, value: tuple[str, ...]) -> None:
        """Show the texts; rows that hold them already are left alone."""
        if value == self.value():
            return
        with self._showing:
            while len(self._rows) > max(1, len(value)):
                self._drop_row(len(self._rows) - 1)
            while len(self._rows) < len(value):
                self._add_row("")
            for row, text in zip(self._rows, value or ("",), strict=False):
                row.show_text(text)

    def add(self) -> None:
        """Begin a new text after the current one."""
        if self._rows and not self._rows[-1].toPlainText().strip():
            self._rows[-1].setFocus()
            return
        self._add_row("", len(self._rows))
        self._rows[-1].setFocus()

    def move_current(self, by: int) -> None:
        """Move the current text up or down."""
        goal = self._current + by
        if not (0 <= self._current < len(self._rows) and 0 <= goal < len(self._rows)):
            return
        row = self._rows.pop(self._current)
        self._rows.insert(goal, row)
        self._texts.removeWidget(row)
        self._texts.insertWidget(goal, row)
        self._current = goal
        self._name_rows()
        row.setFocus()
        self._commit()

    def remove_current(self) -> None:
        """Take the current text away."""
        if not 0 <= self._current < len(self._rows):
            return
        if len(self._rows) == 1:
            self._rows[0].clear()
            return
        self._drop_row(self._current)
        self._current = min(self._current, len(self._rows) - 1)
        self._rows[self._current].setFocus()
        self._commit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Handle the keys of the list, and note which text is the current one."""
        if isinstance(watched, GrowingText) and watched in self._rows:
            if event.type() in (QEvent.Type.FocusIn, QEvent.Type.KeyPress):
                self._current = self._rows.index(watched)
            if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._key(event):
                return True
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        if event.key() in _ENTER and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            if self._current == len(self._rows) - 1:
                self.add()
            else:
                self._rows[self._current + 1].setFocus()
            return True
        if event.modifiers() == Qt.KeyboardModifier.AltModifier and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.move_current(-1 if event.key() == Qt.Key.Key_Up else 1)
            return True
        if event.key() == Qt.Key.Key_Backspace and not self._rows[self._current].toPlainText() and len(self._rows) > 1:
            self.remove_current()
            return True
        return False

    def _add_row(self, text: str, at: int | None = None) -> None:
        row = GrowingText(1)
        row.show_text(text)
        row.textChanged.connect(self._commit)
        row.parts_lines = True
        row.lines_pasted.connect(self._paste)
        row.installEventFilter(self)
        place = len(self._rows) if at is None else at
        self._rows.insert(place, row)
        self._texts.insertWidget(place, row)
        self._name_rows()

    def _paste(self, lines: list[str]) -> None:
        """Put lines into rows of their own from the current one on, in one step."""
        with self._showing:
            self._rows[self._current].textCursor().insertText(lines[0])
            for line in lines[1:]:
                self._current += 1
                self._add_row(line, self._current)
        self._rows[self._current].setFocus()
        self._commit()

    def _drop_row(self, at: int) -> None:
        row = self._rows.pop(at)
        row.removeEventFilter(self)
        row.textChanged.disconnect(self._commit)
        self._texts.removeWidget(row)
        let_go([row], self._rows[min(at, len(self._rows) - 1)] if self._rows else None)
        self._name_rows()

    def _name_rows(self) -> None:
        for number, row in enumerate(self._rows, start=1):
            row.setAccessibleName(self.tr("{list}, {n} of {all}").format(
                list=self.label.text(), n=number, all=len(self._rows)))  # fmt: skip
            row.setPlaceholderText(self._hint)

    def _commit(self) -> None:
        if not self._showing:
            self.edited.emit(self.name, self.value())


class PickListField(Field[tuple[str, ...]]):
    """Ids in their order, each chosen by its words."""

    def __init__(self, name: str, label: str, options: Options, add_hint: str, parent: QWidget | None = None) -> None:
        super().__init__(name, label, parent=parent)
        self._ids: tuple[str, ...] = ()
        self._options = options
        self.list = QListWidget()
        self.list.setAccessibleName(label)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.installEventFilter(self)
        self.buttons = OrderButtons(label)
        self.buttons.move_wanted.connect(self.move_current)
        self.buttons.remove_wanted.connect(self.remove_current)
        self.adder = AddBox(self._others)
        self.adder.line.setPlaceholderText(add_hint)
        self.adder.setAccessibleName(add_hint)
        self.adder.added.connect(self._add)
        self.adder.refused.connect(self.refuse)
        self.put(self.list)
        self.put(self.buttons)
        self.put(self.adder)
        self.label.setBuddy(self.adder)
        self.setFocusProxy(self.adder)
        self.show_value(())

    def value(self) -> tuple[str, ...]:
        """Return the ids."""
        return self._ids

    def show_value(self, value: tuple[str, ...]) -> None:
        """Show ids, with the words that the choices give them."""
        ids = value
        words = dict(self._options()) if ids else {}
        texts = [shown_words(key, words.get(key, "")) for key in ids]
        if ids != self._ids or texts != [self.list.item(row).text() for row in range(self.list.count())]:
            row = self.list.currentRow()
            self.list.clear()
            for text in texts:
                entry = QListWidgetItem(text)
                entry.setToolTip("")
                self.list.addItem(entry)
            self.list.setCurrentRow(min(row, len(ids) - 1))
        self._ids = ids
        rows = max(1, min(6, len(ids)))
        height = self.list.sizeHintForRow(0) if ids else self.fontMetrics().height() + 8
        self.list.setFixedHeight(rows * height + 2 * self.list.frameWidth() + 4)
        self.list.setVisible(bool(ids))
        self.buttons.setVisible(bool(ids))

    @property
    def pending(self) -> bool:
        """Whether something is typed to be added."""
        return self.adder.pending

    def settle(self) -> None:
        """Add what is typed, if that is one of the choices in full."""
        self.adder.settle()

    def take_back(self) -> None:
        """Drop what is typed to be added."""
        self.adder.go_back()

    def move_current(self, by: int) -> None:
        """Move the current id up or down."""
        row, goal = self.list.currentRow(), self.list.currentRow() + by
        if row < 0 or not 0 <= goal < len(self._ids):
            return
        ids = list(self._ids)
        ids.insert(goal, ids.pop(row))
        self.edited.emit(self.name, tuple(ids))
        self.list.setCurrentRow(goal)

    def remove_current(self) -> None:
        """Take the current id away."""
        row = self.list.currentRow()
        if row >= 0:
            self.edited.emit(self.name, self._ids[:row] + self._ids[row + 1 :])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Remove with Delete, move with Alt+Up and Alt+Down."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and watched is self.list:
            if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
                self.remove_current()
                return True
            if event.modifiers() == Qt.KeyboardModifier.AltModifier and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
                self.move_current(-1 if event.key() == Qt.Key.Key_Up else 1)
                return True
        return super().eventFilter(watched, event)

    def _others(self) -> list[tuple[str, str]]:
        return [(key, words) for key, words in self._options() if key not in self._ids]

    def _add(self, key: str) -> None:
        self.edited.emit(self.name, (*self._ids, key))
