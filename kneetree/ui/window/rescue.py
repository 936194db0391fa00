"""A file that cannot be opened, and the earlier versions of it that the program keeps.

An earlier version opens as the content of that file which is not saved yet: nothing is written until the author saves,
and then only after a question.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from kneetree.errors import KneetreeError
from kneetree.files import backups
from kneetree.files.backups import Backup
from kneetree.files.meanwhile import Meanwhile
from kneetree.files.names import shown
from kneetree.files.opening import Instead, Opened
from kneetree.ui import dialogs
from kneetree.ui.document.document import Document
from kneetree.ui.document.earlier import Earlier
from kneetree.ui.language import told
from kneetree.ui.window import reading
from kneetree.ui.window.earlier_versions import EarlierDialog
from kneetree.ui.window.menus import Menus

_WHEN = "%Y-%m-%d %H:%M:%S"


class Rescue(QObject):
    """Offers the earlier versions of a file that cannot be opened, which are kept in the program's own ``folder``.

    From then on ``menus`` lead to them.
    """

    def __init__(self, window: QWidget, menus: Menus, folder: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._window = window
        self._menus = menus
        self._folder = folder

    def read(self, path: Path) -> Opened | None:
        """Return what is in a file; if it cannot be read, say why and return the earlier version that is wanted."""
        try:
            return reading.read(self._window, path)
        except KneetreeError as error:
            return self.offer(path, told(error))

    def offer(self, path: Path, why: str, *, only_if_kept: bool = False) -> Opened | None:
        """Say ``why`` a file cannot be read and offer its earlier versions; return the chosen one.

        With ``only_if_kept`` nothing is said where there are none.
        """
        kept = reading.kept(self._window, self._folder, path)
        if kept is None or not kept.states:
            if not only_if_kept:
                dialogs.problem(self._window, why)
            return None
        if kept.good is None or kept.good.instead is None:
            words = self.tr("kneetree keeps earlier versions of this file in {folder}, but none of them can be read.")
            folder = backups.folder_of(self._folder, path)
            dialogs.problem(self._window, f"{why}\n\n{words.format(folder=shown(folder))}")
            return None
        self._menus.show_lost(shown(path.name), path)
        words = self.tr(
            "kneetree keeps earlier versions of this file. The newest one that can be read is what the file held "
            "until {when}; anything you saved after that is not in it. It opens as unsaved work, and the file stays "
            "as it is until you save."
        )
        pressed = dialogs.choose(
            self._window,
            self.tr("{name} cannot be opened, but earlier versions of it are kept.").format(name=shown(path.name)),
            f"{why}\n\n{words.format(when=kept.good.instead.state.when.strftime(_WHEN))}",
            self.tr("Open that version"),
            self.tr("Show all versions…"),
            self.tr("Not now"),
        )
        return kept.good if pressed == 0 else self._chosen(path, kept.states) if pressed == 1 else None

    def choose(self, path: Path) -> Opened | None:
        """List the earlier versions of a file and return the one that is chosen, or what is wrong with all of them."""
        kept = reading.kept(self._window, self._folder, path)
        if kept is None:
            return None
        if not kept.states:
            dialogs.problem(self._window, self.tr("There are no earlier versions of this file any more."))
            return None
        return self._chosen(path, kept.states)

    def _chosen(self, path: Path, states: list[Backup]) -> Opened | None:
        listed = [Earlier(state.when, state.path) for state in states]
        dialog = EarlierDialog(self._window, shown(path.name), listed, None)
        dialog.exec()
        dialog.deleteLater()
        if not dialog.wish:
            return None
        state = states[listed.index(dialog.chosen)]
        try:
            return reading.read_earlier(self._window, path, state)
        except KneetreeError as error:
            dialogs.problem(self._window, told(error))
            return None


class _Held(QObject):
    """The file that an earlier version is open for, and what has become of it; the document takes it along."""

    def __init__(self, document: Document, path: Path, instead: Instead) -> None:
        super().__init__(document)
        self.path = path
        self.instead = instead


class PuttingBack(QObject):
    """Holds that the open tree is an earlier version of its file, until it is saved there.

    Signals: ``told(str)`` what to tell of it from now on, ``""`` for nothing: it is saved, or another tree is open.
    """

    told = Signal(str)

    def __init__(self, document: Document, window: QWidget, menus: Menus) -> None:
        super().__init__(window)
        self._document = document
        self._window = window
        self._menus = menus
        self._held = document.findChild(_Held)
        self._told = self._words
        document.state_changed.connect(self._on_state)

    def take(self, opened: Opened) -> bool:
        """Open what was read; if that is an earlier version, it is unsaved work.  Returns whether it is one."""
        self._document.take(opened)
        instead = opened.instead
        if opened.path == self._menus.lost:
            self._menus.show_lost("")
        if opened.path is None or instead is None or instead.what is Meanwhile.SAME:
            return False
        self._document.watch.accept({opened.path: instead.now})
        self._document.stack.resetClean()
        self._held = _Held(self._document, opened.path, instead)
        self._told = self._words
        self._document.state_changed.emit()
        return True

    def tell(self) -> None:
        """Tell what there is to tell."""
        self._told = self._words
        self.told.emit(self._told)

    @property
    def _words(self) -> str:
        if self._held is None:
            return ""
        words = self.tr("This is what {name} held until {when}. Save to write it back.")
        if self._document.only_look:
            words = self.tr("This is what {name} held until {when}.")
        return words.format(name=shown(self._held.path.name), when=self._held.instead.state.when.strftime(_WHEN))

    def may_write(self, path: Path) -> bool:
        """Return whether the tree may be written to ``path``: the author is asked first if it is an earlier version."""
        if self._held is None or self._held.path != path.absolute():
            return True
        name, instead = shown(path.name), self._held.instead
        if instead.what is Meanwhile.UNREADABLE:
            words = self.tr(
                "What {name} holds now cannot be read, so kneetree cannot keep a copy of it and does not write over "
                "it. Save this version under another name (File > Save the tree as), or move {name} away first."
            )
            dialogs.problem(self._window, words.format(name=name))
            return False
        if instead.what is Meanwhile.GONE:
            words = self.tr("The file is no longer there. Saving makes it again.")
        else:
            words = self.tr("What the file holds now cannot be opened. It is kept all the same, as a backup.")
        question = self.tr("Save the version of {when} as {name}?")
        question = question.format(when=instead.state.when.strftime(_WHEN), name=name)
        return dialogs.choose(self._window, question, words, self.tr("Save"), self.tr("Cancel")) == 0

    def _on_state(self) -> None:
        if self._held is not None and (self._document.stack.isClean() or self._document.path != self._held.path):
            self._held.setParent(None)
            self._held = None
        if self._told != self._words:
            self.tell()
