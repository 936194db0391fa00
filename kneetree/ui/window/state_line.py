"""The words at the foot of every screen: whether a clinician has reviewed the open tree, and which tree it is.

Whether it was reviewed is said in the language of the window, like all else that the window says of a tree.  The words
turn on the whole content of the tree, which takes too long to read after each letter that an author types.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from kneetree.files.review import content_hash
from kneetree.model.tree import Tree
from kneetree.report.summary import review_sentence
from kneetree.ui.background.task import LOOK_MS, Task
from kneetree.ui.language import spoken

SMALL = 1000
"""The most nodes of a tree whose content is read at once: 4 ms."""
_REST_MS = 500
"""How long a larger tree may not be altered before its content is read, in a thread."""


class StateLine(QObject):
    """Works the words out, for a large tree once it is at rest.

    Signals: ``told(str, str)`` whether the tree was reviewed, and which tree it is; for another large tree first what
    is known without reading all of it.
    """

    told = Signal(str, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tree: Tree | None = None
        self._more = ""
        self._task: Task[tuple[str, str]] | None = None
        self._rest = QTimer(self, interval=_REST_MS, singleShot=True)
        self._rest.timeout.connect(self._begin)
        self._look = QTimer(self, interval=LOOK_MS)
        self._look.timeout.connect(self._on_look)

    def show(self, tree: Tree, more: str) -> None:
        """Tell the words of a tree, which is another one or was altered, with ``more`` after the first."""
        another, self._tree, self._more = tree is not self._tree, tree, more
        self._stop()
        if len(tree.nodes) <= SMALL:
            self._tell(*_words(tree, spoken()))
            return
        if another:
            self._tell("", f"{_name(tree)} · …")
        self._rest.start()

    def _begin(self) -> None:
        if self._tree is not None:
            self._task = Task(partial(_read, self._tree.copy(), spoken()), "state line")
            self._task.start()
            self._look.start()

    def _on_look(self) -> None:
        if self._task is not None and self._task.done:
            words = self._task.results()[0]
            self._stop()
            self._tell(*words)

    def _stop(self) -> None:
        self._rest.stop()
        self._look.stop()
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _tell(self, reviewed: str, tree: str) -> None:
        self.told.emit(f"{reviewed}   {self._more}".strip(), tree)


def _name(tree: Tree) -> str:
    return f"{tree.title} {tree.version}".strip()


def _words(tree: Tree, language: str) -> tuple[str, str]:
    return review_sentence(tree, language), f"{_name(tree)} · {content_hash(tree)[:12]}"


def _read(tree: Tree, language: str) -> Iterator[tuple[str, str]]:
    yield _words(tree, language)
