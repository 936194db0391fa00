"""Edit what a tree says of itself: what it is for and not for, who wrote it, and what its first page says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from kneetree.model.tree import About, Start, Tree
from kneetree.ui.editor.fields.choices import Choices
from kneetree.ui.editor.fields.field import AnyField, LineField, TextField
from kneetree.ui.editor.fields.held import untaken
from kneetree.ui.editor.fields.list_fields import TextListField
from kneetree.ui.editor.fields.picture_field import PictureField
from kneetree.ui.editor.fields.reading_form import ReadingForm
from kneetree.ui.editor.fields.text_editors import select_all


class FieldsPage(QScrollArea):
    """A page of fields over one thing.

    Signals: ``edited(str field, object value)``.
    """

    edited = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fields: dict[str, AnyField] = {}
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def take(self, fields: Sequence[AnyField]) -> None:
        """Place the fields."""
        self.fields = {field.name: field for field in fields}
        form = ReadingForm()
        form.setObjectName("form")
        column = QVBoxLayout(form)
        column.setContentsMargins(8, 0, 8, 8)
        column.setSpacing(12)
        for field in fields:
            field.edited.connect(self.edited)
            column.addWidget(field)
        column.addStretch(1)
        self.setWidget(form)

    def refuse(self, field: str, sentence: str) -> None:
        """Say beside a field why its value was not taken."""
        self.fields[field].refuse(sentence)

    def show_values(self, values: Mapping[str, object]) -> None:
        """Show values by field, and take back the refusals of what is no longer there."""
        for name, field in self.fields.items():
            field.show_value(values[name])
            field.forgive()

    def take_typed(self) -> list[tuple[str, str]]:
        """Take all that was typed, and return what cannot be taken with the name of its field."""
        for field in self.fields.values():
            field.settle()
        return [(field.label.text(), text) for field, text in untaken(self.fields.values())]

    def focus_field(self, field: str) -> None:
        """Put the focus into a field, if there is one of that name."""
        if field in self.fields:
            self.fields[field].setFocus(Qt.FocusReason.OtherFocusReason)
            select_all(self.fields[field].focusProxy())
            self.ensureWidgetVisible(self.fields[field])


class AboutPage(FieldsPage):
    """Single parts of the tree and the fields of ``about``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        example = self.tr("For example: {text}")
        self.take(
            [
                LineField("title", self.tr("Title")),
                LineField("version", self.tr("Version"), example.format(text="1.0.0")),
                LineField("language", self.tr("Language"), example.format(text="en")),
                TextField("intended_use", self.tr("What it is for, and for whom")),
                TextField("not_for", self.tr("What it is not for")),
                TextField("emergency", self.tr("Emergency note"), self.tr("Shown before anything is asked")),
                LineField("call", self.tr("Number to call in an emergency"), example.format(text="999")),
                LineField("licence", self.tr("Licence"), example.format(text="CC-BY-4.0")),
                TextListField("authors", self.tr("Authors")),
            ]
        )

    def show_tree(self, tree: Tree) -> None:
        """Show what the tree says of itself."""
        about = tree.about or About()
        ours = ("title", "version", "language")
        self.show_values({name: getattr(tree if name in ours else about, name) for name in self.fields})


class StartPage(FieldsPage):
    """The fields of ``start``: what a person reads first."""

    def __init__(self, choices: Choices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices = choices
        self.take(
            [
                LineField("heading", self.tr("Heading"), self.tr("For example: Pain behind the knee")),
                TextField("text", self.tr("Text"), self.tr("What the questions are for"), lines=4),
                LineField("button", self.tr("Button"), self.tr("For example: Check my knee")),
                PictureField("picture", self.tr("Picture"), self._own_pictures),
            ]
        )

    def show_tree(self, tree: Tree) -> None:
        """Show what the first page says."""
        start = tree.start or Start()
        self.show_values({name: getattr(start, name) for name in self.fields})

    def _own_pictures(self) -> Mapping[str, str]:
        return self._choices.tree.pictures if self._choices.tree is not None else {}
