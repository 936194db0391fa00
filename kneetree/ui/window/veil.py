"""What a window showed before, over the one that takes its place until that is filled: no first page flashes up.

It is a picture only; what lies below it is already there for assistive technology.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QDeadlineTimer, QTimer
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QLabel, QWidget

_LOOK_MS = 15
_LONGEST_MS = 3000


class Veil(QLabel):
    """A picture over all of ``window`` that goes once ``ready`` says so, at the latest after three seconds."""

    def __init__(self, window: QWidget, picture: QPixmap, ready: Callable[[], bool]) -> None:
        super().__init__(window)
        self._ready = ready
        self._end = QDeadlineTimer(_LONGEST_MS)
        self.setPixmap(picture)
        self.setGeometry(window.rect())
        self.raise_()
        self.show()
        self._timer = QTimer(self, interval=_LOOK_MS)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def _look(self) -> None:
        if self._ready() or self._end.hasExpired():
            self._timer.stop()
            self.hide()
            self.deleteLater()
