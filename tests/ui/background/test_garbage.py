"""Qt objects are destroyed in the window's thread, whichever thread drops them and whenever the collector runs."""

from __future__ import annotations

import gc
import os
import re
import subprocess
import sys
import threading
import weakref
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kneetree.files import tree_files
from kneetree.ui.background.garbage import Collector, collect_in_window
from kneetree.ui.document.document import Document
from kneetree.ui.editor.live.threaded import Threaded
from kneetree.ui.style.theme import Theme
from kneetree.ui.window import loading
from kneetree.ui.window.main_window import MainWindow
from tests import trees

ROOT = Path(__file__).parents[3]


class Cycle:
    """Only the collector can end it; it says in which thread it ended."""

    def __init__(self, told: list[int], held: QObject | None = None) -> None:
        self.itself, self.told, self.held = self, told, held

    def __del__(self) -> None:
        self.told.append(threading.get_ident())


@pytest.fixture(autouse=True)
def collecting(qapp: QApplication) -> Iterator[None]:
    """As in a program that has not opened a window yet: Python's collector is on."""
    gc.enable()
    yield
    collect_in_window()


class SlowReading:
    """Reading a tree waits until it may go on."""

    def __init__(self) -> None:
        self.begun, self.may_go_on, self._read = threading.Event(), threading.Event(), tree_files.read_tree

    def __call__(self, path: Path) -> tree_files.Loaded:
        self.begun.set()
        assert self.may_go_on.wait(20)
        return self._read(path)


@pytest.fixture
def reading(monkeypatch: pytest.MonkeyPatch) -> Iterator[SlowReading]:
    """What the loader's thread waits for."""
    made = SlowReading()
    monkeypatch.setattr(tree_files, "read_tree", made)
    yield made
    made.may_go_on.set()


def allocate() -> None:
    kept = [[] for _ in range(200_000)]
    kept.clear()


def test_what_dies_while_a_tree_is_read_is_destroyed_in_the_windows_thread(
    qtbot: QtBot, theme: Theme, tmp_path: Path, reading: SlowReading
) -> None:
    path = tmp_path / "small.json"
    path.write_bytes(tree_files.encode_tree(trees.small()))
    window = MainWindow(theme)
    qtbot.addWidget(window)
    window.show()
    window.load(path)
    qtbot.waitUntil(reading.begun.is_set, timeout=20_000)
    told: list[int] = []
    for _ in range(50):
        Cycle(told, Document(trees.small(), folder=tmp_path))
    reading.may_go_on.set()
    qtbot.waitUntil(lambda: window.session is not None, timeout=20_000)
    window.wait_for_loader()
    gc.collect()
    assert len(told) == 50
    assert set(told) == {threading.get_ident()}


def test_no_thread_collects_but_the_windows(qtbot: QtBot, open_window: Callable[..., MainWindow]) -> None:
    where: list[int] = []

    def note(_phase: str, _info: dict[str, int]) -> None:
        where.append(threading.get_ident())

    before = gc.get_threshold()
    work = Threaded()
    gc.callbacks.append(note)
    gc.set_threshold(20, 2, 2)
    try:
        open_window()
        gc.enable()  # as after an import that fiddles with the collector: the next thread switches it off again
        work.start("allocate", lambda: lambda: iter([allocate()]))
        qtbot.waitUntil(lambda: not work.busy, timeout=20_000)
    finally:
        gc.set_threshold(*before)
        gc.callbacks.remove(note)
    assert set(where) == {threading.get_ident()}


def test_a_thread_that_outlives_its_owner_does_not_destroy_it(qtbot: QtBot) -> None:
    begun, may_end, told = threading.Event(), threading.Event(), []

    class Owner(Threaded):
        def __del__(self) -> None:
            told.append(threading.get_ident())

    def work() -> Iterator[object]:
        begun.set()
        may_end.wait(20)
        yield 1

    owner = Owner()
    owner.start("wait", lambda: work)
    qtbot.waitUntil(begun.is_set)
    thread = next(thread for thread in threading.enumerate() if thread.name == "kneetree wait")
    del owner
    gc.collect()
    may_end.set()
    thread.join(20)
    gc.collect()
    assert told == [threading.get_ident()]


def test_the_collector_works_as_long_as_there_are_events(qtbot: QtBot, qapp: QApplication) -> None:
    collector = collect_in_window()
    assert not gc.isenabled()
    assert collect_in_window() is collector
    assert len(qapp.findChildren(Collector)) == 1
    told: list[int] = []
    cycle = weakref.ref(Cycle(told))
    kept: list[list[int]] = []

    def collected() -> bool:
        kept.extend([] for _ in range(20_000))
        return cycle() is None

    qtbot.waitUntil(collected, timeout=20_000)
    assert told == [threading.get_ident()]


def test_a_thread_before_the_application_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QCoreApplication, "instance", lambda: None)
    with pytest.raises(RuntimeError, match="no application"):
        collect_in_window()


def test_what_the_loader_imports_in_its_thread_knows_nothing_of_qt() -> None:
    program = (
        f"import importlib, sys\nfor name in {loading.CORE!r}: importlib.import_module(name)\n"
        "print([name for name in sys.modules if name.startswith(('PySide6', 'shiboken6', 'kneetree.ui'))])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.strip() == "[]"


def test_what_the_loader_imports_leaves_little_for_the_window() -> None:
    program = (
        "import importlib, sys, kneetree.ui.window.app\n"
        f"for name in {loading.CORE!r}: importlib.import_module(name)\n"
        "core = {name for name in sys.modules if name.startswith('kneetree.')}\n"
        f"for name in {loading.PAGES!r}: importlib.import_module(name)\n"
        "later = {name for name in sys.modules if name.startswith('kneetree.')} - core\n"
        "print(sorted(name for name in later if not name.startswith('kneetree.ui')))\n"
        "import kneetree.ui.document.document, kneetree.ui.document.session\n"
        "import kneetree.ui.window.file_actions, kneetree.ui.window.result_actions\n"
        "print(sorted({name for name in sys.modules if name.startswith('kneetree.')} - core - later))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.split() == ["[]", "[]"]


def modules_with(pattern: str) -> list[str]:
    """The modules of the program in which the pattern is found."""
    paths = sorted((ROOT / "kneetree").rglob("*.py"))
    return [path.relative_to(ROOT).as_posix() for path in paths if re.search(pattern, path.read_text("utf-8"))]


def test_only_a_task_starts_a_thread() -> None:
    starters = r"\bThread\(|start_new_thread|QThread|QRunnable|QtConcurrent|concurrent\.futures|multiprocessing|asyncio"
    assert modules_with(starters) == ["kneetree/ui/background/task.py"]


def test_only_two_modules_turn_the_collector() -> None:
    assert modules_with(r"\bimport gc\b|\bgc\.") == ["kneetree/collector.py", "kneetree/ui/background/garbage.py"]


OPEN_AND_CLOSE = """
import os, sys, tempfile
from pathlib import Path
from PySide6.QtCore import QCoreApplication, QEvent, QSettings, QStandardPaths
from kneetree import shipped
from kneetree.ui.window.app import make_app
from kneetree.ui.document.document import Document
from kneetree.ui.window.main_window import MainWindow
from kneetree.ui.style.theme import Theme
from kneetree.files.tree_files import read_tree

folder = Path(sys.argv[1])
QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(folder))
app = make_app(["kneetree"])
theme = Theme(app)
tree = read_tree(shipped.SHIPPED_TREE).tree
mine = folder / "mine.json"
mine.write_bytes(shipped.SHIPPED_TREE.read_bytes())
for round in range(4):
    window = MainWindow(theme)
    window.show()
    window.load(mine)
    window._begin_to_load()
    for _ in range(40):  # they die while the tree is read, each with a watcher on a file
        dead = Document(tree.copy(), folder=folder)
        dead.path = mine
        dead.watch.follow(mine, b"")
        dead.itself = dead
    del dead
    while window.session is None:
        app.processEvents()
    for _ in range(50):
        app.processEvents()
    window.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
print("alive", flush=True)
"""


def run_alone(program: str, folder: Path) -> tuple[int, str, str]:
    """Run a program with its own home, its freed memory overwritten, so that nothing gone seems to be there."""
    environment = dict(os.environ, HOME=str(folder), XDG_DATA_HOME=str(folder), MALLOC_PERTURB_="165")
    done = subprocess.run(
        [sys.executable, "-c", program, str(folder)],
        capture_output=True, text=True, timeout=100, check=False, cwd=ROOT, env=environment,
    )  # fmt: skip
    # The platform of the tests tells of each window with a least size that it cannot pass that on.
    said = [line for line in done.stderr.splitlines() if line != "This plugin does not support propagateSizeHints()"]
    return done.returncode, done.stdout.strip(), "\n".join(said).strip()


def test_windows_are_opened_and_closed_while_documents_die(tmp_path: Path) -> None:
    assert run_alone(OPEN_AND_CLOSE, tmp_path) == (0, "alive", "")


DROPPED = """
import gc, sys
from PySide6.QtCore import QSettings
from kneetree.ui.background.garbage import unsettle_memory
from kneetree.ui.window.app import make_app
from kneetree.ui.window.main_window import MainWindow
from kneetree.ui.style.theme import Theme

QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, sys.argv[1])
app = make_app(["kneetree"])
theme = Theme(app)
window = MainWindow(theme)
window.show()
window.load(None)
while window.session is None:
    app.processEvents()
for show in (window.start, window.show_edit, window.show_check):
    show()
    for _ in range(20):
        app.processEvents()
window.wait_for_loader()
del window, show
unsettle_memory()
gc.collect()
assert not [widget for widget in app.topLevelWidgets() if isinstance(widget, MainWindow)]
print("collected", flush=True)
"""


def test_a_window_that_nobody_closed_is_collected_without_a_word(tmp_path: Path) -> None:
    # What Python knew of its parts is gone by the time that Qt tells them of their end.
    assert run_alone(DROPPED, tmp_path) == (0, "collected", "")


READ_ALOUD = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSettings
from PySide6.QtGui import QAccessible
from kneetree import edits
from kneetree.ui.window.app import make_app
from kneetree.ui.window.main_window import MainWindow
from kneetree.ui.style.theme import Theme

QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, sys.argv[1])
app = make_app(["kneetree"])
QAccessible.setActive(True)
theme = Theme(app)


def read(canvas):
    heard = QAccessible.queryAccessibleInterface(canvas)
    return [QAccessible.uniqueId(heard.child(place)) for place in range(heard.childCount())]


for round in range(3):
    window = MainWindow(theme)
    window.show()
    window.load(None)
    while window.session is None:
        app.processEvents()
    window.show_edit()
    for _ in range(20):
        app.processEvents()
    canvas, document = window.editor.canvas, window.document
    numbers = read(canvas)
    document.do(edits.delete_subtree(document.tree, document.tree.asked(document.tree.root).no), "delete")
    assert 0 < len(read(canvas)) < len(numbers)
    for number in numbers:
        entry = QAccessible.accessibleInterface(number)
        assert entry.isValid() == bool(entry.isValid() and entry.text(QAccessible.Text.Name))
    document.stack.setClean()
    window.close()
    window.deleteLater()
    del canvas, document, window, entry
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    for number in numbers:
        entry = QAccessible.accessibleInterface(number)
        assert entry is None or not entry.isValid()
print("alive", flush=True)
"""


def test_a_map_that_a_screen_reader_has_read_is_closed(tmp_path: Path) -> None:
    assert run_alone(READ_ALOUD, tmp_path) == (0, "alive", "")
