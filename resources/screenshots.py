"""Makes the pictures of the README, in ``resources/screenshots``.  Run:  python resources/screenshots.py

Drawn without a display, from the shipped tree, always with the same answers; needs no settings and leaves none.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QSettings, QStandardPaths
from PySide6.QtWidgets import QApplication

from kneetree.model.tree import Answer
from kneetree.ui.style.theme import Theme
from kneetree.ui.window.app import make_app
from kneetree.ui.window.main_window import MainWindow

FOLDER = Path(__file__).parent / "screenshots"
TICKED = ("swelling_calf",)
"""What is ticked in a list; every other answer is no."""
NUMBER = 40
"""The answer to each number."""
MOST = 25


def settle(app: QApplication, seconds: float = 0.1) -> None:
    """Let everything find its place."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        app.processEvents()


def answer(window: MainWindow) -> None:
    """Give the open question its answer."""
    node = window.view.wizard.node_shown
    page = window.view.wizard.question_page(node)
    if page.number is not None:
        page.number.show_number(NUMBER)
        page.go_on.click()
        return
    if page.items is None:
        page.answers.buttons[Answer.NO].click()
        return
    for line in page.items.rows:
        line.tick.setChecked(line.finding in TICKED)
    for _ in page.items.rows:  # it reads on until all lines were on screen
        if window.view.wizard.node_shown == node:
            page.go_on.click()


def until(window: MainWindow, app: QApplication, done: Callable[[], bool]) -> None:
    """Answer on until ``done``."""
    for _ in range(MOST):
        if done():
            return
        answer(window)
        settle(app)


def shoot(window: MainWindow, app: QApplication, name: str, seconds: float = 0.3) -> None:
    """Take a picture of the window."""
    settle(app, seconds)
    window.grab().save(str(FOLDER / f"{name}.png"))


def pictures(app: QApplication, theme: Theme, mode: str) -> None:
    """All pictures in one mode."""
    theme.choose_mode(mode)
    window = MainWindow(theme)
    window.resize(1180, 780)
    window.show()
    window.load(None)
    while window.session is None:
        settle(app)
    window.wait_for_loader()
    shoot(window, app, f"start-{mode}")
    window.start()
    while window.session.walk is None:
        settle(app)
    until(window, app, lambda: window.session.walk.asked >= 4)
    shoot(window, app, f"question-{mode}")
    until(window, app, lambda: window.session.walk.finished)
    shoot(window, app, f"result-{mode}")
    window.resize(1440, 900)
    window.show_edit()
    window.editor.selection.select(window.document.tree.root)
    shoot(window, app, f"editor-{mode}", 8)
    window.document.close()
    window.close()
    window.deleteLater()


def main() -> int:
    """Make them all."""
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as settings:
        os.environ["HOME"] = settings  # unsaved work of a run that was killed would be offered, and waited for
        app = make_app([])
        QStandardPaths.setTestModeEnabled(True)
        for kind in (QSettings.Format.NativeFormat, QSettings.Format.IniFormat):
            QSettings.setPath(kind, QSettings.Scope.UserScope, settings)
        theme = Theme(app)
        for mode in ("light", "dark"):
            pictures(app, theme, mode)
    return 0


if __name__ == "__main__":
    sys.exit(main())
