"""Dresses the application in a style sheet, at the cost of what can be seen.

Qt dresses a widget anew once for itself and once more for each widget around it whenever the style sheet of an
application is replaced: a result of 150 visible widgets among 1,100 took 1.7 s.  A style sheet that is taken off first
and then put on visits each widget a fixed number of times; and what is hidden meanwhile is left as it is until it is
shown.  It must not know what colours or sizes there are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from PySide6 import QtCore
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QApplication, QLayout, QWidget
from shiboken6 import Shiboken

# Functions, since the first page is dressed without them (see ``qt_numbers``).


def _dressed_mark() -> QtCore.Qt.WidgetAttribute:
    """Return Qt's own mark of a widget that a style has dressed; a style that comes or goes passes over all others."""
    return QtCore.Qt.WidgetAttribute.WA_WState_Polished


def _own_style_mark() -> QtCore.Qt.WidgetAttribute:
    """Return Qt's own mark of a widget with a style of its own; it is not told when the application's changes."""
    return QtCore.Qt.WidgetAttribute.WA_SetStyle


class Dressing(QObject):
    """What the application wears: style sheet, font and palette."""

    def __init__(self, app: QApplication, parent: QObject) -> None:
        super().__init__(parent)
        self._app = app
        self._keeper: QWidget | None = None

    def put_on(self, sheet: str, font: QFont, palette: QPalette) -> None:
        """Dress all that is shown; the rest when it comes on screen."""
        if not self._app.styleSheet():
            self._put_on(sheet, font, palette)
            return
        self._keep_memory()
        waiting = [widget for window in self._app.topLevelWidgets() if window.isVisible() for widget in _hidden(window)]
        for widget in waiting:
            widget.setAttribute(_dressed_mark(), False)
            if widget.isHidden():
                widget.installEventFilter(self)
        focus = self._app.focusWidget()
        with _untold(waiting):
            with _untold(set(self._app.allWidgets()).difference(waiting)):
                self._app.setStyleSheet("")
            self._put_on(sheet, font, palette)
        _forget_pictures()
        if focus is not None and self._app.focusWidget() is not focus:
            # A wizard that is told of another style lays out its pages anew, and the keyboard goes on to another part.
            focus.setFocus(QtCore.Qt.FocusReason.ActiveWindowFocusReason)  # it comes back, and nobody went anywhere

    @contextmanager
    def put_aside(self) -> Iterator[None]:
        """Wear no style sheet while many widgets are made, since Qt looks at it whenever one is put into another.

        What is made meanwhile is dressed when it is shown, and what was there before is told of nothing.  Nothing may
        be painted meanwhile.
        """
        sheet = self._app.styleSheet()
        if not sheet:
            yield
            return
        self._keep_memory()
        before = self._app.allWidgets()
        with _passed_over(before):
            self._app.setStyleSheet("")
        try:
            yield
        finally:
            with _passed_over([one for one in before if Shiboken.isValid(one)]):
                self._app.setStyleSheet(sheet)
            _forget_pictures()
            for widget in set(self._app.allWidgets()).difference(before):
                _measure_again(widget)

    def _put_on(self, sheet: str, font: QFont, palette: QPalette) -> None:
        self._app.setFont(font)
        self._app.setPalette(palette)
        self._app.setStyleSheet(sheet)

    def _keep_memory(self) -> None:
        """Keep Qt from forgetting what it has altered in widgets that wait, their own fonts and palettes.

        It forgets all that with the last style sheet, so there is always one: that of a widget nobody sees.
        """
        if self._keeper is None:
            self._keeper = QWidget()
            self._keeper.setStyleSheet("*{}")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Dress what has waited, now that it is shown."""
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget):
            watched.removeEventFilter(self)
            self._dress(watched)
        return False

    def _dress(self, widget: QWidget) -> None:
        """Dress a widget and what is shown in it; what is hidden in it goes on waiting."""
        if not widget.testAttribute(_dressed_mark()):
            for kind in (QEvent.Type.Polish, QEvent.Type.StyleChange):
                QCoreApplication.sendEvent(widget, QEvent(kind))
        for child in _widgets_in(widget):
            if child.isHidden():
                child.installEventFilter(self)
            else:
                self._dress(child)


@contextmanager
def _untold(widgets: Iterable[QWidget]) -> Iterator[None]:
    """Keep Qt from telling these widgets of another style: each page would look for its place anew, seen or not."""
    untold = [widget for widget in widgets if not widget.testAttribute(_own_style_mark())]
    for widget in untold:
        widget.setAttribute(_own_style_mark())
    try:
        yield
    finally:
        for widget in untold:
            widget.setAttribute(_own_style_mark(), False)


def _forget_pictures() -> None:
    """Let Qt forget what it has drawn of the pictures in the style sheet before.

    It reads a sheet anew each time, and finds none of them again: they would lie there, scattered, for each editor that
    was ever made, until they fill ten megabytes.
    """
    from PySide6.QtGui import QPixmapCache  # noqa: PLC0415 - the first page is dressed without it

    QPixmapCache.clear()


def _measure_again(widget: QWidget) -> None:
    """Let the layouts of a widget forget how large its parts were before they were dressed.

    Qt tells a layout of a part that has another size only if the part is shown.
    """
    layout = widget.layout()
    if layout is not None:
        for inner in (layout, *layout.findChildren(QLayout)):
            inner.invalidate()


@contextmanager
def _passed_over(widgets: Iterable[QWidget]) -> Iterator[None]:
    """Keep all that these widgets wear, whatever style sheet comes or goes meanwhile."""
    dressed = [widget for widget in widgets if widget.testAttribute(_dressed_mark())]
    with _untold(widgets):
        for widget in dressed:
            widget.setAttribute(_dressed_mark(), False)
        try:
            yield
        finally:
            for widget in dressed:
                widget.setAttribute(_dressed_mark())


def _hidden(widget: QWidget) -> Iterator[QWidget]:
    """Yield all widgets in a window that is shown which are hidden themselves, or are in one that is."""
    for child in _widgets_in(widget):
        if not child.isHidden():
            yield from _hidden(child)
        elif child.windowType() is not QtCore.Qt.WindowType.Popup:
            # Not a menu: it is as large as it was dressed before it opens.
            yield child
            yield from child.findChildren(QWidget)


def _widgets_in(widget: QWidget) -> Iterator[QWidget]:
    return (child for child in widget.children() if isinstance(child, QWidget))
