"""An icon beside text, in a colour of the theme, which grows with the text."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QWidget

from kneetree.ui.style.theme import Theme


class IconLabel(QLabel):
    """The icon ``name`` at ``size`` pixels (100 %) in the colour of ``role``; decoration unless it is given a name."""

    def __init__(self, theme: Theme, name: str, size: int, role: str = "ink", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._name, self._size, self._role = theme, name, size, role
        theme.changed.connect(self._draw)
        self._draw()

    def show_size(self, size: int) -> None:
        """Show the icon at another size, in pixels at 100 %."""
        if size != self._size:
            self._size = size
            self._draw()

    def _draw(self) -> None:
        self.setPixmap(self._theme.pixmap(self._name, self._theme.px(self._size), self._role))
