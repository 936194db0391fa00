"""Parts in two columns where there is room, alternately left and right; otherwise in one column.

No part begins above the one before it, so a person who reads from left to right and down the page meets the parts in
the same order as the keyboard and a screen reader do.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QSizePolicy

from kneetree.ui.style.arranged import Arranged, height_of, narrowest
from kneetree.ui.style.theme import Theme

ROOM = 820
"""Pixels at 100 % that two parts need side by side."""
_GAP = 16
_LOWER = 48
"""Pixels at 100 % by which a left part begins below the right one before it: level with it, it would be read first."""


class Columns(Arranged):
    """Holds parts in one or two columns; a part that grows later, as one that is opened does, stays in its column."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(QSizePolicy.Policy.Preferred)
        self._theme = theme
        theme.changed.connect(self.place_anew)

    def sizeHint(self) -> QSize:
        """Return the least size; the columns are as wide as they are let."""
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        """Return the width of the widest part; how high they are depends on the width."""
        return QSize(max((narrowest(part) for part in self.shown), default=0), 1)

    def place(self, room: QRect, *, move: bool) -> int:
        """Place each part in its column, and return the height of the longer one."""
        width = room.width()
        each = self._each(width)
        filled, top = [-_GAP, -_GAP], 0
        for place, part in enumerate(self.shown):
            column = 0 if each == width else place % 2
            after = self._theme.px(_LOWER) if place and not column and each < width else 0
            height, top = height_of(part, each), max(top + after, filled[column] + _GAP)
            if move:
                part.setGeometry(QRect(room.x() + column * (each + _GAP), room.y() + top, each, height))
            filled[column] = top + height
        return max(0, *filled)

    def _each(self, width: int) -> int:
        """Return the width of one column; one takes it all if something would be cut in half of it."""
        half = (width - _GAP) // 2
        return half if width >= self._theme.px(ROOM) and half >= self.minimumSizeHint().width() else width
