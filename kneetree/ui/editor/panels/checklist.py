"""Show what a new tree has to have, what of it is there, and where the rest is written."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from kneetree.model.tree import Tree
from kneetree.ui.editor.labels import told_apart
from kneetree.ui.editor.panels.table import Cell, Icon, Line, Table
from kneetree.ui.language import told

if TYPE_CHECKING:
    from kneetree.checks.checklist import Item

DONE_ICON, OPEN_ICON = "rule_ok", "edit"


class ChecklistPanel(QWidget):
    """The items of the checklist, what is missing first.

    Signals: ``go(Item)`` one was clicked or opened: its field is wanted.
    """

    go = Signal(object)

    def __init__(self, icon: Icon, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: dict[str, Item] = {}
        self.count = QLabel(self.tr("Checking…"))
        self.count.setObjectName("panelCount")
        self.count.setWordWrap(True)
        self.table = Table(self.tr("Checklist"), [self.tr("What is needed"), self.tr("Where")], icon)
        self.table.set_widths(52, 34)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(8)
        column.addWidget(self.count)
        column.addWidget(self.table, 1)
        self.setFocusProxy(self.table)
        self.table.opened.connect(self._go)
        self.table.clicked.connect(self._go)

    def show_items(self, tree: Tree, items: Sequence[Item]) -> None:
        """Show the items in their order, those that are missing first."""
        found = sorted(items, key=lambda item: item.done)
        self._items = {f"{item.kind}|{item.part}|{item.key}": item for item in found}
        self.table.show_lines([self._line(tree, key, item) for key, item in self._items.items()])
        missing, problems = sum(not item.done for item in found), sum(bool(item.message) for item in found)
        words = self.tr("Still to do: {n}. Choose a line to go to the field.")
        if problems:
            words += " " + self.tr("Also among the problems: {problems}.")
        self.count.setText(words.format(n=missing, problems=problems) if missing else self.tr("All of this is there."))

    def _line(self, tree: Tree, key: str, item: Item) -> Line:
        icon, role = (DONE_ICON, "self_care") if item.done else (OPEN_ICON, "within_days")
        where = told_apart(tree, item.key) if item.key and not item.done else ""
        return Line(key, (Cell(self._words(item), icon, role), Cell(where)))

    def _words(self, item: Item) -> str:
        """Return what is needed, in the words of the problem that it is."""
        if item.message:
            return told(item.message)
        return {
            "title": self.tr("A title"),
            "intended_use": self.tr("What the tree is for, and for whom"),
            "not_for": self.tr("What it is not for"),
            "emergency": self.tr("When to call for help before anything is asked"),
            "call": self.tr("The number to call in an emergency"),
            "questions": self.tr("Every question is written"),
            "leaves": self.tr("Every leaf says what it must"),
            "source": self.tr("A source"),
            "rule": self.tr("A safety rule"),
            "case": self.tr("A case"),
            "review": self.tr("A clinician's signature; until then it is a draft"),
        }[item.kind]

    def _go(self, *_: object) -> None:
        item = self._items.get(self.table.current_key())
        if item is not None:
            self.go.emit(item)
