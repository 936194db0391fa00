"""Keep count of where each entry of the library is used, without a pass over the tree at every key that is pressed."""

from __future__ import annotations

import time
from bisect import bisect_right
from collections.abc import Generator
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from kneetree import edits
from kneetree.edits import Use
from kneetree.edits.references import Names, references
from kneetree.model.change import Change, PartName
from kneetree.model.tree import Tree
from kneetree.slices import result_of
from kneetree.ui.document.document import Document

Entry = tuple[str, str]
"""Part and id of an entry of the library."""
_NAMING = ("start", "node", "question", "scale", "condition", "rule", "case")
"""The parts that name entries, in the order of ``edits.uses``."""
_ORDER: dict[str, int] = {part: place for place, part in enumerate(_NAMING)}
_REST_MS = 300
"""How long the tree has to be at rest before its uses are found."""
_SLICE_S = 0.006

_Found = dict[tuple[PartName, str], list[Use]]


class UseIndex(QObject):
    """The uses of all entries of the open tree, found while nobody waits for them, or when they are first asked for.

    Signals: ``changed()`` when something is used elsewhere than before.
    """

    changed = Signal()

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._uses: dict[Entry, list[Use]] | None = None
        self._finding: Generator[None, None, _Found] | None = None
        self._slice = QTimer(self, singleShot=True)
        self._slice.timeout.connect(self._on_slice)
        document.opened.connect(self._forget)
        document.changed.connect(self._on_changed)
        self._slice.start(_REST_MS)

    def of(self, part: str, key: str) -> list[Use]:
        """Return the places that use an entry."""
        if self._uses is None:
            self._take(result_of(self._finding or edits.all_uses_in_slices(self._document.tree)))
        return self._uses.get((part, key), []) if self._uses is not None else []

    def nodes_of(self, part: str, key: str) -> list[str]:
        """Return the nodes where people meet an entry, each once."""
        found: dict[str, None] = {}
        for use in self.of(part, key):
            if use.part == "node":
                found[use.key] = None
            elif use.part in ("question", "scale") or (use.part == "condition" and part == "advice"):
                found |= dict.fromkeys(self.nodes_of(use.part, use.key))
        return list(found)

    # -- finding all -----------------------------------------------------------------------------

    def _forget(self) -> None:
        self._uses = self._finding = None
        self._slice.start(_REST_MS)
        self.changed.emit()

    def _on_slice(self) -> None:
        # Put back only after a slice that went well, so that one which has failed is never gone on with.
        steps, self._finding = self._finding, None
        steps = steps or edits.all_uses_in_slices(self._document.tree)
        end = time.perf_counter() + _SLICE_S
        try:
            next(steps)
            while time.perf_counter() < end:
                next(steps)
        except StopIteration as done:
            self._take(done.value)
        else:
            self._finding = steps
            self._slice.start(0)

    def _take(self, found: _Found) -> None:
        self._slice.stop()
        self._finding = None
        self._uses = {entry: uses for entry, uses in found.items()}  # noqa: C416 - typed so

    # -- following -------------------------------------------------------------------------------

    def _on_changed(self, change: Change) -> None:
        """Follow a change by what it touches: a pass over a tree of 10,000 nodes takes a quarter of a second."""
        if any(part.part == "scale" and _bounds(part.before) != _bounds(part.after) for part in change.parts):
            self._forget()  # a number that comes, goes or has other bounds may give an id of a fact another meaning
            return
        if self._uses is None:
            self._finding = None
            self._slice.start(_REST_MS)
        moved = False
        for use, before, after in _renamed(self._document.tree, change):
            moved = True
            self._move(use, before - after, after - before)
        if moved:
            self.changed.emit()

    def _move(self, use: Use, gone: set[Entry], come: set[Entry]) -> None:
        if self._uses is None:
            return
        for entry in gone:
            self._uses[entry].remove(use)
            if not self._uses[entry]:
                del self._uses[entry]
        for entry in come:
            uses = self._uses.setdefault(entry, [])
            uses.insert(bisect_right(uses, _ORDER[use.part], key=lambda other: _ORDER[other.part]), use)


def _renamed(tree: Tree, change: Change) -> list[tuple[Use, set[Entry], set[Entry]]]:
    """Return the values that name other entries than before ``change``, each with what it named and what it names."""
    former = names = Names(tree.questions, tree.scales)
    values = {(part.part, part.key): tree.parts.get(part.part, {}).get(part.key) for part in change.parts if part.key}
    values |= {(part.part, ""): getattr(tree, part.part) for part in change.parts if not part.key}
    old = values | {(part.part, part.key): part.before for part in reversed(change.parts)}
    altered = [part for part in change.parts if part.part == "question" and None in (part.before, part.after)]
    if altered:
        # The id of a question that comes or goes may have been, or become, something else for the nodes that ask it.
        questions = dict(tree.questions)
        for part in reversed(altered):
            if part.before is None:
                questions.pop(part.key, None)
            else:
                questions[part.key] = part.before
            for key in tree.backwards.asking(part.key):
                old.setdefault(("node", key), tree.nodes[key])
                values.setdefault(("node", key), tree.nodes[key])
        former = Names(questions, tree.scales)
    found = []
    for (kind, key), value in values.items():
        before, after = _named(former, old[kind, key]), _named(names, value)
        if before != after:
            found.append((Use(kind, key), before, after))
    return found


def _bounds(scale: Any) -> tuple[int, int] | None:
    return (scale.least, scale.most) if scale is not None else None


def _named(names: Names, value: object) -> set[Entry]:
    """Return what a value names; where it leads is not a use of an entry."""
    return set() if value is None else {entry for entry in references(names, value) if entry[0] != "node"}
