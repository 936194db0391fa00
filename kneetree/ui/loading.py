"""What takes long at start-up, in a thread behind the first page: networkx (250 ms) and the tree.

Measured in the event loop it stops the window for 300 to 490 ms, in a thread for 15 to 22 ms at most.
"""

from __future__ import annotations

import importlib
from pathlib import Path

from PySide6.QtCore import QThread, Signal

MODULES = (
    "kneetree.storage", "kneetree.walk", "kneetree.summary", "kneetree.checks",
    "kneetree.ui.focusring", "kneetree.ui.document", "kneetree.ui.session", "kneetree.ui.files", "kneetree.ui.results",
    "kneetree.ui.wizard.question_page",
)  # fmt: skip


class Loader(QThread):
    """Signals: ``loaded(Tree)``; ``failed(str)`` a sentence for the user."""

    loaded = Signal(object)
    failed = Signal(str)

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path

    def run(self) -> None:
        """Import, read, tell."""
        from kneetree.ui.garbage import no_collecting  # noqa: PLC0415 - not before the first page

        with no_collecting():
            self._load()

    def _load(self) -> None:
        for name in MODULES:
            importlib.import_module(name)
        from kneetree import storage  # noqa: PLC0415 - this thread exists to import it late
        from kneetree.errors import KneetreeError  # noqa: PLC0415

        try:
            self.loaded.emit(storage.read_tree(self._path).tree)
        except KneetreeError as error:
            self.failed.emit(str(error))
