"""Show a text that may be longer than the screen, to be read and left again."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout, QWidget


def read(parent: QWidget, heading: str, text: str, more: str) -> bool:
    """Show a text of any length, which can be scrolled; return whether the button ``more`` was pressed."""
    dialog = QDialog(parent)
    dialog.setWindowTitle(heading)
    said = QPlainTextEdit(text)
    said.setReadOnly(True)
    said.setTabChangesFocus(True)
    said.setAccessibleName(heading)
    said.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok)
    buttons.accepted.connect(dialog.reject)
    buttons.addButton(more, QDialogButtonBox.ButtonRole.ActionRole).clicked.connect(dialog.accept)
    column = QVBoxLayout(dialog)
    column.setContentsMargins(16, 16, 16, 16)
    column.addWidget(said, 1)
    column.addWidget(buttons)
    letter, room = dialog.fontMetrics(), dialog.screen().availableSize() * 0.9
    dialog.resize(QSize(letter.averageCharWidth() * 76, letter.lineSpacing() * 32).boundedTo(room))
    pressed = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    return pressed
