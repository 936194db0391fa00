"""Labels for text that comes from a file: always plain, wrapped, at most 68 characters a line.

Text from a file is never markup; every label of the wizard is made here so that none forgets.
"""

from __future__ import annotations

import re
from typing import TypeVar

from PySide6 import QtCore
from PySide6.QtCore import QEvent, QRect
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QLayout, QSizePolicy, QVBoxLayout, QWidget

from kneetree.ui.style import qt_numbers
from kneetree.ui.style.painting import painting

_Inner = TypeVar("_Inner", bound=QLayout)
_PATH = re.compile(r"(?=\S*[/\\])\S{48,}")
"""A path or an address that is longer than a line of a narrow column or of large text."""
_BREAKS = re.compile(r"[/\\?&=_.-](?=.)")
_LONG = re.compile(r"[^\W\d_]{8,}")
_SYLLABLE = re.compile(
    r"(?<=[^\W\d_]{2})[aeiouyáéíóúü][^\Waeiouyáéíóúü\d_]*?"
    r"(?=(?:ch|ll|rr|qu|th|sh|ph|[bcdfgkpt][lr]|[^\Waeiouyáéíóúü\d_])[aeiouyáéíóúü][^\W\d_])"
)
"""An inner syllable of a word up to where it may be parted: two letters before it at least, and three after."""
_MOST_DIGITS = 12
"""A longer word with a digit in it is a number of a paper or the like, and has no syllables."""
_LETTERS = re.compile(r"\w{8}(?=\w)")
"""As many letters of an address as are kept together."""
READING_WIDTH = 700
"""Pixels of 68 characters of body text at 100 %."""

_BULLET = "•"
_AFTER_BULLET = 10
"""Pixels between a bullet and its text."""


def label(text: str, role: str = "body", parent: QWidget | None = None) -> QLabel:
    """Return a wrapped label of plain text; ``role`` is one of the style sheet's text roles."""
    return _dressed(QLabel(text, parent), role)


def listed(text: str, role: str = "body", parent: QWidget | None = None) -> QLabel:
    """Return a label like ``label``, with a bullet before it that is painted: it is nothing to read out."""
    return _dressed(_Listed(text, parent), role)


def hyphenated(text: str) -> str:
    """Return a text whose long words may go on in the next line, with a hyphen that shows only there.

    Addresses go on without a hyphen, which would look like one of their own.
    """
    return re.sub(r"\S+", lambda word: _parted(word[0]), text)


def _parted(word: str) -> str:
    if "/" in word or (len(word) > _MOST_DIGITS and any(sign.isdigit() for sign in word)):
        return _LETTERS.sub("\\g<0>\u200b", _BREAKS.sub("\\g<0>\u200b", word))
    return _LONG.sub(lambda letters: _SYLLABLE.sub("\\g<0>\u00ad", letters[0]), word)


def plain(text: str) -> str:
    """Return a text without the hyphens of ``hyphenated``."""
    return text.replace("\u00ad", "")


def show_as(made: QLabel, role: str) -> None:
    """Give a label another text role."""
    if made.property("role") != role:
        made.setProperty("role", role)
        made.style().unpolish(made)
        made.style().polish(made)


def _dressed(made: QLabel, role: str) -> QLabel:
    made.setProperty("textFormat", qt_numbers.PLAIN_TEXT)
    made.setWordWrap(True)
    made.setProperty("role", role)
    made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
    # Qt's own least height of a wrapped label is that of a narrow one; it would make pages twice as long.
    made.setMinimumSize(1, 1)
    return made


class _Listed(QLabel):
    """A label with room at its left for a bullet beside the first line."""

    def changeEvent(self, event: QEvent) -> None:
        """Leave as much room as the bullet takes in this font."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.setContentsMargins(self.fontMetrics().horizontalAdvance(_BULLET) + _AFTER_BULLET, 0, 0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the text, and the bullet before it."""
        super().paintEvent(event)
        with painting(self) as painter:
            painter.setFont(self.font())
            painter.setPen(self.palette().color(self.foregroundRole()))
            painter.drawText(QRect(0, 0, self.width(), self.height()), QtCore.Qt.AlignmentFlag.AlignTop, _BULLET)


def breaking(text: str) -> str:
    """Return a text whose paths and addresses can go on in the next line, for labels that nobody copies from.

    They have no spaces, so that a label would be cut at its edge.
    """
    return _PATH.sub(lambda path: _BREAKS.sub("\\g<0>\u200b", path[0]), text)


def selectable(made: QLabel) -> QLabel:
    """Return the same label with text that can be marked with the mouse, and then copied.

    For the keyboard there are buttons that copy: a caret and a ring in a text look as if it could be written in, and
    each line would be a stop of its own.
    """
    made.setTextInteractionFlags(QtCore.Qt.TextInteractionFlag.TextSelectableByMouse)
    made.setProperty("ring", False)
    return made


def reads_first(made: QLabel) -> QLabel:
    """Return the same label, able to have the keyboard, since reading starts there; a ring shows only that Tab came."""
    made.setProperty("focusPolicy", qt_numbers.TAB_FOCUS)
    made.setProperty("ring", "tab")
    return made


def column(parent: QWidget | None = None, spacing: int = 16, margins: int = 0) -> QVBoxLayout:
    """Return a column; ``spacing`` between its parts and ``margins`` around them are pixels."""
    made = QVBoxLayout(parent) if parent else QVBoxLayout()
    made.setContentsMargins(margins, margins, margins, margins)
    made.setSpacing(spacing)
    return made


def nested(outer: QBoxLayout, inner: _Inner, stretch: int = 0, at: int = -1) -> _Inner:
    """Put a layout that is still empty into another, the last or at a place, and return it to be filled.

    PySide makes a Python object of each item of a layout that is filled before, and finds it again at the address of
    whatever Qt puts there when the item is gone (``docs/decisions/0012-no-layouts-in-python.md``).  Raises
    ``ValueError`` if there is anything in it, unless ``outer`` belongs to no widget yet.
    """
    if inner.count() and outer.parentWidget() is not None:
        raise ValueError("A layout is put in its place before it is filled.")
    outer.insertLayout(at, inner, stretch)
    return inner


def stack(line: QBoxLayout, stacked: bool) -> None:
    """Put the parts of a row one below the other, or side by side again."""
    line.setDirection(QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight)


def at_top(line: QBoxLayout, widget: QWidget, *, at_left: bool = False) -> None:
    """Put a widget at the top of the room that a row gives it, and with ``at_left`` at its left, as high as it wants.

    Qt's alignment would do the same, but the first page does without ``Qt`` (see ``qt_numbers``).
    """
    room = nested(line, column(None, 0))
    if at_left:
        inner = nested(room, row(None, 0))
        inner.addWidget(widget)
        inner.addStretch(1)
    else:
        room.addWidget(widget)
    room.addStretch(1)


def row(parent: QWidget | None = None, spacing: int = 12, margins: int = 0) -> QHBoxLayout:
    """Return a row; ``spacing`` between its parts and ``margins`` around them are pixels."""
    made = QHBoxLayout(parent) if parent else QHBoxLayout()
    made.setContentsMargins(margins, margins, margins, margins)
    made.setSpacing(spacing)
    return made
