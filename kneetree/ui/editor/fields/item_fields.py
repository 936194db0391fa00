"""Edit the list of things to tick that a question can have: findings, words, points, order."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSpinBox, QVBoxLayout, QWidget

from kneetree.model.tree import Item
from kneetree.ui.editor.fields.buttons import tool
from kneetree.ui.editor.fields.field import Field, GrowingText
from kneetree.ui.editor.fields.list_fields import OrderButtons
from kneetree.ui.editor.fields.pick_fields import Options, PickBox
from kneetree.ui.flag import Flag


class Points(QSpinBox):
    """A whole number from 1 that the wheel turns only with the focus."""

    def __init__(self, most: int = 1000, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setRange(1, most)
        self.setKeyboardTracking(False)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the form scroll unless the number has the focus."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class ItemRow(QFrame):
    """One item: its words, finding and points.

    Signals: ``edited()``; ``entered(ItemRow self)`` when anything in it has taken the focus;
    ``new_wanted(ItemRow self, str text)`` when a finding is named that is not there yet.
    """

    edited = Signal()
    entered = Signal(object)
    new_wanted = Signal(object, str)

    def __init__(self, options: Options, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("itemRow")
        self.text = GrowingText(1)
        self.text.setPlaceholderText(self.tr("Words to tick"))
        self.finding = PickBox(options)
        self.finding.line.setPlaceholderText(self.tr("Finding"))
        self.points = Points()
        self.points.setPrefix("+")
        self.points.setToolTip(self.tr("Points"))
        self.finding.setMinimumContentsLength(4)
        self.points.setFixedWidth(self.fontMetrics().averageCharWidth() * 6 + 36)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(4)
        column.addWidget(self.text)
        row = QHBoxLayout()
        row.addWidget(self.finding, 1)
        row.addWidget(self.points)
        column.addLayout(row)
        self.text.textChanged.connect(self._text_changed)
        self.finding.picked.connect(self._picked)
        self.finding.unknown.connect(self._unknown)
        self.points.valueChanged.connect(self._text_changed)
        for editor in (self.text, self.finding, self.points):
            editor.installEventFilter(self)
        self._showing = Flag()

    def item(self) -> Item | None:
        """Return the item, or ``None`` while it has no finding."""
        if not self.finding.key():
            return None
        return Item(self.finding.key(), self.text.toPlainText(), self.points.value())

    def show_item(self, item: Item, words: str) -> None:
        """Show an item."""
        with self._showing:
            self.text.show_text(item.text)
            self.finding.show_key(item.finding, words)
            self.points.setValue(item.points)

    def name(self, words: str) -> None:
        """Say which item of which list it is, for assistive technology."""
        self.text.setAccessibleName(self.tr("{item}: words").format(item=words))
        self.finding.setAccessibleName(self.tr("{item}: finding").format(item=words))
        self.points.setAccessibleName(self.tr("{item}: points").format(item=words))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell who has the focus."""
        if event.type() == QEvent.Type.FocusIn:
            self.entered.emit(self)
        return super().eventFilter(watched, event)

    def _text_changed(self) -> None:
        if not self._showing:
            self.edited.emit()

    def _picked(self, key: str) -> None:
        self.finding.show_key(key, "")
        self.edited.emit()

    def _unknown(self, text: str) -> None:
        if text:
            self.new_wanted.emit(self, text)


class ItemsField(Field[tuple[Item, ...]]):
    """The items of a question.

    Signals: ``new_wanted(str name, str text)`` when a finding is named that is not there yet;
    ``hold_finding`` gives it to the row that asked.
    """

    new_wanted = Signal(str, str)

    def __init__(self, name: str, label: str, options: Options, parent: QWidget | None = None) -> None:
        super().__init__(name, label, parent=parent)
        self._options = options
        self._rows: list[ItemRow] = []
        self._current = 0
        self._asking: ItemRow | None = None
        self._before = ("", "")
        self._typed = ""
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self._cards = QVBoxLayout()
        self._cards.setSpacing(4)
        column.addLayout(self._cards)
        self.buttons = OrderButtons(label)
        add = tool("plus", self.tr("Add to: {list}").format(list=label), self.tr("Add"))
        add.clicked.connect(self.add)
        self.buttons.add_first(add)
        self.buttons.move_wanted.connect(self.move_current)
        self.buttons.remove_wanted.connect(self.remove_current)
        column.addWidget(self.buttons)
        self.put(body)

    @property
    def rows(self) -> list[ItemRow]:
        """The editors, one an item."""
        return self._rows

    def value(self) -> tuple[Item, ...]:
        """Return the items that have a finding."""
        return tuple(item for row in self._rows if (item := row.item()) is not None)

    def show_value(self, value: tuple[Item, ...]) -> None:
        """Show the items; a row without a finding that somebody has begun stays at the end."""
        begun = [row for row in self._rows if row.item() is None]
        while len(self._rows) - len(begun) > len(value):
            self._drop(next(row for row in reversed(self._rows) if row not in begun))
        while len(self._rows) - len(begun) < len(value):
            self._add_row(len(self._rows) - len(begun))
        words = dict(self._options()) if value else {}
        shown = [row for row in self._rows if row not in begun]
        for row, item in zip(shown, value, strict=True):
            row.show_item(item, words.get(item.finding, ""))

    def hold_finding(self, key: str) -> tuple[Item, ...]:
        """Give a new finding to the row that asked for it, and return the items; nothing is emitted."""
        if self._asking in self._rows:
            self._asking.finding.show_key(key, "")
        return self.value()

    def release_finding(self) -> None:
        """Take the new finding from its row again and leave there what was typed."""
        if self._asking in self._rows:
            self._asking.finding.show_key(*self._before)
            self._asking.finding.line.setText(self._typed)

    def add(self) -> None:
        """Begin a new item."""
        begun = next((row for row in self._rows if row.item() is None), None)
        row = begun or self._add_row(len(self._rows))
        row.finding.setFocus() if begun and row.text.toPlainText() else row.text.setFocus()

    def move_current(self, by: int) -> None:
        """Move the current item up or down."""
        items, goal = list(self.value()), self._current + by
        if 0 <= self._current < len(items) and 0 <= goal < len(items):
            items.insert(goal, items.pop(self._current))
            self._current = goal
            self.edited.emit(self.name, tuple(items))
            self._rows[goal].text.setFocus()

    def remove_current(self) -> None:
        """Take the current item away."""
        if not 0 <= self._current < len(self._rows):
            return
        row = self._rows[self._current]
        if row.item() is None:
            self._drop(row)
            return
        items = list(self.value())
        del items[self._current]
        self.edited.emit(self.name, tuple(items))

    def _add_row(self, at: int) -> ItemRow:
        row = ItemRow(self._options)
        row.edited.connect(self._commit)
        row.entered.connect(self._entered)
        row.new_wanted.connect(self._new_wanted)
        self._rows.insert(at, row)
        self._cards.insertWidget(at, row)
        self._name_rows()
        return row

    def _drop(self, row: ItemRow) -> None:
        self._rows.remove(row)
        self._cards.removeWidget(row)
        row.hide()
        row.deleteLater()
        self._current = min(self._current, len(self._rows) - 1)
        self._name_rows()

    def _name_rows(self) -> None:
        for number, row in enumerate(self._rows, start=1):
            row.name(self.tr("Item {n} of {all}").format(n=number, all=len(self._rows)))

    def _entered(self, row: ItemRow) -> None:
        self._current = self._rows.index(row)

    def _new_wanted(self, row: ItemRow, text: str) -> None:
        self._asking, self._before, self._typed = row, row.finding.shown(), text
        self.new_wanted.emit(self.name, text)

    def _commit(self) -> None:
        self.edited.emit(self.name, self.value())
