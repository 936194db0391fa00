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

from kneetree import shipped
from kneetree.ui.background.task import LOOK_MS, Task
from kneetree.ui.language import told
from kneetree.ui.qt_access import application

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from kneetree.files.opening import Opened
    from kneetree.ui.window.menus import Menus
    from kneetree.ui.window.rescue import Rescue

_PATIENCE_MS = 2_500
"""After this time a person is told that a file does not come."""
_LEAST_WAIT_S = 2.0
"""For how long a window that is closed waits for its thread."""

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
    "kneetree.report.concluded",
    "kneetree.report.led_rows",
    "kneetree.drawing.places",
    "kneetree.drawing.dark",
    "kneetree.walk.number_bands",
    "kneetree.exchange.map_sheets",
    "kneetree.importing.template",
    "kneetree.files.backups",
    "kneetree.files.journal",
    "kneetree.files.names",
    "kneetree.files.edit_lock",
    "kneetree.files.opening",
    "kneetree.files.saving",
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
    "kneetree.ui.wizard.wizard",
    "kneetree.ui.wizard.question_page",
    "kneetree.ui.wizard.path_entries",
    "kneetree.ui.wizard.path_panel",
    "kneetree.ui.wizard.second_click",
)
"""Imported in the window's thread, each with what it needs before it."""


class Loader(QObject):
    """Brings the tree, once, or an earlier version of it that the person has chosen; lives in the window's thread.

    Signals: ``loaded(Opened)``, when all modules are there too; ``failed(str)`` a sentence for the user, which is empty
    for a fault of the program; ``slow(str)`` the same while there is no answer yet, and may never be one.
    """

    loaded = Signal(object)
    failed = Signal(str)
    slow = Signal(str)

    def __init__(self, wanted: Path | None, window: QWidget | None = None, menus: Menus | None = None) -> None:
        """Bring the shipped tree if no other is ``wanted``.

        Let ``menus`` lead to the earlier versions of a file that cannot be read.
        """
        super().__init__(window)
        self._path = path = wanted or shipped.SHIPPED_TREE
        self._window, self._menus = window, menus
        self._refused = ""
        """Why the file cannot be read."""
        self._rescue: Rescue | None = None
        self._task = Task(partial(_read, path), "loader")
        self._opened: Opened | None = None
        self._pages = iter(PAGES)
        self._look = QTimer(self, interval=LOOK_MS)
        self._look.timeout.connect(self._on_look)
        self._patience = QTimer(self, interval=_PATIENCE_MS, singleShot=True)
        self._patience.timeout.connect(self._on_patience)

    def start(self) -> None:
        """Begin to import and to read."""
        try:
            self._task.start()
        except RuntimeError:
            self.failed.emit("")  # there are too many threads; Start tries again
            raise
        self._look.start()
        self._patience.start()

    def wait(self) -> None:
        """Block until the thread has ended; what it brings is dropped.  It may never have begun.

        One that waits for a folder which never answers is left to itself.
        """
        self._look.stop()
        self._patience.stop()
        self._task.wait(_LEAST_WAIT_S)

    def _on_look(self) -> None:
        """Take the tree, once it is there, then import a page at each call, and tell when that is done."""
        if not self._task.done:
            return
        from kneetree.errors import KneetreeError  # noqa: PLC0415 - not before the first page

        self._look.stop()
        self._patience.stop()
        try:
            done = self._step()
        except KneetreeError as error:
            self._refused = told(error)
            self.failed.emit(self._why_not())
            self._look.start(0)
        except Exception:
            self.failed.emit("")  # what it was is told where all faults of the program are
            raise
        else:
            if not done:
                self._look.start(0)
            elif self._opened is not None:
                self.loaded.emit(self._opened)
            else:
                self._offer_earlier()

    def _on_patience(self) -> None:
        from kneetree.files.names import shown  # noqa: PLC0415 - not before the first page

        self.slow.emit(self._with_way_out(self.tr("{name} does not open yet.").format(name=shown(self._path.name))))

    def _with_way_out(self, sentence: str) -> str:
        """Return a sentence with what else can be done, if there is anything else."""
        if self._path == shipped.SHIPPED_TREE:
            return sentence
        way_out = self.tr("“Use the tree that comes with kneetree” in the File menu opens that one instead.")
        return f"{sentence} {way_out}"

    def _why_not(self, more: str = "") -> str:
        """Return what happened and what to do, for somebody who did not make the file, and last the exact reason."""
        from kneetree.files.names import shown  # noqa: PLC0415 - not before the first page

        sentence = self._with_way_out(self.tr("{name} cannot be opened.").format(name=shown(self._path.name)))
        reason = self.tr("The exact reason: {reason}").format(reason=self._refused)
        return " ".join(filter(None, (sentence, more, reason)))

    def _offer_earlier(self) -> None:
        """Offer the earlier versions of a file that cannot be read, soon and in the menu."""
        if self._window is None or self._menus is None or self._path == shipped.SHIPPED_TREE:
            return
        from kneetree.ui.document import own_folder  # noqa: PLC0415 - imported by now, and not before the first page
        from kneetree.ui.window.quiet import Quiet  # noqa: PLC0415
        from kneetree.ui.window.rescue import Rescue  # noqa: PLC0415

        self._rescue = Rescue(self._window, self._menus, own_folder.place(), self)
        self._menus.actions["lost"].triggered.connect(self._on_lost)
        Quiet(self).say(self._on_pause)

    def _on_pause(self) -> None:
        """Offer them; the reason is on the page already where there are none."""
        if self._rescue is not None:
            opened = self._rescue.offer(self._path, self._refused, only_if_kept=True)
            self._go_on_with(opened)
            if self._rescue is not None and self._menus is not None and self._menus.lost is not None:
                way_out = self.tr("“Earlier versions” in the File menu has what this file held before.")
                self.failed.emit(self._why_not(way_out))

    def _on_lost(self) -> None:
        if self._rescue is not None:
            self._go_on_with(self._rescue.choose(self._path))

    def _go_on_with(self, opened: Opened | None) -> None:
        """Bring an earlier version instead of the file."""
        if opened is not None:
            self._rescue = None
            self.loaded.emit(opened)

    def _step(self) -> bool:
        """Take the tree, or import one page; return whether nothing is left to do."""
        if self._opened is None and not self._refused:
            (self._opened,) = self._task.results()
            return False
        page = next(self._pages, None)
        if page is None:
            from kneetree.ui.style import program_icon  # noqa: PLC0415 - not before the first page

            program_icon.put_on(application())
            return True
        importlib.import_module(page)
        return False


def _read(path: Path) -> Iterator[Opened]:
    for name in CORE:
        importlib.import_module(name)
    from kneetree.files import opening  # noqa: PLC0415 - imported just now; the first page does not wait

    yield opening.read(path)
