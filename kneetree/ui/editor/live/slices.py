"""Do work in small slices between the events of the window, so that nobody waits for it.

A job is a generator; each of its steps should take well under a slice.  Starting a job again drops
what it had done.  This module must not know what the work is.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QObject, QTimer, Signal

SLICE_MS = 8.0
"""How long one slice may take; half a frame."""

Start = Callable[[], Iterator[object]]


class Background(QObject):
    """One job at a time of several, each started anew when it is asked for again.

    Signals: ``done(str job, object results)`` with the list of all that the job yielded, ``None``
    aside.
    """

    done = Signal(str, object)

    def __init__(
        self, parent: QObject | None = None, *, slice_ms: float = SLICE_MS, rest_ms: int = 0, order: Sequence[str] = ()
    ) -> None:
        """``rest_ms`` is how long to wait after the last request; ``order`` names the jobs that go first."""
        super().__init__(parent)
        self._rank = {job: place for place, job in enumerate(order)}
        self._slice = slice_ms / 1000
        self._waiting: dict[str, Start] = {}
        self._running: dict[str, tuple[Iterator[object], list[object]]] = {}
        self._begin = QTimer(self, singleShot=True, interval=rest_ms)
        self._begin.timeout.connect(self._step)
        self._go_on = QTimer(self, singleShot=True, interval=0)
        self._go_on.timeout.connect(self._step)

    @property
    def busy(self) -> bool:
        """Whether any job is not done."""
        return bool(self._waiting or self._running)

    def start(self, job: str, work: Start) -> None:
        """Do a job, from its beginning, soon."""
        self._running.pop(job, None)
        self._waiting.pop(job, None)
        self._waiting[job] = work
        self._go_on.stop()
        self._begin.start()

    def stop(self) -> None:
        """Drop all work."""
        self._waiting.clear()
        self._running.clear()
        self._begin.stop()
        self._go_on.stop()

    def _place(self, job: str) -> int:
        return self._rank.get(job, len(self._rank))

    def _step(self) -> None:
        try:
            self._step_until(time.perf_counter() + self._slice)
        finally:  # a job that fails does not hold up the others
            if self.busy and not self._begin.isActive():
                self._go_on.start()

    def _step_until(self, end: float) -> None:
        while self.busy:
            job = min((*self._running, *self._waiting), key=self._place)
            if job in self._running:
                steps, results = self._running.pop(job)
            else:
                steps, results = self._waiting.pop(job)(), []
            if _advance(steps, results, end):
                self.done.emit(job, results)
            else:
                self._running[job] = (steps, results)
            if time.perf_counter() >= end:
                break


def _advance(steps: Iterator[object], results: list[object], end: float) -> bool:
    """Take steps until ``end``; whether the work is done."""
    for result in steps:
        if result is not None:
            results.append(result)
        if time.perf_counter() >= end:
            return False
    return True
