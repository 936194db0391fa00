"""Edit what a tree says of itself: its title, what it is for and what not, who wrote it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from kneetree.model.tree import About, Tree
from kneetree.ui.editor.fields.field import AnyField, LineField, TextField
from kneetree.ui.editor.fields.list_fields import TextListField


class AboutPage(QScrollArea):
    """Single parts of the tree and the fields of ``about``.

    Signals: ``edited(str field, object value)``.
    """

    edited = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        fields: list[AnyField] = [
            LineField("title", self.tr("Title")),
            LineField("version", self.tr("Version"), "1.0.0"),
            LineField("language", self.tr("Language"), "en"),
            TextField("intended_use", self.tr("What it is for, and for whom")),
            TextField("not_for", self.tr("What it is not for")),
            TextField("emergency", self.tr("Emergency note"), self.tr("Shown before anything is asked")),
            LineField("licence", self.tr("Licence"), "CC-BY-4.0"),
            TextListField("authors", self.tr("Authors")),
        ]
        self.fields = {field.name: field for field in fields}
        form = QWidget()
        form.setObjectName("form")
        column = QVBoxLayout(form)
        column.setContentsMargins(8, 0, 8, 8)
        column.setSpacing(12)
        for field in fields:
            field.edited.connect(self.edited)
            column.addWidget(field)
        column.addStretch(1)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(form)

    def show_tree(self, tree: Tree) -> None:
        """Show what the tree says of itself."""
        about = tree.about or About()
        for name, field in self.fields.items():
            field.show_value(getattr(tree if name in ("title", "version", "language") else about, name))

    def refuse(self, field: str, sentence: str) -> None:
        """Say beside a field why its value was not taken."""
        self.fields[field].refuse(sentence)
