"""Where windows are on the screen: how large they may be there, and which of them is in front."""

from __future__ import annotations

from PySide6 import QtCore
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

_SHARE = 0.9
"""How much of the screen a window of its own takes at most, so that what is behind it stays in sight."""


def room_on_screen(widget: QWidget) -> QRect:
    """Return what a window may cover of the screen on which a widget is, or will be.

    ``QWidget.screen`` is never called: PySide takes the screen for a part of that widget from then on, and drops it
    with that.  Windows have died in Qt's list of screens; whether of this is not proven.
    """
    while not widget.isVisible() and (above := widget.parentWidget()) is not None:
        widget = above
    screen = QGuiApplication.screenAt(widget.mapToGlobal(widget.rect().center())) if widget.isVisible() else None
    return (screen or QGuiApplication.primaryScreen()).availableGeometry()


def resize_on_screen(window: QWidget, wide: int, high: int) -> None:
    """Give a window its size in pixels, or less where the screen is smaller."""
    window.resize(QSize(wide, high).boundedTo(room_on_screen(window).size() * _SHARE))


def bring_to_front(window: QWidget) -> None:
    """Show a window before the others with the keys in it, also if it was minimised: Qt would leave it so."""
    window.setWindowState(window.windowState() & ~QtCore.Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()
