"""A dialog that nobody has asked for takes no key and no click that was meant for something else.

It is deaf until the person has pressed nothing for a moment: who is typing when it comes up goes on for a while without
looking, and a space would press whichever button has the keyboard.
"""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QDialog, QWidget
from shiboken6 import Shiboken

from kneetree.ui.flag import Flag

PAUSE_MS = 700
"""How long nothing is pressed until a dialog listens: those who type pause for less."""
_KEYS = (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride, QEvent.Type.Shortcut, QEvent.Type.KeyRelease)
_BUTTONS = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick, QEvent.Type.MouseButtonRelease)
_RELEASES = (QEvent.Type.KeyRelease, QEvent.Type.MouseButtonRelease)

by_itself = Flag()
"""Up while something is done that nobody has just asked for; dialogs that are made then are deaf at first."""


def guard(dialog: QDialog) -> None:
    """Make a dialog deaf at first if nobody has asked for it."""
    if by_itself:
        _Deaf(dialog, (*_KEYS, *_BUTTONS))


def guard_from_keys(dialog: QDialog) -> None:
    """Make a dialog deaf to keys at first that comes up while somebody goes on typing; a click was aimed at it."""
    _Deaf(dialog, _KEYS)


class _Deaf(QObject):
    """Keeps what is pressed from a dialog, from the time when it is shown until nothing was pressed for a moment.

    It looks at the dialog and its parts alone.  A filter over the whole application is shown every object that Qt sends
    anything to, its screens among them, and windows died some seconds later more often with one.
    """

    def __init__(self, dialog: QDialog, kinds: Collection[QEvent.Type]) -> None:
        super().__init__(dialog)
        self._dialog = dialog
        self._kinds = kinds
        self._watched: list[QObject] = [dialog]
        self._pause = QTimer(self, interval=PAUSE_MS, singleShot=True)
        self._pause.timeout.connect(self._listen)
        dialog.installEventFilter(self)
        dialog.finished.connect(self._listen)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Begin when the dialog is shown."""
        kind = event.type()
        if kind == QEvent.Type.Show and watched is self._dialog and len(self._watched) == 1:
            window = self._dialog.windowHandle()  # all that is pressed comes to it first
            parts = [*self._dialog.findChildren(QWidget), *self._dialog.findChildren(QShortcut)]
            self._watched += [*parts, *([window] if window is not None else [])]
            for part in self._watched[1:]:
                part.installEventFilter(self)
            self._pause.start()
        if not self._pause.isActive() or kind not in self._kinds:
            return False
        if kind not in _RELEASES:
            self._pause.start()
        return True

    def _listen(self) -> None:
        self._pause.stop()
        for part in self._watched:
            if Shiboken.isValid(part):
                part.removeEventFilter(self)
        self._watched = []
