"""Provide what the panels of rules and cases share: a table of entries, and buttons to add, edit and remove one."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kneetree.ui.editor.fields.buttons import push
from kneetree.ui.editor.panels import beside_table
from kneetree.ui.editor.panels.table import Table


class EntryPanel(QWidget):
    """A table of entries with more about the current one beside it.

    Signals: ``go(str id)`` to a node; ``add()``, ``edit(str entry)``, ``remove(str entry)``.
    """

    go = Signal(str)
    add = Signal()
    edit = Signal(str)
    remove = Signal(str)

    def _take(self, table: Table, add_words: str) -> None:
        """Take the table, and make the buttons; the first one is called ``add_words``."""
        self.table = table
        self.add_button = push(add_words, "plus")
        self.edit_button = push(self.tr("&Edit…"), "edit")
        self.remove_button = push(self.tr("&Remove"), "delete")
        self.setFocusProxy(table)
        table.opened.connect(self.edit)
        table.remove_wanted.connect(self.remove)
        self.add_button.clicked.connect(self.add)
        self.edit_button.clicked.connect(self._edit)
        self.remove_button.clicked.connect(self._remove)

    def _lay_out(self, top: QHBoxLayout, side: QWidget, *between: QWidget) -> None:
        """Place the buttons at the end of ``top``, and below it the table with ``side`` next to it."""
        for button in (self.add_button, self.edit_button, self.remove_button):
            top.addWidget(button)
        beside_table.lay_out(self, top, self.table, side, *between)

    def _enable_buttons(self, there: bool) -> None:
        self.edit_button.setEnabled(there)
        self.remove_button.setEnabled(there)

    def _edit(self) -> None:
        self.edit.emit(self.table.current_key())

    def _remove(self) -> None:
        self.remove.emit(self.table.current_key())
