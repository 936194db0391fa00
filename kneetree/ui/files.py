"""Joins the open document with the file menu: open, save, and what must not get lost on the way."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from kneetree import data
from kneetree.errors import KneetreeError
from kneetree.ui import dialogs
from kneetree.ui.document import Document


class Files(QObject):
    """Asks the person where it must; a file that cannot be opened or written leaves all as it was."""

    def __init__(self, document: Document, window: QWidget) -> None:
        super().__init__(window)
        self._document = document
        self._window = window

    def open(self) -> None:
        """Ask for a tree and open it."""
        if self.may_leave():
            here = self._document.path.parent if self._document.path else None
            path = dialogs.open_path(self._window, here)
            if path is not None:
                self.open_path(path)

    def open_path(self, path: Path) -> bool:
        """Open one file; whether that was done."""
        return self.attempt(lambda: self._document.open(path))

    def open_shipped(self) -> None:
        """Go back to the tree that comes with the program."""
        if self.may_leave():
            self.open_path(data.SHIPPED_TREE)

    def save(self) -> bool:
        """Save to its file, or ask for one; whether that was done."""
        return self.attempt(self._document.save) if self._document.path else self.save_as()

    def save_as(self) -> bool:
        """Ask where to save; whether that was done."""
        suggested = str(self._document.path or "tree.json")
        path = dialogs.save_path(self._window, self.tr("Save the tree"), suggested, self.tr("Trees (*.json)"))
        return path is not None and self.attempt(lambda: self._document.save_as(path))

    def may_leave(self) -> bool:
        """Whether the open tree may be left: it is saved, or the author gives the changes up."""
        if not self._document.dirty:
            return True
        choice = dialogs.save_first(self._window, self._document.name)
        if choice is dialogs.Choice.SAVE:
            return self.save()
        return choice is dialogs.Choice.DISCARD

    def attempt(self, do: Callable[[], object]) -> bool:
        """Do something that may not work; if so say why in one sentence."""
        try:
            do()
        except KneetreeError as error:
            dialogs.problem(self._window, str(error))
            return False
        return True
