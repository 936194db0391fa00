"""Tell whether somebody is in the middle of a list, so that what comes in meanwhile moves nothing under their hand."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QAbstractItemView

_CHANGES = (QEvent.Type.FocusIn, QEvent.Type.FocusOut, QEvent.Type.Hide, QEvent.Type.Show)


class Hold(QObject):
    """Watches one list.  Signals: ``let_go()`` neither the pointer nor the keyboard is in it any more."""

    let_go = Signal()

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view
        self._pointer = self._held = False
        self._soon = QTimer(self, interval=0, singleShot=True)  # the keys may only go from one part to another
        self._soon.timeout.connect(self._look)
        for watched in (view, view.viewport()):
            watched.installEventFilter(self)

    @property
    def held(self) -> bool:
        """Whether the pointer is over the list, or the keyboard in it."""
        return self._view.isVisible() and (self._pointer or self._view.hasFocus())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice how the pointer and the keyboard come and go."""
        kind = event.type()
        if kind in (QEvent.Type.Enter, QEvent.Type.Leave) and watched is self._view.viewport():
            self._pointer = kind == QEvent.Type.Enter
            self._soon.start()
        elif kind in _CHANGES and watched is self._view:
            self._pointer = self._pointer and kind != QEvent.Type.Hide
            self._soon.start()
        return super().eventFilter(watched, event)

    def _look(self) -> None:
        before, self._held = self._held, self.held
        if before and not self._held:
            self.let_go.emit()
