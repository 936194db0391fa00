"""The window: first paint against an empty QWizard, question to question, report and PDF.

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

from benchmarks import made
from kneetree.analysis import cases
from kneetree.model.tree import Tree
from kneetree.walk.walk import Walk

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

_FIRST_PAINT = """
import sys, time, os
from PySide6.QtCore import QEvent, QObject
class First(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and watched.isWidgetType():
            print(time.time(), flush=True)
            os._exit(0)
        return False
"""
_EMPTY = """
from PySide6.QtWidgets import QApplication, QWizard, QWizardPage
app = QApplication([])
wizard = QWizard()
wizard.addPage(QWizardPage())
first = First()
app.installEventFilter(first)
wizard.show()
app.exec()
"""
_KNEETREE = """
from kneetree.ui.window import app as root
make = root.make_app
def made(arguments):
    app = make(arguments)
    app.first = First()
    app.installEventFilter(app.first)
    return app
root.make_app = made
root.open_window(None)
"""


def _start(script: str) -> float:
    """Seconds from the start of the process to the first paint."""
    began = time.time()
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return float(done.stdout.split()[-1]) - began


def first_paint(runs: int = 9) -> bool:
    """First paint of the first page against that of an empty wizard."""
    scripts = {"empty": _FIRST_PAINT + _EMPTY, "kneetree": _FIRST_PAINT + _KNEETREE}
    times: dict[str, list[float]] = {name: [] for name in scripts}
    for _ in range(runs + 1):
        for name, script in scripts.items():
            times[name].append(_start(script))
    empty, ours = (statistics.median(times[name][1:]) for name in ("empty", "kneetree"))
    return made.report("first paint, against an empty QWizard", ours, empty, 1.25)


def walk_and_report() -> bool:
    """From one question to the next on screen, at most 16 ms; report and PDF of a walk, at most 500 ms."""
    from PySide6.QtWidgets import QApplication

    from kneetree import report
    from kneetree.report.summary import summarise
    from kneetree.ui.printing.pdf import write_report
    from kneetree.ui.style.theme import Theme
    from kneetree.ui.window.app import make_app
    from kneetree.ui.window.main_window import MainWindow

    app = make_app([])
    theme = Theme(app)
    window = MainWindow(theme)
    window.resize(1280, 800)
    window.show()
    window.load(None)
    while window.session is None or not window.session.tree.nodes:
        QApplication.processEvents()
    session = window.session
    walk = _long_walk(session.tree)
    session.start()
    longest: list[float] = []
    while session.walk is not None and not session.walk.finished:
        asked = session.tree.asked(str(session.walk.question))
        answers = {fact: walk.answers.get(fact) for fact in asked.facts}
        _read()
        start = time.perf_counter()
        session.answer(answers)
        QApplication.processEvents()
        longest.append(time.perf_counter() - start)
    kept = made.report("question to question (median), against 16 ms", statistics.median(longest[:-1]), 0.016, 1.0)
    kept &= made.report("question to question (longest), against 16 ms", max(longest[:-1]), 0.016, 1.0)

    def work() -> None:
        with tempfile.TemporaryDirectory() as folder:
            summary = summarise(walk)
            report.to_html(summary)
            write_report(summary, Path(folder) / "report.pdf")

    kept &= made.report(f"report and PDF of {walk.asked} questions, against 500 ms", made.seconds(work), 0.5, 1.0)
    window.close()
    return kept


def _long_walk(tree: Tree) -> Walk:
    """The walk of a case of the tree that is asked 15 questions, or the most below that."""
    asked = {result.id: result.questions for result in cases.run_cases(tree, tree.cases.values())}
    chosen = max((key for key in asked if asked[key] <= 15), key=asked.__getitem__)
    return cases.walk_of(tree, tree.cases[chosen])


def _read() -> None:
    """What a person takes at the very least to read a question; the window uses the time."""
    from PySide6.QtWidgets import QApplication

    end = time.perf_counter() + 0.3
    while time.perf_counter() < end:
        QApplication.processEvents()


def main() -> int:
    """Print the ratios; 1 where a limit was passed."""
    return 0 if first_paint() & walk_and_report() else 1


if __name__ == "__main__":
    sys.exit(main())
