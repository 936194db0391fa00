"""Say what nobody asked for only when the person pauses: what is typed would go to the dialog and be lost."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer

from kneetree.ui import unasked

PAUSE_MS = 1_200
"""How long no key and no button of the mouse is pressed in a pause."""
_PRESSES = (QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress)


class Quiet(QObject):
    """Calls what it is given, one after the other, when the person pauses."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._waiting: list[Callable[[], object]] = []
        self._pause = QTimer(self, interval=PAUSE_MS, singleShot=True)
        self._pause.timeout.connect(self._on_pause)

    def say(self, call: Callable[[], object]) -> None:
        """Call ``call`` in the next pause."""
        app = QCoreApplication.instance()
        if app is not None and not self._waiting:
            app.installEventFilter(self)
        self._waiting.append(call)
        self._pause.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Wait on as long as something is pressed."""
        if event.type() in _PRESSES:
            self._pause.start()
        return super().eventFilter(watched, event)

    def _on_pause(self) -> None:
        app = QCoreApplication.instance()
        if app is not None:
            app.removeEventFilter(self)
        waiting, self._waiting = self._waiting, []
        with unasked.by_itself:
            for call in waiting:
                call()
