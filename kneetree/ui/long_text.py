"""Show a text that may be longer than the screen, to be read and left again."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QWidget

from kneetree.ui.on_screen import resize_on_screen
from kneetree.ui.style import text_labels


def read(parent: QWidget | None, title: str, text: str, more: str = "", *, heading: str = "", lines: int = 32) -> bool:
    """Show a text of any length, which can be scrolled; return whether the button ``more``, if any, was pressed.

    ``heading`` goes above the text; without it the title of the window says what it is.  ``lines`` is how high the
    window becomes where the screen is high enough.
    """
    dialog = QDialog(parent)
    dialog.setWindowTitle(title)
    said = QPlainTextEdit(text)
    said.setReadOnly(True)
    said.setTabChangesFocus(True)
    said.setAccessibleName(heading or title)
    said.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok)
    buttons.accepted.connect(dialog.reject)
    if more:
        buttons.addButton(more, QDialogButtonBox.ButtonRole.ActionRole).clicked.connect(dialog.accept)
    column = text_labels.column(dialog, 12, 16)
    if heading:
        column.addWidget(text_labels.label(heading))
    column.addWidget(said, 1)
    column.addWidget(buttons)
    letter = dialog.fontMetrics()
    resize_on_screen(dialog, letter.averageCharWidth() * 76, letter.lineSpacing() * lines)
    said.setFocus()
    pressed = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    return pressed
