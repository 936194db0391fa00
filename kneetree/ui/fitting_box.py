"""A message box that fits the screen: where letters are large, Qt cuts the words of its buttons and leaves the screen.

Buttons that have no room side by side come one below the other, and a text that is too high scrolls.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QElapsedTimer, QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QDialogButtonBox, QFrame, QLabel, QMessageBox, QScrollArea

from kneetree.ui.on_screen import room_on_screen
from kneetree.ui.qt_access import layout_of

_FRAME = 40
"""Pixels that the frame which the window system draws may take of the height."""
_PLACING_MS = 1_000
"""For how long the window system may still be placing a window that is shown; after that a person moves it."""
_LEAST_LINES = 2
"""How many lines of a text that scrolls are seen at least."""


class FittingBox(QObject):
    """Fits a message box to the screen when it is shown."""

    def __init__(self, box: QMessageBox) -> None:
        super().__init__(box)
        self._box = box
        self._scroll: QScrollArea | None = None
        self._shown = QElapsedTimer()
        box.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fit it before Qt gives it its size."""
        if event.type() == QEvent.Type.Show and watched is self._box:
            self._fit()
            self._shown.start()
        elif event.type() in (QEvent.Type.Move, QEvent.Type.Resize) and self._is_being_placed:
            QTimer.singleShot(0, self, self._come_on_screen)
        return False

    @property
    def _is_being_placed(self) -> bool:
        """Whether Qt and the window system may still give the box another place and size, and not the person."""
        return self._shown.isValid() and not self._shown.hasExpired(_PLACING_MS)

    def _fit(self) -> None:
        room = room_on_screen(self._box).size()
        margins = layout_of(self._box).contentsMargins()
        for buttons in self._box.findChildren(QDialogButtonBox):
            if buttons.sizeHint().width() + margins.left() + margins.right() > _widest(room.width()):
                buttons.setOrientation(Qt.Orientation.Vertical)
        label = self._box.findChild(QLabel, "qt_msgbox_informativelabel")
        if isinstance(label, QLabel) and self._scroll is None and self._over() > 0:
            label.setMinimumWidth(room.width() - 4 * (margins.left() + margins.right()))
            over = self._over()
            if over > 0:
                self._let_scroll(label, label.height() - over)
                self._measure()
        self._come_on_screen()

    def _over(self) -> int:
        """Return by how many pixels the box is higher than the screen."""
        self._measure()
        return self._box.height() + _FRAME - room_on_screen(self._box).height()

    def _come_on_screen(self) -> None:
        """Move the box to where all of it can be seen; Qt has placed it before it had its size."""
        room, frame = room_on_screen(self._box), self._box.frameGeometry()
        left = max(min(frame.x(), room.right() - frame.width() + 1), room.left())
        top = max(min(frame.y(), room.bottom() - frame.height() + 1), room.top())
        if (left, top) != (frame.x(), frame.y()):
            self._box.move(left, top)

    def _measure(self) -> None:
        """Let Qt give the box its size now."""
        QCoreApplication.sendEvent(self._box, QEvent(QEvent.Type.LayoutRequest))

    def _let_scroll(self, label: QLabel, height: int) -> None:
        """Show a text in so many pixels of height; the keyboard can scroll it."""
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setAccessibleName(label.text())
        self._scroll.setMinimumWidth(label.minimumWidth())
        label.setMinimumWidth(0)
        layout_of(self._box).replaceWidget(label, self._scroll)
        self._scroll.setWidget(label)
        label.show()
        self._scroll.setFixedHeight(max(height, _LEAST_LINES * label.fontMetrics().lineSpacing()))


def _widest(screen: int) -> int:
    """Return how wide Qt makes a message box at most on a screen that is so wide, whatever is in it."""
    return screen if screen <= 1024 else min(screen - 480, 1000)
