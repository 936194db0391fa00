"""A program that opens the window, walks to a result by answering No, and closes it; ``test_no_trace`` looks on.

    python -m tests.ui.window.one_walk

What it does is told in between by looking for files that are not there: a trace of system calls shows when.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from kneetree.ui import dialogs
from kneetree.ui.window import app as composition
from kneetree.ui.window.main_window import MainWindow

MARKS = Path("/where-the-walk-is")
_STEP_MS = 20
_AT_REST = 50
"""Steps for which the result is looked at: threads and timers come to their end."""


class Person:
    """Answers whatever is asked, looks at the result, and goes."""

    def __init__(self) -> None:
        self._begun = False
        self._looked = 0
        self._timer = QTimer(interval=_STEP_MS)
        self._timer.timeout.connect(self._step)
        self._timer.start()

    def _step(self) -> None:
        window = next((one for one in QApplication.topLevelWidgets() if isinstance(one, MainWindow)), None)
        if window is None or window.session is None:
            return
        session, wizard = window.session, window.view.wizard
        if not self._begun:
            self._begun = True
            (MARKS / "begin").exists()
            window.start()
        elif session.walk is not None and session.walk.finished:
            self._looked += 1
            if self._looked == _AT_REST:
                (MARKS / "result").exists()
                print(session.walk.urgency, session.walk.asked, flush=True)
                self._timer.stop()
                window.close()
        elif session.walk is not None and wizard.node_shown == session.walk.question:
            asked = session.tree.asked(str(session.walk.question))
            wizard.answered.emit(dict.fromkeys(asked.facts, 40 if asked.scale else False))


def main() -> int:
    """Run the program as it is run from a terminal."""
    dialogs.leave_walk = lambda *_args, **_more: True
    dialogs.leave_result = lambda _parent: True
    make, held = composition.make_app, []

    def made(arguments: list[str]) -> QApplication:
        app = make(arguments)
        held.append(Person())
        return app

    composition.make_app = made
    return composition.open_window(None)


if __name__ == "__main__":
    sys.exit(main())
