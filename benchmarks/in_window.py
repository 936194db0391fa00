"""What the benchmarks of the window share: a window that is ready, and the two clocks by which it is timed.

On a busy machine the processor time of the window's own thread is the figure to look at.
"""

from __future__ import annotations

import atexit
import os
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from kneetree.ui.window.main_window import MainWindow


_folder = tempfile.TemporaryDirectory()
"""What a person has chosen, such as large text, would be measured with; and their settings would be written over."""
for _name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
    os.environ[_name] = str(Path(_folder.name) / _name)
atexit.register(_folder.cleanup)


class Turn(NamedTuple):
    """The ``seconds`` that something took on the wall clock, and those of them in which the window's thread worked."""

    seconds: float
    work: float


def now() -> Turn:
    """Return what both clocks say."""
    return Turn(time.perf_counter(), time.thread_time())


def since(start: Turn) -> Turn:
    """Return what both clocks have counted since ``start``."""
    end = now()
    return Turn(end.seconds - start.seconds, end.work - start.work)


def opened() -> MainWindow:
    """Return a window of 1280 by 800 pixels on the shipped tree, light, ready to ask."""
    from PySide6.QtWidgets import QApplication

    from kneetree.ui.style.theme import Theme
    from kneetree.ui.window.app import make_app
    from kneetree.ui.window.main_window import MainWindow

    app = make_app([])
    theme = Theme(app, apply=False)
    window = MainWindow(theme)
    theme.choose_mode("light")
    window.resize(1280, 800)
    window.show()
    window.activateWindow()
    window.load(None)
    while window.session is None or not window.session.tree.nodes:
        QApplication.processEvents()
    return window
