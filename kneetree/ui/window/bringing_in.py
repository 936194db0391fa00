"""Joins *File > Import* with the document: a table or a drawing becomes new work in Edit, with its problems shown."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from kneetree import importing
from kneetree.files import names, whole_files
from kneetree.importing.template import template
from kneetree.ui import dialogs, language
from kneetree.ui.background import in_thread, progress, reachable, writing
from kneetree.ui.document.document import Document
from kneetree.ui.language import told
from kneetree.ui.window import import_dialogs
from kneetree.ui.window.menus import Menus


class BringingIn(QObject):
    """Asks for a file, and for what only the author can tell about it; what cannot become a tree is told at once.

    Signals: ``brought()`` a tree from elsewhere is open in Edit.
    """

    brought = Signal()

    def __init__(self, document: Document, window: QWidget, menus: Menus, may_leave: Callable[[], bool]) -> None:
        super().__init__(window)
        self._document = document
        self._window = window
        self._edit = menus.actions["edit"]
        self._may_leave = may_leave
        menus.actions["import"].triggered.connect(self.bring_in)

    def bring_in(self) -> None:
        """Ask for a table or a drawing, and open the tree that is in it."""
        if self._may_leave():
            path = import_dialogs.path(self._window)
            if path is not None:
                dialogs.attempt(self._window, partial(self._bring_in, reachable.meant(self._window, path)))

    def _bring_in(self, path: Path) -> None:
        said = importing.Said(language=language.chosen(), ask_urgency=True)
        while True:
            try:
                found = self._read(path, said)
                break
            except importing.Faulty as error:
                self._tell(path, error)
                return
            except importing.Unsettled as left:
                answers = import_dialogs.answers(self._window, left.wanted)
                if answers is None:
                    return
                said = _more_said(said, answers)
        if found is None:
            return
        if found.notes:
            words = self.tr("{name} was read. Compare this with the drawing:").format(name=names.shown(path.name))
            import_dialogs.tell(self._window, words, [told(note) for note in found.notes])
        self._document.new(found.tree, unsaved=True)
        self._edit.trigger()
        self.brought.emit()

    def _read(self, path: Path, said: importing.Said) -> importing.Imported | None:
        words = self.tr("Reading {name}…").format(name=names.shown(path.name))
        return in_thread.result_of(self._window, words, partial(_steps, path, said), "importing")

    def _tell(self, path: Path, error: importing.Faulty) -> None:
        """Name everything that is wrong; for a table, offer the template to fill in."""
        words = self.tr("{name} cannot become a tree yet. Nothing was changed.").format(name=names.shown(path.name))
        is_table = path.suffix.lower() in (".csv", ".tsv", ".xlsx")
        more = self.tr("Save a &template…") if is_table else ""
        if import_dialogs.tell(self._window, words, [told(fault.sentence) for fault in error.faults], more):
            kinds = f"{self.tr('Table')} (*.xlsx);;{self.tr('Table')} (*.csv)"
            suggested = str(dialogs.documents() / "questions.xlsx")
            target = dialogs.save_path(self._window, self.tr("Save a template"), suggested, kinds)
            if target is not None:
                saying = self.tr("Writing {name}\u2026").format(name=names.shown(target.name))
                progress.carry_out(self._window, saying, writing.steps(target, template(target.name)))


def _more_said(said: importing.Said, answers: Mapping[str, str]) -> importing.Said:
    return replace(said, answers={**said.answers, **answers})


def _steps(path: Path, said: importing.Said) -> Iterator[importing.Imported]:
    found = importing.read(whole_files.read_bytes(path), path.name, said)
    _ = found.tree.backwards  # made now rather than at the first letter
    yield found
