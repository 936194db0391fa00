"""What was said on a way that was left, on the result: each of it can be taken back, and put back again.

It is on the paper but not on the path, so nothing else on the page could correct it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QLabel, QWidget

from kneetree.report.earlier_rows import EarlierRow
from kneetree.ui.announcing import announce
from kneetree.ui.style import text_labels
from kneetree.ui.style.theme import Theme
from kneetree.ui.wizard.page_frame import KeepVisible
from kneetree.ui.wizard.sections import TwoParts
from kneetree.ui.wizard.steady_button import SteadyButton

_ROOM = 300
"""Pixels at 100 % that a line needs with the button beside it."""


class Earlier(NamedTuple):
    """What was said on a way that was left; ``gone`` are the facts of it that were taken back on this result."""

    rows: tuple[EarlierRow, ...] = ()
    gone: frozenset[str] = frozenset()


class EarlierAnswers(QWidget):
    """A line for each of some rows, with a button beside it.

    Signals: ``taken_back(str)`` what was said of this fact is not so; ``put_back(str)`` it is so after all.
    """

    taken_back = Signal(str)
    put_back = Signal(str)

    def __init__(self, theme: Theme, rows: Iterable[EarlierRow], keep: KeepVisible) -> None:
        super().__init__()
        self._rows = {row.fact: row for row in rows}
        self._lines: dict[str, QLabel] = {}
        self._gone: Collection[str] = ()
        self.buttons: dict[str, SteadyButton] = {}
        group = QButtonGroup(self)
        group.buttonClicked.connect(self._on_pressed)
        column = text_labels.column(self, 8)
        for fact, row in self._rows.items():
            line, button = text_labels.label(row.text, "body"), SteadyButton("")
            self._lines[fact], self.buttons[fact] = line, button
            keep.watch(button)
            group.addButton(button)
            column.addWidget(TwoParts(theme, line, button, 12, least=_ROOM, grows=(True, False)))
        self.show_gone(())

    def show_gone(self, gone: Collection[str]) -> None:
        """Show which of the facts were taken back."""
        before, self._gone = self._gone, gone
        texts = (self.tr("Take back"), self.tr("Put back"))
        for fact, row in self._rows.items():
            is_gone = fact in gone
            line, button = self._lines[fact], self.buttons[fact]
            line.setText(self.tr("Taken back: {what}").format(what=row.text) if is_gone else row.text)
            text_labels.show_as(line, "muted" if is_gone else "body")
            button.show_one_of(texts, texts[is_gone])
            button.setAccessibleName(f"{texts[is_gone]}: {row.text}")
            if is_gone is not (fact in before):
                announce(line, line.text())

    def _on_pressed(self, pressed: QAbstractButton) -> None:
        fact = next(fact for fact, button in self.buttons.items() if button is pressed)
        (self.put_back if fact in self._gone else self.taken_back).emit(fact)
