"""Work in a thread, for what takes too long in one piece to be cut into slices.

The work must touch nothing that the window may alter meanwhile: it is given copies.  A job that is
started again makes the earlier one worthless; it stops at its next step and is never told of.
"""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, QTimer, Signal

Work = Callable[[], Iterator[object]]


class Threaded(QObject):
    """Jobs by name, each begun after a rest in which it was not asked for again.

    ``prepare`` is called in the window's thread when the rest is over and gives the work, so that
    copies are made once and only when they are needed.

    Signals: ``done(str job, object results)`` with the list of all that the work yielded.
    """

    done = Signal(str, object)
    _told = Signal(int, str, object, object)

    def __init__(self, parent: QObject | None = None, *, rest_ms: int = 0) -> None:
        super().__init__(parent)
        self._turn = 0
        self._waiting: dict[str, Callable[[], Work]] = {}
        self._running: dict[str, int] = {}
        self._rest = QTimer(self, singleShot=True, interval=rest_ms)
        self._rest.timeout.connect(self._begin)
        self._told.connect(self._on_told)

    @property
    def busy(self) -> bool:
        """Whether any job is not done."""
        return bool(self._waiting or self._running)

    def start(self, job: str, prepare: Callable[[], Work]) -> None:
        """Do a job soon, from its beginning."""
        self._running.pop(job, None)
        self._waiting[job] = prepare
        self._rest.start()

    def stop(self, job: str) -> None:
        """Drop a job."""
        self._running.pop(job, None)
        self._waiting.pop(job, None)

    def _begin(self) -> None:
        waiting, self._waiting = self._waiting, {}
        for job, prepare in waiting.items():
            self._turn += 1
            self._running[job] = self._turn
            args = (self._turn, job, prepare())
            threading.Thread(target=self._run, args=args, name=f"kneetree {job}", daemon=True).start()

    def _run(self, turn: int, job: str, work: Work) -> None:
        results: list[object] = []
        fault: Exception | None = None
        try:
            for result in work():
                if self._running.get(job) != turn:
                    return
                results.append(result)
        except Exception as error:
            # Not swallowed: it is raised again in the window's thread, where faults are reported.
            fault = error
        # A window that was closed meanwhile has taken this object with it; then nobody wants to know.
        with contextlib.suppress(RuntimeError):
            self._told.emit(turn, job, results, fault)

    def _on_told(self, turn: int, job: str, results: list[object], fault: Exception | None) -> None:
        if self._running.get(job) != turn:
            return
        del self._running[job]
        if fault is not None:
            raise fault
        self.done.emit(job, results)
