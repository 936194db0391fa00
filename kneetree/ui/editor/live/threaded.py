"""Do work in a thread if a piece of it takes too long to be cut into slices.

The work must touch nothing that the window may alter meanwhile: it is given copies.  Starting a job
again makes the earlier run worthless: that run stops at its next step, its results are not told, and the
new run begins after it has stopped, so that threads do not pile up.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from kneetree.ui.background.task import LOOK_MS, Task, Work


class Threaded(QObject):
    """Jobs by name, each begun after a rest in which it was not asked for again.

    ``prepare`` is called in the window's thread when the rest is over and gives the work, so that
    copies are made once and only when they are needed.

    Signals: ``done(str job, object results)`` with the list of all that the work yielded.
    """

    done = Signal(str, object)

    def __init__(self, parent: QObject | None = None, *, rest_ms: int = 0) -> None:
        super().__init__(parent)
        self._waiting: dict[str, Callable[[], Work[object]]] = {}
        self._running: dict[str, Task[object]] = {}
        self._stopping: dict[str, Task[object]] = {}
        self._rest = QTimer(self, singleShot=True, interval=rest_ms)
        self._rest.timeout.connect(self._begin)
        self._look = QTimer(self, interval=LOOK_MS)
        self._look.timeout.connect(self._on_look)

    @property
    def busy(self) -> bool:
        """Whether any job is not done."""
        return bool(self._waiting or self._running)

    def start(self, job: str, prepare: Callable[[], Work[object]]) -> None:
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
            self._stopping[job] = running

    def _begin(self) -> None:
        """Begin what waits, as far as its earlier run has stopped; a job that cannot begin does not hold up others."""
        self._look.start()
        for job in [job for job in self._waiting if job not in self._stopping]:
            prepare = self._waiting.pop(job)
            try:
                task = Task(prepare(), job)
                task.start()
            except Exception:
                if self._waiting:
                    self._rest.start()
                raise
            self._running[job] = task

    def _on_look(self) -> None:
        self._stopping = {job: task for job, task in self._stopping.items() if not task.done}
        if self._waiting and not self._rest.isActive():
            self._begin()
        job = next((job for job, task in self._running.items() if task.done), None)
        task = self._running.pop(job) if job is not None else None
        if not (self._running or self._stopping):
            self._look.stop()
        if task is not None:
            self.done.emit(job, task.results())
