"""Save the tree in a thread, and let the author decide where its files are not as they were."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from kneetree.files import saving
from kneetree.files.beside import place_of_language
from kneetree.files.meanwhile import Found, Meanwhile, Seen
from kneetree.files.names import made_of, shown
from kneetree.files.saving import Order, OtherNames, Outcome, PartlyWritten, Turnstile
from kneetree.model.translations import languages_of
from kneetree.ui import dialogs, unasked
from kneetree.ui.background import in_thread, reachable
from kneetree.ui.background.task import LOOK_MS, Task
from kneetree.ui.document.document import Document
from kneetree.ui.flag import Flag
from kneetree.ui.window import reading
from kneetree.ui.window.one_editor import OneEditor


class Saving(QObject):
    """Writes the open tree, one save at a time; ``compare_with`` compares it with a file.

    Until the files are put in their places the author can stop it, and nothing is written.  After that it goes on
    although nobody waits, and the tree counts as unsaved until it is done.
    """

    def __init__(
        self, document: Document, window: QWidget, one_editor: OneEditor, compare_with: Callable[[Path], object]
    ) -> None:
        super().__init__(window)
        self._document = document
        self._window = window
        self._one_editor = one_editor
        self._compare_with = compare_with
        self._told_of_names: set[Path] = set()
        self._told_of_backups = False
        self.may_write: Callable[[Path], bool] = bool
        """Asks the author what has to be known before the tree is written to a place; returns whether to write it."""
        self.busy = Flag()
        """Whether a save is being waited for."""
        self._late: tuple[Order, Task[Outcome]] | None = None
        self._look = QTimer(self, interval=LOOK_MS)
        self._look.timeout.connect(self._on_look)
        document.opened.connect(self._forget_late)
        document.closed.connect(self._forget_late)

    def save(self) -> bool:
        """Save to the tree's file, or ask for one, and return whether that was done."""
        if self._document.path is None:
            return self.save_as()
        if self._document.only_look:
            dialogs.problem(self._window, self._document.only_look)
            return False
        return self._save_to(self._document.path)

    def save_as(self) -> bool:
        """Ask where to save, save there, and return whether that was done."""
        suggested = str(reachable.place(self._window, usual_place(self._document)))
        path = dialogs.save_path(self._window, self.tr("Save the tree"), suggested, self.tr("Trees (*.json)"))
        if path is None:
            return False
        path = reachable.meant(self._window, path)
        if not self._may_replace_languages(path.absolute()):
            return False
        may: list[bool] = []
        dialogs.attempt(self._window, lambda: may.append(self._may_write(path.absolute())))
        return may == [True] and self._save_to(path)

    def _may_replace_languages(self, path: Path) -> bool:
        """Return whether the languages of this tree may replace files of another one beside the chosen place."""
        if path == self._document.path:
            return True
        codes = sorted(languages_of(self._document.tree))
        there = reachable.there(self._window, [place_of_language(path, code) for code in codes])
        why = self.tr("The translations of this tree are saved beside it.")
        return not there or dialogs.may_replace(self._window, there, why)

    def _may_write(self, path: Path) -> bool:
        """Return whether a file that the author has chosen may be written over, and say it if it may not."""
        why_not = self._one_editor.why_not_write(path)
        if why_not:
            dialogs.problem(self._window, why_not)
        return why_not == ""

    def settle(self, seen: Seen, *, again: Callable[[], bool]) -> bool:
        """Let the author choose between what is open and what is in the file; return whether it was saved.

        If the author keeps what is open, go on with ``again``.
        """
        document, found = self._document, seen.found
        choice = self._choice(found)
        if choice is dialogs.Theirs.MINE:
            document.keep_mine(seen.now)
            return again()
        if choice is dialogs.Theirs.THEIRS:
            return self._take_theirs()
        if choice is dialogs.Theirs.COMPARE and document.path is not None:
            self._compare_with(document.path)
        return choice is dialogs.Theirs.ELSEWHERE and self.save_as()

    def _choice(self, found: Found) -> dialogs.Theirs:
        name = shown(found.path.name) if found.path is not None else self._document.name
        return dialogs.changed_meanwhile(
            self._window,
            name,
            unsaved=self._document.unsaved,
            gone=found.what is Meanwhile.GONE,
            unreadable=found.what is Meanwhile.UNREADABLE,
        )

    def _take_theirs(self) -> bool:
        path = self._document.path
        if path is None:
            return False
        taken: list[bool] = []

        def take() -> None:
            theirs = reading.read(self._window, path)
            if theirs is not None:
                self._document.take_theirs(theirs)
                taken.append(True)

        return dialogs.attempt(self._window, take) and bool(taken)

    # -- writing ---------------------------------------------------------------------------------

    def _save_to(self, path: Path) -> bool:
        saved: list[bool] = []
        return dialogs.attempt(self._window, lambda: saved.append(self._carried_out(path))) and saved == [True]

    def _carried_out(self, path: Path) -> bool:
        if self.busy:
            return False
        if self._late is not None and self._late[0].path == path.absolute():
            dialogs.problem(self._window, self._words_of_late(path))
            return False
        if not self.may_write(path):
            return False
        with self.busy:
            order = self._document.order(path)
            order = order._replace(one_name=path in self._told_of_names)
            turnstile = Turnstile()
            task = Task(partial(saving.steps, order, turnstile), "saving")
            self._document.watch.being_written = partial(_runs, task)
            task.start()
            words = self.tr("Saving {name}…").format(name=shown(path.name))
            waited = in_thread.waited(self._window, words, task) or task.done
        if waited:
            return self._end(order, task)
        if not turnstile.shut():
            self._late = (order, task)
            self._look.start()
            dialogs.problem(self._window, self._words_of_late(path))
        return False

    def _end(self, order: Order, task: Task[Outcome]) -> bool:
        """Take what came of a save and return whether it was saved; raise ``FileProblem`` if it could not be."""
        try:
            outcomes = task.results()
        except PartlyWritten as error:
            for place, data in error.there.items():
                self._document.watch.wrote(place, data)
            raise
        for outcome in outcomes:
            again = partial(self._save_to, order.path)
            if isinstance(outcome, OtherNames):
                return self._may_write_one_name(order.path) and again()
            if isinstance(outcome, Seen):
                return self.settle(outcome, again=again)
            self._document.saved(order, outcome)
            if not outcome.kept:
                self._tell_of_backups(order.path)
            return True
        return False

    def _tell_of_backups(self, path: Path) -> None:
        """Say once that there will be no earlier versions; the save itself is done."""
        if self._told_of_backups:
            return
        self._told_of_backups = True
        words = self.tr(
            "{name} is saved, but what it held before could not be kept: there is no room, or no permission, in "
            "{folder}. Until that is mended there are no earlier versions to go back to; keep copies of your own."
        )
        self._document.trouble.emit(words.format(name=shown(path.name), folder=shown(self._document.folder)))

    def _may_write_one_name(self, path: Path) -> bool:
        """Say once of a file that saving writes only one of its names; return whether to save it."""
        question = self.tr("{name} has other names on this disk.").format(name=shown(path.name))
        words = self.tr("They keep what is in them now: saving writes under this name only.")
        agreed = dialogs.confirm(self._window, question, self.tr("Save"), words)
        if agreed:
            self._told_of_names.add(path)
        return agreed

    # -- a save that nobody waits for ------------------------------------------------------------

    def _words_of_late(self, path: Path) -> str:
        words = self.tr(
            "{name} is still being saved, and that can no longer be stopped. Go on with your work: it counts as "
            "unsaved until the file is written. If that takes too long, save the tree under another name."
        )
        return words.format(name=shown(path.name))

    def _on_look(self) -> None:
        if self._late is None or not self._late[1].done:
            return
        order, task = self._late
        self._forget_late()
        if self._document.path in (None, order.path):
            with unasked.by_itself:
                dialogs.attempt(self._window, partial(self._end, order, task))

    def _forget_late(self) -> None:
        self._late = None
        self._look.stop()


def usual_place(document: Document) -> Path:
    """Return where a tree is saved unless the author says otherwise: its file, or one that is called by its title."""
    name = made_of(document.tree.title[:80].strip(". "), "json")
    return document.path or dialogs.documents() / (made_of("tree", "json") if name.startswith(".") else name)


def _runs(task: Task[Outcome]) -> bool:
    return not task.done
