"""A table whose rows come in groups, each under a heading that can be folded by a click or a key."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from kneetree.ui.editor.panels.table import AnyLine, Cell, Icon, Line, Table

_KEY = "group:"


@dataclass(frozen=True, slots=True)
class Group:
    """Rows that belong together: an id, the words over them, and the rows."""

    key: str
    words: str
    lines: Sequence[AnyLine]


class GroupedTable(Table):
    """A table of groups.  Left folds a group, Right opens it; Enter, Space or a click on a heading does either.

    Signals: ``row_clicked(str key, int column)`` a row was clicked that is not a heading.
    """

    row_clicked = Signal(str, int)

    def __init__(self, name: str, headings: Sequence[str], icon: Icon, parent: QWidget | None = None) -> None:
        super().__init__(name, headings, icon, parent)
        self._groups: dict[str, Group] = {}
        self._folded: set[str] = set()
        self.horizontalHeader().hide()  # the headings of the groups say what the rows are
        self.clicked.connect(self._on_clicked)

    def show_groups(self, groups: Sequence[Group]) -> None:
        """Show groups; those that were folded stay so."""
        self._groups = {f"{_KEY}{group.key}": group for group in groups}
        self._show()

    def go_to(self, key: str) -> None:
        """Make a row the current one, also one in a group that is folded."""
        for heading in self._folded & self._groups.keys():
            if any(line.key == key for line in self._groups[heading].lines):
                self.fold(heading, folded=False)
        super().go_to(key)

    def fold(self, heading: str, *, folded: bool) -> None:
        """Fold or open a group by the id of its heading."""
        if folded:
            self._folded.add(heading)
            if self.heading_of(self.current_key()) == heading:
                super().go_to(heading)
        else:
            self._folded.discard(heading)
        self._show()

    def heading_of(self, key: str) -> str:
        """Return the id of the heading over a row, or of the heading itself, or an empty one."""
        if key in self._groups:
            return key
        return next((head for head, group in self._groups.items() if any(line.key == key for line in group.lines)), "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Fold and open with the arrows to the sides, and on a heading with Enter and Space too."""
        current, key = self.current_key(), event.key()
        heading = self.heading_of(current)
        if not heading or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif key == Qt.Key.Key_Left:
            if current == heading:
                self.fold(heading, folded=True)
            else:
                super().go_to(heading)
        elif key == Qt.Key.Key_Right:
            if heading in self._folded:
                self.fold(heading, folded=False)
            elif current == heading and self._groups[heading].lines:
                super().go_to(self._groups[heading].lines[0].key)
        elif current == heading and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.fold(heading, folded=heading not in self._folded)
        else:
            super().keyPressEvent(event)

    def _show(self) -> None:
        lines: list[AnyLine] = []
        headings: list[int] = []
        for key, group in self._groups.items():
            headings.append(len(lines))
            lines.append(self._heading(key, group))
            lines += group.lines if key not in self._folded else ()
        self.clearSpans()
        self.show_lines(lines)
        for row in headings:
            self.setSpan(row, 0, 1, self.lines_model.columnCount())

    def _heading(self, key: str, group: Group) -> Line:
        folded = key in self._folded
        spoken = self.tr("{group}, folded") if folded else self.tr("{group}, open")
        words = self.tr("{group} ({n})").format(group=group.words, n=len(group.lines))
        cell = Cell(words, "chevron_right" if folded else "chevron_down", spoken=spoken.format(group=words))
        return Line(key, (cell, *[Cell("")] * (self.lines_model.columnCount() - 1)), heading=True)

    def _on_clicked(self, index: QModelIndex) -> None:
        key = self.current_key()
        if key in self._groups:
            self.fold(key, folded=key not in self._folded)
        elif key:
            self.row_clicked.emit(key, index.column())
