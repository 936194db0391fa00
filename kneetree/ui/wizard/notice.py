"""What was done, said beneath a page: it stays there until another page comes, and a screen reader says it at once."""

from __future__ import annotations

from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from kneetree.ui.announcing import announce
from kneetree.ui.qt_access import layout_of
from kneetree.ui.style import text_labels
from kneetree.ui.style.surfaces import on_surface


class Notice(QWidget):
    """A line beneath ``page`` that takes no room until there is something to say."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        on_surface(self, "note")
        self.label = text_labels.label("", "body")
        text_labels.row(self, 0, 12).addWidget(self.label)
        layout_of(page).addWidget(self)
        self.hide()

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        """Hide, so that what it covers can be seen again."""
        self.hide()

    def say(self, sentence: str) -> None:
        """Show a sentence, and let a screen reader say it wherever the keyboard is."""
        self.label.setText(text_labels.breaking(sentence))
        self.label.setAccessibleName(sentence)
        self.show()
        announce(self.label, sentence)
