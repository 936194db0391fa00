"""Make a new finding, condition or source where it is first needed, without leaving the form."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kneetree.ui.editor.fields.buttons import push
from kneetree.ui.editor.fields.field import AnyField, LineField, TickField


def slug(text: str) -> str:
    """Return an id made of what was typed: lower-case letters and digits, with ``_`` between."""
    return re.sub(r"[^a-z0-9]+", "_", text.lower()).strip("_")[:60].strip("_")


class NewEntry(QFrame):
    """A small form for a new entry; hidden until it is asked for.

    Signals: ``made(str field, str id, dict values)``, ``left()`` when it was cancelled.
    """

    made = Signal(str, str, dict)
    left = Signal()

    def __init__(self, title: str, fields: Sequence[AnyField], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("newEntry")
        self.setAccessibleName(title)
        self._field = ""
        heading = QLabel(title)
        heading.setObjectName("fieldLabel")
        self._id = LineField("id", self.tr("Id"))
        self._fields = fields
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        column.addWidget(heading)
        column.addWidget(self._id)
        for field in fields:
            column.addWidget(field)
        row = QHBoxLayout()
        make, leave = push(self.tr("Add it"), "plus"), push(self.tr("Cancel"))
        make.clicked.connect(self._make)
        leave.clicked.connect(self.leave)
        row.addWidget(make)
        row.addWidget(leave)
        row.addStretch(1)
        column.addLayout(row)
        for field in (self._id, *fields):
            if isinstance(field, LineField):
                field.line.returnPressed.connect(self._make)
        self.hide()

    def ask(self, field: str, text: str) -> None:
        """Open for the named field, with an id made of what was typed there."""
        self._field = field
        self._id.show_value(slug(text))
        for entry in self._fields:
            entry.show_value(False if isinstance(entry, TickField) else "")
            entry.refuse("")
        if self._fields and isinstance(self._fields[0], LineField):
            self._fields[0].show_value(text if slug(text) != text else "")
        self._id.refuse("")
        self.show()
        (self._fields[0] if self._fields else self._id).setFocus(Qt.FocusReason.OtherFocusReason)

    def refuse(self, sentence: str) -> None:
        """Say why the id was not taken."""
        self._id.refuse(sentence)

    def leave(self) -> None:
        """Close without making anything."""
        self.hide()
        self.left.emit()

    def _make(self) -> None:
        first = self._fields[0] if self._fields else None
        if first is not None and not first.value():
            if isinstance(first, LineField):
                first.refuse(self.tr("Write this in a few words first."))
            else:
                first.refuse(self.tr("Choose one first."))
            first.setFocus()
            return
        key = self._id.value() or (slug(str(first.value())) if isinstance(first, LineField) else "")
        if not key:
            self._id.refuse(self.tr("Give it an id: lower-case letters and digits, with _ between."))
            return
        self.made.emit(self._field, key, {field.name: field.value() for field in self._fields})
