"""Count how soon cases should get help against how soon the tree sends them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kneetree.model.tree import Urgency
from kneetree.ui.editor.labels import urgency_word
from kneetree.ui.editor.panels.table import Cell, Icon, Line, Table

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QWidget


class TriageTable(Table):
    """Rows are the best level, columns the level that came out; right of the diagonal is more urgent."""

    def __init__(self, icon: Icon, parent: QWidget | None = None) -> None:
        levels = [urgency_word(level) for level in Urgency]
        super().__init__("", ["", *levels], icon, parent)
        self.setAccessibleName(self.tr("Triage table: rows are the best level, columns the result"))
        self.set_widths(14, 10, 10, 12, 10)

    def show_table(self, table: Mapping[Urgency, Mapping[Urgency, int]]) -> None:
        """Show the counts; a result less urgent than the best level is marked."""
        lines = []
        for best in Urgency:
            cells = [Cell(urgency_word(best), best.value, best.value)]
            for got in Urgency:
                count = table[best][got] if best in table else 0
                under = bool(count) and got.rank < best.rank
                cells.append(Cell(str(count) if count else "\u00b7", "rule_broken" if under else "", "danger"))
            lines.append(Line(best.value, tuple(cells)))
        self.show_lines(lines)
