"""Takes no second click of a double click whose first one has turned the page: nobody has seen what is there now."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, QPoint
from PySide6.QtGui import QCursor, QMouseEvent, QWindow
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import Shiboken

_PRESSES = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick)


class SecondClick(QObject):
    """Watches the window of ``page``, from each turn of a page until the next click or the time of a double click."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self._since = QElapsedTimer()
        self._place = QPoint()
        self._window: QWindow | None = None

    def page_turned(self) -> None:
        """Take no click at the place of the pointer for as long as it may be the second of two."""
        self._stop()
        self._window = self._page.window().windowHandle()
        if self._window is not None:
            self._since.start()
            self._place = QCursor.pos()
            self._window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep such a click from the page."""
        if event.type() not in _PRESSES or not isinstance(event, QMouseEvent):
            return False
        moved = (event.globalPosition().toPoint() - self._place).manhattanLength()
        if moved <= QApplication.startDragDistance() and self._since.elapsed() < QApplication.doubleClickInterval():
            return True
        self._stop()
        return False

    def _stop(self) -> None:
        if self._window is not None and Shiboken.isValid(self._window):  # it goes when the page comes into another
            self._window.removeEventFilter(self)
        self._window = None
