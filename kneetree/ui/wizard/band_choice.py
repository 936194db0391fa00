"""The ranges of a number as buttons: one press answers, for a person who does not know the number or need not type it.

It knows ranges and their words; that a range settles every question is the tree's business.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kneetree.model.knowledge import Said
from kneetree.model.scales import Span
from kneetree.ui.style import text_labels
from kneetree.ui.style.button_row import ButtonRow
from kneetree.ui.wizard.choice_button import ChoiceButton
from kneetree.ui.wizard.content import Band, Content
from kneetree.walk.number_bands import settles_all


class BandChoice(QWidget):
    """A group of buttons, one for each of ``bands``; ``complete`` says whether every number is in one of them.

    Signals: ``chosen(Span)``.
    """

    chosen = Signal(object)

    def __init__(self, bands: Sequence[Band], *, complete: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = text_labels.column(self, 8)
        words = self.tr("Or choose:") if complete else self.tr("Or choose, if one of these fits:")
        column.addWidget(text_labels.label(words, "body", self))
        row = ButtonRow(even=True, columns=True, parent=self)
        row.setAccessibleName(words)
        self.buttons: dict[Span, ChoiceButton] = {}
        for band in bands:
            button = ChoiceButton(band.words[:1].upper() + band.words[1:], "band", row)
            button.clicked.connect(lambda _on, span=band.span: self.chosen.emit(span))
            row.add(button)
            self.buttons[band.span] = button
        column.addWidget(row)

    def show_number(self, number: Said) -> bool:
        """Mark the range that was chosen before, if ``number`` is one of them, and return whether it is."""
        ends = (number.least, number.most) if isinstance(number, Span) else None
        for span, button in self.buttons.items():
            button.show_chosen((span.least, span.most) == ends)
        return any(button.chosen for button in self.buttons.values())

    @property
    def number(self) -> Span | None:
        """The range that is marked, or ``None``."""
        return next((span for span, button in self.buttons.items() if button.chosen), None)


def choice_of(content: Content, parent: QWidget) -> BandChoice | None:
    """Return the ranges to choose from on the page of a question, or ``None`` if it has none."""
    if content.scale is None or not content.bands:
        return None
    complete = settles_all(content.scale, [band.span for band in content.bands])
    return BandChoice(content.bands, complete=complete, parent=parent)
