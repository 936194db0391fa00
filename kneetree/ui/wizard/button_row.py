"""Buttons side by side, wrapping like words if there is no room: nothing is lost at 200 %."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QAbstractButton, QLayout, QLayoutItem, QSizePolicy, QWidget

_GAP = 12


class FlowLayout(QLayout):
    """Items from left to right, then on the next line; ``even`` makes them fill the lines, all of one width.

    Even items that do not all fit on one line stand one below the other, or with ``columns`` in as many columns as fit.
    """

    def __init__(self, parent: QWidget, *, even: bool = False, columns: bool = False) -> None:
        super().__init__(parent)
        self._even = even
        self._columns = columns
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Add an item at the end."""
        self._items.append(item)

    def count(self) -> int:
        """Return how many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return the item at a place, ``None`` if there is none."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Take an item out and return it, ``None`` if there is none."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Say that the row takes all the width there is."""
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        """Say that a narrower row needs more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines at a width."""
        return self._place(QRect(0, 0, width, 0), move=False)

    def sizeHint(self) -> QSize:
        """Return the size of all items on one line."""
        sizes = [item.sizeHint() for item in self._shown()]
        width = sum(size.width() for size in sizes) + _GAP * max(0, len(sizes) - 1)
        return QSize(width, max((size.height() for size in sizes), default=0))

    def minimumSize(self) -> QSize:
        """Return the size of the widest and highest item."""
        sizes = [item.sizeHint() for item in self._shown()]
        return QSize(
            max((size.width() for size in sizes), default=0), max((size.height() for size in sizes), default=0)
        )

    def setGeometry(self, room: QRect) -> None:
        """Place all items in a room."""
        super().setGeometry(room)
        self._place(room, move=True)

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _place(self, room: QRect, *, move: bool) -> int:
        items = self._shown()
        if not items:
            return 0
        widths = [item.sizeHint().width() for item in items]
        if self._even:
            widths = [self._even_width(room.width(), max(widths), len(items))] * len(items)
        x, y, line = room.x(), room.y(), 0
        for item, width in zip(items, widths, strict=True):
            if x > room.x() and x + width > room.x() + room.width():
                x, y, line = room.x(), y + line + _GAP, 0
            height = item.sizeHint().height()
            if move:
                item.setGeometry(QRect(x, y, width, height))
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


class ButtonRow(QWidget):
    """Buttons in a flow; ``even`` and ``columns`` are those of ``FlowLayout``."""

    def __init__(self, *, even: bool = False, columns: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flow = FlowLayout(self, even=even, columns=columns)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, button: QAbstractButton) -> None:
        """Add a button behind the others."""
        self._flow.addWidget(button)
