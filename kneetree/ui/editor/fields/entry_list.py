"""Edit a list of texts of the library: advice, warnings, or the statements of a question."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QWidget

from kneetree.ui.editor.fields.choices import Shelf
from kneetree.ui.editor.fields.drafts import Drafts
from kneetree.ui.editor.fields.entry_row import EntryRow
from kneetree.ui.editor.fields.field import Field
from kneetree.ui.editor.fields.going import let_go
from kneetree.ui.editor.fields.later_rows import AT_ONCE, LaterRows
from kneetree.ui.editor.fields.list_fields import RowsBody

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class EntryListField(Field[tuple[str, ...]]):
    """Ids of a library in their order, shown and edited as their texts.

    Rows of a long list that are out of sight at first are made a little later, or once somebody asks for them.

    Enter takes a text and begins the next one, Shift+Enter begins a line in the same, Escape takes back what was typed.

    Signals: ``reworded(str id, str text, bool here)`` an entry is to have other words, for all or by a copy for this
    place; ``new_wanted(str name, str text)`` a text that is not there yet: ``value_with`` gives the list with it;
    ``worth_edited(str id, int points)``; ``go(str id)`` to a node; ``entry_wanted(str part, str id)``;
    ``for_all(str copy, str id)`` the words of a copy are to be those of the entry; ``held(str id)`` the words typed
    for a shared entry that cannot be copied wait for an answer: they are shown again with the entry; ``together(bool)``
    what is told from now on is one step, until it is not.
    """

    reworded = Signal(str, str, bool)
    new_wanted = Signal(str, str)
    worth_edited = Signal(str, int)
    go = Signal(str)
    entry_wanted = Signal(str, str)
    for_all = Signal(str, str)
    held = Signal(str)
    together = Signal(bool)

    def __init__(
        self,
        name: str,
        label: str,
        shelf: Shelf,
        hint: str = "",
        *,
        copies: bool = True,
        points: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(name, label, hint, parent)
        self._shelf, self._copies, self._points = shelf, copies, points
        self._rows: list[EntryRow] = []
        self._later = LaterRows(self._show_row, self._name_rows, self)
        self._current = 0
        self._asking: EntryRow | None = None
        self.drafts = Drafts(shelf, self._rows)
        self._copied: dict[str, str] = {}
        body = RowsBody(label)
        self._texts, self.buttons = body.texts, body.buttons
        body.add_wanted.connect(self.add)
        self.buttons.move_wanted.connect(self.move_current)
        self.buttons.remove_wanted.connect(self.remove_current)
        self._add_row(0)
        self.put(body)
        self._name_rows()

    @property
    def rows(self) -> list[EntryRow]:
        """The editors, one an entry, and those in which an entry was begun."""
        self._later.finish()
        return self._rows

    def value(self) -> tuple[str, ...]:
        """Return the ids."""
        return _keys(self._rows) + self._later.keys

    def value_with(self, key: str) -> tuple[str, ...]:
        """Return the ids with a new one at the place that asked for it."""
        keys = [key if row is self._asking else row.key for row in self.rows]
        return tuple(key for key in keys if key)

    def show_value(self, value: tuple[str, ...]) -> None:
        """Show ids; a row in which a text was begun stays until it is taken."""
        self.show_entries(value, {})

    def show_entries(self, value: tuple[str, ...], points: dict[str, int]) -> None:
        """Show ids with their points."""
        self.drafts.hold()
        if self._asking in self._rows and not self._asking.key:
            place = self._rows.index(self._asking)
            if len(value) > len(self.value()) and self._shelf.text(value[place]).strip() == self._asking.typed:
                self._asking.adopt(value[place])
        there, focus = len(_keys(self._rows)), QApplication.focusWidget()
        held = focus is not None and self.isAncestorOf(focus)
        self._later.wait([(key, points.get(key, 1)) for key in value[there + AT_ONCE :]])
        for row in [row for row in reversed(self._rows) if row.key][: max(there - len(value), 0)]:
            self._drop(row)
        shown = [row for row in self._rows if row.key]
        for row, key in zip(shown, value, strict=False):
            self._show_row(key, points.get(key, 1), row)
        for key in value[len(shown) : there + AT_ONCE]:
            self._show_row(key, points.get(key, 1))
        if not self._rows:
            self._add_row(0)
            if held:
                self._rows[0].text.setFocus()  # the keys were in a row that is gone
        self._name_rows()

    def show_points(self, shown: bool) -> None:
        """Show or hide the points: a list that only collects has none."""
        self._points = shown
        for row in self._rows:
            row.points.setVisible(shown)

    def settle(self) -> None:
        """Take what was typed and not taken yet."""
        for row in list(self._rows):
            row.settle()

    def forget(self) -> None:
        """Drop what was begun or typed and not taken, since another node is shown; what waits for an answer is kept."""
        self.drafts.hold()
        with self.drafts.fast:
            for row in list(self._rows):
                if row.key:
                    row.revert()
                else:
                    self._drop(row)

    def forget_all(self) -> None:
        """Drop what waits for an answer as well, since another tree is shown."""
        self.forget()
        self.drafts.clear()
        self._copied = {}

    def add(self) -> None:
        """Begin a new text at the end."""
        self._later.finish()
        if not self._rows or self._rows[-1].key or self._rows[-1].typed:
            self._add_row(len(self._rows))
            self._name_rows()
        self._rows[-1].text.setFocus()

    def move_current(self, by: int) -> None:
        """Move the current text up or down."""
        self._later.finish()
        keys, goal = list(self.value()), self._current + by
        if 0 <= self._current < len(keys) and 0 <= goal < len(keys):
            self._rows[self._current].settle()
            keys = list(self.value())
            keys.insert(goal, keys.pop(self._current))
            self._current = goal
            self.edited.emit(self.name, tuple(keys))
            self._rows[goal].text.setFocus()

    def remove_current(self) -> None:
        """Take the current text away from this list; the library keeps it."""
        self._later.finish()
        if not 0 <= self._current < len(self._rows):
            return
        row = self._rows[self._current]
        if not row.key:
            self._drop(row)
            if not self._rows:
                self._add_row(0)
            self._name_rows()
            self._rows[min(self._current, len(self._rows) - 1)].text.setFocus()
            return
        row.revert()
        self.edited.emit(self.name, tuple(other.key for other in self._rows if other.key and other is not row))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Handle the keys of the list."""
        row = next((row for row in self._rows if row.text is watched), None)
        if row is not None and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            self._current = self._rows.index(row)
            if not row.text.offering and self._key(row, event):
                return True
        return super().eventFilter(watched, event)

    # -- inner -----------------------------------------------------------------------------------

    def _key(self, row: EntryRow, event: QKeyEvent) -> bool:
        if event.key() in _ENTER and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            row.take()
            if row in self.rows and not self.refusal:
                after = self._rows[self._rows.index(row) + 1 :]
                if after:
                    after[0].text.setFocus()
                else:
                    self.add()
        elif event.modifiers() == Qt.KeyboardModifier.AltModifier and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.move_current(-1 if event.key() == Qt.Key.Key_Up else 1)
        elif event.key() == Qt.Key.Key_Escape and row.pending:
            row.revert()
        elif event.key() == Qt.Key.Key_Backspace and not row.typed and len(self._rows) > 1:
            self.remove_current()
        else:
            return False
        return True

    def _on_finished(self, row: EntryRow, here: bool) -> None:
        self._later.finish()
        text, words = row.typed, " ".join(row.typed.split())
        self.refuse("")
        if not text:
            self._current = self._rows.index(row)
            self.remove_current()
            return
        same = next((key for key, known in self._shelf.options() if known == words and key != row.key), "")
        if same:
            self._on_chosen(row, same)
        elif here and row.waits:
            if not self.drafts.holds(row):
                self.drafts.hold()
                self.held.emit(row.key)
        elif row.key:
            self._reword(row, text, here and row.shared)
        else:
            self._asking = row
            self.new_wanted.emit(self.name, text)
            self._asking = None

    def _reword(self, row: EntryRow, text: str, here: bool) -> None:
        old = row.key
        self.reworded.emit(old, text, here)
        self.drafts.drop(old)  # only now: while the new text is shown, the row still counts as waiting
        if here and row.key != old and row in self._rows:
            self._copied[row.key] = old
            row.tell_others(self._keeping(row.key))

    def _keeping(self, key: str) -> int:
        """Return how many places use the entry of which this one is a copy."""
        return self._shelf.count(self._copied[key]) if key in self._copied else 0

    def _on_all(self, row: EntryRow) -> None:
        if row.key in self._copied:
            self.for_all.emit(row.key, self._copied[row.key])

    def _on_chosen(self, row: EntryRow, key: str) -> None:
        self._later.finish()
        if any(other.key == key and other is not row for other in self._rows):
            self.refuse(self.tr("This is in the list already."))
            return
        self.refuse("")
        keys = tuple(key if other is row else other.key for other in self._rows)
        row.key = row.key or key
        row.revert()
        self.edited.emit(self.name, tuple(key for key in keys if key))

    def _on_entered(self, row: EntryRow) -> None:
        if row in self._rows:
            self._current = self._rows.index(row)

    def _on_reverted(self, row: EntryRow) -> None:
        self.drafts.drop(row.key)
        self.forgive()

    @property
    def pending(self) -> bool:
        """Whether a row holds what was typed and not taken."""
        return any(row.pending or row.points.pending for row in self._rows)

    def take_back(self) -> None:
        """Drop what was typed and not taken."""
        self.forget()
        self.drafts.clear()
        for row in self._rows:
            row.points.take_back()
        self.refuse("")

    def _show_row(self, key: str, worth: int, row: EntryRow | None = None) -> None:
        """Show an entry in ``row``, or in a new one after those of the other entries."""
        if row is None:
            at = len(_keys(self._rows))
            row = self._rows[at] if at < len(self._rows) and not self._rows[at].typed else self._add_row(at)
            row.key = key
        row.show_entry(key, worth)
        self.drafts.show_in(row)
        row.tell_others(self._keeping(key))

    def _add_row(self, at: int) -> EntryRow:
        row = EntryRow(self._shelf, copies=self._copies, points=self._points)
        row.entered.connect(self._on_entered)
        row.finished.connect(self._on_finished)
        row.chosen.connect(self._on_chosen)
        row.worth_changed.connect(self.worth_edited)
        row.points.refused.connect(self.hear)
        row.reverted.connect(self._on_reverted)
        row.for_all.connect(self._on_all)
        row.uses.go.connect(self.go)
        row.uses.entry_wanted.connect(self.entry_wanted)
        row.text.installEventFilter(self)
        row.text.parts_lines = True
        row.text.lines_pasted.connect(partial(self._on_pasted, row))
        self._rows.insert(at, row)
        self._texts.insertWidget(at, row)
        return row

    def _on_pasted(self, row: EntryRow, lines: list[str]) -> None:
        """Put lines into rows of their own, the first where the cursor is, and take them in one step."""
        self._later.finish()
        row.text.textCursor().insertText(lines[0])
        self.together.emit(True)
        try:
            row.settle()
            for line in lines[1:]:
                at = self._rows.index(row) + 1 if row in self._rows else len(self._rows)
                row = self._add_row(at)
                row.text.show_text(line)
                row.settle()
        finally:
            self.together.emit(False)
        self._name_rows()
        if row in self._rows:
            row.text.setFocus()
            row.text.moveCursor(QTextCursor.MoveOperation.End)

    def _drop(self, row: EntryRow) -> None:
        self._rows.remove(row)
        row.text.removeEventFilter(self)
        row.text.removeEventFilter(row)
        self._texts.removeWidget(row)
        self._current = max(0, min(self._current, len(self._rows) - 1))
        let_go([row], self._rows[self._current].text if self._rows else None)

    def _name_rows(self) -> None:
        every = len(self._rows) + len(self._later.keys)
        for number, row in enumerate(self._rows, start=1):
            words = self.tr("{list}, {n} of {all}").format(list=self.label.text(), n=number, all=every)
            row.name(words, self._hint)
        if self._rows:
            self.label.setBuddy(self._rows[0].text)
            self.setFocusProxy(self._rows[0].text)


def _keys(rows: list[EntryRow]) -> tuple[str, ...]:
    return tuple(row.key for row in rows if row.key)
