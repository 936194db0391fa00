"""The ring around what has the keyboard: 3 pixels, dark and light, so that it shows on every colour.

A style sheet's border cannot do that on buttons of any colour, and Qt's own focus frame is masked by
the style.  Canvases that paint their own focus set the property ``ring`` to false.  Where the mouse has pressed
something there is no ring until a key is pressed, except around what text is written in.  Words on which reading
starts set ``ring`` to ``tab``: they have one only if somebody has come to them by Tab.
"""

from __future__ import annotations

from collections.abc import Callable
from weakref import ref

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QMenuBar, QSplitter, QWidget
from shiboken6 import isValid

from kneetree.ui.style.painting import painting
from kneetree.ui.style.theme import Theme

_AROUND = 4


class FocusRing(QObject):
    """Draws the ring around what has the focus of the application, and wherever that goes."""

    def __init__(self, app: QApplication, theme: Theme) -> None:
        super().__init__(app)
        self._theme = theme
        self._frame: _Frame | None = None
        self._focus: Callable[[], QWidget | None] = _nothing
        self._watched: list[QWidget] = []
        """What the ring is around, and its parents up to one that has room for the ring.

        No window is among them, so Qt owns them all and nothing is deleted when they are let go.  A weak reference to a
        widget that Qt has made itself would be lost at once, and the ring would not move with it.
        """
        self._by_mouse = self._by_tab = False
        app.focusChanged.connect(self._on_focus)
        self._on_focus(None, app.focusWidget())  # the first page has the keyboard before this is made

    def _on_focus(self, _old: QWidget | None, now: QWidget | None) -> None:
        for watched in self._watched:
            if isValid(watched):
                watched.removeEventFilter(self)
        self._watched = []
        if self._frame is not None and isValid(self._frame):
            self._frame.hide()
        self._listen_to(now)
        by_tab, self._by_tab = self._by_tab, False
        if now is None or not _wants_ring(now, by_tab) or (self._by_mouse and not _takes_text(now)):
            return
        self._draw_around(now)

    def _draw_around(self, now: QWidget) -> None:
        if self._frame is None or not isValid(self._frame):
            self._frame = _Frame(self._theme)
        self._watched = _up_to_room(now)
        for watched in self._watched:
            watched.installEventFilter(self)
        self._place()

    def _listen_to(self, now: QWidget | None) -> None:
        """Hear of presses on what has the focus, and note whether a mouse button is down as it gets it.

        What has it is not kept: if this were the last to let it go, it would be deleted while Qt moves the focus.
        """
        before = self._focus()
        if before is not None and isValid(before):
            before.removeEventFilter(self)
        self._focus = _nothing if now is None else ref(now)
        if now is not None:
            now.installEventFilter(self)
            if QApplication.mouseButtons() != Qt.MouseButton.NoButton:
                self._by_mouse = True

    def _on_pressed(self, by_mouse: bool) -> None:
        was_by_mouse, self._by_mouse = self._by_mouse, by_mouse
        if was_by_mouse != by_mouse:
            self._on_focus(None, QApplication.focusWidget())

    def _place(self) -> None:
        frame = self._frame
        if not self._watched or frame is None or not isValid(frame) or not isValid(self._watched[0]):
            return
        target = self._watched[0]
        holder = self._watched[-1].parentWidget()
        if holder is None:
            return
        if frame.parentWidget() is not holder:
            frame.setParent(holder)
        corner = target.mapTo(holder, QPoint(0, 0))
        frame.setGeometry(QRect(corner, target.size()).adjusted(-_AROUND, -_AROUND, _AROUND, _AROUND))
        frame.setVisible(target.isVisible())
        frame.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the widget that has the focus, and note whether the mouse or a key was pressed last."""
        if event.type() in (QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin, QEvent.Type.KeyPress):
            if watched is QApplication.focusWidget():  # a weak reference to what Qt has made is lost by now
                self._on_pressed(event.type() != QEvent.Type.KeyPress)
                self._by_tab = isinstance(event, QKeyEvent) and event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
        elif watched not in self._watched:
            return False
        elif event.type() in (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.ParentChange):
            self._place()
        elif event.type() == QEvent.Type.Hide and self._frame is not None and isValid(self._frame):
            self._frame.hide()
        return False


def draw_ring(app: QApplication, theme: Theme) -> None:
    """Draw the ring in an application from now on, if that has none."""
    if app.findChild(FocusRing) is None:
        FocusRing(app, theme)


def _nothing() -> None:
    """Stand for no widget, as a reference to one that is gone does."""


def _wants_ring(target: QWidget, by_tab: bool) -> bool:
    """Return whether a ring is drawn around what has the keyboard.

    A menu bar marks the menu that has it; a ring around all of the bar would be a thick line across the window.
    """
    ring = target.property("ring")
    if isinstance(target, QMenuBar) or ring is False or (ring == "tab" and not by_tab):
        return False
    return target.parentWidget() is not None and not target.isWindow()


def _takes_text(target: QWidget) -> bool:
    """Return whether what is typed is written in it: there the keyboard comes next, whatever was pressed before."""
    return target.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)


def _up_to_room(target: QWidget) -> list[QWidget]:
    """Return the target and its parents up to one that has room for the ring; all of them scroll together."""
    chain = [target]
    while True:
        holder = chain[-1].parentWidget()
        if holder is None or holder.isWindow():
            return chain
        corner = target.mapTo(holder, QPoint(0, 0))
        ring = QRect(corner, target.size()).adjusted(-_AROUND, -_AROUND, _AROUND, _AROUND)
        outside = holder.parentWidget()
        scrolled = outside is not None and isinstance(outside.parentWidget(), QAbstractScrollArea)
        # A splitter would take the ring for one more pane.
        if (holder.rect().contains(ring) or scrolled) and not isinstance(holder, QSplitter):
            return chain
        chain.append(holder)


class _Frame(QWidget):
    """Lies over what is around its target and lets every click through."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint two rings, one within the other."""
        with painting(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            room = QRectF(self.rect())
            for inset, width, role in ((3.5, 1.5, "surface"), (1.5, 3.0, "ink")):
                painter.setPen(QPen(self._theme.color(role), width))
                painter.drawRoundedRect(room.adjusted(inset, inset, -inset, -inset), 10 - inset, 10 - inset)
