"""The menu of trees to begin with: those that come with the program, each opened as a copy."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from kneetree import shipped


class Examples(QObject):
    """Fills the menu when it is opened and hands the file that was chosen to ``begin``.

    The names are words of the window, since reading a tree only for its title would take longer than the menu may.
    """

    def __init__(self, menu: QMenu, begin: Callable[[Path], object], parent: QObject) -> None:
        super().__init__(parent)
        self._menu = menu
        self._begin = begin
        menu.aboutToShow.connect(self._fill)
        menu.triggered.connect(self._on_chosen)

    def _fill(self) -> None:
        self._menu.clear()
        names = {
            "ankle-injury": self.tr("&Ankle injury and ankle pain"),
            "back-pain": self.tr("&Back pain"),
            "tree": self.tr("Pain behind the &knee"),
        }
        for path in (*shipped.examples(), shipped.SHIPPED_TREE):
            stem = path.name.partition(".")[0]
            action = self._menu.addAction(names.get(stem, stem.replace("&", "&&")))
            action.setData(path)

    def _on_chosen(self, action: QAction) -> None:
        self._begin(action.data())
