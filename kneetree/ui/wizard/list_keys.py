"""The arrows in a list: down to the next line, right to the "Not sure" of the same line, and back.

Left to itself Qt goes with each arrow to what Tab comes to next, so that Down would lead from a line to its "Not sure".
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from kneetree.ui.wizard.tick_list import ItemList, ItemRow

_ARROWS = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Right, Qt.Key.Key_Left)


class ListKeys(QObject):
    """Moves the keyboard within a list of lines, and between its last line and the button ``below``."""

    def __init__(self, items: ItemList, below: QWidget) -> None:
        super().__init__(items)
        self._items = items
        self._below = below
        below.installEventFilter(self)
        for row in items.rows:
            row.tick.installEventFilter(self)
            row.unsure.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the arrows; the first line leaves Up to Qt, which goes to what is before the list."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent) or event.key() not in _ARROWS:
            return False
        rows = self._items.shown
        if watched is self._below:
            return event.key() == Qt.Key.Key_Up and bool(rows) and _focus(rows[-1].tick)
        at = next((at for at, row in enumerate(rows) if watched in (row.tick, row.unsure)), None)
        return at is not None and self._move(rows, at, event.key(), watched is rows[at].unsure)

    def _move(self, rows: list[ItemRow], at: int, key: int, is_unsure: bool) -> bool:
        if key == Qt.Key.Key_Right:
            return rows[at].unsure.isHidden() or _focus(rows[at].unsure)
        if key == Qt.Key.Key_Left:
            return _focus(rows[at].tick)
        to = at + (1 if key == Qt.Key.Key_Down else -1)
        if to < 0:
            return is_unsure
        if to == len(rows):
            return _focus(self._below)
        return _focus(rows[to].unsure if is_unsure else rows[to].tick)


def _focus(target: QWidget) -> bool:
    target.setFocus(Qt.FocusReason.TabFocusReason)
    return True
