"""The tree as a person reads it: in the language of the window if it holds texts in it, or they lay beside its file.

The author goes on editing the tree itself.  If the language cannot be used (there is no file, or the safety net
of one leaf is not fresh), the tree is shown as it is written: no walk mixes languages.
"""

from __future__ import annotations

from collections.abc import Mapping

from kneetree import shipped
from kneetree.errors import KneetreeError
from kneetree.files import beside, translation
from kneetree.files.translation import Language
from kneetree.model.tree import Tree


class ShownTree:
    """Turns the open tree into the one to show; keeps it until it is told that the tree has changed."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._texts: Language | None = None
        self._made_from: Tree | None = None
        self._made: Tree | None = None

    def take(self, languages: Mapping[str, Language] | None) -> None:
        """Take the ``languages`` that were read beside a tree; ``None`` for a tree without a file of its own.

        Then those beside the shipped tree are read, which lie where the program does.
        """
        self.forget()
        if languages is not None:
            self._texts = languages.get(self._language)
            return
        self._texts = None
        place = translation.languages(shipped.SHIPPED_TREE).get(self._language)
        if place is not None:
            try:
                self._texts = translation.read(place)
            except KneetreeError:
                self._texts = None

    def forget(self) -> None:
        """Translate anew at the next call.  Call this when the tree was altered."""
        self._made = self._made_from = None

    def of(self, tree: Tree) -> Tree:
        """Return ``tree`` in the language of the window, or ``tree`` itself if it has no texts in it."""
        texts = None if tree.language == self._language else self._texts_in(tree)
        if texts is None:
            return tree
        if self._made is None or self._made_from is not tree:
            try:
                self._made = translation.translate(tree, texts)
            except KneetreeError:
                self._made = tree
            self._made_from = tree
        return self._made

    def is_foreign(self, tree: Tree) -> bool:
        """Return whether ``tree`` has to be shown in a language that the person did not choose."""
        return self.of(tree).language != self._language

    def _texts_in(self, tree: Tree) -> Language | None:
        return beside.language_of(tree, self._language) or self._texts
