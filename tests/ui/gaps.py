"""Measure how long the event loop of the window is held up, in a way that a busy machine does not alter.

A timer looks at the clocks every few milliseconds.  What lies between two of its turns is a gap.  Of a gap counts what
the window's thread was not merely waiting for a processor, and no more than the whole process worked meanwhile: a
thread that keeps Python's interpreter to itself holds up the window as well as work of the window's own.
"""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import Qt, QTimer

MOST_S = 0.05
"""Seconds for which a window may be held up: three frames, and nobody sees it."""
_LOOK_MS = 2


class Gap(NamedTuple):
    """The ``seconds`` of a gap that count, and what was being done, as the test named it."""

    seconds: float
    during: str


class _Clocks(NamedTuple):
    wall: float
    process: float
    waited: float


class Gaps:
    """Takes down the gaps of the event loop; ``during`` says what is being done, to explain the longest one."""

    def __init__(self) -> None:
        self.during = ""
        self.found: list[Gap] = []
        self._waits = _waits_of_this_thread()
        self._last = self._now()
        self._timer = QTimer(interval=_LOOK_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    @property
    def longest(self) -> Gap:
        """The longest gap so far."""
        self._look()
        return max(self.found)

    def look(self) -> None:
        """End the gap that goes on: what follows has another name."""
        self._look()

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()
        if self._waits is not None:
            os.close(self._waits)
            self._waits = None

    def _look(self) -> None:
        now, last = self._now(), self._last
        gap = min(now.wall - last.wall - (now.waited - last.waited), now.process - last.process)
        self.found.append(Gap(gap, self.during))
        self._last = now

    def _now(self) -> _Clocks:
        waited = 0.0
        if self._waits is not None:
            waited = int(os.pread(self._waits, 100, 0).split()[1]) / 1e9
        return _Clocks(time.perf_counter(), time.process_time(), waited)


def _waits_of_this_thread() -> int | None:
    """Return a file that tells how long this thread has waited for a processor, where the system has one."""
    with suppress(OSError):
        return os.open(Path(f"/proc/self/task/{threading.get_native_id()}/schedstat"), os.O_RDONLY)
    return None


@contextmanager
def watched() -> Iterator[Gaps]:
    """Watch the event loop for a while."""
    gaps = Gaps()
    try:
        yield gaps
    finally:
        gaps.stop()
