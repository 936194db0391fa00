"""Joins the open document with the file menu: open, save, export, and what must not get lost on the way."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from kneetree import checks, edits, exchange, shipped
from kneetree.errors import KneetreeError
from kneetree.files.journal import Nothing, Recovered
from kneetree.files.meanwhile import Meanwhile
from kneetree.files.names import shown
from kneetree.files.opening import Opened
from kneetree.ui import dialogs, language
from kneetree.ui.background import progress, reachable
from kneetree.ui.document import recovered, recovery
from kneetree.ui.document.document import Document
from kneetree.ui.document.recovery import Left, SetAside
from kneetree.ui.language import told
from kneetree.ui.printing import exporting, poster_dialog
from kneetree.ui.window import reading, recent_menu
from kneetree.ui.window.bringing_in import BringingIn
from kneetree.ui.window.earlier_versions import EarlierVersions
from kneetree.ui.window.examples import Examples
from kneetree.ui.window.menus import Menus
from kneetree.ui.window.one_editor import OneEditor
from kneetree.ui.window.quiet import Quiet
from kneetree.ui.window.rescue import PuttingBack, Rescue
from kneetree.ui.window.saving import Saving, usual_place


class Files(QObject):
    """Asks the person where it must; a file that cannot be opened or written leaves all as it was.

    ``compare_with`` compares the open tree with another file.  ``take_typed`` takes what is typed in a form and not
    taken yet; ``may_leave_typed`` does so before it may be lost, and asks where it cannot be taken.
    ``may_leave_walk`` is asked before a tree is left with nothing to save, with whether the window is closed;
    ``what_reloading_does`` returns what a person has to know before the tree is read again, ``""`` for nothing.

    Signals: ``recovered(Place | None)`` work that was left is open in the editor, and its last change was there;
    ``exported(str sentence)`` says where the map or the tree was written in another format, or what was opened instead
    of a file.
    """

    recovered = Signal(object)
    exported = Signal(str)

    def __init__(self, document: Document, window: QWidget, menus: Menus) -> None:
        super().__init__(window)
        self._document = document
        self._window = window
        self._menus = menus
        self.may_leave_walk: Callable[[bool], bool] = _yes
        self.what_reloading_does: Callable[[], str] = str
        self.compare_with: Callable[[Path], object] = Path.exists
        self.take_typed: Callable[[], object] = tuple
        self.may_leave_typed: Callable[[], bool] = _freely
        wishes: dict[str, Callable[[], object]] = {
            "new": self.new, "open": self.open, "shipped": self.open_shipped, "save": self.save,
            "save_as": self.save_as, "revert": self.revert, "earlier": self.earlier, "export": self.export,
            "lost": self.open_lost,
        }  # fmt: skip
        for name, wish in wishes.items():
            menus.actions[name].triggered.connect(wish)
        recent_menu.RecentMenu(menus.recent, document.folder)
        self._examples = Examples(menus.examples, self.new_from, self)
        self.bringing_in = BringingIn(document, window, menus, self.may_leave)
        menus.recent.triggered.connect(self._on_recent)
        self.one_editor = OneEditor(document, window)
        self.versions = EarlierVersions(document, window, menus.actions["earlier"])
        self.saving = Saving(document, window, self.one_editor, self._compare_with)
        self._rescue = Rescue(window, menus, document.folder, self)
        self._putting_back = PuttingBack(document, window, menus)
        self.saving.may_write = self._putting_back.may_write
        self._putting_back.told.connect(self.exported)
        self._quiet = Quiet(self)
        document.changed_on_disk.connect(self._on_disk)
        document.trouble.connect(self._on_trouble)
        document.state_changed.connect(self._show_state)
        self._show_state()

    # -- opening ---------------------------------------------------------------------------------

    def new(self) -> None:
        """Begin a tree and show it where it is written."""
        if self.may_leave():
            self._document.new(edits.first_tree(self.tr("New tree"), language.chosen()))
            self._menus.actions["edit"].trigger()

    def new_from(self, example: Path) -> None:
        """Begin with a copy of an example, and show it where it is written."""
        if self.may_leave() and self.open_path(example):
            self._menus.actions["edit"].trigger()

    def open(self) -> None:
        """Ask for a tree and open it."""
        if self.may_leave():
            here = reachable.folder(self._window, self._document.path.parent if self._document.path else None)
            path = dialogs.open_path(self._window, here)
            if path is not None:
                self.open_path(reachable.meant(self._window, path))

    def open_path(self, path: Path) -> bool:
        """Open one file, or an earlier version of it if it cannot be read; return whether that was done."""
        opened = self._rescue.read(path)
        if opened is not None:
            self.take(opened)
        return opened is not None

    def take(self, opened: Opened) -> None:
        """Open what was read, an earlier version where it can be saved."""
        if self._putting_back.take(opened):
            self._menus.actions["edit"].trigger()
            QTimer.singleShot(0, self._putting_back, self._putting_back.tell)  # once there is an editor

    def open_lost(self) -> None:
        """List the earlier versions of the file that could not be opened last, and open one of them."""
        path = self._menus.lost
        if path is not None and self.may_leave():
            opened = self._rescue.choose(path)
            if opened is not None:
                self.take(opened)

    def open_shipped(self) -> None:
        """Go back to the tree that comes with the program."""
        if self.may_leave():
            self.open_path(shipped.SHIPPED_TREE)

    def revert(self) -> None:
        """Give up what is not saved and take the file as it is on disk."""
        if not self.may_leave_typed():
            return
        question = self.tr("Give up your changes?")
        if self._document.dirty:
            agreed = dialogs.confirm(self._window, question, self.tr("Give them up"), self.what_reloading_does())
        else:
            agreed = self.may_leave_walk(False)
        if agreed:
            self._read_again()

    def _read_again(self) -> None:
        if self._document.path is not None:
            self.open_path(self._document.path)

    def offer_recovery(self) -> None:
        """Offer the work that a program which was killed has left, newest first, when the person pauses.

        Say what could not be read of it.
        """
        left = reading.unsaved(self._window, self._document.recovery.folder)
        if left is not None and (left.work or left.set_aside):
            self._quiet.say(partial(self._offer_left, left))

    def _offer_left(self, left: Left) -> None:
        if left.set_aside:
            reasons = dict.fromkeys(journal.why for journal in left.set_aside)
            alike = [[journal for journal in left.set_aside if journal.why is why] for why in reasons]
            dialogs.problem(self._window, "\n\n".join(map(self._told, alike)))
        for place, work in left.work:
            name = work.about.path or work.tree.title
            count = len(recovered.steps(work.changes))
            choice = dialogs.recover(self._window, name, work.about.started, count, damaged=work.damaged)
            if choice is dialogs.Recovery.OPEN:
                self.attempt(partial(self._take_back, place, work))
                return
            if choice is dialogs.Recovery.THROW_AWAY:
                recovery.forget(place)

    def _take_back(self, place: Path, work: Recovered) -> None:
        if not self.may_leave():  # something may have been written before the person paused
            return
        left = reading.read_left(self._window, work)
        if left is not None:
            self._document.recover(place, work, left)
            self._menus.actions["edit"].trigger()
            self.recovered.emit(recovered.place_of(work.changes))

    def _told(self, journals: list[SetAside]) -> str:
        """Return what to tell an author of journals that were set aside for the same reason, however many they are."""
        first = journals[0]
        told = {
            Nothing.DAMAGED: self.tr("Work that was not saved cannot be read, since its file is damaged."),
            Nothing.NEWER: self.tr("A newer version of kneetree has left work that was not saved. Open it with that."),
            Nothing.FOREIGN: self.tr("There is a file among the unsaved work that is not of this version of kneetree."),
        }
        where = self.tr("Nothing was deleted. It is here: {path}").format(path=first.path)
        if len(journals) > 1:
            where = self.tr("Nothing was deleted. There are {n} files like this, all of them in {path}")
            where = where.format(n=len(journals), path=first.path.parent)
        return f"{told[first.why]} {where}"

    # -- saving ----------------------------------------------------------------------------------

    def save(self) -> bool:
        """Save to the tree's file, or ask for one, and return whether that was done."""
        self.take_typed()
        return self.saving.save()

    def save_as(self) -> bool:
        """Ask where to save, save there, and return whether that was done."""
        self.take_typed()
        return self.saving.save_as()

    def _compare_with(self, path: Path) -> None:
        self.compare_with(path)

    def earlier(self) -> None:
        """List the earlier versions of the file; compare with one, or restore it."""
        self.take_typed()
        path = self.versions.show()
        if path is not None:
            self.compare_with(path)

    def export(self) -> None:
        """Ask where, and write the map or the tree in the format that the name ends in."""
        kinds = ";;".join(f"{name} (*.{ending})" for ending, name in self._formats().items())
        suggested = str(reachable.place(self._window, usual_place(self._document).with_suffix(".svg")))
        path = dialogs.save_path(self._window, self.tr("Export the tree"), suggested, kinds)
        if path is not None:
            self.attempt(partial(self._export, reachable.meant(self._window, path)))

    def _export(self, path: Path) -> None:
        self.take_typed()
        tree, plan = self._document.tree.copy(), None
        wanted = exchange.format_of(path.name)
        found = checks.first_error(tree) if wanted == "html" else None
        if found is not None:
            words = self.tr("There can be no web page of these questions yet: {problem} Choose Edit to mend the tree.")
            raise KneetreeError(words.format(problem=told(found.message)))
        if wanted == "poster.pdf":
            plan = poster_dialog.ask(self._window, tree)
            if plan is None:
                return
        words = self.tr("Writing {name}…").format(name=path.name)
        if progress.carry_out(self._window, words, exporting.steps(tree, path, plan)):
            self.exported.emit(self.tr("Saved to {path}").format(path=path))

    def _formats(self) -> dict[str, str]:
        return {
            "svg": self.tr("Drawing"), "png": self.tr("Image"), "pdf": "PDF",
            "poster.pdf": self.tr("Poster over several sheets"), "html": self.tr("Web page with all questions"),
            "chart.html": self.tr("Paper chart"),
            "dot": "Graphviz", "mmd": "Mermaid", "graphml": "GraphML", "csv": self.tr("Table"), "xlsx": "Excel",
            "fhir.json": "FHIR",
        }  # fmt: skip

    def may_leave(self, *, closing: bool = False) -> bool:
        """Return whether the open tree may be left: it is saved, or the author gives the changes up.

        A person in the middle of the questions is asked too; after ``closing`` there is no way back to the walk.
        """
        if not self.may_leave_typed():
            return False
        if not self._document.dirty:
            return self.may_leave_walk(closing)
        choice = dialogs.save_first(self._window, self._document.name)
        if choice is dialogs.Choice.SAVE:
            return self.save()
        return choice is dialogs.Choice.DISCARD

    def may_close(self, goes_on: bool) -> bool:
        """Return whether the window may close, and close the document if so, unless that goes on in another window."""
        if self.saving.busy:  # what it waits for is on screen, with a way to stop
            return False
        if goes_on:
            self.one_editor.hand_over()
            return True
        if not self.may_leave(closing=True):
            return False
        self._document.close()
        return True

    def attempt(self, do: Callable[[], object]) -> bool:
        """Do something that may not work, and say why if it does not; return whether it was done."""
        return dialogs.attempt(self._window, do)

    # -- what happens by itself ------------------------------------------------------------------

    def _on_disk(self) -> None:
        """Tell it once no dialog is up; a slot of ours, since the document may outlive this window."""
        self._quiet.say(self._on_changed_on_disk)

    def _on_changed_on_disk(self) -> None:
        path = self._document.path
        if path is None or self.saving.busy:
            return
        self.take_typed()
        seen = reading.look(self._window, path, *self._document.watched)
        if seen is None or seen.found.path is None or path != self._document.path:
            return
        if self.one_editor.holds(path):  # whatever is decided, it may be the only copy of what was saved last
            self.versions.keep_what_was_saved()
        if seen.found.what is Meanwhile.CHANGED and not self._document.dirty:
            self._offer_to_read_again(seen.found.path)
        elif seen.found.what is not Meanwhile.SAME:
            self.saving.settle(seen, again=bool)

    def _offer_to_read_again(self, changed: Path) -> None:
        """Ask whether to read the file again where no change of the author can go for it."""
        question = self.tr("{name} was changed by another program.").format(name=shown(changed.name))
        told = [self.what_reloading_does()]
        if self._document.stack.count():
            told.append(self.versions.keep_what_was_saved())
        if dialogs.confirm(self._window, question, self.tr("Reload from disk"), " ".join(filter(None, told))):
            self.versions.keep_what_was_saved()
            self._read_again()

    def _on_trouble(self, sentence: str) -> None:
        self._quiet.say(partial(dialogs.problem, self._window, sentence))

    def _show_state(self) -> None:
        self._menus.actions["revert"].setEnabled(self._document.path is not None)

    def _on_recent(self, action: QAction) -> None:
        path = recent_menu.path_of(action)
        if path is not None and self.may_leave():
            self.open_path(path)


def _yes(_closing: bool) -> bool:
    return True


def _freely() -> bool:
    return True
