"""The one owner of the open tree: its file, its undo history, its crash journal.

Nothing else alters the tree.  It never touches a view: it says what has changed, and views follow.
Questions to the author (save first? take the file as it is on disk?) are asked by the window.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QUndoStack

from kneetree import shipped as shipped
from kneetree.errors import FileProblem, LookingOnly, ShapeError, StaleChange
from kneetree.files import beside, meanwhile, names, opening, saving
from kneetree.files.journal import Recovered
from kneetree.files.meanwhile import Contents, Found
from kneetree.files.opening import Left, Opened
from kneetree.files.saving import Order, Written
from kneetree.files.texts import Language
from kneetree.files.tree_files import Loaded
from kneetree.model.change import Change, PartName
from kneetree.model.change_builder import between, instead
from kneetree.model.tree import Tree
from kneetree.ui.document import earlier, journal_base, own_folder, recent_files, recovered, recovery
from kneetree.ui.document.edit_command import EditCommand, Way
from kneetree.ui.document.file_watch import FileWatch
from kneetree.ui.document.recovery import Recovery
from kneetree.ui.flag import Flag
from kneetree.ui.language import told


class Document(QObject):
    """The open tree and everything about its file.

    Signals: ``opened()`` another tree is open, all views start anew; ``changed(Change)`` the tree was
    altered by this change (also by undo and redo); ``state_changed()`` path, dirty mark or undo texts
    differ; ``changed_on_disk()`` somebody else has written the file; ``trouble(str)`` a sentence for the
    author that stops nothing; ``saving()`` the tree is about to be written, which is the time to take what is typed;
    ``closed()`` the tree was let go.
    """

    opened = Signal()
    changed = Signal(object)
    state_changed = Signal()
    changed_on_disk = Signal()
    trouble = Signal(str)
    saving = Signal()
    closed = Signal()

    def __init__(self, tree: Tree, parent: QObject | None = None, *, folder: Path | None = None) -> None:
        """Keep journals and backups in ``folder``, or in the system's place for them if it is left out."""
        super().__init__(parent)
        self.stack = QUndoStack(self)
        self.folder = folder or own_folder.place()
        self.recovery = Recovery(self.folder / "journals", self)
        self.watch = FileWatch(self)
        self._applied = 0
        """How many changes were applied to the trees that were open."""
        self.watch.changed.connect(self.changed_on_disk)
        self._journal_ails = False
        self._stepping = Flag()
        self._way: Way = "do"
        self.tree = tree
        self.path: Path | None = None
        self.source: Path | None = shipped.SHIPPED_TREE
        """The file that opens this tree again, ``None`` if there is none yet."""
        self.source_before: Path | None = None
        """The file that opens again the tree which was open before this one."""
        self.loaded: Loaded | None = None
        """The tree as it is in its file, as far as we know."""
        self.languages: dict[str, Language] = {}
        """The language files as they were read or written last."""
        self.given: set[tuple[PartName, str]] = set()
        """The ids that were made of a text, which follow it until they are saved."""
        self.only_look = ""
        """Why the tree may not be altered, ``""`` if it may."""
        self._mine_counts = False
        """Whether all language files are written at the next save, whatever is in them by now."""
        self._take(tree, None, None, shipped.SHIPPED_TREE)
        self.stack.indexChanged.connect(self.state_changed)
        self.stack.cleanChanged.connect(self._on_clean)
        self.recovery.trouble.connect(self._on_trouble)
        self.recovery.gone.connect(self._on_journal_gone)

    # -- what it is ------------------------------------------------------------------------------

    @property
    def dirty(self) -> bool:
        """Whether there is work to save: a step that only alters what is seen is none, nor is what is looked at."""
        return not (self.only_look or self.stack.isClean()) and (self.stack.cleanIndex() < 0 or self.unsaved > 0)

    @property
    def name(self) -> str:
        """What to call it in a window's title: the file's name, else the tree's title."""
        return names.shown(self.path.name) if self.path else self.tree.title

    def is_saved(self, part: PartName, key: str) -> bool:
        """Return whether the file that was opened or saved last has an id, which others may know from there."""
        return self.loaded is not None and key in self.loaded.tree.parts.get(part, {})

    def backups(self) -> list[Path]:
        """Return the earlier states of the file that were kept when it was written over, newest first."""
        return [state.path for state in earlier.states(self.folder, self.path)]

    # -- editing ---------------------------------------------------------------------------------

    def do(self, change: Change, text: str, merge: str | None = None, *, even_empty: bool = False) -> None:
        """Apply a change as one step of the history; ``text`` names intent and node.

        Raises ``ShapeError``, ``StaleChange`` or ``LookingOnly`` and leaves all as it was.  An empty change makes no
        step, unless it is one of the map (``even_empty``), which places its boxes anew.  While a step is undone or
        redone, a view that follows may ask for another one: a field that is hidden commits what was typed in it.  That
        waits, since a push would delete the very step that is being redone.
        """
        if not change and not even_empty:
            return
        if self.only_look:
            raise LookingOnly(self.only_look)
        if self._stepping:
            QTimer.singleShot(0, self, partial(self._do_later, change, text, merge))
            return
        self.tree.apply(change)
        self._put_down(change)
        self.stack.push(EditCommand(self._apply, change, text, merge))
        self.changed.emit(change)

    def _do_later(self, change: Change, text: str, merge: str | None) -> None:
        try:
            self.do(change, text, merge)
        except (ShapeError, StaleChange, LookingOnly) as error:
            self.trouble.emit(told(error))

    def _apply(self, change: Change, way: Way) -> None:
        with self._stepping, self._going(way):
            self.tree.apply(change)
            self._put_down(change)
            self.changed.emit(change)

    @contextmanager
    def _going(self, way: Way) -> Iterator[None]:
        self._way = way
        try:
            yield
        finally:
            self._way = "do"

    @property
    def turn(self) -> tuple[Way, int]:
        """Whether the change that is told of is done, undone or done again, and the number of its step from 1 on."""
        return self._way, self.stack.index() + (self._way == "redo")

    def _put_down(self, change: Change, written: tuple[Order, bytes] | None = None) -> None:
        """Put a change down in the journal, or in a new one if it is made to what was ``written`` just now."""
        if not change and written is None:
            return
        self._applied += 1
        try:
            if written is not None:
                self.recovery.begin(journal_base.JournalBase(written[1], written[0].tree.translations), self.path)
            elif not self.recovery.running:
                self._begin_journal(change)
            self.recovery.append(change)
            self._journal_ails = False
        except FileProblem as error:
            self._on_trouble(told(error))

    def _on_trouble(self, sentence: str) -> None:
        """Say once that the journal cannot be written."""
        told, self._journal_ails = self._journal_ails, True
        if not told:
            self.trouble.emit(sentence)

    def _begin_journal(self, change: Change) -> None:
        """Begin a journal over the file, with all that is not saved but ``change``, which is already applied."""
        before = self.tree.copy(to_apply=True)
        before.apply(change.inverse())
        self.recovery.begin(journal_base.of(before, self.loaded, self.languages, self.stack), self.path)

    def _on_journal_gone(self) -> None:
        """Write the journal anew, since somebody has deleted it."""
        try:
            self._begin_journal(Change(()))
        except FileProblem as error:
            self._on_trouble(told(error))

    # -- files -----------------------------------------------------------------------------------

    def new(self, tree: Tree, *, unsaved: bool = False) -> None:
        """Start from a tree that has no file yet; if it is ``unsaved`` work, it is not left without asking."""
        self._take(tree, None, None, None)
        if unsaved:
            self.stack.resetClean()
            self.state_changed.emit()
        self.opened.emit()

    def open(self, path: Path) -> None:
        """Open a file; what came with the program opens as a copy without a file.

        Raises ``FileProblem`` and keeps the tree that is open.
        """
        self.take(opening.read(path))

    def take(self, opened: Opened) -> None:
        """Open what was read.  All views show it before anything else is done that could fail."""
        self._take(opened.tree, opened.path, opened.loaded, opened.source, opened.languages)
        self.opened.emit()
        if self.path is not None:
            self.watch.follow(self.path, opened.loaded.data, opened.beside)
            recent_files.remember(self.path)
        for fault in opened.faults:
            self.trouble.emit(told(fault))

    def save(self) -> None:
        """Write the file that was opened; raise ``FileProblem`` if that fails or there is none."""
        if self.path is None:
            raise FileProblem("This tree has no file yet; choose one with Save as.")
        self.save_as(self.path)

    def save_as(self, path: Path) -> None:
        """Write to ``path`` at once, over whatever is there; raise ``FileProblem`` if that fails."""
        order = self.order(path)
        outcome = saving.save(order._replace(known=None))
        assert isinstance(outcome, Written)
        self.saved(order, outcome)

    def order(self, path: Path) -> Order:
        """Return what is to be written to ``path``, with what is being typed.

        The caller carries it out, in a thread or not, and reports with ``saved``.
        """
        self.saving.emit()
        path, mine = path.absolute(), dict(self.languages)
        elsewhere = path != self.path
        known, every = (None, True) if elsewhere else (self.watch.known, self._mine_counts)
        gone = () if elsewhere else tuple(beside.taken_out(self.tree, mine, path, self.watch.beside).values())
        return Order(path, self.tree.copy(), self.loaded, mine, every, known, self.folder, self._applied, True, gone)

    def saved(self, order: Order, written: Written) -> None:
        """Go on with the file that was written; what was changed since it was ordered is not saved."""
        elsewhere = order.path != self.path
        self.only_look = "" if elsewhere else self.only_look
        self.path = self.source = order.path
        self.languages |= written.languages
        self.loaded, self._mine_counts = Loaded(order.tree, written.data), False
        there = {} if elsewhere else {at: now for at, now in self.watch.beside.items() if at not in order.taken_out}
        self.watch.follow(self.path, written.data, there | written.beside)
        if order.applied == self._applied:
            self.recovery.discard()
            self.stack.setClean()
        else:
            self.stack.resetClean()
            self._put_down(between(order.tree, self.tree), (order, written.data))
        recent_files.remember(self.path)
        self.state_changed.emit()

    @property
    def unsaved(self) -> int:
        """How many steps of the history are not in the file."""
        clean, index = max(self.stack.cleanIndex(), 0), self.stack.index()
        between = map(self.stack.command, range(min(clean, index), max(clean, index)))
        return sum(not isinstance(step, EditCommand) or bool(step.change) for step in between)

    @property
    def watched(self) -> tuple[Contents, list[Path]]:
        """What the files hold as far as we know, and the other files that would be written."""
        known = self.watch.known
        if self.path is None or known is None:
            return {}, []
        codes = beside.to_write(self.tree, self.languages)
        return known, [beside.place_of_language(self.path, code) for code in codes]

    def meanwhile(self) -> Found:
        """Return what has become of the files that would be written since they were read or written last."""
        return meanwhile.look(*self.watched).found

    def take_theirs(self, theirs: Opened) -> None:
        """Take the file as it was read from the disk just now, as one step to undo."""
        self.do(instead(self.tree, theirs.tree), self.tr("take the file as it is on disk"))
        self.loaded, self.languages = theirs.loaded, theirs.languages
        self.watch.follow(theirs.source, theirs.loaded.data, theirs.beside)
        self.stack.setClean()
        self.state_changed.emit()

    def keep_mine(self, now: Contents) -> None:
        """Keep the open tree although its files hold something else ``now``: it counts as not saved."""
        self.watch.accept(now)
        self._mine_counts = True
        self.stack.resetClean()
        self.state_changed.emit()

    def close(self) -> None:
        """Let the tree go, saved or given up, so that nothing is left to recover."""
        self.recovery.discard()
        self.watch.stop()
        self.closed.emit()

    # -- after a crash ---------------------------------------------------------------------------

    def recover(self, place: Path, work: Recovered, left: Left | None = None) -> None:
        """Open work that was left, so that its steps can be undone one by one; its journal is replaced.

        What is ``left`` of its files is read now if nobody has read it yet.  A damaged journal is set aside, and one
        that cannot be replaced stays.
        """
        path, loaded, found = left or opening.read_left(work)
        tree = loaded.tree.copy()
        tree.translations = dict(work.translations)
        self._take(tree, path, loaded, path, found.languages)
        if path is not None:
            self.watch.follow(path, work.base, found.data)
        for change in recovered.steps(work.changes):
            self.tree.apply(change)
            self._put_down(change)
            self.stack.push(EditCommand(self._apply, change, self.tr("recovered change")))
        if work.damaged:
            recovery.set_aside(place)
        elif not self._journal_ails:
            recovery.forget(place)
        self.opened.emit()
        self.watch.look_soon()

    # -- inner -----------------------------------------------------------------------------------

    def _take(
        self,
        tree: Tree,
        path: Path | None,
        loaded: Loaded | None,
        source: Path | None,
        languages: Mapping[str, Language] | None = None,
    ) -> None:
        self.recovery.discard()
        self.watch.stop()
        self.only_look = ""
        self.tree, self.path, self.loaded = tree, path, loaded
        self.languages, self._mine_counts = dict(languages or {}), False
        _ = tree.backwards  # made now rather than at the first letter
        self.source_before, self.source = self.source, source
        self.stack.clear()
        self.given.clear()
        self.state_changed.emit()

    def _on_clean(self, clean: bool) -> None:
        if clean:
            self.recovery.discard()
