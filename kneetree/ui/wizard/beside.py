"""What is looked at and what is answered: side by side where there is room, else the one small above the other.

It knows widths only, so that whatever a question has to show fits a small window and a large text.  What is beside the
answers stays in sight while these are scrolled: its room would be empty otherwise.
"""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, QTimer
from PySide6.QtGui import QMoveEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QScrollArea, QWidget

from kneetree.ui.announcing import announce
from kneetree.ui.qt_access import mark_as_staying, settle_layouts
from kneetree.ui.style import room, text_labels
from kneetree.ui.style.arranged import height_of
from kneetree.ui.style.theme import Theme
from kneetree.ui.wizard.more_below import MoreBelow
from kneetree.ui.wizard.wrapping_button import WrappingButton

GAP = 24
ASIDE = 264
"""Pixels of the narrowest column beside the answers; a drawing does not grow with the text."""
_WIDEST_ASIDE = 320
_LEAST_MAIN = 460
"""Pixels at 100 % that the answers need before anything may be put beside them."""
_SMALL = (72, 160)
"""The least and the greatest height in pixels of a drawing above the answers."""
_PART = 5
"""A drawing above the answers takes at most this part of the height of the window."""
_LEAST_BY_WORDS = 560
"""As ``_LEAST_MAIN``, where only words are beside the answers: large ones are better read above them."""
_LOW = (120, 240)
"""The same in a low window: below the least it would show nothing and push the answers away, so a button shows it."""
_BELOW = 8
"""Pixels that are left below the first answer."""
_LARGE = 320
"""From this height on a drawing has places to be touched, and is shown as large as there is room."""
_FIRST_LINE = 84
"""Pixels at 100 % below such a drawing in which the first answer is seen, and that more follow."""
_LEAST_LARGE = 400
"""Pixels in width below which such a drawing is not put beside the answers: it is larger above them."""
_LEAST_BY_CLEAR = 250
"""As ``_LEAST_MAIN``, where such a drawing would have less than its ``_LARGE`` height above the answers."""


class Beside(QWidget):
    """``main`` takes the answers, ``aside`` the drawing and the words about it, read before them.

    ``first`` is the answer that is to be seen whole at once, if the page has one; ``show_it`` brings a drawing for
    which a low window has no room above it.  ``more`` takes its room from the page when there is more below.
    """

    def __init__(self, theme: Theme, scroll: QScrollArea, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._scroll = scroll
        self._drawing: QWidget | None = None
        self._drawn = QSize()
        self._wanted = False
        self.first: QWidget | None = None
        self.more: MoreBelow | None = None
        self.aside = QWidget(self)
        self.show_it = WrappingButton(self.tr("Show the &picture"), self.aside)
        self.show_it.setProperty("kind", "disclosure")
        self.show_it.clicked.connect(self._on_show_it)
        self.show_it.hide()
        self.aside.hide()
        self.main = QWidget(self)
        self._aside = QBoxLayout(QBoxLayout.Direction.TopToBottom, self.aside)
        self._aside.setContentsMargins(0, 0, 0, 0)
        self._aside.setSpacing(12)
        self.body = text_labels.column(self.main, 12)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(GAP)
        self._grid.setVerticalSpacing(12)
        self._grid.setColumnStretch(0, 1000)
        self._grid.setColumnStretch(2, 1)
        self._is_wide: bool | None = None
        self._above = _BELOW
        """Pixels between the upper edge of the window and what stays in sight beside the answers."""
        theme.changed.connect(self._arrange)
        theme.changed.connect(self._draw)
        scroll.viewport().installEventFilter(self)
        self.aside.installEventFilter(self)
        scroll.verticalScrollBar().valueChanged.connect(self._stay)

    @property
    def wide(self) -> bool:
        """Whether both are side by side."""
        return bool(self._is_wide) and not self.aside.isHidden()

    @property
    def _is_large(self) -> bool:
        return self._drawn.height() >= _LARGE

    def show_drawing(self, drawing: QWidget) -> None:
        """Put a drawing beside the answers, as large as its size hint at most."""
        self._drawing, self._drawn = drawing, drawing.sizeHint()
        self._aside.insertWidget(0, self.show_it, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._aside.insertWidget(0, drawing, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.aside.show()

    def add_aside(self, widget: QWidget) -> None:
        """Put a widget beside the answers, below the drawing or next to it."""
        self._aside.addWidget(widget, 1, Qt.AlignmentFlag.AlignTop)
        self.aside.show()

    def bring_in_sight(self, line: QWidget) -> None:
        """Scroll to a line that the drawing beside it has ticked, if the drawing stays where it is under the pointer.

        Until the beginning is scrolled to, it stays there: it must not jump at the next turn of the wheel.
        """
        bar, place, above = self._scroll.verticalScrollBar(), self.aside.mapTo(self._scroll, QPoint(0, 0)), self._above
        before = bar.value()
        if self.wide:
            self._above = place.y()
            self._scroll.ensureWidgetVisible(line, 0, _BELOW)
        if self.aside.mapTo(self._scroll, QPoint(0, 0)) != place:
            self._above = above
            bar.setValue(before)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose between side by side and one above the other."""
        super().resizeEvent(event)
        self._arrange()

    def moveEvent(self, event: QMoveEvent) -> None:
        """Fit the drawing to what is left below the question, which may have become longer."""
        super().moveEvent(event)
        self._arrange()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fit the drawing to another height of the window, and keep it in sight when all is laid out anew."""
        if watched is self.aside:
            if event.type() in (QEvent.Type.Move, QEvent.Type.Resize):
                self._stay()
        elif event.type() == QEvent.Type.Resize:
            self._arrange()
        return super().eventFilter(watched, event)

    def _stay(self) -> None:
        """Move what is beside the answers along with what is seen of them; of what is higher, first all is shown."""
        if self._scroll.verticalScrollBar().value() == 0:
            self._above = _BELOW
        if self.wide:
            height = self.aside.height()
            above = self._scroll.verticalScrollBar().value() - self._top
            wanted = min(above + self._above, above + self._scroll.viewport().height() - height)
            self.aside.move(self.aside.x(), max(0, min(wanted, self.height() - height)))

    def _arrange(self) -> None:
        widest = self._theme.px(text_labels.READING_WIDTH)
        self.main.setMaximumWidth(widest)
        left = self._width_beside(widest)
        wide = left > 0
        if wide != self._is_wide:
            self._is_wide = wide
            mark_as_staying(self.aside, wide)
            for part in (self.aside, self.main):
                self._grid.removeWidget(part)
            self._grid.addWidget(self.aside, 0, 1 if wide else 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(self.main, 0 if wide else 1, 0)
        self._grid.setVerticalSpacing(2 if room.is_low(self._theme, self._window) else 12)
        direction, is_high = QBoxLayout.Direction, wide or room.is_narrow(self._theme, self.width())
        self._aside.setDirection(direction.TopToBottom if is_high else direction.LeftToRight)
        self.aside.setMinimumWidth(left)
        self.aside.setMaximumWidth(left if wide else widest)
        self._fit_drawing(left if wide else self.width(), wide=wide)

    def _width_beside(self, widest: int) -> int:
        """Return the width that there is beside answers of at most the ``widest``, 0 if there is too little."""
        width = self.width() - GAP
        left = width - self._theme.px(_LEAST_BY_WORDS if self._drawing is None else _LEAST_MAIN)
        if not self._is_large:
            return min(_WIDEST_ASIDE, max(ASIDE, width - widest)) if left >= ASIDE else 0
        if left >= _LEAST_LARGE:
            return min(left, self._drawn.width())
        clear = ceil(_LARGE * self._drawn.width() / self._drawn.height())
        fits = width - clear >= self._theme.px(_LEAST_BY_CLEAR) and self._window >= _LARGE + _BELOW
        return clear if fits and self._large_height < _LARGE else 0

    @property
    def _large_height(self) -> int:
        """The height of a drawing to be touched above the answers, of which the first is to be seen."""
        window = self._window
        left = window - self._top - self._theme.px(_FIRST_LINE)
        return min(self._drawn.height(), max(window // 2, left))

    @property
    def _window(self) -> int:
        """The height less the strip that says there is more below, shown or not: nothing grows when that goes."""
        return self._scroll.viewport().height() - (0 if self.more is None else self.more.room)

    @property
    def _top(self) -> int:
        """How far below the beginning of the page this is."""
        return self.mapTo(self._scroll.viewport(), QPoint(0, 0)).y() + self._scroll.verticalScrollBar().value()

    def _low_height(self, width: int) -> int:
        """Return the height for which there is room above the first answer, 0 if that is too little to see anything."""
        least, most = _LOW
        window, top = self._window, self._top
        first = 0 if self.first is None else height_of(self.first, min(width, self.main.maximumWidth()))
        left = window - top - self._grid.verticalSpacing() - first - _BELOW
        if self._wanted:
            return min(most, max(least, window - _BELOW))
        return min(most, left) if left >= least else 0

    def _fold(self, folded: bool) -> None:
        if self._drawing is None or folded == self._drawing.isHidden():
            return
        self._draw()
        self._drawing.setHidden(folded)
        self.show_it.setVisible(folded)

    def _draw(self) -> None:
        self.show_it.setIcon(self._theme.icon("chevron_right", "accent"))
        self.show_it.setIconSize(QSize(self._theme.px(22), self._theme.px(16)))

    def _on_show_it(self) -> None:
        if self.show_it.hasFocus():
            self.focusNextPrevChild(True)
        self._wanted = True
        self._arrange()
        QTimer.singleShot(0, self, self._reveal)  # once all has its place

    def _reveal(self) -> None:
        if self._drawing is not None:
            settle_layouts(self._scroll)
            self._scroll.ensureWidgetVisible(self._drawing, 8, _BELOW)
            says = (self._drawing.accessibleName(), self._drawing.accessibleDescription())
            announce(self._drawing, ". ".join(filter(None, says)))

    def _fit_drawing(self, width: int, *, wide: bool) -> None:
        if self._drawing is None:
            return
        height, window = self._drawn.height(), self._window
        if not wide and self._is_large:
            height = self._large_height
        elif not wide and room.is_low(self._theme, window):
            height = self._low_height(width)
        elif not wide:
            low, high = _SMALL
            height = max(low, min(high, window // _PART))
        self._fold(height == 0)
        size = self._drawn.scaled(QSize(width, height), Qt.AspectRatioMode.KeepAspectRatio)
        if not size.isEmpty() and size != self._drawing.size():  # a page that is not laid out yet may have no room
            self._drawing.setFixedSize(size)
