"""The tree as a person reads it: in the language of the window if the tree holds texts in it.

The author goes on editing the tree itself.  If the language cannot be used (there are no texts in it, or the safety net
of one leaf is not fresh), the tree is shown as it is written: no walk mixes languages.
"""

from __future__ import annotations

from kneetree.errors import KneetreeError
from kneetree.files import beside, translation
from kneetree.model.tree import Tree


class ShownTree:
    """Turns the open tree into the one to show; keeps it until it is told that the tree has changed."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._made_from: Tree | None = None
        self._made: Tree | None = None

    def forget(self) -> None:
        """Translate anew at the next call.  Call this when the tree was altered."""
        self._made = self._made_from = None

    def of(self, tree: Tree) -> Tree:
        """Return ``tree`` in the language of the window, or ``tree`` itself if it has no texts in it."""
        if self._made is None or self._made_from is not tree:
            self._made, self._made_from = self._translated(tree), tree
        return self._made

    def is_foreign(self, tree: Tree) -> bool:
        """Return whether ``tree`` has to be shown in a language that the person did not choose."""
        return self.of(tree).language != self._language

    def _translated(self, tree: Tree) -> Tree:
        texts = None if tree.language == self._language else beside.language_of(tree, self._language)
        if texts is None:
            return tree
        try:
            return translation.translate(tree, texts)
        except KneetreeError:
            return tree
