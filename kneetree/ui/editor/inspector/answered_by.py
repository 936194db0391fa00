"""Choose how a question is answered: by one finding, a list of statements, or a number."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from kneetree.ui.editor.fields.field import ChoiceField

FINDING, LIST, NUMBER = "finding", "list", "number"
"""The ways to answer a question; the value of the field ``answered_by``."""


class AnsweredByField(ChoiceField[str]):
    """One of the ways to answer a question."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("answered_by", "", [(way, way) for way in (FINDING, LIST, NUMBER)], parent)
        self.label.setText(self.tr("Answered by"))
        self.box.setAccessibleName(self.label.text())
        words = (
            self.tr("Yes, no or not sure to one finding"),
            self.tr("A list of statements to tick"),
            self.tr("A number, such as an age"),
        )
        for place, said in enumerate(words):
            self.box.setItemText(place, said)
