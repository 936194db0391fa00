"""What takes long at start-up, behind the first page: the core with networkx (250 ms), the tree, the other pages.

The core is imported and the tree read in a thread.  Measured in the event loop they stop the window for 300
to 490 ms, in a thread for 15 to 22 ms at most.  The window's own modules make Qt types, so they are imported
in the window's thread, one between two events, each in a few milliseconds.
"""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from kneetree.ui.background.task import LOOK_MS, Task

if TYPE_CHECKING:
    from kneetree.model.tree import Tree

CORE = (
    "kneetree.files.tree_files",
    "kneetree.files.beside",
    "kneetree.walk.walk",
    "kneetree.proof.answers_to_node",
    "kneetree.proof.ahead",
    "kneetree.proof.left_out",
    "kneetree.proof.most_more",
    "kneetree.walk.leaving_out",
    "kneetree.report.summary",
    "kneetree.checks",
    "kneetree.checks.checklist",
    "kneetree.report",
    "kneetree.report.led_rows",
    "kneetree.drawing.places",
    "kneetree.walk.number_bands",
    "kneetree.exchange.map_sheets",
    "kneetree.files.backups",
    "kneetree.files.journal",
)
"""Imported in the thread: these and all that they import know nothing of Qt."""

PAGES = (
    "kneetree.ui.style.focus_ring",
    "kneetree.ui.document.document",
    "kneetree.ui.document.session",
    "kneetree.ui.printing.page_rows",
    "kneetree.ui.printing.pages",
    "kneetree.ui.printing.pdf_bytes",
    "kneetree.ui.printing.pdf",
    "kneetree.ui.printing.preview",
    "kneetree.ui.printing.map_image",
    "kneetree.ui.window.file_actions",
    "kneetree.ui.wizard.emergency_page",
    "kneetree.ui.wizard.result_page",
    "kneetree.ui.wizard.notice",
    "kneetree.ui.window.state_line",
    "kneetree.ui.window.result_actions",
    "kneetree.ui.wizard.question_page",
    "kneetree.ui.wizard.path_entries",
    "kneetree.ui.wizard.path_panel",
    "kneetree.ui.wizard.second_click",
)
"""Imported in the window's thread, each with what it needs before it."""


class Loader(QObject):
    """Brings the tree, once; lives in the window's thread.

    Signals: ``loaded(Tree)``, when all modules are there too; ``failed(str)`` a sentence for the user, which is empty
    for a fault of the program.
    """

    loaded = Signal(object)
    failed = Signal(str)

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._task = Task(partial(_read, path), "loader")
        self._tree: Tree | None = None
        self._pages = iter(PAGES)
        self._look = QTimer(self, interval=LOOK_MS)
        self._look.timeout.connect(self._on_look)

    def start(self) -> None:
        """Begin to import and to read."""
        try:
            self._task.start()
        except RuntimeError:
            self.failed.emit("")  # there are too many threads; Start tries again
            raise
        self._look.start()

    def wait(self) -> None:
        """Block until the thread has ended; what it brings is dropped.  It may never have begun."""
        self._look.stop()
        self._task.wait()

    def _on_look(self) -> None:
        """Take the tree, once it is there, then import a page at each call, and tell when that is done."""
        if not self._task.done:
            return
        from kneetree.errors import KneetreeError  # noqa: PLC0415 - not before the first page

        self._look.stop()
        try:
            done = self._step()
        except KneetreeError as error:
            self.failed.emit(str(error))
        except Exception:
            self.failed.emit("")  # what it was is told where all faults of the program are
            raise
        else:
            if done is None:
                self._look.start(0)
            else:
                self.loaded.emit(done)

    def _step(self) -> Tree | None:
        """Take the tree, or import one page; return the tree once nothing is left to do."""
        if self._tree is None:
            (self._tree,) = self._task.results()
            return None
        page = next(self._pages, None)
        if page is None:
            return self._tree
        importlib.import_module(page)
        return None


def _read(path: Path) -> Iterator[Tree]:
    for name in CORE:
        importlib.import_module(name)
    from kneetree.files import beside, tree_files  # noqa: PLC0415 - imported just now; the first page does not wait

    yield beside.with_languages(tree_files.read_tree(path).tree, beside.read(path)[0])
