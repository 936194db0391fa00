"""Settings and folders of each test's own; a theme; a window on a small tree; nothing is left open."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSettings, QStandardPaths, QTimer
from PySide6.QtWidgets import QApplication, QLayout, QLayoutItem
from pytestqt.qtbot import QtBot
from shiboken6 import Shiboken

from kneetree.files import tree_files
from kneetree.model.tree import Tree
from kneetree.ui import dialogs, settings
from kneetree.ui.background import arenas
from kneetree.ui.background.garbage import collect_in_window
from kneetree.ui.style.theme import Theme
from kneetree.ui.window.app import Windows
from kneetree.ui.window.main_window import MainWindow
from tests import trees


def _be_a_test() -> None:
    QStandardPaths.setTestModeEnabled(True)
    QCoreApplication.setOrganizationName(f"kneetree-tests-{os.getpid()}")
    QCoreApplication.setApplicationName("kneetree-tests")


@pytest.fixture(scope="session", autouse=True)
def own_data() -> Iterator[None]:
    """A folder of this run's own: unsaved work or locks of another run would be told of in a dialog."""
    _be_a_test()
    arenas.share_one()  # as the program does before there is an application
    folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppDataLocation)).parent
    shutil.rmtree(folder, ignore_errors=True)
    yield
    shutil.rmtree(folder, ignore_errors=True)


_LONGEST_WAIT_MS = 30_000


@pytest.fixture(autouse=True)
def no_dialog_waits(qapp: QApplication) -> Iterator[None]:
    """A dialog that no test expects waits for nobody: it is closed after half a minute, and the test fails."""
    waited: list[str] = []

    def close_it() -> None:
        dialog = QApplication.activeModalWidget()
        if dialog is not None:
            waited.append(f"{type(dialog).__name__}: {getattr(dialog, 'text', dialog.windowTitle)()}")
            dialog.close()

    timer = QTimer(interval=_LONGEST_WAIT_MS)
    timer.timeout.connect(close_it)
    timer.start()
    yield
    timer.stop()
    assert waited == [], "these waited for an answer"


@pytest.fixture(autouse=True)
def own_settings(tmp_path: Path) -> Iterator[None]:
    """Settings in a folder of the test's own, empty at first."""
    _be_a_test()
    for kind in (QSettings.Format.NativeFormat, QSettings.Format.IniFormat):
        QSettings.setPath(kind, QSettings.Scope.UserScope, str(tmp_path / "settings"))
    settings.trouble.file = ""
    settings._while_it_runs.clear()
    yield


@pytest.fixture(autouse=True)
def own_font(qapp: QApplication) -> Iterator[None]:
    """The system's font: a theme made later takes what it finds for that."""
    font = qapp.font()
    yield
    qapp.setFont(font)


def _layout_items() -> list[str]:
    """What Python holds of the items in layouts; see docs/decisions/0012."""
    held = Shiboken.getAllValidWrappers()
    return [type(item).__name__ for item in held if isinstance(item, QLayoutItem) and not isinstance(item, QLayout)]


@pytest.fixture(autouse=True)
def swept() -> Iterator[None]:
    """Widgets of one test are gone before the next: each change of the style sheet would visit them all."""
    yield
    assert _layout_items() == [], "PySide would find these where Qt puts something else once they are gone"
    if QApplication.instance() is not None:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        collect_in_window().look()
        left = [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, MainWindow)]
        assert left == [], "these would go in the middle of another test"


@pytest.fixture(scope="module", autouse=True)
def hidden_after() -> Iterator[None]:
    """What the tests of one file leave on the screen would get the keys of another file's."""
    yield
    if QApplication.instance() is not None:
        for widget in QApplication.topLevelWidgets():
            widget.hide()


@pytest.fixture(autouse=True)
def leaves_the_questions() -> Iterator[None]:
    """A window may be closed in the middle of the questions: at the end of a test nobody is there to say so."""
    with pytest.MonkeyPatch.context() as patch:  # its own, so that a test's own patches are undone before this ends
        patch.setattr(dialogs, "leave_walk", lambda _parent, **_more: True)
        patch.setattr(dialogs, "leave_result", lambda _parent: True)
        yield


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the window says went wrong."""
    sentences: list[str] = []
    monkeypatch.setattr(dialogs, "problem", lambda _parent, sentence: sentences.append(sentence))
    return sentences


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    """The theme, light, at 100 %."""
    made = Theme(qapp)
    made.choose_mode("light")
    yield made
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # what goes is not undressed first
    qapp.setStyleSheet("")
    made.deleteLater()


def leave_typed(window: MainWindow) -> None:
    """Let a window close with whatever a test has left in a field: at the end of a test nobody is there to say so."""
    if window.files is not None:
        window.files.may_leave_typed = lambda: True


@pytest.fixture
def open_window(qtbot: QtBot, theme: Theme, tmp_path: Path) -> Iterator[Callable[..., MainWindow]]:
    """Opens a window on a tree, the small one if none is given, and waits until it is loaded."""
    opened: list[MainWindow] = []

    def open_on(tree: Tree | None = None) -> MainWindow:
        # One window at a time edits a file, so each has its own, of the same name.
        path = tmp_path / f"window-{len(opened)}" / "small.json" if opened else tmp_path / "small.json"
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(tree_files.encode_tree(tree or trees.small()))
        window = MainWindow(theme)
        opened.append(window)
        window.resize(1200, 800)
        window.show()
        window.load(path)
        qtbot.waitUntil(lambda: window.session is not None, timeout=20_000)
        return window

    yield open_on
    for window in opened:
        window.wait_for_loader()
        if window.document is not None:
            window.document.stack.setClean()
        leave_typed(window)
        window.close()
        window.deleteLater()


@pytest.fixture
def open_windows(qapp: QApplication, qtbot: QtBot, theme: Theme) -> Iterator[Callable[..., Windows]]:
    """Opens the program in a language, on a file or else the shipped tree, and waits until it is loaded."""
    opened: list[Windows] = []

    def open_on(path: Path | None = None, language: str = "en") -> Windows:
        settings.keep("view/language", language)
        windows = Windows(qapp, theme)
        opened.append(windows)
        windows.show(path)
        qtbot.waitUntil(lambda: windows.window.session is not None, timeout=20_000)
        return windows

    yield open_on
    for windows in opened:
        if windows.window.document is not None:
            windows.window.document.stack.setClean()
        leave_typed(windows.window)
        windows.window.close()
        windows.window.wait_for_loader()
        windows.window.deleteLater()
        settings.keep("view/language", "en")
        windows.speak()
