"""Python's cyclic garbage is collected in the thread of the window only.

Python collects in whichever thread happens to allocate.  Where that is not the window's, Qt objects that
were part of a cycle are destroyed there: timers, watchers and sockets break, and the program may abort
(seen: "Socket notifiers cannot be enabled or disabled from another thread").
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject, QTimer

_EVERY = 500
"""Milliseconds between two looks."""


class Collector(QObject):
    """Takes over from Python's own collector for as long as the application runs."""

    def __init__(self, app: QObject) -> None:
        super().__init__(app)
        gc.disable()
        self._timer = QTimer(self, interval=_EVERY)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Collect the generations that Python would have collected."""
        for generation in (2, 1, 0):
            if gc.get_count()[generation] > gc.get_threshold()[generation] > 0:
                gc.collect(generation)
                return


@contextmanager
def no_collecting() -> Iterator[None]:
    """For the time of work in another thread, where no ``Collector`` is at work."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()
