"""Where the lower edge of what is seen of a page would cut a line of text, so that half of its letters are shown."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from kneetree.ui.style.qt_numbers import SHOW_MNEMONIC, WORD_WRAP

_ROUNDS = 6
"""How often to look again: above a line that is cut there may be one beside it that is cut then."""
_MOST = 4
"""As many lines of text may be covered at most: more of the page would be missed."""


def uncut_edge(page: QWidget, sight: QWidget, edge: int) -> int:
    """Return where ``page`` must end so that it cuts no line of text; ``edge`` if it may end there, or none is near it.

    All are heights in ``sight``.  It is one for the whole width: of choices in a row, none is seen without the others.
    """
    texts = list(_texts(page, sight, edge))
    return _above_the_cut(texts, edge) if texts else edge


def _above_the_cut(texts: list[_Text], edge: int) -> int:
    """Return the lowest place down to ``edge`` that cuts none of some texts, ``edge`` if there is none near it."""
    least, place = edge - _MOST * max(text.line for text in texts), edge
    for _ in range(_ROUNDS):
        better = min(text.above(place) for text in texts)
        if better == place:
            return place
        place = better
        if place < least:
            return edge
    return edge


class _Text:
    """Lines of text of one height, the first of which begins at ``top``; all of them are left out with ``whole``."""

    def __init__(self, top: float, height: float, lines: int, whole: int | None) -> None:
        self._top, self._height, self._whole = top, height, whole
        self.line = height / lines

    def above(self, place: int) -> int:
        """Return the next place from ``place`` upwards that cuts no line."""
        into = place - self._top
        if not 0 < into < self._height:
            return place
        if self._whole is not None:
            return self._whole
        return int(self._top + into // self.line * self.line)


def _texts(page: QWidget, sight: QWidget, edge: int) -> Iterator[_Text]:
    near = edge - 2 * _MOST * page.fontMetrics().lineSpacing()
    for label in page.findChildren(QLabel):
        top = label.mapTo(sight, QPoint(0, 0)).y()
        if top < edge and top + label.height() > near and label.text() and label.isVisible():
            yield _lines_of(label, label.contentsRect(), top, WORD_WRAP, None)
    for button in page.findChildren(QAbstractButton):
        top = button.mapTo(sight, QPoint(0, 0)).y()
        if top < edge and top + button.height() > near and button.text() and button.isVisible():
            yield _lines_of(button, button.rect(), top, SHOW_MNEMONIC | WORD_WRAP, top)


def _lines_of(part: QLabel | QAbstractButton, room: QRect, top: int, flags: int, whole: int | None) -> _Text:
    """Return the lines of a part that begins at ``top``; they are in the middle of its ``room``."""
    metrics = part.fontMetrics()
    height = metrics.boundingRect(QRect(0, 0, max(1, room.width()), 10_000), flags, part.text()).height()
    lines = max(1, round(height / metrics.lineSpacing()))
    return _Text(top + room.top() + (room.height() - height) / 2, height, lines, whole)
