"""Buttons side by side, wrapping like words if there is no room: nothing is lost at 200 %."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from kneetree.ui.style.arranged import Arranged, height_of, hint_of, narrowest

_GAP, _NEAR = 12, 8
"""Pixels between buttons, and between those in columns."""
_LONGEST = 1.5
"""How many times as wide as the narrowest of columns the widest words may be on one line."""


class ButtonRow(Arranged):
    """Buttons from left to right, then on the next line; ``even`` makes them fill the lines, all of one width.

    Even ones that do not all fit on one line stand one below the other, or with ``columns`` in as many columns as fit;
    then those with many more words than the others have them in several lines.
    """

    def __init__(self, *, even: bool = False, columns: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(QSizePolicy.Policy.Minimum, parent)
        self._even = even
        self._columns = columns
        self._gap = _NEAR if columns else _GAP
        self._looks: list[tuple[str, QSize]] = []
        self._heights: dict[int, int] = {}

    def sizeHint(self) -> QSize:
        """Return the size of all buttons on one line."""
        sizes = [hint_of(part) for part in self.shown]
        width = sum(size.width() for size in sizes) + self._gap * max(0, len(sizes) - 1)
        return QSize(width, max((size.height() for size in sizes), default=0))

    def minimumSizeHint(self) -> QSize:
        """Return the least width of the widest button and the height of the highest."""
        return QSize(
            max((narrowest(part) for part in self.shown), default=0),
            max((hint_of(part).height() for part in self.shown), default=0),
        )

    def heightForWidth(self, width: int) -> int:
        """Return the height at a width; a page asks for it some forty times while it finds its place."""
        looks = [(part.text() if isinstance(part, QAbstractButton) else "", part.sizeHint()) for part in self.shown]
        if looks != self._looks:
            self._looks, self._heights = looks, {}
        if width not in self._heights:
            self._heights[width] = super().heightForWidth(width)
        return self._heights[width]

    def place(self, room: QRect, *, move: bool) -> int:
        """Place the buttons on as many lines as they need."""
        parts = self.shown
        if not parts:
            return 0
        hints = [hint_of(part) for part in parts]
        widths = [hint.width() for hint in hints]
        if self._even:
            widest = (
                min(max(widths), max(round(_LONGEST * min(widths)), self.minimumSizeHint().width()))
                if self._columns
                else max(widths)
            )
            widths = [self._even_width(room.width(), widest, len(parts))] * len(parts)
        widths = [min(width, room.width()) for width in widths]
        heights = [
            height_of(part, width) if width < hint.width() else hint.height()
            for part, hint, width in zip(parts, hints, widths, strict=True)
        ]
        x, y, line = room.x(), room.y(), list[int]()
        lines = [line]
        for place, width in enumerate(widths):
            if line and x + width > room.x() + room.width():
                x, line = room.x(), list[int]()
                lines.append(line)
            line.append(place)
            x += width + self._gap
        for line in lines:
            x, high = room.x(), max(heights[place] for place in line)
            for place in line:
                if move:
                    height = high if self._columns else heights[place]
                    parts[place].setGeometry(QRect(x, y, widths[place], height))
                x += widths[place] + self._gap
            y += high + self._gap
        return y - self._gap - room.y()

    def _even_width(self, room: int, widest: int, count: int) -> int:
        """Return the width with which all fit on one line, else that of as few lines as may be."""
        fitting = min(count, max(1, (room + self._gap) // (widest + self._gap)))
        if fitting < count and not self._columns:
            fitting = 1
        lines = -(-count // fitting)
        columns = -(-count // lines)
        return max(widest, (room - self._gap * (columns - 1)) // columns)
