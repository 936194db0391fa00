"""Text on demand: a line to press that opens what is below it, closed at first."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QWidget

from kneetree.ui.announcing import announce
from kneetree.ui.style import text_labels
from kneetree.ui.style.theme import Theme
from kneetree.ui.wizard.spoken import spoken
from kneetree.ui.wizard.wrapping_button import WrappingButton


class Disclosure(QWidget):
    """``title`` opens and closes ``content``; assistive technology hears which it is, and what was opened.

    What is opened is also the description of the button, since the text itself does not take the keyboard.

    Signals: ``toggled()``.
    """

    toggled = Signal()

    def __init__(self, theme: Theme, title: str, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._title = title
        self.content = content
        self._opened = False
        # Not one that stays down: assistive technology would call it a tick box.
        self.button = WrappingButton(title, self)
        self.button.setProperty("kind", "disclosure")
        self.button.clicked.connect(self._on_clicked)
        column = text_labels.column(self, 4)
        line = text_labels.nested(column, text_labels.row(None, 0))
        text_labels.at_top(line, self.button)
        line.addStretch(1)
        column.addWidget(content)
        theme.changed.connect(self._draw)
        self._show()

    @property
    def opened(self) -> bool:
        """Whether the content is shown."""
        return self._opened

    def show_opened(self, opened: bool) -> None:
        """Open or close it, as it was left elsewhere; nothing is said."""
        if opened != self._opened:
            self._opened = opened
            self._show()

    def rename(self, title: str) -> None:
        """Put another title on the line to press."""
        self._title = title
        self.button.setText(title)
        self._name()

    def _on_clicked(self) -> None:
        self._opened = not self._opened
        self._show()
        announce(self.button, self.button.accessibleDescription())
        self.toggled.emit()

    def _show(self) -> None:
        self.content.setVisible(self._opened)
        self._name()
        self._draw()

    def _name(self) -> None:
        state = self.tr("open") if self.opened else self.tr("closed")
        self.button.setAccessibleDescription(spoken(self.content) if self.opened else "")
        self.button.setAccessibleName(f"{self._title.replace('&', '')}, {state}")

    def _draw(self) -> None:
        self.button.setIcon(self._theme.icon("chevron_down" if self.opened else "chevron_right", "accent"))
        self.button.setIconSize(QSize(self._theme.px(22), self._theme.px(16)))


def text_disclosure(
    theme: Theme, title: str, text: str, parent: QWidget | None = None, *, role: str = "body"
) -> Disclosure:
    """Return a disclosure of plain text."""
    words = text_labels.selectable(text_labels.label(text, role, parent))
    words.setContentsMargins(24, 0, 0, 8)
    return Disclosure(theme, title, words, parent)
