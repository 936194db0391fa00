"""What was done, said over an edge of a page: it goes when it can have been read, and nothing moves for it.

What was pressed stays free, with its neighbours, so that the next of them can be pressed, and the last line of the page
can be scrolled to above it.  A screen reader says it at once, and once.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QTimer
from PySide6.QtGui import QHideEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from shiboken6 import Shiboken

from kneetree.ui.announcing import announce
from kneetree.ui.style import text_labels
from kneetree.ui.style.surfaces import on_surface
from kneetree.ui.wizard.page_frame import ScrollPage

_LEAST = 6000
_EACH = 90
"""Milliseconds that a sentence stays, and for each of its letters: twice as long as most people need to read it."""


class Notice(QWidget):
    """A line over the foot of ``page``, or its head, there while it says something; ``timer`` ends it.

    It stays while the pointer is on it, and goes when it is pressed.
    """

    def __init__(self, page: ScrollPage) -> None:
        super().__init__(page)
        self._page = page
        self._pressed: QWidget | None = None
        on_surface(self, "note")
        self.label = text_labels.label("", "body")
        text_labels.row(self, 0, 12).addWidget(self.label)
        self.timer = QTimer(self, singleShot=True)
        self.timer.timeout.connect(self._on_read)
        for watched in (page, page.scroll_area):
            watched.installEventFilter(self)
        self.hide()

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        """Hide, so that what it covers can be seen again."""
        self.hide()

    def hideEvent(self, event: QHideEvent) -> None:
        """Let the page end again where it ends."""
        super().hideEvent(event)
        self._page.lie_over(0)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the page that it lies over."""
        QApplication.sendEvent(self._page.scroll_area.viewport(), event)

    def leaveEvent(self, event: QEvent) -> None:
        """Go a while after the pointer."""
        super().leaveEvent(event)
        self.timer.start(_LEAST)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the edge of the page, above the button that says that it goes on."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self._place()
        return super().eventFilter(watched, event)

    def say(self, sentence: str) -> None:
        """Show a sentence, and let a screen reader say it wherever the keyboard is."""
        self.label.setText(text_labels.breaking(sentence))
        self.label.setAccessibleName(sentence)
        self._pressed = self.window().focusWidget()
        self.show()
        self._place()
        self.raise_()
        self.timer.start(max(_LEAST, _EACH * len(sentence)))
        announce(self.label, sentence)

    def _place(self) -> None:
        if not self.isHidden():
            width = self._page.width()
            height = self.heightForWidth(width)
            at_foot = QRect(0, self._page.scroll_area.geometry().bottom() + 1 - height, width, height)
            at_head = self._covers_pressed(at_foot)
            self.setGeometry(QRect(0, 0, width, height) if at_head else at_foot)
            self._page.lie_over(0 if at_head else height)

    def _covers_pressed(self, place: QRect) -> bool:
        """Return whether the buttons of which one was pressed would lie under ``place``."""
        pressed = self._pressed
        row = pressed.parentWidget() if isinstance(pressed, QAbstractButton) and Shiboken.isValid(pressed) else None
        if row is None or not self._page.isAncestorOf(row):
            return False
        return QRect(row.mapTo(self._page, QPoint()), row.size()).intersects(place)

    def _on_read(self) -> None:
        if not self.underMouse():
            self.hide()
