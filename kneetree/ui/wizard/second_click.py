"""Takes no second click where the first one has brought something else under the pointer: nobody has seen it yet."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, QPoint
from PySide6.QtGui import QCursor, QMouseEvent, QWindow
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import Shiboken

_PRESSES = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick)
_MOVES_THE_PAGE = (QEvent.Type.Wheel, QEvent.Type.KeyPress)
_UNREAD_MS = 700
"""For so long nobody can have read a new page: a click that early is meant for the page before it."""


class SecondClick(QObject):
    """Watches the window of ``page`` until the next click elsewhere.

    After a turn to another page it does so for the time of a double click, and until the page can have been read; after
    a scroll, for as long as the pointer stays where it was and the person does not scroll on in another way.
    """

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self._since = QElapsedTimer()
        self._place = QPoint()
        self._window: QWindow | None = None
        self._pressed: QWidget | None = None

    def page_turned(self) -> None:
        """Take no click at the place of the pointer for as long as nobody can have read the page."""
        self._pressed = None
        self._begin()

    def page_scrolled(self, pressed: QWidget) -> None:
        """Take no click at the place of the pointer until it has moved, unless ``pressed`` is still there."""
        self._pressed = pressed
        self._begin()

    def _begin(self) -> None:
        self._stop()
        self._window = self._page.window().windowHandle()
        if self._window is not None:
            self._since.start()
            self._place = QCursor.pos()
            self._window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep such a click from the page."""
        if event.type() in _PRESSES and isinstance(event, QMouseEvent):
            if self._is_second(event.globalPosition().toPoint()):
                return True
            self._stop()
        elif event.type() in _MOVES_THE_PAGE and self._pressed is not None:
            self._stop()
        return False

    def _is_second(self, place: QPoint) -> bool:
        if (place - self._place).manhattanLength() > QApplication.startDragDistance():
            return False
        if self._pressed is not None:
            return QApplication.widgetAt(place) is not self._pressed
        return self._since.elapsed() < max(QApplication.doubleClickInterval(), _UNREAD_MS)

    def _stop(self) -> None:
        if self._window is not None and Shiboken.isValid(self._window):  # it goes when the page comes into another
            self._window.removeEventFilter(self)
        self._window = None
