"""Read a tree file in a thread, with a way to stop: a folder of another computer may never answer."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from kneetree.files import opening
from kneetree.files.names import shown
from kneetree.files.opening import Opened
from kneetree.ui.background.task import Task, Work
from kneetree.ui.printing import progress

_LOOK_S = 0.004
T = TypeVar("T")


def read(parent: QWidget | None, path: Path) -> Opened | None:
    """Return what is in a tree file, ``None`` if the person has stopped waiting for it.

    Raises ``FileProblem`` if it cannot be read.  A thread that waits for an answer of the system is left to itself.
    """
    words = QCoreApplication.translate("Reading", "Opening {name}…").format(name=shown(path.name))
    return in_thread(parent, words, partial(opening.steps, path))


def in_thread(parent: QWidget | None, words: str, work: Work[T]) -> T | None:
    """Return what some work yields in a thread, ``None`` if the person has stopped waiting for it.

    ``words`` say meanwhile what is being done.  Raises what the work raises.
    """
    task = Task(work, "reading")
    task.start()
    if not progress.carry_out(parent, words, _until_done(task)):
        task.cancel()
        return None
    return task.results()[0]


def _until_done(task: Task[T]) -> progress.Steps:
    while not task.done:
        task.wait(_LOOK_S)
        yield -1.0
