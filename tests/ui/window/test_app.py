"""Start-up in a process of its own: nothing slow before the first paint, errors said in one sentence."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from kneetree.ui.window.app import _Hook


def started(script: str, home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a script that opens the window, with its settings in a folder of its own."""
    environment = dict(os.environ, QT_QPA_PLATFORM="offscreen", HOME=str(home), XDG_CONFIG_HOME=str(home))
    return subprocess.run(
        [sys.executable, "-c", script, *arguments],
        capture_output=True, text=True, env=environment, timeout=60, check=False,
    )  # fmt: skip


FIRST_PAINT = """
import os, sys
from PySide6.QtCore import QEvent, QObject
from kneetree.ui.window import app as root
class First(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and watched.isWidgetType():
            here = set(sys.modules)
            from kneetree.ui.window import loading
            heavy = ("networkx", "msgspec", "kneetree.model.tree", "kneetree.ui.window.waiting", "kneetree.ui.dialogs")
            later = ("kneetree.ui.window.loading", "kneetree.ui.background.task", *loading.CORE, *loading.PAGES)
            slow = [name for name in (*heavy, *later) if name in here]
            print("slow:", *slow, flush=True)
            os._exit(0)
        return False
make = root.make_app
def made(arguments):
    app = make(arguments)
    app.first = First()
    app.installEventFilter(app.first)
    return app
root.make_app = made
from kneetree.ui.window import main_window
main_window._PATIENCE = 60_000
root.open_window(None)
"""


def test_what_is_not_on_the_first_page_is_imported_after_it(tmp_path: Path) -> None:
    """Whatever the loader brings has to wait for it: one import at the top of a module would bring it before."""
    done = started(FIRST_PAINT, tmp_path)
    assert done.stdout.strip() == "slow:", done.stderr


CLASSES = """
import os
from PySide6 import QtCore, QtWidgets
from kneetree.ui.window import app as root
def painted(window, event):
    wanted = {QtCore: ("Qt", "QThread"), QtWidgets: ("QStyle", "QCalendarWidget")}
    print("made:", *(name for module, names in wanted.items() for name in names if name in vars(module)), flush=True)
    os._exit(0)
root.MainWindow.paintEvent = painted
root.open_window(None)
"""
"""PySide makes a class when it is asked for; the calendar is made with all others that a widget of Qt's could be of."""


def test_the_first_page_makes_no_class_that_takes_long(tmp_path: Path) -> None:
    done = started(CLASSES, tmp_path)
    assert done.stdout.strip() == "made:", done.stderr


WRONG_FILE = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from kneetree.ui.window import app as root
from kneetree.ui.window.main_window import MainWindow

def look():
    window = next(each for each in QApplication.topLevelWidgets() if isinstance(each, MainWindow))
    window.app_timer = QApplication.instance().timer
    trouble = window.view.wizard.start_page.trouble
    if window.session is not None:
        window.app_timer.stop()
        print(window.session.tree.root, window.windowTitle(), trouble.isVisible())
        window.close()
    elif trouble.isVisible() and not told:
        print(trouble.text(), flush=True)
        told.append(True)
        window.menus.actions["shipped"].trigger()

told = []
make = root.make_app
def made(arguments):
    app = make(arguments)
    app.timer = QTimer(interval=20)
    app.timer.timeout.connect(look)
    app.timer.start()
    return app
root.make_app = made
sys.exit(root.open_window(Path(sys.argv[1])))
"""


@pytest.mark.parametrize("content", [None, "", "{", '{"format": "kneetree/9"}', "pipe"])
def test_a_file_that_cannot_be_read_is_told_in_the_window_which_offers_another(
    tmp_path: Path, content: str | None
) -> None:
    """A person who opens a file in a file manager sees no terminal, so the window itself must say what is wrong."""
    path = tmp_path / "tree.json"
    if content == "pipe":
        os.mkfifo(path)
    elif content is not None:
        path.write_text(content)
    done = started(WRONG_FILE, tmp_path, str(path))
    first, second = done.stdout.strip().splitlines()
    assert "tree.json" in first
    assert "Use the tree that comes with kneetree" in first
    assert second.endswith("False")
    assert done.returncode == 0, done.stderr


def test_a_fault_while_a_fault_is_told_does_not_tell_for_ever(
    qapp: QApplication, capsys: pytest.CaptureFixture[str]
) -> None:
    class Window:
        told = 0

        def report_fault(self, error: BaseException, detail: str) -> None:
            self.told += 1
            hook.report(RuntimeError, RuntimeError("again"), None)

    class Windows:
        window = Window()

    hook = _Hook(Windows())
    hook.report(ValueError, ValueError("x"), None)
    assert Windows.window.told == 1
    assert "ValueError: x" in capsys.readouterr().err
