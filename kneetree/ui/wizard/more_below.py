"""What tells at once that a page goes on below the window, and scrolls on when it is pressed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QScrollArea, QSizePolicy, QWidget

from kneetree.ui.flag import Flag
from kneetree.ui.qt_access import layout_of, scrolled
from kneetree.ui.style import qt_numbers
from kneetree.ui.style.surfaces import on_surface
from kneetree.ui.style.theme import Theme
from kneetree.ui.wizard.cut_line import uncut_edge

_KEPT = 48
"""Pixels at 100 % of what was read that stay on screen."""
_ABOVE = 8
"""Pixels above the line that comes to the upper edge."""


class MoreBelow(QPushButton):
    """A button beneath a scrolled page, there until all of ``last`` has been scrolled to.

    The keyboard does not need it: it scrolls to what it comes to.  Nothing is announced when it comes or goes, since a
    screen reader reads the whole page and meets it last.

    Nothing that acts comes under a pointer that has pressed it: it stays there until the pointer leaves it or the page
    ends, and below the end of a page its own height is left free.  It cuts no line of text: what is there of a line
    whose lower part is below it is covered.

    Signals: ``changed()`` it has come or gone.
    """

    changed = Signal()

    def __init__(
        self,
        theme: Theme,
        scroll: QScrollArea,
        last: QWidget,
        lines: Sequence[QWidget] | None = None,
    ) -> None:
        """Make it for a page that scrolls, to be seen until all of ``last`` has been on screen.

        A press cuts none of the ``lines`` at the upper edge.  It is quieter on a page that has them, even if there are
        none yet, since such a page is read line by line and this comes up often.
        """
        page = scroll.parentWidget()
        assert page is not None  # it is on a page
        super().__init__(page)
        self._page = page
        self._theme, self._scroll, self._last, self._lines = theme, scroll, last, lines
        self._role = "on_accent" if lines is None else "accent"
        self.setText(self.tr("More below"))
        self.setProperty("kind", "more" if lines is None else "more_lines")
        self.setProperty("focusPolicy", qt_numbers.NO_FOCUS)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)  # never lower than its words
        self.hide()
        self._turning, self._is_late = Flag(), False
        self._is_held = self._lends = False
        self._free = 0
        self._cover = QWidget(scroll)
        on_surface(self._cover, str(scrolled(scroll).property("surface") or "paper"))
        self._cover.hide()
        self._covering = QTimer(self, interval=0, singleShot=True)
        self._covering.timeout.connect(self._cover_cut_line)
        self._soon = QTimer(self, interval=0, singleShot=True)
        self._soon.timeout.connect(self._lay_out_page)
        self.clicked.connect(self._on_clicked)
        theme.changed.connect(self._on_theme)
        scroll.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        scroll.verticalScrollBar().rangeChanged.connect(self._look_again)
        for watched in (scroll, scrolled(scroll), last):
            watched.installEventFilter(self)

    def lead_to(self, last: QWidget) -> None:
        """Lead to another widget from now on; what it led to before may be gone."""
        if last is not self._last:
            self._last = last
            last.installEventFilter(self)
            self._place()

    def make_lower(self, low: bool) -> None:
        """Take less room from a window in which every line counts, or as much as ever."""
        if self.property("low") != low:
            self.setProperty("low", low)
            self.style().unpolish(self)
            self.style().polish(self)
            self._place()

    def leave_free(self, height: int) -> None:
        """Leave so much free below the end of the page that it can be scrolled out from under what lies over it."""
        self._free = height
        self._place()

    @property
    def room(self) -> int:
        """The pixels that it will take from the page when it comes, 0 while it is there."""
        return self._wanted_height() if self.isHidden() else 0

    def _wanted_height(self) -> int:
        self.ensurePolished()  # or it is the height that it has without the style sheet
        return self.sizeHint().height()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look again when the window or what is below gets another place or size."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show):
            self._look_again()
        elif self._is_page_down(event) and watched is self._scroll and not self.isHidden():
            self._scroll_on()  # Qt would skip what is covered
            return True
        return super().eventFilter(watched, event)

    @staticmethod
    def _is_page_down(event: QEvent) -> bool:
        return (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() == qt_numbers.PAGE_DOWN
        )

    def leaveEvent(self, event: QEvent) -> None:
        """Go, if it was there only because the pointer was on it."""
        super().leaveEvent(event)
        self._is_held = False
        self._place()

    def _on_scrolled(self) -> None:
        self._place()
        self._cover_cut_line()  # at once, or half a line would be seen until the next turn of the event loop

    def _look_again(self) -> None:
        """Come or go, and cover what is cut once all has its place."""
        self._place()
        if not (self.isHidden() and self._cover.isHidden()):
            self._covering.start()

    def _place(self) -> None:
        scrolls, bar = self._scrolls(), self._scroll.verticalScrollBar()
        self._keep_clear(scrolls)
        # The viewport is as high as its frame.  To ask for it would make PySide build every class of widgets there is.
        end = self._last.mapTo(self._scroll, QPoint(0, self._last.height())).y()
        goes_on = end > self._scroll.height() and bar.value() < bar.maximum()
        is_wanted = self._scroll.isVisible() and scrolls and (goes_on or (self._is_held and bar.value() < self._end))
        if is_wanted != self.isHidden():
            return
        if self._turning:  # Qt is showing or hiding it just now, and would take it for both if it heard the contrary
            self._is_late = True
            return
        with self._turning:
            self._draw()
            self.setVisible(is_wanted)
        self._covering.start()
        self._soon.start()
        self.changed.emit()

    def _draw(self) -> None:
        self.setIcon(self._theme.icon("chevron_down", self._role))
        self.setIconSize(QSize(self._theme.px(14), self._theme.px(14)))  # no higher than the words

    def _on_theme(self) -> None:
        if not self.isHidden():
            self._draw()

    def _lay_out_page(self) -> None:
        """Lay out the page once more: it may have been in the middle of that when this came or went."""
        layout_of(self._page).invalidate()
        layout_of(self._page).activate()
        if self._is_late:
            self._is_late = False
            self._place()

    def _keep_clear(self, scrolls: bool) -> None:
        """Leave its own height below the end of a page that ``scrolls``.

        So nothing of the page comes under the pointer when this has gone: one press too many must not deny a list.
        What was left free for anything else goes when nothing moves for that.
        """
        row, own, bar = layout_of(scrolled(self._scroll)), 0, self._scroll.verticalScrollBar()
        if scrolls:
            own = self._wanted_height()
        wanted, kept = max(own, self._free), row.contentsMargins().bottom()
        if self._lends and wanted < kept:
            wanted = max(wanted, kept - (bar.maximum() - bar.value()))
        self._lends = wanted > own
        if kept != wanted:
            row.setContentsMargins(0, 0, 0, wanted)

    def _scrolls(self) -> bool:
        """Return whether the page is higher than the window; a page that would fit without this has nothing below.

        The scroll bar does not know it yet while the page finds its place.  Asked then, each answer led to the other
        one, the page was laid out without end, and lines were too low for their words.  So did the height of the
        scroll area, which changes only after this has come or gone.
        """
        page = scrolled(self._scroll)
        layout = layout_of(page)
        wanted = layout.totalHeightForWidth(page.width()) - layout.contentsMargins().bottom()
        return wanted > self._page.height()

    @property
    def _end(self) -> int:
        """How far the page is scrolled when its end is just above this, which may then go without moving anything."""
        kept = layout_of(scrolled(self._scroll)).contentsMargins().bottom()
        return self._scroll.verticalScrollBar().maximum() - kept

    def _cover_cut_line(self) -> None:
        """Cover what is to be seen of the lines of text that go on below this."""
        scroll, edge = self._scroll, self._scroll.height()
        place = edge if self.isHidden() else uncut_edge(scrolled(scroll), scroll, edge)
        self._cover.setVisible(place < edge)
        if place < edge:
            self._cover.setGeometry(0, place, scrolled(scroll).width(), edge - place)
            self._cover.raise_()

    def _on_clicked(self) -> None:
        self._is_held = self.underMouse()
        self._scroll_on()

    def _scroll_on(self) -> None:
        bar, view = self._scroll.verticalScrollBar(), self._scroll.viewport()
        seen = view.height() - (0 if self._cover.isHidden() else self._cover.height())
        step = max(seen - self._theme.px(_KEPT), seen // 2)
        for line in self._lines or ():
            top = line.mapTo(view, QPoint(0, 0)).y()
            if line.isVisible() and 0 < top - _ABOVE <= step and top + line.height() > view.height():
                step = top - _ABOVE
                break
        before, end = bar.value(), self._end
        bar.setValue(before + step if before >= end else min(before + step, end))
