"""Work in a thread, for what takes too long in one piece to be cut into slices.

The work must touch nothing that the window may alter meanwhile: it is given copies.  A job that is
started again makes the earlier one worthless; it stops at its next step and is never told of.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from kneetree.ui.task import LOOK_MS, Task, Work


class Threaded(QObject):
    """Jobs by name, each begun after a rest in which it was not asked for again.

    ``prepare`` is called in the window's thread when the rest is over and gives the work, so that
    copies are made once and only when they are needed.

    Signals: ``done(str job, object results)`` with the list of all that the work yielded.
    """

    done = Signal(str, object)

    def __init__(self, parent: QObject | None = None, *, rest_ms: int = 0) -> None:
        super().__init__(parent)
        self._waiting: dict[str, Callable[[], Work]] = {}
        self._running: dict[str, Task] = {}
        self._rest = QTimer(self, singleShot=True, interval=rest_ms)
        self._rest.timeout.connect(self._begin)
        self._look = QTimer(self, interval=LOOK_MS)
        self._look.timeout.connect(self._on_look)

    @property
    def busy(self) -> bool:
        """Whether any job is not done."""
        return bool(self._waiting or self._running)

    def start(self, job: str, prepare: Callable[[], Work]) -> None:
        """Do a job soon, from its beginning."""
        self.stop(job)
        self._waiting[job] = prepare
        self._rest.start()

    def stop(self, job: str) -> None:
        """Drop a job."""
        self._waiting.pop(job, None)
        running = self._running.pop(job, None)
        if running is not None:
            running.cancel()

    def _begin(self) -> None:
        waiting, self._waiting = self._waiting, {}
        for job, prepare in waiting.items():
            self._running[job] = Task(prepare(), job)
            self._running[job].start()
        self._look.start()

    def _on_look(self) -> None:
        job = next((job for job, task in self._running.items() if task.done), None)
        task = self._running.pop(job) if job is not None else None
        if not self._running:
            self._look.stop()
        if task is not None:
            self.done.emit(job, task.results())
