"""Do long work in slices, with a bar that shows how far it is and a button that stops it."""

from __future__ import annotations

from collections.abc import Generator
from time import monotonic

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtWidgets import QProgressDialog, QWidget

from kneetree.ui import unasked

_AT_ONCE_S = 0.12
"""Work that is done in this time shows no bar."""
_SLICE_S = 0.012
_WHOLE = 1000

Steps = Generator[float, None, None]
"""Work that yields how much of it is done, from 0 to 1, or less than 0 if nobody can say."""


def carry_out(parent: QWidget | None, words: str, steps: Steps) -> bool:
    """Take all steps and return whether they were taken to the end: ``False`` if the person has stopped them.

    What a step raises is raised here.
    """
    end = monotonic() + _AT_ONCE_S
    for _ in steps:
        if monotonic() > end:
            return _Carrying(parent, words, steps).done()
    return True


class _Carrying:
    """One bar over the rest of the work."""

    def __init__(self, parent: QWidget | None, words: str, steps: Steps) -> None:
        self._steps, self._ended = steps, False
        self._fault: Exception | None = None
        self._bar = QProgressDialog(words, QCoreApplication.translate("Progress", "Stop"), 0, _WHOLE, parent)
        self._bar.setWindowModality(Qt.WindowModality.WindowModal)
        self._bar.setAutoClose(False)
        self._bar.setAutoReset(False)
        self._bar.setMinimumDuration(0)
        unasked.guard_from_keys(self._bar)  # who goes on typing must not stop it
        self._timer = QTimer(self._bar, interval=0)
        self._timer.timeout.connect(self._on_turn)

    def done(self) -> bool:
        """Wait for the end of the work, whichever it is."""
        self._timer.start()
        try:
            self._bar.exec()
        finally:
            self._timer.stop()
            self._steps.close()
            self._bar.deleteLater()
        if self._fault is not None:
            raise self._fault
        return self._ended

    def _on_turn(self) -> None:
        end, far = monotonic() + _SLICE_S, 0.0
        try:
            while monotonic() < end:
                far = next(self._steps)
        except StopIteration:
            self._ended = True
            self._bar.accept()
            return
        except Exception as error:
            self._fault = error
            self._bar.reject()
            return
        self._bar.setRange(0, _WHOLE if far >= 0 else 0)
        self._bar.setValue(round(max(far, 0.0) * (_WHOLE - 1)))
