"""The window: first paint against an empty QWizard, question to question, light to dark, report and PDF.

Each start is a process of its own, the two kinds in turn.  Run:  python -m benchmarks.bench_window
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks import in_window, made
from benchmarks.in_window import Turn, now, since
from kneetree.analysis import cases
from kneetree.model.tree import Tree
from kneetree.walk.walk import Walk

if TYPE_CHECKING:
    from kneetree.ui.document.session import Session
    from kneetree.ui.window.main_window import MainWindow

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

_READING = 0.3
"""What a person takes at the very least to read a question, in seconds."""
_FIRST_PAINT = """
import sys, time, os
def painted(window, event):
    print(time.time(), time.process_time(), flush=True)
    os._exit(0)
"""
"""The window itself says when it is painted: that comes before anything in it.

An event filter of the application would make PySide build a class for all that Qt has made in it, in both programs.
"""
_EMPTY = """
from PySide6.QtWidgets import QApplication, QWizard, QWizardPage
app = QApplication([])
class Wizard(QWizard):
    paintEvent = painted
wizard = Wizard()
wizard.addPage(QWizardPage())
wizard.show()
app.exec()
"""
_KNEETREE = """
from kneetree.ui.window import app as root
root.MainWindow.paintEvent = painted
root.open_window(None)
"""


def _start(script: str) -> Turn:
    """Return the time from the start of the process to the first paint, on the wall clock and of the process itself."""
    began = time.time()
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    painted, work = done.stdout.split()[-2:]
    return Turn(float(painted) - began, float(work))


def first_paint(runs: int = 9) -> bool:
    """First paint of the first page against that of an empty wizard.

    On a busy machine the processor time is the figure to look at; the limit holds for the wall clock.
    """
    scripts = {"empty": _FIRST_PAINT + _EMPTY, "kneetree": _FIRST_PAINT + _KNEETREE}
    times: dict[str, list[Turn]] = {name: [] for name in scripts}
    for _ in range(runs + 1):
        for name, script in scripts.items():
            times[name].append(_start(script))
    empty, ours = (statistics.median(start.work for start in times[name][1:]) for name in scripts)
    made.report("first paint, processor time, against an empty QWizard", ours, empty, 1.25)
    empty, ours = (statistics.median(start.seconds for start in times[name][1:]) for name in scripts)
    return made.report("first paint, against an empty QWizard", ours, empty, 1.25)


def opened() -> MainWindow:
    """Return a window on the shipped tree which somebody has looked at for a moment."""
    window = in_window.opened()
    _read()
    return window


def turns(window: MainWindow, walk: Walk, reading: float = _READING) -> list[Turn]:
    """Give the answers of a walk up to its result, and return how long each turn to the next question took.

    Before each answer the person reads for ``reading`` seconds; if that is longer than people take at the very least,
    only until all is worked out that can be on a page.  Where it is not known yet what a question need not
    ask, the time begins when it is.
    """
    from PySide6.QtWidgets import QApplication

    session, taken = window.session, list[Turn]()
    assert session is not None
    began, arrived = [now()], [False]

    def on_counted(counted: Walk, _more: object) -> None:
        if session.walk is counted and not arrived[0]:
            began.append(now())

    def on_changed(_walk: Walk) -> None:
        arrived[0] = True

    session.start()
    session.counted.connect(on_counted)
    session.walk_changed.connect(on_changed)
    while session.walk is None or not session.walk.finished:
        _read(reading, session)
        if session.walk is None:
            continue
        asked = session.tree.asked(str(session.walk.question))
        arrived[0], began[:] = False, [now()]
        session.answer({fact: walk.answers.get(fact) for fact in asked.facts})
        at_once = arrived[0]
        while not arrived[0]:
            QApplication.processEvents()
        QApplication.processEvents()
        taken.append(since(began[0 if at_once else -1]))
    session.counted.disconnect(on_counted)
    session.walk_changed.disconnect(on_changed)
    return taken[:-1]


def colour_changes(window: MainWindow, times: int = 20) -> list[Turn]:
    """Change between light and dark; return the time from each choice to all being painted."""
    from PySide6.QtWidgets import QApplication

    taken = []
    for _ in range(times):
        QApplication.processEvents()
        start = now()
        window.theme.choose_mode("light" if window.theme.dark else "dark")
        QApplication.processEvents()
        taken.append(since(start))
    return taken


def walk_and_colours() -> bool:
    """From one question to the next at most 16 ms; from light to dark at most 200 ms, whatever is shown."""
    window = opened()
    session = window.session
    assert session is not None
    walk = long_walk(session.tree)
    kept = _colours(window, "the first page")
    session.start()
    _read()
    kept &= _colours(window, "a question")
    window.start_again()
    taken = [turn.seconds for turn in turns(window, walk)]
    kept &= made.report("question to question (median), against 16 ms", statistics.median(taken), 0.016, 1.0)
    kept &= made.report("question to question (longest), against 16 ms", max(taken), 0.016, 1.0)
    _read()
    kept &= _colours(window, "a result")
    window.show_edit()
    for _ in range(5):
        _read()
    kept &= _colours(window, "the editor")
    window.start_again()  # or it is asked whether to leave the result
    window.close()
    return kept


def _colours(window: MainWindow, shown: str) -> bool:
    median = statistics.median(change.seconds for change in colour_changes(window))
    return made.report(f"light to dark with {shown}, against 200 ms", median, 0.2, 1.0)


def report_and_pdf() -> bool:
    """Report and PDF of a walk, at most 500 ms."""
    from kneetree import report, shipped
    from kneetree.files import tree_files
    from kneetree.report.summary import summarise
    from kneetree.ui.printing.pdf import write_report
    from kneetree.ui.window.app import make_app

    make_app([])
    walk = long_walk(tree_files.read_tree(shipped.SHIPPED_TREE).tree)

    def work() -> None:
        with tempfile.TemporaryDirectory() as folder:
            summary = summarise(walk)
            report.to_html(summary)
            write_report(summary, Path(folder) / "report.pdf")

    return made.report(f"report and PDF of {walk.asked} questions, against 500 ms", made.seconds(work), 0.5, 1.0)


def long_walk(tree: Tree) -> Walk:
    """Return the walk of a case of the tree that is asked 15 questions, or the most below that, to its result."""
    asked = {result.id: result.questions for result in cases.run_cases(tree, tree.cases.values())}
    longest = sorted((key for key in asked if asked[key] <= 15), key=asked.__getitem__, reverse=True)
    walks = (cases.walk_of(tree, tree.cases[key]) for key in longest)
    return next(walk for walk in walks if walk.urgency != "emergency")


def _read(seconds: float = _READING, session: Session | None = None) -> None:
    """Let a person read; the window uses the time.  With a session the least time will do once it is at rest."""
    from PySide6.QtWidgets import QApplication

    begun, read = time.perf_counter(), 0.0
    while read <= seconds:
        QApplication.processEvents()
        read = time.perf_counter() - begun
        if session is not None and read > _READING and session._asking._task is None:
            return


def main() -> int:
    """Print the ratios; 1 where a limit was passed."""
    return 0 if first_paint() & walk_and_colours() & report_and_pdf() else 1


if __name__ == "__main__":
    sys.exit(main())
