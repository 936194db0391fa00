"""Make a new finding, condition or source where it is first needed, without leaving the form."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kneetree.ui.editor.fields.buttons import push
from kneetree.ui.editor.fields.field import AnyField, LineField, TickField
from kneetree.ui.editor.fields.going import bring_into_sight
from kneetree.ui.style.text_labels import nested


class NewEntry(QFrame):
    """A small form for a new entry; hidden until it is asked for.

    Signals: ``made(str field, str id, dict values)``, the id being empty unless the entry is ``known_by_id``: then its
    name is all that tells it from others, and is typed first; ``left()`` when it is cancelled, before it goes.
    """

    made = Signal(str, str, dict)
    left = Signal()

    def __init__(
        self, title: str, fields: Sequence[AnyField], parent: QWidget | None = None, *, known_by_id: bool = False
    ) -> None:
        super().__init__(parent)
        self.setObjectName("newEntry")
        self.setAccessibleName(title)
        self._field = ""
        heading = QLabel(title)
        heading.setObjectName("fieldLabel")
        self._id = LineField("id", self.tr("Name"))
        if not known_by_id:
            self._id.hide()
        self._known_by_id, self._fields = known_by_id, fields
        self._trouble = QLabel()
        self._trouble.setObjectName("refusal")
        self._trouble.setTextFormat(Qt.TextFormat.PlainText)
        self._trouble.setWordWrap(True)
        self._trouble.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        column.addWidget(heading)
        column.addWidget(self._id)
        for field in fields:
            column.addWidget(field)
        column.addWidget(self._trouble)
        row = nested(column, QHBoxLayout())
        make, leave = push(self.tr("Add it"), "plus"), push(self.tr("Cancel"))
        make.clicked.connect(self._make)
        leave.clicked.connect(self.leave)
        row.addWidget(make)
        row.addWidget(leave)
        row.addStretch(1)
        for field in (self._id, *fields):
            if isinstance(field, LineField):
                field.line.returnPressed.connect(self._make)
        self.hide()

    def ask(self, field: str, text: str) -> None:
        """Open for the named field, with what was typed there; the focus goes to what is to be typed, in sight."""
        self._field = field
        self._id.show_value("")
        for entry in self._fields:
            entry.show_value(False if isinstance(entry, TickField) else "")
            entry.refuse("")
        if self._fields and isinstance(self._fields[0], LineField):
            self._fields[0].show_value(text)
        self.refuse("")
        self.show()
        first = self._id if self._known_by_id or not self._fields else self._fields[0]
        first.setFocus(Qt.FocusReason.OtherFocusReason)
        bring_into_sight(self)
        bring_into_sight(first)

    @property
    def asked_by(self) -> str:
        """The name of the field that asked last."""
        return self._field

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Escape, as with *Cancel*."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def answered(self, field: str) -> None:
        """Close, since the field that asked has got its value otherwise."""
        if field == self._field:
            self.hide()

    def refuse(self, sentence: str) -> None:
        """Say why it was not taken."""
        self._trouble.setText(sentence)
        self._trouble.setVisible(bool(sentence))

    def leave(self) -> None:
        """Close without making anything."""
        self.left.emit()
        self.hide()

    def settle(self) -> None:
        """Make what is written so far, since the form goes out of view, or close if that is too little."""
        self.take()
        if not self.isHidden():
            self.leave()

    def take(self) -> None:
        """Make what is written so far, if that is enough."""
        first = self._fields[0].value() if self._fields else ""
        if isinstance(first, str) and first.strip() and (self._id.value().strip() or not self._known_by_id):
            self._make()

    def untaken(self) -> list[tuple[str, str]]:
        """Return what is written in an open form, each with the name of its field."""
        if self.isHidden():
            return []
        written = [(field.label.text(), field.value()) for field in (self._id, *self._fields)]
        return [(label, text) for label, text in written if isinstance(text, str) and text.strip()]

    def _make(self) -> None:
        first = self._fields[0] if self._fields else None
        if first is not None and not first.value():
            if isinstance(first, LineField):
                first.refuse(self.tr("Write this in a few words first."))
            else:
                first.refuse(self.tr("Choose one first."))
            first.setFocus()
            return
        if self._known_by_id and not self._id.value().strip():
            self._id.refuse(self.tr("Give it a name first."))
            self._id.setFocus()
            return
        self.made.emit(self._field, self._id.value().strip(), {field.name: field.value() for field in self._fields})
