"""Offer the patterns of leaves while a leaf says nothing yet: how urgent, where to go, when to get help after all."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from kneetree import edits
from kneetree.ui.editor.fields.buttons import push


class PatternBar(QWidget):
    """A button for each pattern.

    Signals: ``wanted(str kind)`` the leaf is to say what leaves of that kind say.
    """

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = {
            "ambulance": self.tr("Call an ambulance"),
            "today": self.tr("Be seen today"),
            "self_care": self.tr("Look after it yourself"),
        }
        heading = QLabel(self.tr("Begin with a pattern"))
        heading.setObjectName("fieldLabel")
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 0, 4, 4)
        column.setSpacing(4)
        column.addWidget(heading)
        self.buttons = {kind: push(words[kind], "plus") for kind in edits.PATTERNS}
        for kind, button in self.buttons.items():
            button.clicked.connect(partial(self._on_clicked, kind))
            column.addWidget(button)

    def _on_clicked(self, kind: str) -> None:
        self.wanted.emit(kind)
