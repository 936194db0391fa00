"""Takes from a wizard what Qt puts around its pages: each page has buttons and margins of its own."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QWidget, QWizard


def make_bare(wizard: QWizard) -> None:
    """Take away the row of buttons, the rule with the room around it and the margins; each style brings them back."""
    inner = wizard.findChild(QGridLayout)
    holder = None if inner is None else inner.parentWidget()
    if inner is None or holder is None:
        return
    inner.setContentsMargins(0, 0, 0, 0)
    inner.setSpacing(0)
    for row in range(inner.rowCount()):
        inner.setRowMinimumHeight(row, 0)
    for child in holder.children():
        if type(child) is QWidget:
            child.setMaximumHeight(0)
            child.hide()
