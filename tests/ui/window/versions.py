"""The list of earlier versions of a file, for the tests that open it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from kneetree.ui.window.earlier_versions import EarlierDialog


def in_versions(press: Callable[[EarlierDialog], None]) -> None:
    """Do something in the list of versions once it is open and has looked at all of them."""

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, EarlierDialog) or dialog._look.isActive():
            QTimer.singleShot(10, look)
            return
        press(dialog)

    QTimer.singleShot(10, look)
