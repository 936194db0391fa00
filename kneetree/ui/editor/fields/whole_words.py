"""Show a choice that is wider than its box: it ends in an ellipsis, and can be read whole in a tip and in the list."""

from __future__ import annotations

from typing import TypeGuard

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QCompleter, QStyle, QStyleOptionFrame, QToolTip, QWidget

from kneetree.ui.editor.fields.text_editors import Line
from kneetree.ui.editor.labels import plain_tip
from kneetree.ui.flag import Flag
from kneetree.ui.on_screen import room_on_screen
from kneetree.ui.style.painting import painting

_MARGIN = 2
"""The pixels that Qt leaves on both sides of a line's text."""


def wide_enough(view: QAbstractItemView) -> int:
    """Return the width at which no row of a list is cut, in pixels, and at most that of the screen."""
    beside = view.verticalScrollBar().sizeHint().width() + 4 * view.fontMetrics().averageCharWidth()
    return min(view.sizeHintForColumn(0) + beside, room_on_screen(view).size().width())


def asks_for_tip(event: QEvent) -> TypeGuard[QHelpEvent]:
    """Return whether somebody points at a widget to see its tip; look first, before a text is measured."""
    return event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent)


def show_tip(widget: QWidget, event: QHelpEvent, words: str) -> None:
    """Show all of a text that is cut as a tip."""
    QToolTip.showText(event.globalPos(), plain_tip(words), widget)


class ElidedLine(Line):
    """A line to type in that ends a text too long for it in an ellipsis, unless it has the focus.

    Signals: ``as_new()`` Ctrl+Enter was pressed where it ``tells_new``, even while a list of offers is open: the
    list hands its keys on past every filter.
    """

    as_new = Signal()
    tells_new = False

    @property
    def is_cut(self) -> bool:
        """Whether the text is wider than the line."""
        return self.fontMetrics().horizontalAdvance(self.text()) > self._inside().width()

    def event(self, event: QEvent) -> bool:
        """Show the whole text as a tip."""
        if asks_for_tip(event) and self.is_cut:
            show_tip(self, event, self.text())
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell Ctrl+Enter from Enter where that has a meaning; elsewhere it may have one for the dialog around."""
        held = self.tells_new and event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and held:
            event.accept()
            self.as_new.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the beginning of the text, and an ellipsis, if it is too long."""
        if self.hasFocus() or not self.is_cut:
            super().paintEvent(event)
            return
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        inside = self._inside()
        words = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, inside.width())
        with painting(self) as painter:
            self.style().drawPrimitive(QStyle.PrimitiveElement.PE_PanelLineEdit, option, painter, self)
            painter.setPen(self.palette().text().color())
            painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)

    def _inside(self) -> QRect:
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        inside = self.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, self)
        return inside.marginsRemoved(self.textMargins()).adjusted(_MARGIN, 0, -_MARGIN, 0)


class WideOffers(QObject):
    """Makes the list that opens while somebody types as wide as its rows need: Qt gives it the width of the box."""

    def __init__(self, completer: QCompleter) -> None:
        super().__init__(completer)
        self._fitting = Flag()
        self._popup = popup = completer.popup()
        if popup is not None:
            popup.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Widen the list when it opens, and again when Qt has placed it anew."""
        popup, kinds = self._popup, (QEvent.Type.Show, QEvent.Type.Resize, QEvent.Type.Move)
        if watched is popup and popup is not None and event.type() in kinds and popup.isVisible() and not self._fitting:
            with self._fitting:
                _widen(popup)
        return super().eventFilter(watched, event)


def _widen(popup: QAbstractItemView) -> None:
    at, wide = popup.geometry(), wide_enough(popup)
    if wide > at.width():
        screen = room_on_screen(popup)
        left = max(min(at.left(), screen.right() + 1 - wide), screen.left())
        popup.setGeometry(left, at.top(), wide, at.height())
