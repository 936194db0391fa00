"""Join the checklist of a tree with the document; it is worked out only while somebody sees it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal

from kneetree.checks.checklist import Item, checklist
from kneetree.ui.document.document import Document
from kneetree.ui.editor.panels.checklist import ChecklistPanel

_REST_MS = 150


class ChecklistJoin(QObject):
    """Keeps the panel equal to the document.

    Signals: ``place_wanted(Item)`` the field of an item is to be shown.
    """

    place_wanted = Signal(object)

    def __init__(self, document: Document, panel: ChecklistPanel) -> None:
        super().__init__(panel)
        self._document, self._panel = document, panel
        self._soon = QTimer(self, interval=_REST_MS, singleShot=True)
        self._soon.timeout.connect(self.show)
        document.opened.connect(self._soon.start)
        document.changed.connect(self._on_changed)
        panel.go.connect(self._on_go)
        panel.installEventFilter(self)

    def show(self) -> None:
        """Show what is there and what is missing, if the panel is in view."""
        if self._panel.isVisible():
            untitled = QCoreApplication.translate("Files", "New tree")
            self._panel.show_items(self._document.tree, checklist(self._document.tree, untitled))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Work it out when the panel comes into view."""
        if event.type() == QEvent.Type.Show and watched is self._panel:
            QTimer.singleShot(0, self, self.show)
        return super().eventFilter(watched, event)

    def _on_changed(self) -> None:
        self._soon.start()

    def _on_go(self, item: Item) -> None:
        self.place_wanted.emit(item)
