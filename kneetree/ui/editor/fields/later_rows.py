"""Make the rows of a long list that are out of sight at first a little later, a few between two events."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from time import perf_counter

from PySide6.QtCore import QObject, QTimer

AT_ONCE = 5
"""How many more rows are made at once: as many as are in sight at first.  A row takes 2 to 3 ms."""
_SLICE_S = 0.008
"""Seconds of making rows between two looks at the keyboard; half a frame."""


class LaterRows(QObject):
    """The ids, each with a number that goes with it, whose rows are to come.

    ``make`` makes the row of an id with its number, in their order, and ``done`` is called when all are there.
    """

    def __init__(self, make: Callable[[str, int], object], done: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._make, self._done = make, done
        self._coming: list[tuple[str, int]] = []
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._on_soon)

    @property
    def keys(self) -> tuple[str, ...]:
        """The ids whose rows are not there yet."""
        return tuple(key for key, _ in self._coming)

    def wait(self, coming: Sequence[tuple[str, int]]) -> None:
        """Make rows for these, and for none of those that were waiting."""
        self._coming = [*coming]
        if self._coming:
            self._soon.start()
        else:
            self._soon.stop()

    def finish(self) -> None:
        """Make all rows now, since somebody works with the list."""
        if self._coming:
            self._until(None)

    def _on_soon(self) -> None:
        self._until(perf_counter() + _SLICE_S)

    def _until(self, end: float | None) -> None:
        while self._coming and (end is None or perf_counter() < end):
            self._make(*self._coming.pop(0))
        if self._coming:
            self._soon.start()
        else:
            self._soon.stop()
            self._done()
