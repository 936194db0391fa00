"""The line at the foot of the window: whether a clinician has reviewed the tree, and which tree it is."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from kneetree.ui.style import text_labels
from kneetree.ui.style.surfaces import on_surface


class Foot(QWidget):
    """Shows one text, which wraps where there is no room; before there is one it is as high as it will be."""

    def __init__(self) -> None:
        super().__init__()
        on_surface(self, "foot")
        self._label = QLabel(" ")
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setProperty("role", "tiny")
        self._label.setWordWrap(True)
        line = text_labels.row(self, 0)
        line.setContentsMargins(24, 6, 24, 6)
        line.addWidget(self._label, 1)

    def text(self) -> str:
        """Return what is shown."""
        return self._label.text()

    def show_text(self, text: str) -> None:
        """Show another text."""
        self._label.setText(text)
