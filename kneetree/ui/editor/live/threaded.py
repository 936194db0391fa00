"""Do work in a thread, one job after the other, so that the window never waits for a piece of it.

The work must touch nothing that the window may alter meanwhile: it is given copies.  Starting a job
again makes the earlier run worthless: that run stops at its next step, its results are not told, and
nothing else begins before it has stopped.  So there is never more than one thread, and the window
competes with one other for the interpreter.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from kneetree.ui.background.task import LOOK_MS, Task, Work


class Threaded(QObject):
    """Jobs by name, each begun after a rest in which none was asked for, one at a time.

    ``prepare`` is called in the window's thread when the turn of a job has come and gives the work, so
    that copies are made once and only when they are needed.  ``order`` names the jobs that go first.

    Signals: ``done(str job, object results)`` with the list of all that the work yielded;
    ``heard(str job, object results)`` with what it has yielded since that was last told, while it goes on and
    before ``done``.
    """

    done = Signal(str, object)
    heard = Signal(str, object)

    def __init__(self, parent: QObject | None = None, *, rest_ms: int = 0, order: Sequence[str] = ()) -> None:
        super().__init__(parent)
        self._rank = {job: place for place, job in enumerate(order)}
        self._waiting: dict[str, Callable[[], Work[object]]] = {}
        self._running: tuple[str, Task[object]] | None = None
        self._told = 0
        self._stopping: Task[object] | None = None
        self._rest_ms = rest_ms
        self._rest = QTimer(self, singleShot=True)
        self._rest.timeout.connect(self._begin)
        self._look = QTimer(self, interval=LOOK_MS)
        self._look.timeout.connect(self._on_look)

    @property
    def busy(self) -> bool:
        """Whether any job is not done."""
        return bool(self._waiting or self._running)

    def start(self, job: str, prepare: Callable[[], Work[object]], rest_ms: int | None = None) -> None:
        """Do a job soon, from its beginning; ``rest_ms`` is another rest than the usual one."""
        self.stop(job)
        self._waiting[job] = prepare
        self._rest.start(self._rest_ms if rest_ms is None else rest_ms)

    def hurry(self) -> None:
        """Rest no longer."""
        if self._rest.isActive():
            self._rest.stop()
            self._begin()

    def stop(self, job: str) -> None:
        """Drop a job."""
        self._waiting.pop(job, None)
        if self._running is not None and self._running[0] == job:
            self._stopping = self._running[1]
            self._stopping.cancel()
            self._running = None

    def _begin(self) -> None:
        """Begin the first job that waits, if no other runs; one that cannot begin does not hold up others."""
        if not self._waiting or self._running or self._stopping:
            return
        self._look.start()
        job = min(self._waiting, key=lambda one: self._rank.get(one, len(self._rank)))
        prepare = self._waiting.pop(job)
        try:
            task = Task(prepare(), job)
            task.start()
        except Exception:
            if self._waiting:
                self._rest.start(self._rest_ms)
            raise
        self._running, self._told = (job, task), 0

    def _on_look(self) -> None:
        if self._stopping is not None and self._stopping.done:
            self._stopping = None
        if self._running is None:
            if not self._rest.isActive():
                self._begin()
            if not (self._running or self._stopping or self._waiting):
                self._look.stop()
            return
        job, task = self._running
        if not task.done:
            self._tell(job, task)
            return
        self._running = None
        if not self._waiting:
            self._look.stop()
        self._tell(job, task)
        self.done.emit(job, task.results())

    def _tell(self, job: str, task: Task[object]) -> None:
        new = task.results_since(self._told)
        self._told += len(new)
        if new:
            self.heard.emit(job, new)
