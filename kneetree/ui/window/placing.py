"""Where the window was and how large, kept for the next start; what cannot have been a window's place is not taken."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QDataStream, QIODevice, QRect
from PySide6.QtWidgets import QMainWindow

from kneetree.ui import settings
from kneetree.ui.on_screen import room_on_screen

_KEY = "window/geometry"
_MAGIC = 0x1D9D0CB
"""What Qt's own bytes for a geometry begin with."""
_SCREEN_AND_STATE = 10
"""How many bytes lie between the rectangles of a geometry."""
_MOST = 32_000
"""Pixels; no screen is as wide."""
_USUAL = (1180, 780)


def keep(window: QMainWindow) -> None:
    """Remember where a window is."""
    settings.keep(_KEY, window.saveGeometry())


def restore(window: QMainWindow) -> None:
    """Put a window where the last one was; give it the usual size if that is not known."""
    geometry = settings.data(_KEY)
    if geometry is None or not _is_sound(geometry, window) or not window.restoreGeometry(geometry):
        room = room_on_screen(window).size()
        wide, high = _USUAL
        window.resize(min(wide, room.width() - 40), min(high, room.height() - 60))


def _is_sound(geometry: QByteArray, window: QMainWindow) -> bool:
    """Return whether a window can have had this geometry: Qt itself takes any size and cuts it down to the least."""
    stream = QDataStream(geometry, QIODevice.OpenModeFlag.ReadOnly)
    magic = stream.readUInt32()
    _version = stream.readUInt32()
    framed, normal, shown = QRect(), QRect(), QRect()
    stream >> framed
    stream >> normal
    stream.skipRawData(_SCREEN_AND_STATE)
    stream >> shown
    least = window.minimumSize()
    return (
        stream.status() == QDataStream.Status.Ok
        and magic == _MAGIC
        and all(
            least.width() <= place.width() <= _MOST
            and least.height() <= place.height() <= _MOST
            and max(abs(place.x()), abs(place.y())) <= _MOST
            for place in (normal, shown)
        )
    )
