"""Write a file in a thread, in steps: a folder of another computer may never answer."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from kneetree.files import whole_files
from kneetree.files.saving import Turnstile
from kneetree.ui.background.in_thread import until_done
from kneetree.ui.background.progress import Steps
from kneetree.ui.background.task import Task


def steps(path: Path, data: bytes, far: float = -1.0) -> Steps:
    """Write ``data`` to a file, whole or not at all, and yield ``far``; raise ``FileProblem`` if that fails.

    If the steps are not taken to their end, the file is left as it was, unless it is being put in its place already.
    """
    turnstile = Turnstile()
    task = Task(partial(_written, path, data, turnstile), "writing")
    task.start()
    try:
        for _ in until_done(task):
            yield far
    finally:
        turnstile.shut()
    task.results()


def _written(path: Path, data: bytes, turnstile: Turnstile) -> Iterator[None]:
    with whole_files.staged(path, data) as new:
        if turnstile.go_through():
            new.put()
    yield None
