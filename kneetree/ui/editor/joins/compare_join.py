"""Join the panel of comparison with the document, and compare again after every edit.

Comparing sends every case and a person for each finding through both trees, which takes too long for
one slice; so it runs in a thread, over copies.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from kneetree import layout
from kneetree.analysis import difference
from kneetree.errors import KneetreeError
from kneetree.files import tree_files
from kneetree.files.names import shown
from kneetree.model.tree import Tree
from kneetree.ui import dialogs
from kneetree.ui.background import in_thread, reachable
from kneetree.ui.background.task import Work
from kneetree.ui.document import earlier
from kneetree.ui.document.document import Document
from kneetree.ui.editor.canvas.ghosts import Ghost
from kneetree.ui.editor.labels import title_of
from kneetree.ui.editor.live.threaded import Threaded
from kneetree.ui.editor.panels.compare import ComparePanel
from kneetree.ui.language import told

_REST_MS = 500
_JOB = "compare"
_WHEN = "%Y-%m-%d %H:%M"


class CompareJoin(QObject):
    """Compares while the author wants it.

    Signals: ``differences(dict)`` node id to the kind of difference, and ``ghosts(dict)`` node id to a ``Ghost`` for
    each node that only the other tree has; both are empty when not comparing.  ``over()`` nothing is left to compare.
    """

    over = Signal()

    differences = Signal(dict)
    ghosts = Signal(dict)

    def __init__(self, document: Document, panel: ComparePanel) -> None:
        super().__init__(panel)
        self._document, self._panel = document, panel
        self._saved: Tree | None = None
        self._saved_at: datetime | None = None
        """When the tree was saved, as far as that was seen here."""
        self._other: Tree | None = None
        self._name = ""
        self._own: bytes | None = None
        """What the tree's own file held when the comparison with it began, ``None`` while comparing with another."""
        self._thread = Threaded(self, rest_ms=_REST_MS)
        self._thread.done.connect(self._on_done)
        document.opened.connect(self._on_opened)
        document.changed.connect(self._on_changed)
        document.state_changed.connect(self._on_state)
        panel.saved_wanted.connect(self.with_saved)
        panel.file_wanted.connect(self.with_file)
        panel.ended.connect(self.end)
        self._on_opened()

    def with_saved(self) -> None:
        """Compare with the state that was opened or saved last."""
        if self._saved is None:
            self._panel.show_nothing(self.tr("Nothing was saved yet, so there is nothing to compare with."))
            return
        name = self.tr("as saved")
        if self._saved_at is not None:
            name = self.tr("as it was saved on {when}").format(when=self._saved_at.strftime(_WHEN))
        self._begin(self._saved, name)

    def with_file(self) -> None:
        """Compare with a file that the author chooses."""
        window, here = self._panel.window(), self._document.path.parent if self._document.path else None
        path = dialogs.open_path(window, reachable.folder(window, here), self.tr("Compare with a file"))
        if path is not None:
            self.with_path(reachable.meant(window, path))

    def with_path(self, path: Path) -> None:
        """Compare with a file."""
        words = self.tr("Reading {name}\u2026").format(name=shown(path.name))
        work = partial(_read, path, self._document.folder, self._document.path)
        try:
            read = in_thread.result_of(self._panel.window(), words, work, "comparing")
        except KneetreeError as error:
            self._panel.show_nothing(told(error))
            return
        if read is not None:
            other, when, kept = read
            told_as = self.tr("this tree as it was until {when}") if kept else self.tr("{name}, written on {when}")
            self._begin(other.tree, told_as.format(name=shown(path.name), when=when.strftime(_WHEN)))
            self._own = self._own_file() if path.absolute() == self._document.path else None

    def end(self) -> None:
        """Compare no more."""
        self._other = self._own = None
        self._thread.stop(_JOB)
        self._panel.show_nothing(self.tr("Choose what to compare the open tree with."))
        self.differences.emit({})
        self.ghosts.emit({})

    def _begin(self, other: Tree, name: str) -> None:
        self._other, self._name, self._own = other, name, None
        self._panel.show_nothing(self.tr("Comparing with {other}…").format(other=name))
        self._on_changed()

    def _prepare(self, other: Tree) -> Work[tuple[Tree, Tree, difference.Diff]]:
        return partial(_compared, other, self._document.tree.copy())

    def _on_done(self, _job: str, results: list[tuple[Tree, Tree, difference.Diff]]) -> None:
        old, new, found = results[0]
        self._panel.show_diff(old, new, found, self._name)
        self.differences.emit(_marks(new, found))
        self.ghosts.emit(_ghosts(old, found))

    def _on_changed(self) -> None:
        if self._other is not None:
            self._thread.start(_JOB, partial(self._prepare, self._other))

    def _own_file(self) -> bytes | None:
        """Return what the tree's own file holds as far as the author has decided about it."""
        known, path = self._document.watch.known, self._document.path
        return known.get(path) if known is not None and path is not None else None

    def _on_opened(self) -> None:
        self._saved = None
        if not self._document.dirty:
            self._on_state()
        elif self._document.path is not None and self._document.loaded is not None:
            self._saved = self._document.loaded.tree
        self.end()

    def _on_state(self) -> None:
        if self._own is not None and self._own_file() != self._own:
            self.end()
            self._panel.show_nothing(
                self.tr("You have decided which of the two you keep, so nothing is left to compare.")
            )
            self.over.emit()
        if self._document.dirty:
            return
        before, self._saved = self._saved, self._document.tree.copy()
        self._saved_at = datetime.now() if before is not None else None
        if self._other is not None and self._other is before:
            self._other = self._saved
            self._on_changed()


def _read(path: Path, folder: Path, own: Path | None) -> Iterator[tuple[tree_files.Loaded, datetime, bool]]:
    """Yield what a file holds, when it was written last or replaced, and whether it is an earlier version of ``own``.

    Earlier versions are kept in the program's ``folder``; times are local.
    """
    loaded = tree_files.read_tree(path)
    kept = next((state.when for state in earlier.states(folder, own) if state.path == path), None)
    try:
        written = datetime.fromtimestamp(path.stat().st_mtime)
    except (OSError, OverflowError, ValueError):
        written = datetime.now()
    yield loaded, kept or written, kept is not None


def _compared(old: Tree, new: Tree) -> Iterator[tuple[Tree, Tree, difference.Diff]]:
    yield old, new, difference.compare(old, new)


def _marks(tree: Tree, found: difference.Diff) -> dict[str, str]:
    """Return what happened to each node that is there; one that was renamed and changed counts as changed."""
    marks: dict[str, str] = {}
    for part in found.of("renamed", "changed", "rerouted", "added"):
        if part.part == "node" and part.key in tree.nodes:
            marks[part.key] = part.kind
    return marks


def _ghosts(old: Tree, found: difference.Diff) -> dict[str, Ghost]:
    """Return the nodes that only ``old`` has, led to by nodes that are called as they are now."""
    now = {part.was: part.key for part in found.of("renamed") if part.part == "node"}
    gone = {part.key for part in found.of("removed") if part.part == "node"}
    into: dict[str, list[tuple[str, str]]] = {key: [] for key in gone}
    for source, node in old.nodes.items():
        for answer, target in node.edges():
            if target in gone:
                into[target].append((now.get(source, source), answer.value))
    return {
        key: Ghost(title_of(old, key), layout.measure_node(old, key, old.nodes[key]), tuple(into[key]))
        for key in old.nodes
        if key in gone
    }
