"""Parts in two columns where there is room, each part at the top of the shorter column; in one column elsewhere.

The parts keep their order for the keyboard and for a screen reader, whatever column they stand in.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QWidget

from kneetree.ui.style.theme import Theme

ROOM = 820
"""Pixels at 100 % that two parts need to stand side by side."""
_GAP = 16
_SLACK = 80
"""Pixels at 100 % by which the left column may be the longer one and still take a part: it is read first."""


class _ColumnsLayout(QLayout):
    """Places items in columns; an item that grows later, as a part that is opened does, stays in its column."""

    def __init__(self, parent: QWidget, theme: Theme) -> None:
        super().__init__(parent)
        self._theme = theme
        self._items: list[QLayoutItem] = []
        self._kept: tuple[int, int, float, list[int]] | None = None
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Add an item at the end."""
        self._items.append(item)
        self._kept = None

    def count(self) -> int:
        """Return how many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return the item at a place, ``None`` if there is none."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Take an item out and return it, ``None`` if there is none."""
        self._kept = None
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Say that the columns take all the width there is."""
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        """Say that narrower columns are longer."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the longest column at a width."""
        return max(self._heights(width, self._columns(width)), default=0)

    def sizeHint(self) -> QSize:
        """Return the least size; the columns are as wide as they are let."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """Return the width of the widest item; how high they are depends on the width."""
        return QSize(max((item.minimumSize().width() for item in self._items), default=0), 1)

    def setGeometry(self, room: QRect) -> None:
        """Place all items in a room."""
        super().setGeometry(room)
        width, columns = room.width(), self._columns(room.width())
        each, filled = self._each(width), [0, 0]
        self._kept = width, each, self._theme.scale, columns
        for item, column in zip(self._items, columns, strict=True):
            height = _height(item, each)
            item.setGeometry(QRect(room.x() + column * (each + _GAP), room.y() + filled[column], each, height))
            filled[column] += height + _GAP

    def forget(self) -> None:
        """Place all items anew, whatever column they stood in."""
        self._kept = None
        self.invalidate()

    def _each(self, width: int) -> int:
        """Return the width of one column; one takes it all if something would be cut in half of it."""
        half = (width - _GAP) // 2
        return half if width >= self._theme.px(ROOM) and half >= self.minimumSize().width() else width

    def _columns(self, width: int) -> list[int]:
        """Return the column of each item: the one that is shorter so far, or the left one if both are about equal."""
        each = self._each(width)
        if self._kept is not None and self._kept[:3] == (width, each, self._theme.scale):
            return self._kept[3]
        if each == width:
            return [0] * len(self._items)
        slack, filled, columns = self._theme.px(_SLACK), [0, 0], list[int]()
        for item in self._items:
            left = not columns or (filled[1] > 0 and filled[0] - filled[1] <= slack)
            column = 0 if left else 1
            columns.append(column)
            filled[column] += _height(item, each) + _GAP
        return columns

    def _heights(self, width: int, columns: list[int]) -> list[int]:
        each, filled = self._each(width), [-_GAP, -_GAP]
        for item, column in zip(self._items, columns, strict=True):
            filled[column] += _height(item, each) + _GAP
        return filled


def _height(item: QLayoutItem, width: int) -> int:
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()


class Columns(QWidget):
    """Holds parts in one or two columns, in the order in which they were added."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._columns = _ColumnsLayout(self, theme)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self._columns.invalidate)

    def showEvent(self, event: QShowEvent) -> None:
        """Place the parts by the height that they have on screen: before, they are not dressed."""
        super().showEvent(event)
        self._columns.forget()

    def add(self, part: QWidget) -> None:
        """Add a part behind the others."""
        self._columns.addWidget(part)
