"""A button that gives an answer at once and shows whether that answer was given before.

It is not a check box: assistive technology is told a button, and that it is chosen.
"""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from kneetree.ui.wizard.steady_button import SteadyButton


class ChoiceButton(SteadyButton):
    """A button dressed as ``kind``, at first ``chosen`` or not; held down, Enter presses it no more than once."""

    def __init__(self, text: str, kind: str, parent: QWidget | None = None, *, chosen: bool = False) -> None:
        super().__init__(text, parent)
        self.setProperty("kind", kind)
        self.setProperty("chosen", chosen)
        self._describe(chosen)

    @property
    def chosen(self) -> bool:
        """Whether this is the answer that was given."""
        return bool(self.property("chosen"))

    def show_chosen(self, chosen: bool) -> None:
        """Show whether this is the answer that was given."""
        if chosen != self.chosen:
            self.setProperty("chosen", chosen)
            self._describe(chosen)
            self.style().unpolish(self)
            self.style().polish(self)

    def _describe(self, chosen: bool) -> None:
        self.setAccessibleDescription(self.tr("chosen") if chosen else "")
