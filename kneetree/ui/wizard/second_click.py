"""Takes no second click, and no letter, where the first one has brought something else: nobody has read it yet.

A letter with Alt means one button on one page and another on the next.  Held down, or pressed six times in a second, it
would deny all danger signs.
"""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QCursor, QKeyEvent, QMouseEvent, QWindow
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import Shiboken

_PRESSES = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick)
_MOVES_THE_PAGE = (QEvent.Type.Wheel, QEvent.Type.KeyPress)
UNREAD_MS = 700
"""For so long nobody can have read a new page: a click that early is meant for the page before it."""


class SecondClick(QObject):
    """Watches the window of ``page`` until the next click elsewhere, and the letters that are typed with Alt on it.

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
        page.installEventFilter(self)

    def page_turned(self) -> None:
        """Take no click at the place of the pointer for as long as nobody can have read the page."""
        self._pressed = None
        self._begin()

    def page_scrolled(self, pressed: QWidget, *, by_pointer: bool) -> None:
        """Take no letter for as long as nobody can have read what came into sight.

        If it was ``by_pointer``, no click is taken at its place until it has moved, unless ``pressed`` is still there.
        """
        if by_pointer:
            self._pressed = pressed
            self._begin()
        else:
            self._since.start()

    def _begin(self) -> None:
        self._stop()
        self._window = self._page.window().windowHandle()
        if self._window is not None:
            self._since.start()
            self._place = QCursor.pos()
            self._window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep such a click or letter from the page."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            return self._is_unread_letter(event)
        if event.type() in _PRESSES and isinstance(event, QMouseEvent):
            if self._is_second(event.globalPosition().toPoint()):
                return True
            self._stop()
        elif event.type() in _MOVES_THE_PAGE and self._pressed is not None:
            self._stop()
        return False

    def _is_unread_letter(self, event: QKeyEvent) -> bool:
        """Return whether a letter comes too early, or only from being held down; it then presses nothing."""
        if not event.modifiers() & Qt.KeyboardModifier.AltModifier:
            return False
        is_early = event.isAutoRepeat() or (self._since.isValid() and self._since.elapsed() < UNREAD_MS)
        if is_early:
            event.accept()  # then it is no shortcut
        return is_early

    def _is_second(self, place: QPoint) -> bool:
        if (place - self._place).manhattanLength() > QApplication.startDragDistance():
            return False
        if self._pressed is not None:
            return QApplication.widgetAt(place) is not self._pressed
        return self._since.elapsed() < max(QApplication.doubleClickInterval(), UNREAD_MS)

    def _stop(self) -> None:
        if self._window is not None and Shiboken.isValid(self._window):  # it goes when the page comes into another
            self._window.removeEventFilter(self)
        self._window = None
