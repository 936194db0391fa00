"""Python's cyclic garbage is collected in the window's thread only.

Python collects in whichever thread happens to allocate.  In any thread but the window's, a Qt object that
was part of a cycle is destroyed there: its socket notifiers and timers stay in the window's event
dispatcher, which later calls them although they are gone, and the program crashes
(``docs/decisions/0001-qt-objects-live-in-the-windows-thread.md``).
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QCoreApplication, QObject, QTimer
from shiboken6 import isValid

_EVERY = 100
"""Milliseconds between two looks."""
_made: list[Collector] = []


class Collector(QObject):
    """Takes over from Python's own collector, for good."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._timer = QTimer(self, interval=_EVERY)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Collect the generations that Python would have collected."""
        for generation in (2, 1, 0):
            if gc.get_count()[generation] > gc.get_threshold()[generation] > 0:
                gc.collect(generation)
                return


def collect_in_window() -> Collector:
    """Switch Python's own collector off and return the application's, made on the first call.

    Call this in the window's thread before another thread starts.  The collector is never switched on again:
    a thread that did so would collect there, with all that had piled up meanwhile.
    Raises ``RuntimeError`` if there is no application yet.
    """
    gc.disable()
    app = QCoreApplication.instance()
    if app is None:
        raise RuntimeError("There is no application yet; make it before a thread starts.")
    # Not found among the children of the application: PySide would make the class of its style, 6 ms of the first page.
    found = next((made for made in _made if isValid(made) and made.parent() is app), None)
    if found is None:
        found = Collector(app)
        _made[:] = [found]
    return found


def settle_memory() -> None:
    """Take an opened tree out of the collector's sight, until ``unsettle_memory`` or the next tree.

    The collector looks through everything now and then, which stops an edit at 5,000 nodes for 100 to 150 ms.
    """
    gc.unfreeze()
    gc.collect()
    gc.freeze()


def unsettle_memory() -> None:
    """Let the collector see everything again, so that a window that was closed can go."""
    gc.unfreeze()
