"""The two buttons above everything, one for each mode of the window.  What they do is joined by the window."""

from __future__ import annotations

from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from kneetree.ui.style import text_labels
from kneetree.ui.style.surfaces import on_surface
from kneetree.ui.wizard.start_page import StartPage


class ModeBar(QWidget):
    """Holds ``check_button`` and ``edit_button``; one of them is always down."""

    def __init__(self, *, check: str, edit: str) -> None:
        """``check`` and ``edit`` are the words on the buttons."""
        super().__init__()
        on_surface(self, "bar")
        line = text_labels.row(self, 4)
        line.setContentsMargins(16, 6, 16, 6)
        group = QButtonGroup(self)
        self.check_button = QPushButton(check)
        self.edit_button = QPushButton(edit)
        for button in (self.check_button, self.edit_button):
            button.setProperty("kind", "mode")
            button.setCheckable(True)
            group.addButton(button)
            line.addWidget(button)
        self.check_button.setChecked(True)
        line.addStretch(1)

    def be_neutral(self) -> None:
        """Call the walk by a word that fits any tree, until the open one gives its own."""
        self.check_button.setText(self.tr("Answer the questions"))


def be_neutral(page: StartPage, bar: ModeBar) -> None:
    """Take the words of the shipped tree away before another one is read."""
    page.be_neutral()
    bar.be_neutral()
