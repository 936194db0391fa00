"""Which lines of a list have been on screen, so that nobody denies what they never saw.

It watches the page being painted and knows nothing of what the lines say.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QTimer, Signal
from PySide6.QtWidgets import QScrollArea, QWidget

from kneetree.ui.qt_access import settle_layouts

_ABOVE = 24
"""Pixels that are left above the line that is scrolled to."""


class Reading(QObject):
    """What has been seen of the lines that ``shown`` returns, all of them in ``place``.  Signals: ``changed()``."""

    changed = Signal()

    def __init__(self, scroll: QScrollArea, place: QWidget, shown: Callable[[], Sequence[QWidget]]) -> None:
        super().__init__(scroll)
        self._scroll = scroll
        self._place = place
        self._shown = shown
        self._seen: set[QWidget] = set()
        # What was painted has been on screen; before that, the page may not have the width that it will have.
        self._painted = QTimer(self, interval=0, singleShot=True)
        self._painted.timeout.connect(self._note)
        place.installEventFilter(self)
        scroll.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    @property
    def unseen(self) -> list[QWidget]:
        """The lines that have not been on screen yet; none while nobody can look at the page at all."""
        if not self._place.isVisible():
            return []
        return [line for line in self._shown() if line not in self._seen]

    @property
    def begun(self) -> bool:
        """Whether any line has been on screen yet."""
        return bool(self._seen)

    def forget(self) -> None:
        """Forget what was seen: the list is asked anew."""
        self._seen.clear()
        self._place.update()

    @property
    def read(self) -> tuple[int, ...]:
        """Which of the lines have been on screen, counted from 0."""
        return tuple(number for number, line in enumerate(self._shown()) if line in self._seen)

    def remember(self, read: Sequence[int]) -> None:
        """Take these lines for read: they have been on screen in another language."""
        self._seen.update(line for number, line in enumerate(self._shown()) if number in read)
        self.changed.emit()

    def read_on(self) -> QWidget | None:
        """Scroll to the next line that was not seen and return it, or ``None`` if all were.

        It counts as seen even if it is higher than the window, so that each call leads on.
        """
        settle_layouts()
        self._note()
        following = next(iter(self.unseen), None)
        if following is not None:
            bar, top = self._scroll.verticalScrollBar(), following.mapTo(self._scroll.viewport(), QPoint(0, 0)).y()
            bar.setValue(bar.value() + top - _ABOVE)
            self._seen.add(following)
            self.changed.emit()
        return following

    def _on_scrolled(self) -> None:
        if self.begun:
            self._note()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look at what is on screen whenever the lines were painted."""
        if event.type() == QEvent.Type.Paint:
            self._painted.start()
        return super().eventFilter(watched, event)

    def _note(self) -> None:
        """Note the lines that are on screen whole, or with their end if they are higher than the window."""
        if self._place.isVisible():
            lines = self._shown()
            if _have_their_places(lines):
                self._seen.update(line for line in lines if self._is_on_screen(line))
        self.changed.emit()

    def _is_on_screen(self, line: QWidget) -> bool:
        room = self._scroll.viewport().height()
        top = line.mapTo(self._scroll.viewport(), QPoint(0, 0)).y()
        return top + line.height() <= room and (top >= 0 or (line.height() > room and top + line.height() > 0))


def _have_their_places(lines: Sequence[QWidget]) -> bool:
    """Return whether the lines have been laid out, one below the other: until then all are where the first will be."""
    ends = [line.y() + line.height() for line in lines]
    return all(line.y() >= end for line, end in zip(lines[1:], ends[:-1], strict=True))
