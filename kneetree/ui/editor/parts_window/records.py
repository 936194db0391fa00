"""Edit one part of the tree: its entries in a table, the chosen one in a form, and where it is used.

The same page serves all parts of the library and the regions; what differs is given to it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from kneetree.ui.editor.fields.buttons import push
from kneetree.ui.editor.fields.entry_list import EntryListField
from kneetree.ui.editor.fields.field import AnyField, LineField
from kneetree.ui.editor.fields.found_keys import IntoFound
from kneetree.ui.editor.fields.held import HeldTyping, untaken
from kneetree.ui.editor.fields.new_entry import NewEntry
from kneetree.ui.editor.fields.reading_form import ReadingForm
from kneetree.ui.editor.fields.text_editors import Line as TextLine
from kneetree.ui.editor.panels import beside_table
from kneetree.ui.editor.panels.table import Icon, Line, Table
from kneetree.ui.style.text_labels import nested


class RecordPage(QWidget):
    """Entries by id.

    Signals: ``chosen(str id)`` another entry is shown; ``edited(str id, str field, object value)``;
    ``renamed(str id, str new)``; ``made(str id, dict values)``; ``removed(str id)``;
    ``use_wanted(str part, str id)`` go to a place that uses the entry; ``reworded(str id, str field, str other, str
    text, bool here)`` the entry ``other`` in a list of texts is to have other words; ``text_made(str id, str field,
    str text)`` a list of texts is to have a new one; ``together(bool)`` as in ``EntryListField``;
    ``for_all(str id, str field, str copy, str other)`` the entry ``other`` is to have the words of its copy,
    everywhere.
    """

    chosen = Signal(str)
    edited = Signal(str, str, object)
    renamed = Signal(str, str)
    made = Signal(str, dict)
    removed = Signal(str)
    use_wanted = Signal(str, str)
    reworded = Signal(str, str, str, str, bool)
    for_all = Signal(str, str, str, str)
    together = Signal(bool)
    text_made = Signal(str, str, str)

    def __init__(
        self,
        title: str,
        headings: Sequence[str],
        widths: Sequence[int],
        fields: Sequence[AnyField],
        new_entry: NewEntry,
        icon: Icon,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._key = ""
        self._uses: list[tuple[str, str]] = []
        self._lines: list[Line] = []
        self.find_line = TextLine()
        self.find_line.setPlaceholderText(self.tr("Find in: {list}").format(list=title))
        self.find_line.setAccessibleName(self.find_line.placeholderText())
        self.find_line.setClearButtonEnabled(True)
        self.table = Table(title, headings, icon)
        self.table.set_widths(*widths)
        self.add_button = push(self.tr("&Add…"), "plus")
        self.remove_button = push(self.tr("&Remove"), "delete")
        self.new_entry = new_entry
        self.record_id = LineField("id", self.tr("Id"), at_end=True)
        self.fields = {field.name: field for field in fields}
        self._trouble = QLabel()
        self._trouble.setObjectName("refusal")
        self._trouble.setTextFormat(Qt.TextFormat.PlainText)
        self._trouble.setWordWrap(True)
        self._trouble.hide()
        self._uses_label = QLabel(self.tr("Used in"))
        self._uses_label.setObjectName("fieldLabel")
        self.uses = QListWidget()
        self.uses.setObjectName("pathList")
        self._typed = HeldTyping()
        self.uses.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.uses.setAccessibleName(self._uses_label.text())
        self._uses_label.setBuddy(self.uses)
        self._build(fields)
        self.find_line.textChanged.connect(self._show_lines)
        IntoFound(self.find_line, self.table)
        self.table.picked.connect(self._on_row)
        self.table.remove_wanted.connect(self.removed)
        self.add_button.clicked.connect(self._ask_new)
        self.remove_button.clicked.connect(self._remove)
        self.new_entry.made.connect(self._on_made)
        self.record_id.edited.connect(self._on_id)
        self.uses.itemActivated.connect(self._on_use)
        for field in fields:
            field.edited.connect(self._on_field)
            if isinstance(field, EntryListField):
                field.reworded.connect(partial(self._on_reworded, field.name))
                field.new_wanted.connect(self._on_text_made)
                field.together.connect(self.together)
                field.for_all.connect(partial(self._on_for_all, field.name))
                field.go.connect(self._on_node)
                field.entry_wanted.connect(self.use_wanted)
        self._on_row("")

    def _build(self, fields: Sequence[AnyField]) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(8)
        column.addWidget(self.find_line)
        column.addWidget(self.table, 1)
        buttons = nested(column, QHBoxLayout())
        buttons.addWidget(self.add_button)
        buttons.addWidget(self.remove_button)
        buttons.addStretch(1)
        self._form = ReadingForm()
        self._form.setObjectName("form")
        form = QVBoxLayout(self._form)
        form.setContentsMargins(8, 0, 8, 0)
        form.setSpacing(12)
        for widget in (self.new_entry, self._trouble, self.record_id, *fields, self._uses_label, self.uses):
            form.addWidget(widget)
        form.addStretch(1)
        self._scroll = scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(self._form)
        parts = beside_table.next_to(left, scroll)
        parts.setSizes([600, 400])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(parts)

    # -- values down -----------------------------------------------------------------------------

    @property
    def key(self) -> str:
        """The id of the entry in the form, or an empty one."""
        return self._key

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show the entries; the chosen one stays chosen while it is there."""
        self._lines = list(lines)
        self._show_lines()
        if not self.table.current_key() and self.table.ids():
            self.table.go_to(self.table.ids()[0])

    def show_record(self, key: str, values: Mapping[str, object]) -> None:
        """Show one entry in the form."""
        if key != self._key:
            if self.record_id.value() != key:  # else what is typed there was taken: the entry has another id now
                self._typed.put_aside(self._key, [self.record_id])
            self._typed.put_aside(self._key, self.fields.values())
            for field in (self.record_id, *self.fields.values()):
                field.refuse("")
                if isinstance(field, EntryListField):
                    field.forget()
            self._trouble.hide()
        self._key = key
        self.record_id.show_value(key)
        for name, field in self.fields.items():
            field.show_value(values[name])
        self._typed.show_again(key, (self.record_id, *self.fields.values()))
        for field in (self.record_id, *self.fields.values()):
            field.forgive()

    def forget(self) -> None:
        """Drop what was typed and not taken, since another tree is shown."""
        self._typed.put_aside(self._key, (self.record_id, *self.fields.values()))
        self._typed.forget()
        for field in self.fields.values():
            if isinstance(field, EntryListField):
                field.forget_all()

    def take_typed(self) -> list[tuple[str, str]]:
        """Take all that was typed, and return what cannot be taken with the name of its field."""
        self._settle()
        self.new_entry.take()
        left = [(field.label.text(), text) for field, text in untaken((self.record_id, *self.fields.values()))]
        return left + self._typed.texts(self.fields) + self.new_entry.untaken()

    def show_uses(self, uses: Sequence[tuple[str, str, str]]) -> None:
        """Show where the entry is used: part, id and words of each place."""
        self.uses.clear()
        self._uses = [(part, key) for part, key, _ in uses]
        for _, _, words in uses:
            self.uses.addItem(QListWidgetItem(words))
        self._uses_label.setText(self.tr("Used in: {n}").format(n=len(uses)) if uses else self.tr("Not used anywhere"))
        self.uses.setVisible(bool(uses))
        rows = min(6, len(uses)) or 1
        self.uses.setFixedHeight(rows * max(1, self.uses.sizeHintForRow(0)) + 8)

    def refuse(self, field: str, sentence: str) -> None:
        """Say why a value was not taken, beside its field; ``""`` for the entry as a whole."""
        if field == "id":
            self.record_id.refuse(sentence)
        elif field in self.fields:
            self.fields[field].refuse(sentence)
        else:
            self._trouble.setText(sentence)
            self._trouble.setVisible(bool(sentence))

    def value_with(self, field: str, key: str) -> object:
        """Return the value that a list of texts will have with the new one that it has asked for."""
        editor = self.fields[field]
        return editor.value_with(key) if isinstance(editor, EntryListField) else key

    def go_to(self, key: str) -> None:
        """Choose an entry, also one that the line to find in hides."""
        if key not in self.table.ids():
            self.find_line.clear()
        self.table.go_to(key)

    def focus_field(self, field: str) -> None:
        """Put the focus into a field, if there is one of that name, and bring it into sight."""
        if field in self.fields:
            self.fields[field].setFocus(Qt.FocusReason.OtherFocusReason)
            self._scroll.ensureWidgetVisible(self.fields[field])

    def showEvent(self, event: QShowEvent) -> None:
        """Work out what is only needed for a page in view."""
        super().showEvent(event)
        self.chosen.emit(self.table.current_key())

    # -- ids up ----------------------------------------------------------------------------------

    def _show_lines(self, *_: object) -> None:
        wanted = self.find_line.text().casefold()
        self.table.show_lines(
            [line for line in self._lines if not wanted or any(wanted in cell.text.casefold() for cell in line.cells)]
        )

    def _on_row(self, key: str) -> None:
        self._settle()
        self.remove_button.setEnabled(bool(key))
        for widget in (self.record_id, *self.fields.values(), self._uses_label, self.uses):
            widget.setVisible(bool(key))
        self.chosen.emit(key)

    def _settle(self) -> None:
        for field in (self.record_id, *self.fields.values()) if self._key else ():
            field.settle()

    def _ask_new(self) -> None:
        self.new_entry.ask("", "")

    def _remove(self) -> None:
        self.removed.emit(self.table.current_key())

    def _on_made(self, _field: str, key: str, values: dict[str, object]) -> None:
        self.made.emit(key, values)

    def _on_id(self, _field: str, new: object) -> None:
        self.renamed.emit(self._key, str(new))

    def _on_field(self, field: str, value: object) -> None:
        if self._key:
            self.edited.emit(self._key, field, value)

    def _on_reworded(self, field: str, other: str, text: str, here: bool) -> None:
        self.reworded.emit(self._key, field, other, text, here)

    def _on_for_all(self, field: str, copy: str, other: str) -> None:
        self.for_all.emit(self._key, field, copy, other)

    def _on_text_made(self, field: str, text: str) -> None:
        self.text_made.emit(self._key, field, text)

    def _on_node(self, node_id: str) -> None:
        self.use_wanted.emit("node", node_id)

    def _on_use(self, item: QListWidgetItem) -> None:
        self.use_wanted.emit(*self._uses[self.uses.row(item)])
