"""Say what nobody asked for only when the person pauses: what is typed would go to the dialog and be lost."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QGuiApplication, QWindow
from PySide6.QtWidgets import QApplication
from shiboken6 import Shiboken

from kneetree.ui import unasked

PAUSE_MS = 1_200
"""How long no key and no button of the mouse is pressed in a pause."""
_PRESSES = (QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress)


class Quiet(QObject):
    """Calls what it is given, one after the other, when the person pauses and no menu and no dialog is open.

    It looks at the windows alone, since all that is pressed comes to one of them first.  A filter over the whole
    application is shown every object that Qt sends anything to, those that are just going among them.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._waiting: list[Callable[[], object]] = []
        self._watched: list[QWindow] = []
        self._pause = QTimer(self, interval=PAUSE_MS, singleShot=True)
        self._pause.timeout.connect(self._on_pause)
        self._look = QTimer(self, interval=0, singleShot=True)
        self._look.timeout.connect(self._watch)

    def say(self, call: Callable[[], object]) -> None:
        """Call ``call`` in the next pause."""
        self._waiting.append(call)
        self._watch()
        self._pause.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Wait on as long as something is pressed, which may have opened another window."""
        if event.type() in _PRESSES:
            self._pause.start()
            self._look.start()
        return super().eventFilter(watched, event)

    def _watch(self) -> None:
        """Look at every window there is by now."""
        if not self._waiting:
            return
        self._forget()
        self._watched = QGuiApplication.topLevelWindows()
        for window in self._watched:
            window.installEventFilter(self)

    def _forget(self) -> None:
        for window in self._watched:
            if Shiboken.isValid(window):
                window.removeEventFilter(self)
        self._watched = []

    def _on_pause(self) -> None:
        if QApplication.activePopupWidget() is not None or QApplication.activeModalWidget() is not None:
            self._watch()
            self._pause.start()
            return
        self._forget()
        waiting, self._waiting = self._waiting, []
        try:
            with unasked.by_itself:
                while waiting:
                    waiting.pop(0)()
        finally:
            for call in waiting:  # what comes after a fault is said all the same, in the next pause
                self.say(call)
