"""The frame of every page of the wizard: it scrolls, its column is readable, it says where to go next."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from PySide6 import QtCore
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSize, QTimer
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QScrollBar, QSizePolicy, QWidget, QWizardPage

from kneetree.ui.qt_access import layout_of, settle_layouts
from kneetree.ui.style import qt_numbers, room, text_labels
from kneetree.ui.style.theme import Theme
from kneetree.ui.wizard.disclosure import Disclosure
from kneetree.ui.wizard.kept_place import KeptPlace
from kneetree.ui.wizard.more_below import MoreBelow
from kneetree.ui.wizard.picture import Picture

if TYPE_CHECKING:
    from kneetree.ui.wizard.second_click import SecondClick


class QuietBar(QScrollBar):
    """A scroll bar that keeps its room and shows nothing while there is nothing to scroll.

    So no page is wider than the next, and a page finds its place once and not again beside its bar.
    """

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the bar if it can be moved."""
        if self.maximum() > self.minimum():
            super().paintEvent(event)


class ScrollPage(QWizardPage):
    """A page whose ``body`` is a column in the middle, at most 68 characters wide, that scrolls when it must."""

    _built = False
    """Whether it has all its parts: Qt may tell a page of its size before."""

    def __init__(
        self,
        theme: Theme,
        follow: Callable[[], int],
        width: int = text_labels.READING_WIDTH,
        parent: QWidget | None = None,
    ) -> None:
        """Make an empty page; ``follow`` returns the id of the page after this one, -1 if there is none.

        A page that is made inside its ``parent``, and its widgets inside the page, is dressed by the style
        sheet once; each time a tree of widgets moves into another it costs as much again.
        """
        super().__init__(parent)
        self.theme = theme
        self._follow = follow
        self._width = width
        self.scroll_area = QScrollArea(self)
        self.scroll_area.setWidgetResizable(True)
        self.scroll_area.setFrameShape(QFrame.Shape.NoFrame)
        self.scroll_area.setProperty("horizontalScrollBarPolicy", qt_numbers.ALWAYS_OFF)
        self.scroll_area.setVerticalScrollBar(QuietBar())  # takes it over; with a parent PySide would look for ``Qt``
        self.scroll_area.setProperty("verticalScrollBarPolicy", qt_numbers.ALWAYS_ON)
        self.scroll_area.setProperty("focusPolicy", qt_numbers.NO_FOCUS)
        keeps_room = self.scroll_area.sizePolicy()
        keeps_room.setRetainSizeWhenHidden(True)  # see ``wait``
        self.scroll_area.setSizePolicy(keeps_room)
        holder = QWidget(self.scroll_area)
        outer = text_labels.row(holder, 0)
        self.middle = QWidget(holder)
        self.middle.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        outer.addStretch(1)
        outer.addWidget(self.middle, 1000)
        outer.addStretch(1)
        self.body = text_labels.column(self.middle, 16, 24)
        self.scroll_area.setWidget(holder)
        text_labels.column(self, 0).addWidget(self.scroll_area)
        self.low = self.narrow = False
        self._second_click: SecondClick | None = None
        self._more: MoreBelow | None = None
        self._built = True
        self._fit()
        theme.changed.connect(self._fit)
        theme.changed.connect(self._look_at_room)
        KeptPlace(theme, self.scroll_area)

    def _fit(self) -> None:
        self.middle.setMaximumWidth(self.theme.px(self._width) + 48)

    def _look_at_room(self) -> None:
        if not self._built:
            return
        low, narrow = room.is_low(self.theme, self.height()), room.is_narrow(self.theme, self.width())
        if (low, narrow) != (self.low, self.narrow):
            was_narrow, self.low, self.narrow = self.narrow, low, narrow
            self.save_room()
            if was_narrow != narrow:
                self.fit_words()

    def fit_words(self) -> None:
        """Let long words go on in the next line while the page is ``narrow``; call this when its texts are others."""
        for label in self.middle.findChildren(QLabel):
            whole = label.property("whole")
            if whole is None or label.text() != text_labels.hyphenated(whole):
                whole = label.text()
            label.setProperty("whole", whole if self.narrow else None)
            label.setText(text_labels.hyphenated(whole) if self.narrow else whole)

    def save_room(self) -> None:
        """Show what the page has with less around it if it is ``low`` or ``narrow``, or as it is meant to look."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Look whether the page has become low or narrow."""
        super().resizeEvent(event)
        self._look_at_room()

    def wait(self) -> None:
        """Show nothing of what is on the page before ``come``, and keep the room that it takes."""
        self.scroll_area.hide()

    def come(self) -> None:
        """Show what is on the page again."""
        self.scroll_area.show()

    def changeEvent(self, event: QEvent) -> None:
        """Go on with the style of the application.

        A wizard that is told of another style makes it each page's own; what is in such a page then keeps its style
        when the application gets another one, and lost its colours when the size of text was changed.
        """
        if event.type() is QEvent.Type.StyleChange and self.wizard() is not None:
            self.setAttribute(QtCore.Qt.WidgetAttribute.WA_SetStyle, False)
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the beginning with Home and to the end with End; Qt's scroll area knows only the other keys."""
        bar, keys = self.scroll_area.verticalScrollBar(), QtCore.Qt.Key
        if event.key() not in (keys.Key_Home, keys.Key_End):
            super().keyPressEvent(event)
        else:
            bar.setValue(bar.minimum() if event.key() == keys.Key_Home else bar.maximum())

    def lay_out_ahead(self, room: QSize) -> None:
        """Give all its place in a room, and draw pictures, while the page is hidden: to show it takes half the time."""
        self.resize(room)
        _lay_out_hidden(self)
        for picture in self.findChildren(Picture):
            picture.draw_ahead()

    def tell_more_below(self, last: QWidget, lines: Sequence[QWidget] | None = None) -> MoreBelow:
        """Return a strip beneath the page that says that there is more, until all of ``last`` was on screen.

        A press cuts none of the ``lines`` at the upper edge; see ``MoreBelow`` for a page that has none.
        """
        self._more = more = MoreBelow(self.theme, self.scroll_area, last, lines)
        layout_of(self).addWidget(more)
        return more

    def lie_over(self, height: int) -> None:
        """Let the end of the page be scrolled out from under what lies so high over its foot, 0 for nothing."""
        if self._more is not None:
            self._more.leave_free(max(height - self.body.contentsMargins().bottom(), 0))

    def show_when_opened(self, disclosure: Disclosure) -> None:
        """Scroll to what ``disclosure`` opens, as soon as it has found its place."""
        disclosure.toggled.connect(lambda: QTimer.singleShot(0, disclosure, lambda: self._reveal(disclosure)))

    def _reveal(self, disclosure: Disclosure) -> None:
        if disclosure.opened:
            self.lay_out_now()
            self.scroll_area.ensureWidgetVisible(disclosure.content, 8, 24)
            self.scroll_area.ensureWidgetVisible(disclosure.button, 8, 8)

    @contextmanager
    def scrolled_by(self, pressed: QWidget) -> Iterator[None]:
        """Take no second click or letter on what a scroll of the block brings, which came by pressing this."""
        bar, is_there = self.scroll_area.verticalScrollBar(), pressed.underMouse()
        before = bar.value()
        yield
        if bar.value() != before:
            if self._second_click is None:
                from kneetree.ui.wizard.second_click import SecondClick  # noqa: PLC0415 - the first page needs none

                self._second_click = SecondClick(self)
            self._second_click.page_scrolled(pressed, by_pointer=is_there)

    def lay_out_now(self) -> None:
        """Give all its place that waits for it, so that it can be scrolled to."""
        settle_layouts(self.scroll_area)
        layout_of(self).activate()  # the strip that says there is more may have come

    def nextId(self) -> int:
        """Return the id of the page after this one, -1 if there is none."""
        return self._follow()

    def cleanupPage(self) -> None:
        """Do nothing, so that going back keeps what was answered."""

    def begin(self) -> None:
        """Show the beginning of the page that has come on screen, and put the keyboard where reading starts."""
        self.scroll_area.verticalScrollBar().setValue(0)


class KeepVisible(QObject):
    """Scrolls a page so that what has the focus can be seen whole."""

    def __init__(self, scroll: QScrollArea) -> None:
        super().__init__(scroll)
        self._scroll = scroll
        self._around: WeakKeyDictionary[QWidget, QWidget | None] = WeakKeyDictionary()  # results come and go

    def watch(self, *widgets: QWidget, around: QWidget | None = None) -> None:
        """Follow the focus of these; what has to be seen is ``around`` them, such as the line of a tick."""
        for widget in widgets:
            self._around[widget] = around
            widget.installEventFilter(self)

    def watch_first(self, widget: QWidget) -> None:
        """Show the beginning of the page whenever the focus comes to this, the first thing that is read."""
        self._around[widget] = self._scroll
        widget.installEventFilter(self)

    @property
    def _scrolls(self) -> bool:
        """Whether there is anything to scroll; if not, nothing is asked about the focus, which takes ``Qt``."""
        bars = (self._scroll.verticalScrollBar(), self._scroll.horizontalScrollBar())
        return any(bar.maximum() > bar.minimum() for bar in bars)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Scroll when the focus comes, unless it comes by the mouse or back from a menu or another window.

        What the mouse has pressed must still be under it when it is let go.
        """
        if isinstance(event, QFocusEvent) and event.gotFocus() and isinstance(watched, QWidget):
            if not self._scrolls or event.reason() in (QtCore.Qt.FocusReason.MouseFocusReason, *_comes_back()):
                return False
            if self._around[watched] is self._scroll:
                self._scroll.verticalScrollBar().setValue(0)
                return False
            self._scroll.ensureWidgetVisible(self._around[watched] or watched, 8, 24)
            self._scroll.ensureWidgetVisible(watched, 8, 24)
        return False


def _comes_back() -> tuple[QtCore.Qt.FocusReason, ...]:
    """Return with which reasons the focus comes back to where it was, and nobody went anywhere."""
    reasons = QtCore.Qt.FocusReason
    return reasons.ActiveWindowFocusReason, reasons.PopupFocusReason, reasons.MenuBarFocusReason


def _lay_out_hidden(widget: QWidget) -> None:
    """Lay out a hidden widget and what it will show: Qt tells hidden widgets of their size only when they are shown."""
    untold = QtCore.Qt.WidgetAttribute.WA_PendingResizeEvent  # Qt's own mark of one that has another size
    if widget.testAttribute(untold):
        widget.setAttribute(untold, False)
        QCoreApplication.sendEvent(widget, QResizeEvent(widget.size(), QSize()))
    layout = widget.layout()
    if layout is not None:
        layout.activate()
    for child in widget.children():
        if isinstance(child, QWidget) and not child.isHidden():
            _lay_out_hidden(child)
