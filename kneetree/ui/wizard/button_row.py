"""Buttons side by side, wrapping like words if there is no room: nothing is lost at 200 %."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

from kneetree.ui.wizard.arranged import Arranged, height_of, hint_of, narrowest

_GAP = 12


class ButtonRow(Arranged):
    """Buttons from left to right, then on the next line; ``even`` makes them fill the lines, all of one width.

    Even ones that do not all fit on one line stand one below the other, or with ``columns`` in as many columns as fit.
    """

    def __init__(self, *, even: bool = False, columns: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(QSizePolicy.Policy.Minimum, parent)
        self._even = even
        self._columns = columns

    def sizeHint(self) -> QSize:
        """Return the size of all buttons on one line."""
        sizes = [hint_of(part) for part in self.shown]
        width = sum(size.width() for size in sizes) + _GAP * max(0, len(sizes) - 1)
        return QSize(width, max((size.height() for size in sizes), default=0))

    def minimumSizeHint(self) -> QSize:
        """Return the least width of the widest button and the height of the highest."""
        return QSize(
            max((narrowest(part) for part in self.shown), default=0),
            max((hint_of(part).height() for part in self.shown), default=0),
        )

    def place(self, room: QRect, *, move: bool) -> int:
        """Place the buttons on as many lines as they need."""
        parts = self.shown
        if not parts:
            return 0
        hints = [hint_of(part) for part in parts]
        widths = [hint.width() for hint in hints]
        if self._even:
            widths = [self._even_width(room.width(), max(widths), len(parts))] * len(parts)
        x, y, line = room.x(), room.y(), 0
        for part, hint, width in zip(parts, hints, widths, strict=True):
            width = min(width, room.width())
            height = height_of(part, width) if width < hint.width() else hint.height()
            if x > room.x() and x + width > room.x() + room.width():
                x, y, line = room.x(), y + line + _GAP, 0
            if move:
                part.setGeometry(QRect(x, y, width, height))
            x += width + _GAP
            line = max(line, height)
        return y + line - room.y()

    def _even_width(self, room: int, widest: int, count: int) -> int:
        """Return the width with which all fit on one line, else that of as few lines as may be."""
        fitting = min(count, max(1, (room + _GAP) // (widest + _GAP)))
        if fitting < count and not self._columns:
            fitting = 1
        lines = -(-count // fitting)
        columns = -(-count // lines)
        return max(widest, (room - _GAP * (columns - 1)) // columns)
