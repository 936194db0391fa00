"""Provide what the forms of questions and leaves share: fields in a column, and the tree to choose from."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from kneetree.model.tree import Node, Tree
from kneetree.ui.editor.fields.choices import Choices
from kneetree.ui.editor.fields.field import AnyField, LineField, TickField
from kneetree.ui.editor.fields.list_fields import PickListField
from kneetree.ui.editor.fields.new_entry import NewEntry
from kneetree.ui.editor.fields.pick_fields import PickField

F = TypeVar("F", bound=AnyField)


class NodeForm(QWidget):
    """A column of fields over one node.

    Signals: ``edited(str field, object value)``; ``go(str id)`` to another node;
    ``made(str part, str id, dict values, str field)`` for a new finding, condition or source that
    the named field is to have.
    """

    edited = Signal(str, object)
    go = Signal(str)
    made = Signal(str, str, dict, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choices = Choices()
        self._node_id = ""
        self.fields: dict[str, AnyField] = {}
        self.new_entries: dict[str, NewEntry] = {}
        self.setObjectName("form")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(12, 8, 12, 16)
        self.column.setSpacing(12)

    # -- building --------------------------------------------------------------------------------

    def add(self, field: F) -> F:
        """Place a field, listen to it and return it."""
        self.fields[field.name] = field
        field.edited.connect(self.edited)
        self.column.addWidget(field)
        return field

    def add_heading(self, words: str) -> None:
        """Add a line and a heading between groups of fields."""
        line = QFrame()
        line.setFrameShape(QFrame.Shape.HLine)
        line.setObjectName("divider")
        heading = QLabel(words)
        heading.setObjectName("formHeading")
        self.column.addWidget(line)
        self.column.addWidget(heading)

    def add_new_entry(self, part: str, entry: NewEntry) -> NewEntry:
        """Place the form of a new finding or condition under the field that may ask for it."""
        self.new_entries[part] = entry
        entry.left.connect(self._entry_left)
        self.column.addWidget(entry)
        return entry

    def new_finding(self) -> NewEntry:
        """Return the form of a new finding."""
        fields: list[AnyField] = [
            LineField("means", self.tr("It means"), self.tr("As a fact: The calf is swollen")),
            TickField("usual", self.tr("Usually true")),
        ]
        return NewEntry(self.tr("New finding"), fields)

    def new_condition(self) -> NewEntry:
        """Return the form of a new condition."""
        fields: list[AnyField] = [
            LineField("name", self.tr("Medical name")),
            LineField("plain_name", self.tr("Plain name"), self.tr("As a patient would say it")),
        ]
        return NewEntry(self.tr("New condition"), fields)

    def sources_field(self) -> PickListField:
        """Return the field of sources, which every node has."""
        return PickListField("sources", self.tr("Sources"), self.choices.sources, self.tr("Add a source ..."))

    # -- showing ---------------------------------------------------------------------------------

    def show_node(self, tree: Tree, node_id: str, node: Node) -> None:
        """Show a node; fields that have its values already are left alone."""
        if node_id != self._node_id:
            for field in self.fields.values():
                field.refuse("")
            for entry in self.new_entries.values():
                entry.hide()
        self.choices.tree, self.choices.but, self._node_id = tree, node_id, node_id
        self._show(node)

    @property
    def _tree(self) -> Tree | None:
        return self.choices.tree

    def refuse(self, field: str, sentence: str) -> None:
        """Say beside a field why its value was not taken; an empty sentence takes that back."""
        if field in self.fields:
            self.fields[field].refuse(sentence)

    def refuse_entry(self, part: str, sentence: str) -> None:
        """Say in the form of a new entry why it was not taken."""
        self.new_entries[part].refuse(sentence)

    def close_entry(self, part: str) -> None:
        """Close the form of a new entry, which was made."""
        self.new_entries[part].hide()

    def hold_new(self, field: str, key: str) -> object:
        """Return the value that a field will have with a new finding or condition that it has asked for."""
        return key

    def release_new(self, field: str) -> None:
        """Take back ``hold_new``, since the new entry was refused."""

    def _show(self, node: Node) -> None:
        raise NotImplementedError

    def _entry_left(self) -> None:
        for field in self.fields.values():
            if isinstance(field, PickField):
                field.go_back()

    def _entry_made(self, part: str, field: str, key: str, values: dict[str, object]) -> None:
        self.made.emit(part, key, values, field)
