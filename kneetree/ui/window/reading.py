"""Read a tree file in a thread, with a way to stop: a folder of another computer may never answer."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from kneetree.files import opening
from kneetree.files.names import shown
from kneetree.files.opening import Opened
from kneetree.ui.background.task import Task
from kneetree.ui.printing import progress

_LOOK_S = 0.004


def read(parent: QWidget | None, path: Path) -> Opened | None:
    """Return what is in a tree file, ``None`` if the person has stopped waiting for it.

    Raises ``FileProblem`` if it cannot be read.  A thread that waits for an answer of the system is left to itself.
    """
    task = Task(partial(opening.steps, path), "opening")
    task.start()
    words = QCoreApplication.translate("Reading", "Opening {name}…").format(name=shown(path.name))
    if not progress.carry_out(parent, words, _until_done(task)):
        task.cancel()
        return None
    return task.results()[0]


def _until_done(task: Task[Opened]) -> progress.Steps:
    while not task.done:
        task.wait(_LOOK_S)
        yield -1.0
