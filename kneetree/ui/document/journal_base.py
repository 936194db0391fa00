"""What a journal begins with: the file that changes are made to, and the changes that were made to it before.

A journal begins late where none could be written until then, or where somebody has deleted its folder meanwhile.  It
holds all that is not saved all the same, made to the file as it is, so that work that is taken back can be saved there.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from PySide6.QtGui import QUndoStack

from kneetree.files import beside, tree_files
from kneetree.files.texts import Language
from kneetree.files.tree_files import Loaded
from kneetree.model.change import Change
from kneetree.model.change_builder import between
from kneetree.model.texts import Texts
from kneetree.model.tree import Tree
from kneetree.ui.document.edit_command import EditCommand


class JournalBase(NamedTuple):
    """The bytes of a tree, the texts in other languages that it held, and what was changed since, in order."""

    data: bytes
    translations: Mapping[str, Texts]
    changes: Sequence[Change] = ()


def of(tree: Tree, loaded: Loaded | None, languages: Mapping[str, Language], stack: QUndoStack) -> JournalBase:
    """Return what a journal of ``tree`` begins with; its file is ``loaded``, and ``stack`` is its history."""
    return _without_file(tree, stack) if loaded is None else _of_file(tree, loaded, languages, stack)


def _of_file(tree: Tree, loaded: Loaded, languages: Mapping[str, Language], stack: QUndoStack) -> JournalBase:
    base = beside.with_languages(loaded.tree, languages)
    clean, index = stack.cleanIndex(), stack.index()
    # Where clean is -1, no step leads to what is in the file.
    changes = _steps(stack, clean, index) if clean >= 0 else [between(base, tree)]
    return JournalBase(loaded.data, base.translations, changes)


def _without_file(tree: Tree, stack: QUndoStack) -> JournalBase:
    """Return the tree with which its whole history began: without a file, nothing of it is saved."""
    base, changes = tree.copy(to_apply=True), _steps(stack, 0, stack.index())
    for change in reversed(changes):
        base.apply(change.inverse())
    return JournalBase(tree_files.encode_tree(base), base.translations, changes)


def _steps(stack: QUndoStack, first: int, last: int) -> list[Change]:
    """Return the changes that lead from one place of a history to another, backwards if need be."""
    found = [stack.command(number) for number in range(min(first, last), max(first, last))]
    changes = [step.change for step in found if isinstance(step, EditCommand) and step.change]
    return changes if first <= last else [change.inverse() for change in reversed(changes)]
