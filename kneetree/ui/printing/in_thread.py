"""Wait for a thread with a bar and a button that stops the waiting: a folder of another computer may never answer."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtWidgets import QWidget

from kneetree.ui.background.task import Task, Work
from kneetree.ui.printing import progress

_T = TypeVar("_T")
_LOOK_S = 0.004
"""Seconds between two looks at the thread: less than a frame."""
_NOBODY_KNOWS = -1.0


def result_of(parent: QWidget | None, words: str, work: Work[_T], name: str) -> _T | None:
    """Return the one result of ``work``, ``None`` if the person has stopped waiting for it; raise what it raises.

    ``words`` say what is done, and ``name`` is that of the thread.  A thread that waits for an answer of the system is
    left to itself.
    """
    task = Task(work, name)
    task.start()
    if not waited(parent, words, task):
        task.cancel()
        return None
    return task.results()[0]


def waited(parent: QWidget | None, words: str, task: Task[_T]) -> bool:
    """Wait until a task is done; return ``False`` if the person has stopped waiting."""
    return progress.carry_out(parent, words, until_done(task))


def until_done(task: Task[_T]) -> progress.Steps:
    """Take steps, of which nobody knows how many there are, until a task is done."""
    while not task.done:
        task.wait(_LOOK_S)
        yield _NOBODY_KNOWS
