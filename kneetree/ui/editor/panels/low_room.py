"""Let a page that is too high for its room be scrolled, so that nothing of it is cut off."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QSplitter, QWidget

from kneetree.ui.style.button_row import ButtonRow

_ROWS = 5
"""How many lines of text a table keeps below its buttons, however low the room is."""


class LowRoom(QScrollArea):
    """Room for a page with ``parts`` side by side, of which one has ``buttons`` above a table.

    The parts are never lower than these buttons and a few rows of the table.
    """

    def __init__(self, page: QWidget, parts: QSplitter, buttons: ButtonRow) -> None:
        super().__init__()
        self._parts, self._buttons = parts, buttons
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(page)
        buttons.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the buttons, which take more lines where there is less width or the letters are larger."""
        kinds = (QEvent.Type.Resize, QEvent.Type.FontChange, QEvent.Type.LayoutRequest, QEvent.Type.Show)
        if watched is self._buttons and event.type() in kinds:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        width = self._buttons.width()
        high = max(self._buttons.heightForWidth(width), self._buttons.minimumSizeHint().height())
        needed = high + _ROWS * self.fontMetrics().lineSpacing()
        if self._parts.minimumHeight() != needed:
            self._parts.setMinimumHeight(needed)
