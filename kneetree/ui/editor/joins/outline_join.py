"""Join the outline with the document and the selection."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from kneetree.model.change import Change
from kneetree.ui.document.document import Document
from kneetree.ui.editor.outline.outline import Outline
from kneetree.ui.editor.selection import Selection
from kneetree.ui.style.theme import Theme


class OutlineJoin(QObject):
    """The same tree and the same selection as in the graph.

    Signals: ``bring_in(str id)`` a person has gone to this node; the map is to have it in sight.
    """

    bring_in = Signal(str)

    def __init__(self, document: Document, selection: Selection, outline: Outline, theme: Theme) -> None:
        super().__init__(outline)
        self._document, self._selection, self._outline = document, selection, outline
        document.opened.connect(self._on_opened)
        document.changed.connect(self._on_changed)
        selection.changed.connect(self._on_selection)
        outline.picked.connect(self._on_picked)
        theme.changed.connect(outline.model.refresh_icons)
        self._on_opened()

    def _on_opened(self) -> None:
        self._outline.show_tree(self._document.tree)
        self._on_selection()

    def _on_changed(self, change: Change) -> None:
        self._outline.follow(change)
        self._on_selection()

    def _on_selection(self) -> None:
        self._outline.select(self._selection.nodes, self._selection.current)

    def _on_picked(self, ids: list[str], current: str) -> None:
        self._selection.set(ids, current or None)
        if current in ids:
            self.bring_in.emit(current)
