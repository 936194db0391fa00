"""The walk in progress over the open document.

The one place where answers go in.  When the author edits the tree, the same answers are walked again.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal

from kneetree import checks
from kneetree.errors import CannotStart
from kneetree.tree import Tree
from kneetree.ui.document import Document
from kneetree.ui.shown import ShownTree
from kneetree.walk import Walk


class Session(QObject):
    """Signals: ``walk_changed(Walk)``; ``tree_changed()`` another or an altered tree is walked from now on."""

    walk_changed = Signal(object)
    tree_changed = Signal()

    def __init__(self, document: Document, parent: QObject | None = None, *, language: str = "en") -> None:
        super().__init__(parent)
        self._document = document
        self._shown = ShownTree(language)
        self._shown.read_beside(document.path)
        self.walk: Walk | None = None
        document.opened.connect(self._on_opened)
        document.changed.connect(self._on_changed)

    @property
    def tree(self) -> Tree:
        """The tree that is walked and shown: the open one, in the language of the window."""
        return self._shown.of(self._document.tree)

    @property
    def is_foreign(self) -> bool:
        """Whether the tree is not there in the language of the window."""
        return self._shown.is_foreign(self._document.tree)

    def start(self, node: str | None = None, answers: Mapping[str, bool | None] | None = None) -> None:
        """Begin anew, at the root or at ``node`` with what is already known.

        Raises ``CannotStart`` where the tree has an error: nobody is led through a tree that is not whole.
        """
        self._check()
        self._set(Walk.start(self.tree, node, answers))

    def resume(self, walk: Walk) -> None:
        """Go on with the answers of a walk through this tree, or through the same one in another language."""
        self._set(walk.on(self.tree))

    def start_at(self, node: str) -> None:
        """Begin anew with the answers that lead to ``node``; ``CannotStart`` as for ``start``."""
        self._check()
        self._set(Walk.to(self.tree, node))

    def answer(self, answers: Mapping[str, bool | None]) -> None:
        """Answer by finding: true, false, or ``None`` for not sure."""
        if self.walk is not None:
            self._set(self.walk.answer(answers))

    def stop(self) -> None:
        """Nothing is answered any more."""
        self.walk = None

    def _check(self) -> None:
        found = checks.first_error(self._document.tree)
        if found is not None:
            raise CannotStart(
                self.tr("The questions cannot start: {problem} Choose Edit to mend the tree.").format(
                    problem=found.message
                )
            )

    def _set(self, walk: Walk) -> None:
        self.walk = walk
        self.walk_changed.emit(walk)

    def _on_opened(self) -> None:
        self.walk = None
        self._shown.read_beside(self._document.path)
        self.tree_changed.emit()

    def _on_changed(self) -> None:
        self._shown.forget()
        self.tree_changed.emit()
        if self.walk is not None:
            self._set(self.walk.on(self.tree))
