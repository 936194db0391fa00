"""However long the program is used, nothing is left behind: no widget, thread or file, and memory stays flat.

A tenth of the turns warms up whatever is kept for good, then nothing may come any more.  ``.ci/run --long`` takes ten
times as many turns: 300 walks, 300 changes of mode, 60 trees opened and 60 windows.
"""

from __future__ import annotations

import ctypes
import gc
import os
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import Shiboken

from kneetree.files import tree_files
from kneetree.shipped import SHIPPED_TREE
from kneetree.ui import dialogs
from kneetree.ui.background import garbage
from kneetree.ui.style.theme import Theme
from kneetree.ui.window.main_window import MainWindow
from tests import trees
from tests.luck import TIMES, examples

MEGABYTES = 5.0
pytestmark = pytest.mark.slow


class State(NamedTuple):
    """What a program holds; the widgets that are gone are those whose Python half is still held by something."""

    widgets: int
    gone: int
    threads: int
    files: int


def state() -> State:
    for _ in range(3):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QApplication.processEvents()
        gc.collect()
    held = [one for one in gc.get_objects() if isinstance(one, QWidget)]
    gone = sum(not Shiboken.isValid(one) for one in held)
    files = sum(1 for _ in Path("/proc/self/fd").iterdir()) if sys.platform == "linux" else 0
    return State(len(QApplication.allWidgets()), gone, threading.active_count(), files)


def megabytes() -> float:
    """Return the memory in use, without what the C library keeps for later."""
    if sys.platform != "linux":
        return 0.0
    ctypes.CDLL(None).malloc_trim(0)
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


def assert_nothing_stays(turn: Callable[[], None], usual: int, settled: Callable[[], bool], qtbot: QtBot) -> None:
    """Take a tenth of the turns, then the others, and compare what is held."""

    def take(turns: int) -> tuple[State, float]:
        for _ in range(turns):
            turn()
            # Only a loop that runs inside another deletes what is to be deleted later, and here none does.
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        qtbot.waitUntil(settled, timeout=60_000)
        return state(), megabytes()

    turns = max(usual, examples(usual))  # where lines are counted, too: what comes once would look like what stays
    warm = max(turns // 10, 2)
    before, memory = take(warm)
    after, more = take(turns - warm)
    # What is collected, a thread more or less in between, may fall.
    assert after.widgets <= before.widgets
    assert after.gone <= before.gone
    assert after.threads <= before.threads
    assert after.files <= before.files
    if TIMES > 1:  # in a short run what is kept for good is still coming
        assert more - memory < MEGABYTES, f"{memory:.1f} MB, then {more:.1f}"


@pytest.fixture
def window(qtbot: QtBot, theme: Theme, monkeypatch: pytest.MonkeyPatch) -> Iterator[MainWindow]:
    """The window on the shipped tree."""
    monkeypatch.setattr(dialogs, "problem", lambda _parent, sentence: pytest.fail(sentence))
    made = opened(qtbot, theme)
    yield made
    gone(made)


def opened(qtbot: QtBot, theme: Theme) -> MainWindow:
    made = MainWindow(theme)
    made.resize(1180, 780)
    made.show()
    made.load(None)
    qtbot.waitUntil(lambda: made.session is not None, timeout=20_000)
    return made


def gone(window: MainWindow) -> None:
    window.wait_for_loader()
    assert window.close()
    window.deleteLater()
    garbage.unsettle_memory()


def at_rest() -> bool:
    return threading.active_count() == 1


def test_walks_leave_nothing_behind(qtbot: QtBot, window: MainWindow) -> None:
    session, wizard = window.session, window.view.wizard
    assert session is not None

    walked: list[bool] = []

    def walk() -> None:
        session.start()
        qtbot.waitUntil(lambda: session.walk is not None)
        while not session.walk.finished:
            # What it leaves out is found in a thread: until that is known, the window is where it was.
            before = session.walk
            node = str(before.question)
            qtbot.waitUntil(lambda node=node: wizard.node_shown == node)
            if not walked:  # pages are made ahead where there is time, also for answers that nobody gives: 38 widgets
                QApplication.processEvents()
                qtbot.waitUntil(lambda: not wizard._ahead.isActive())
            asked = session.tree.asked(node)
            wizard.answered.emit(dict.fromkeys(asked.facts, 40 if asked.scale else False))
            qtbot.waitUntil(lambda before=before: session.walk is not before)
        walked.append(True)
        window.start_again()
        QApplication.processEvents()

    assert_nothing_stays(walk, 30, at_rest, qtbot)


def test_changes_of_mode_leave_nothing_behind(qtbot: QtBot, window: MainWindow) -> None:
    window.show_edit()
    editor = window.editor
    assert editor is not None
    qtbot.waitUntil(lambda: not editor.panels.live.busy, timeout=60_000)

    def change() -> None:
        window.show_check()
        QApplication.processEvents()
        window.show_edit()
        QApplication.processEvents()

    assert_nothing_stays(change, 30, at_rest, qtbot)


def test_opened_trees_leave_nothing_behind(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    window.show_edit()
    editor, files = window.editor, window.files
    assert editor is not None and files is not None
    other = tmp_path / "other.json"
    other.write_bytes(tree_files.encode_tree(trees.small()))
    turn = [SHIPPED_TREE, other]

    def open_both() -> None:
        for path in turn:
            files.open_path(path)
            qtbot.waitUntil(lambda: not editor.panels.live.busy, timeout=60_000)

    assert_nothing_stays(open_both, 3, at_rest, qtbot)


def test_windows_leave_nothing_behind(qtbot: QtBot, theme: Theme, window: MainWindow) -> None:
    def another() -> None:
        made = opened(qtbot, theme)
        made.start()
        made.show_edit()
        editor = made.editor
        assert editor is not None
        qtbot.waitUntil(lambda: not editor.panels.live.busy, timeout=60_000)
        gone(made)
        state()

    assert_nothing_stays(another, 6, at_rest, qtbot)
