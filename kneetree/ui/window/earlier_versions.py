"""The earlier versions of the open tree's file: when each was replaced, how far it is from now, compare, restore."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from kneetree import edits
from kneetree.errors import KneetreeError
from kneetree.files import beside, tree_files
from kneetree.files.names import shown
from kneetree.files.texts import Language
from kneetree.files.translation import encode
from kneetree.model.change_builder import between, instead
from kneetree.model.tree import Tree
from kneetree.ui import dialogs
from kneetree.ui.background import in_thread
from kneetree.ui.background.task import LOOK_MS, Task
from kneetree.ui.document import earlier
from kneetree.ui.document.document import Document
from kneetree.ui.document.earlier import Earlier
from kneetree.ui.editor.panels.begin_language import language_name
from kneetree.ui.on_screen import resize_on_screen
from kneetree.ui.style.text_labels import nested
from kneetree.ui.window import reading

COMPARE, RESTORE = "compare", "restore"
_WHEN = "%Y-%m-%d %H:%M:%S"


class EarlierDialog(QDialog):
    """Lists states of a file, the newest first; ``wish`` is what to do with the ``chosen`` one, ``""`` for nothing.

    They are compared with the open ``tree``.  Without one the file itself cannot be opened, and one of them is to be.
    """

    def __init__(self, parent: QWidget | None, name: str, states: Sequence[Earlier], tree: Tree | None) -> None:
        super().__init__(parent)
        self.wish = ""
        self._states = states
        self._told = 0
        self._damaged: set[int] = set()
        self._alone = tree is None
        self.setWindowTitle(self.tr("Earlier versions"))
        heading = QLabel(self.tr("Earlier versions of {name}, by the time when they were replaced").format(name=name))
        heading.setTextFormat(Qt.TextFormat.PlainText)
        heading.setWordWrap(True)
        self.list = QListWidget()
        self.list.setAccessibleName(self.windowTitle())
        self.list.setWordWrap(True)  # the number of differences comes last, and large letters leave little room
        self.list.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.list.addItems([self._named(state) for state in states])
        self.compare_button = QPushButton(self.tr("&Compare with now"))
        self.compare_button.setVisible(not self._alone)
        self.restore_button = QPushButton(self.tr("&Open") if self._alone else self.tr("&Restore"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        for part in (heading, self.list):
            column.addWidget(part)
        row = nested(column, QHBoxLayout())
        for button, wish in ((self.compare_button, COMPARE), (self.restore_button, RESTORE)):
            button.setAutoDefault(False)
            button.clicked.connect(partial(self._choose, wish))
            row.addWidget(button)
        row.addWidget(buttons)
        self.restore_button.setDefault(self._alone)
        self.list.currentRowChanged.connect(self._on_row)
        self.list.setCurrentRow(0)
        letter = self.fontMetrics()
        resize_on_screen(self, letter.averageCharWidth() * 64, letter.lineSpacing() * 18)
        self._task = Task(partial(_counted, tree, list(states)), "counting changes")
        self._task.start()
        self._look = QTimer(self, interval=LOOK_MS)
        self._look.timeout.connect(self._on_look)
        self._look.start()
        self.finished.connect(self._task.cancel)

    @property
    def chosen(self) -> Earlier:
        """The state that is selected."""
        return self._states[self.list.currentRow()]

    def _named(self, state: Earlier) -> str:
        when = state.when.strftime(_WHEN)
        words = self.tr("{when}   translation: {language}")
        return words.format(when=when, language=language_name(state.language)) if state.language else when

    def _on_row(self, row: int) -> None:
        """Offer to compare trees only: a translation has nothing on the map.  What cannot be read is not opened."""
        self.compare_button.setEnabled(row >= 0 and not self._states[row].language)
        self.restore_button.setEnabled(not (self._alone and row in self._damaged))

    def _choose(self, wish: str) -> None:
        self.wish = wish
        self.accept()

    def _on_look(self) -> None:
        done = self._task.done
        for count in self._task.results_since(self._told):
            self.list.item(self._told).setText(f"{self._named(self._states[self._told])}   {self._words(count)}")
            if count is None:
                self._damaged.add(self._told)
            self._told += 1
            self._on_row(self.list.currentRow())
        if done:
            self._look.stop()

    def _words(self, count: int | None) -> str:
        if count is None:
            return self.tr("cannot be read")
        if self._alone:
            return self.tr("questions and results: {n}").format(n=count)
        return self.tr("as it is now") if count == 0 else self.tr("entries that differ from now: {n}").format(n=count)


class EarlierVersions(QObject):
    """Joins the list with the open tree.  A restored state is one step to undo, and what was there is kept first."""

    def __init__(self, document: Document, window: QWidget, action: QAction) -> None:
        super().__init__(window)
        self._document = document
        self._window = window
        self._action = action
        document.state_changed.connect(self._on_state)
        self._on_state()

    def show(self) -> Path | None:
        """Ask which state to take and what to do with it; restore it, or return the one to compare with."""
        document = self._document
        path = document.path
        if path is None:
            return None
        states = reading.states(self._window, document.folder, path, list(document.languages))
        if states is None or path != document.path:
            return None
        if not states:
            words = self.tr("There are no earlier versions of this file yet.")
            dialogs.inform(self._window, self.tr("Earlier versions"), words)
            return None
        dialog = EarlierDialog(self._window, shown(path.name), states, document.tree.copy())
        dialog.exec()
        dialog.deleteLater()
        if dialog.wish == RESTORE:
            dialogs.attempt(self._window, partial(self.restore, dialog.chosen))
        return dialog.chosen.path if dialog.wish == COMPARE else None

    def restore(self, state: Earlier) -> None:
        """Take back an earlier state; raise ``KneetreeError`` if it cannot be read or nothing may be altered."""
        document = self._document
        if state.language:
            self._restore_language(state)
            return
        work = partial(_taken_back, state.path, document.tree.copy(), self._place)
        taken = in_thread.result_of(self._window, self.tr("Restoring\u2026"), work, "restoring")
        if taken is None or not (taken.is_kept or self._may_restore()):
            return
        tree = taken.tree
        tree.translations = dict(document.tree.translations)
        words = self.tr("restore the version of {when}").format(when=state.when.strftime(_WHEN))
        document.do(instead(document.tree, tree), words)

    def keep_what_was_saved(self) -> str:
        """Keep what was saved last, which another program has written over, and return what to tell of that."""
        if earlier.keep_all(self._document.folder, self._document.watch.known or {}):
            return self.tr("What you saved is kept: File > Earlier versions brings it back.")
        words = self.tr(
            "What you saved cannot be kept: there is no room in {folder}, or no permission. To keep it, cancel and "
            "save the tree under another name first (File > Save the tree as)."
        )
        return words.format(folder=shown(self._document.folder))

    def _may_restore(self) -> bool:
        """Ask whether to restore although what is open now could not be kept first."""
        words = self.tr(
            "There is no room in {folder}, or no permission. Until you close the tree, Undo brings it back; after that "
            "nothing does. Cancel, make room there or save the tree under another name, and restore again."
        )
        question = self.tr("What is open now cannot be kept as an earlier version.")
        told = words.format(folder=shown(self._document.folder))
        return dialogs.confirm(self._window, question, self.tr("Restore all the same"), told)

    def _restore_language(self, state: Earlier) -> None:
        """Take back a translation; its file and its review come back when the tree is saved."""
        document, code = self._document, state.language
        now = beside.language_of(document.tree, code, document.languages.get(code))
        work = partial(_language_taken_back, state, now, self._place)
        taken = in_thread.result_of(self._window, self.tr("Restoring\u2026"), work, "restoring")
        if taken is None or not (taken.is_kept or self._may_restore()):
            return
        language = taken.language
        change = edits.take_language(document.tree, code, beside.translations({code: language}))
        words = self.tr("restore the translation into {language} of {when}")
        document.do(change, words.format(language=language_name(code), when=state.when.strftime(_WHEN)))
        document.languages.setdefault(code, beside.unwritten(language))

    @property
    def _place(self) -> tuple[Path, Path] | None:
        """The program's folder and the tree's file, for which what is open is kept; ``None`` if nothing may be."""
        path = self._document.path
        return None if path is None or self._document.only_look else (self._document.folder, path)

    def _on_state(self) -> None:
        self._action.setEnabled(self._document.path is not None)


class _Taken(NamedTuple):
    """The tree in an earlier state, and whether what there was instead is kept, or need not be."""

    tree: Tree
    is_kept: bool


def _taken_back(place: Path, now: Tree, kept: tuple[Path, Path] | None) -> Iterator[_Taken]:
    """Yield the tree in an earlier state; what there is ``now`` is kept first, in a folder for a file."""
    tree = tree_files.read_tree(place).tree.copy()
    yield _Taken(tree, kept is None or earlier.keep(*kept, tree_files.encode_tree(now)))


class _LanguageTaken(NamedTuple):
    """A translation in an earlier state, and whether what there was instead is kept, or need not be."""

    language: Language
    is_kept: bool


def _language_taken_back(
    state: Earlier, now: Language | None, kept: tuple[Path, Path] | None
) -> Iterator[_LanguageTaken]:
    """Yield a translation in an earlier state as ``_taken_back`` yields a tree."""
    language = earlier.language_in(state)
    if now is None or kept is None:
        yield _LanguageTaken(language, is_kept=True)
        return
    folder, path = kept
    place = beside.place_of_language(path, state.language)
    yield _LanguageTaken(language, earlier.keep(folder, place, encode(now)))


def _counted(tree: Tree | None, states: Sequence[Earlier]) -> Iterator[int | None]:
    """Yield for each state how many entries differ from ``tree``, ``None`` if it cannot be read.

    Without a tree the nodes are counted.
    """
    for state in states:
        try:
            if tree is None:
                yield len(tree_files.read_tree(state.path).tree.nodes)
                continue
            if state.language:
                held = beside.translations({state.language: earlier.language_in(state)})
                yield len(edits.take_language(tree, state.language, held).parts)
                continue
            other = tree_files.read_tree(state.path).tree.copy()
            other.translations = dict(tree.translations)
            yield len(between(tree, other).parts)
        except KneetreeError:
            yield None
