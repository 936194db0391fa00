"""The two buttons above everything, one for each mode of the window, and the room below them for the mode.

What the buttons do is joined by the window.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedWidget, QWidget

from kneetree.ui.style import room, text_labels
from kneetree.ui.style.surfaces import ground_in
from kneetree.ui.style.theme import Theme
from kneetree.ui.wizard.choice_button import ChoiceButton
from kneetree.ui.wizard.start_page import StartPage


class ModeBar(QWidget):
    """Holds ``check_button`` and ``edit_button``; one of them is marked as the mode that is shown.

    In a low window the bar is there only while somebody edits: the View menu and the first page lead there as well.
    """

    def __init__(self, theme: Theme, window: QWidget, *, check: str, edit: str) -> None:
        """``check`` and ``edit`` are the words on the buttons; ``window`` is the one whose height counts."""
        super().__init__()
        self._theme, self._window, self._allowed = theme, window, True
        window.installEventFilter(self)
        theme.changed.connect(self._arrange)
        line = text_labels.row(ground_in(self, "bar"), 4)
        line.setContentsMargins(16, 6, 16, 6)
        self.check_button = ChoiceButton(check, "mode", chosen=True)
        self.edit_button = ChoiceButton(edit, "mode")
        for button in (self.check_button, self.edit_button):
            line.addWidget(button)
        line.addStretch(1)
        self._arrange()

    def show_mode(self, chosen: ChoiceButton, keys: Sequence[QAction] = ()) -> None:
        """Mark the button of the mode that is shown; its ``keys`` work here as well, where Tab comes to."""
        for action in self.actions():
            self.removeAction(action)
        self.addActions(keys)
        for button in (self.check_button, self.edit_button):
            button.show_chosen(button is chosen)
        self._arrange()

    def allow(self, allowed: bool) -> None:
        """Let the bar be there, or take it away whatever the window: nothing else may be pressed."""
        self._allowed = allowed
        self._arrange()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Come and go with the height of the window."""
        if event.type() == QEvent.Type.Resize and watched is self._window:
            self._arrange()
        return super().eventFilter(watched, event)

    def _arrange(self) -> None:
        is_low = room.is_low(self._theme, self._window.height())
        self.setVisible(self._allowed and not (is_low and self.check_button.chosen))

    def be_neutral(self) -> None:
        """Call the walk by a word that fits any tree, until the open one gives its own."""
        self.check_button.setText(self.tr("Answer the questions"))


class ModeStack(QStackedWidget):
    """The modes, of which one is there at a time."""

    def show_only(self, mode: QWidget) -> None:
        """Show a mode, and take the others out: they stay hidden inside, and assistive technology does not find them.

        Qt calls the cells of a table visible, and one of them focused, also while the whole table is hidden.
        """
        if self.indexOf(mode) < 0:
            self.addWidget(mode)
        self.setCurrentWidget(mode)
        for other in [self.widget(place) for place in range(self.count())]:
            if other is not None and other is not mode:
                self.removeWidget(other)


def be_neutral(page: StartPage, bar: ModeBar) -> None:
    """Take the words of the shipped tree away before another one is read."""
    page.be_neutral()
    bar.be_neutral()
