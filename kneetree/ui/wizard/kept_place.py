"""Keeps at the top of a scrolled page what is there while its text gets another size."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QObject, QPoint, QTimer
from PySide6.QtWidgets import QScrollArea, QWidget
from shiboken6 import Shiboken

from kneetree.ui.qt_access import scrolled, settle_layouts, tells_the_place
from kneetree.ui.style.theme import Theme
from kneetree.ui.wizard.picture import Picture

_ROUNDS = 3
"""How often a page is laid out until all is in its place: what is beside the answers or above them, and the strip."""


class _Seen(NamedTuple):
    """Something that was in sight: ``below`` is where it began, in pixels below the upper edge of sight."""

    widget: QWidget
    below: int
    height: int

    def is_there(self) -> bool:
        return Shiboken.isValid(self.widget) and self.widget.isVisible()

    def place_in(self, page: QWidget) -> int:
        """Return what of the page is to be at the upper edge of sight, so that this is as far below it, or above."""
        top = self.widget.mapTo(page, QPoint(0, 0)).y()
        if self.below >= 0:
            return top - self.below
        return top - round(self.below * self.widget.height() / max(1, self.height))


class KeptPlace(QObject):
    """Scrolls a page back to what was at the top of sight before the theme changed, or to its beginning."""

    def __init__(self, theme: Theme, scroll: QScrollArea) -> None:
        super().__init__(scroll)
        self._theme, self._scroll = theme, scroll
        self._percent = theme.text_percent
        self._seen: list[_Seen] = []
        self._is_held = False
        self._soon = QTimer(self, interval=0, singleShot=True)
        self._soon.timeout.connect(self._keep)
        theme.changing.connect(self._look)
        theme.changed.connect(self._begin)

    def _look(self) -> None:
        """Note what is in sight; while a change is not over yet, what was there before it counts."""
        if self._soon.isActive():
            return
        self._is_held = self._scroll.isVisible()
        at_top = self._scroll.verticalScrollBar().value() == 0
        self._seen = sorted(self._in_sight(), key=_by_place) if self._is_held and not at_top else []

    def _in_sight(self) -> Iterator[_Seen]:
        page = scrolled(self._scroll)
        top = self._scroll.verticalScrollBar().value()
        for widget in page.findChildren(QWidget):
            # A picture does not grow, and may move from beside the words to above them.
            if isinstance(widget, Picture) or not tells_the_place(widget):
                continue
            below = widget.mapTo(page, QPoint(0, 0)).y() - top
            if below + widget.height() > 0:
                yield _Seen(widget, below, widget.height())

    def _begin(self) -> None:
        before, self._percent = self._percent, self._theme.text_percent
        if self._is_held and before != self._percent:  # other colours move nothing
            self._soon.start()

    def _keep(self) -> None:
        """Scroll in one go, or the next press of a person would be undone."""
        for _ in range(_ROUNDS):
            settle_layouts(self._scroll)
            first = next((seen for seen in self._seen if seen.is_there()), None)
            self._scroll.verticalScrollBar().setValue(0 if first is None else first.place_in(scrolled(self._scroll)))
        self._seen = []


def _by_place(seen: _Seen) -> int:
    return seen.below
