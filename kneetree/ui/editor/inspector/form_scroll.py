"""The room in which a form scrolls, and in which the field in use stays in sight."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget

from kneetree.ui.editor.fields.field import Field
from kneetree.ui.qt_access import application


class FormScroll(QScrollArea):
    """Room for a form, in which the field in use stays in sight with its heading, however little room there is.

    The head is the part of the form that comes first and tells something of it.  It scrolls along, and what is below
    stays where it is when the head becomes higher or lower out of sight.
    """

    def __init__(self, form: QWidget, head: QWidget) -> None:
        super().__init__()
        self._head, self._held = head, -1  # where the bar is to be once the form has its new height
        self._soon = QTimer(self, interval=0, singleShot=True)  # the form has its new place only after the event
        self._soon.timeout.connect(self._settle)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(form)
        self._form = form
        head.installEventFilter(self)
        application().focusChanged.connect(self._on_focus)

    def begin(self) -> None:
        """Show the form from its beginning."""
        self._held = -1
        self.verticalScrollBar().setValue(0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let what is in sight stay there when the head takes more room, or less."""
        if watched is self._head and isinstance(event, QResizeEvent):
            at, before = max(self.verticalScrollBar().value(), self._held), event.oldSize().height()
            if at and at >= before:
                self._held = at + event.size().height() - before
            if self._held >= 0 or self._is_seen(self.viewport().height()):
                self._soon.start()
        return super().eventFilter(watched, event)

    def focusNextPrevChild(self, following: bool) -> bool:
        """Look after the heading again: after Tab Qt shows what has the keys, which may hide its heading."""
        done = super().focusNextPrevChild(following)
        self._keep_in_sight()
        return done

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Look after the field in use when what is above the form takes more room, unless it was scrolled away."""
        seen = self._is_seen(event.oldSize().height())
        super().resizeEvent(event)
        if seen:
            self._soon.start()

    def _on_focus(self, _old: QWidget | None, now: QWidget | None) -> None:
        """Look after the heading too when a key brings another field; what the mouse is on must not move."""
        if now is not None and self.isAncestorOf(now) and not QApplication.mouseButtons():
            self._keep_in_sight()

    def _is_seen(self, high: int) -> bool:
        """Return whether some of what has the keys is in sight, or was while there was room as ``high`` as this."""
        focus = QApplication.focusWidget()
        if focus is None or not self.isAncestorOf(focus):
            return False
        top = focus.mapTo(self._form, QPoint()).y() - self.verticalScrollBar().value()
        return top < high and top + focus.height() > 0

    def _settle(self) -> None:
        """Scroll to where what was in sight is now, or else to the field in use."""
        if self._held >= 0:
            self.verticalScrollBar().setValue(self._held)
            self._held = -1
        else:
            self._keep_in_sight()

    def _keep_in_sight(self) -> None:
        self._held = -1
        field = focus = QApplication.focusWidget()
        while field is not None and not isinstance(field, Field):
            field = field.parentWidget()
        if focus is None or field is None or not self.isAncestorOf(field):
            return
        top = field.mapTo(self._form, QPoint()).y()
        below, high = focus.mapTo(self._form, QPoint(0, focus.height())).y(), self.viewport().height()
        if below - top > high:
            self.ensureWidgetVisible(focus, 0, 0)
        else:
            bar = self.verticalScrollBar()
            bar.setValue(min(max(bar.value(), below - high), top))
