"""Parts in two columns where there is room, each part at the top of the shorter column; in one column elsewhere.

The parts keep their order for the keyboard and for a screen reader, whatever column they are in.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kneetree.ui.style.arranged import Arranged, height_of, narrowest
from kneetree.ui.style.theme import Theme

ROOM = 820
"""Pixels at 100 % that two parts need side by side."""
_GAP = 16
_SLACK = 80
"""Pixels at 100 % by which the left column may be the longer one and still take a part: it is read first."""


class Columns(Arranged):
    """Holds parts in one or two columns; a part that grows later, as one that is opened does, stays in its column."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(QSizePolicy.Policy.Preferred)
        self._theme = theme
        self._kept: tuple[int, int, float, list[int]] | None = None
        theme.changed.connect(self.place_anew)

    def add(self, part: QWidget, *, shown: bool | None = None) -> None:
        """Add a part behind the others."""
        self._kept = None
        super().add(part, shown=shown)

    def showEvent(self, event: QShowEvent) -> None:
        """Place the parts by the height that they have on screen, whatever column they stood in."""
        self._kept = None
        super().showEvent(event)

    def sizeHint(self) -> QSize:
        """Return the least size; the columns are as wide as they are let."""
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        """Return the width of the widest part; how high they are depends on the width."""
        return QSize(max((narrowest(part) for part in self.shown), default=0), 1)

    def place(self, room: QRect, *, move: bool) -> int:
        """Place each part in its column, and return the height of the longer one."""
        width, parts = room.width(), self.shown
        each, columns = self._each(width), self._in_columns(width)
        filled = [-_GAP, -_GAP]
        for part, column in zip(parts, columns, strict=True):
            height, top = height_of(part, each), filled[column] + _GAP
            if move:
                part.setGeometry(QRect(room.x() + column * (each + _GAP), room.y() + top, each, height))
            filled[column] = top + height
        if move:
            self._kept = width, each, self._theme.scale, columns
        return max(0, *filled)

    def _each(self, width: int) -> int:
        """Return the width of one column; one takes it all if something would be cut in half of it."""
        half = (width - _GAP) // 2
        return half if width >= self._theme.px(ROOM) and half >= self.minimumSizeHint().width() else width

    def _in_columns(self, width: int) -> list[int]:
        """Return the column of each part: the one that is shorter so far, or the left one if both are about equal."""
        each, parts = self._each(width), self.shown
        kept = self._kept
        if kept is not None and kept[:3] == (width, each, self._theme.scale) and len(kept[3]) == len(parts):
            return kept[3]
        if each == width:
            return [0] * len(parts)
        slack, filled, columns = self._theme.px(_SLACK), [0, 0], list[int]()
        for part in parts:
            left = not columns or (filled[1] > 0 and filled[0] - filled[1] <= slack)
            column = 0 if left else 1
            columns.append(column)
            filled[column] += height_of(part, each) + _GAP
        return columns
