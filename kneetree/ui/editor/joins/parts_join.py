"""Join the window of the tree's own parts with the document."""

from __future__ import annotations

from functools import partial
from typing import Any

from msgspec import structs
from PySide6.QtCore import QObject, Signal

from kneetree import edits
from kneetree.model.change import Change, PartName
from kneetree.model.tree import About, Start, Tree
from kneetree.ui.document.document import Document
from kneetree.ui.editor.entry_words import field_word
from kneetree.ui.editor.joins.attempt import attempt
from kneetree.ui.editor.joins.record_join import RecordJoin
from kneetree.ui.editor.parts_window.window import PartsWindow
from kneetree.ui.editor.use_index import UseIndex

_SINGLE: dict[str, PartName] = {"version": "version", "language": "language"}
_CHOICES = frozenset({"authors", "picture"})


class PartsJoin(QObject):
    """Keeps the window equal to the document and brings its edits there.

    Signals: ``use_wanted(str part, str id)`` go to what uses an entry.
    """

    use_wanted = Signal(str, str)

    def __init__(self, document: Document, window: PartsWindow, index: UseIndex) -> None:
        super().__init__(window)
        self._document, self._window = document, window
        window.choices.uses, window.choices.nodes_of = index.of, index.nodes_of
        document.opened.connect(self.show_all)
        document.changed.connect(self._on_changed)
        window.about.edited.connect(self._on_about)
        window.start.edited.connect(self._on_start)
        self._joins = [RecordJoin(document, part, page, index) for part, page in window.records.items()]
        for join in self._joins:
            join.use_wanted.connect(self.use_wanted)
        self.show_all()

    def show_all(self) -> None:
        """Show all parts of the tree that is open."""
        for page in self._window.records.values():
            page.forget()
        self._window.show_tree(self._document.tree)
        self._show_single()
        for join in self._joins:
            join.show()

    def _show_single(self) -> None:
        self._window.about.show_tree(self._document.tree)
        self._window.start.show_tree(self._document.tree)

    def _on_changed(self, change: Change) -> None:
        if change.touches("title", "version", "language", "about", "start", "picture"):
            self._show_single()
        for join in self._joins:
            join.follow(change)

    def _on_about(self, field: str, value: object) -> None:
        tree = self._document.tree
        text = self.tr("edit {field} of the tree").format(field=field_word(field))
        merge = None if field in _CHOICES else f"tree/{field}"
        refuse = partial(self._window.about.refuse, field)
        attempt(self._document, lambda: _edit_of_tree(tree, field, value), text, refuse, merge)

    def _on_start(self, field: str, value: object) -> None:
        tree = self._document.tree
        text = self.tr("edit {field} of the first page").format(field=field_word(field))
        merge = None if field in _CHOICES else f"start/{field}"
        start = structs.replace(tree.start or Start(), **{field: value})
        refuse = partial(self._window.start.refuse, field)
        whole = None if start == Start() else start
        attempt(self._document, lambda: edits.set_single(tree, "start", whole), text, refuse, merge)


def _edit_of_tree(tree: Tree, field: str, value: Any) -> Change:
    if field == "title":
        return edits.set_title(tree, str(value))
    if field in _SINGLE:
        return edits.set_single(tree, _SINGLE[field], value)
    return edits.set_single(tree, "about", structs.replace(tree.about or About(), **{field: value}))
