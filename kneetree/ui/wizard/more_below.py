"""What tells at once that a page goes on below the window, and scrolls on when it is pressed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Signal
from PySide6.QtWidgets import QPushButton, QScrollArea, QWidget

from kneetree.ui.style import qt_numbers
from kneetree.ui.style.theme import Theme

_KEPT = 48
"""Pixels at 100 % of what was read that stay on screen."""


class MoreBelow(QPushButton):
    """A button beneath a scrolled page, there until all of ``last`` has been scrolled to.

    The keyboard does not need it: it scrolls to what it comes to.

    Signals: ``changed()`` it has come or gone.
    """

    changed = Signal()

    def __init__(self, theme: Theme, scroll: QScrollArea, last: QWidget) -> None:
        super().__init__(scroll.parentWidget())
        self._theme, self._scroll, self._last = theme, scroll, last
        self.setText(self.tr("More below"))
        self.setProperty("kind", "more")
        self.setProperty("focusPolicy", qt_numbers.NO_FOCUS)
        self.hide()
        self.clicked.connect(self._on_clicked)
        scroll.verticalScrollBar().valueChanged.connect(self._place)
        scroll.verticalScrollBar().rangeChanged.connect(self._place)
        for watched in (scroll, last):
            watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look again when the window or what is below gets another place or size."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show):
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        # The viewport is as high as its frame.  To ask for it would make PySide build every class of widgets there is.
        end = self._last.mapTo(self._scroll, QPoint(0, self._last.height())).y()
        bar = self._scroll.verticalScrollBar()
        is_wanted = self._scroll.isVisible() and bar.value() < bar.maximum() and end > self._scroll.height()
        if is_wanted == self.isHidden():
            self.setIcon(self._theme.icon("chevron_down", "on_accent"))
            self.setIconSize(QSize(self._theme.px(16), self._theme.px(16)))
            self.setVisible(is_wanted)
            self.changed.emit()

    def _on_clicked(self) -> None:
        bar = self._scroll.verticalScrollBar()
        bar.setValue(bar.value() + self._scroll.viewport().height() - self._theme.px(_KEPT))
