"""Count how soon cases should get help against how soon the tree sends them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from kneetree.model.tree import Urgency
from kneetree.ui.editor.labels import urgency_word
from kneetree.ui.editor.panels.table import Cell, Icon, Line, Table

if TYPE_CHECKING:
    from collections.abc import Mapping


class TriageTable(QWidget):
    """Rows are the expected level, columns what the tree says; right of the diagonal is less urgent.

    Only cases that are under-triaged are marked: of those that may get one of several levels some are right there.
    """

    def __init__(self, icon: Icon, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.told = QLabel()
        self.told.setObjectName("panelDetail")
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        self.told.setWordWrap(True)
        self.across = QLabel(self.tr("The tree says \u2192"))
        self.across.setObjectName("fieldLabel")
        self.across.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        levels = [urgency_word(level) for level in Urgency]
        self.table = Table(
            self.tr("Triage table: rows are the expected level, columns what the tree says"),
            [self.tr("Expected \u2193"), *levels],
            icon,
        )
        self.table.set_widths(14, 11, 11, 11, 11, 11, least=11)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.told)
        column.addWidget(self.across)
        column.addWidget(self.table, 1)

    def show_table(
        self, table: Mapping[Urgency, Mapping[Urgency, int]], under: Mapping[tuple[Urgency, Urgency], int], cases: int
    ) -> None:
        """Show the counts, how many of each are under-triaged, and how many of all ``cases`` are not counted."""
        self.told.setText(self._words(cases, cases - sum(sum(row.values()) for row in table.values())))
        lines = []
        for best in Urgency:
            cells = [Cell(urgency_word(best), best.value, best.value)]
            cells += [
                self._cell(table[best][got] if best in table else 0, under.get((best, got), 0)) for got in Urgency
            ]
            lines.append(Line(best.value, tuple(cells)))
        self.table.show_lines(lines)

    def _words(self, cases: int, left_out: int) -> str:
        """Return what the marks mean, and what is missing for a case to be counted."""
        if not cases:
            return self.tr("Nothing is counted here yet: there are no cases.")
        if left_out == cases:
            return self.tr("Nothing is counted here yet: no case says its best level. Choose it in the form of a case.")
        words = self.tr("A number is how many cases come out there; a dot means none.")
        if left_out == 1:
            words += " " + self.tr("1 case is not counted, since it does not say its best level.")
        elif left_out:
            words += " " + self.tr("{n} cases are not counted, since they do not say their best level.")
        return words.format(n=left_out)

    def _cell(self, count: int, under: int) -> Cell:
        if not under:
            return Cell(str(count) if count else "\u00b7")
        words = self.tr("{n}, too late").format(n=count)
        if under < count:
            words = self.tr("{n}, {under} too late").format(n=count, under=under)
        return Cell(words, "rule_broken", "danger")
