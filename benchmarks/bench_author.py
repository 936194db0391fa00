"""An author at work in the whole window over a large tree: opening the editor, typing, inserting, undoing.

Keys are real key events for the widget that has the focus.  A letter counts as shown once both the field and the map
were painted with it, and its time runs from when the key went down, so that a window which is held up meanwhile is
late with it.  An insert or undo is settled once the map is painted with it and all that is left comes in slices of
less than half a frame: the small map, what the threads find out.  How long that holds up the window is the gap.

Each figure is given on the wall clock and in the processor time of the window's own thread; on a busy machine the
second is the one to look at, and it is held to the limit.

Run:  python -m benchmarks.bench_author [NODES...]
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from benchmarks import in_window, made
from benchmarks.in_window import Turn, now, since
from kneetree.files import tree_files
from kneetree.model.tree import QuestionNode

if TYPE_CHECKING:
    from kneetree.ui.editor.editor import Editor
    from kneetree.ui.window.main_window import MainWindow

SENTENCE = "Does it hurt more when you climb stairs? "
LETTER_MS = 50.0
OPENING_MS = 1000.0
STEP_MS = {5_000: 50.0, 50_000: 250.0}
BETWEEN_S = 0.09
"""Seconds between two letters: some 130 words a minute."""
_SLICE_S = 0.008
_NOTHING_S = 0.0002
_MOST_S = 30.0
_STEPS = 9


class Painted(QObject):
    """Remembers what a widget held each time it was painted."""

    def __init__(self, widget: QWidget, held: Callable[[], str]) -> None:
        super().__init__(widget)
        self._held = held
        self.last = ""
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - the name is Qt's
        """Take down what is about to be painted."""
        if event.type() == QEvent.Type.Paint:
            self.last = self._held()
        return False


def main() -> int:
    """Print the figures; 1 where a limit was passed."""
    sizes = [int(word) for word in sys.argv[1:]] or list(STEP_MS)
    if len(sizes) > 1:  # each in a process of its own: only once does a window build its editor
        command = [sys.executable, "-m", "benchmarks.bench_author"]
        return max(subprocess.run([*command, str(nodes)], check=False).returncode for nodes in sizes)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "tree.json"
        path.write_bytes(tree_files.encode_tree(made.tree(sizes[0])))
        window = in_window.opened()
        kept = _author(window, path, sizes[0])
        window.close()
    return 0 if all(kept) else 1


def _author(window: MainWindow, path: Path, nodes: int) -> list[bool]:
    assert window.document is not None and window.files is not None
    print(f"\n{nodes:,} nodes")
    window.show_check()
    window.files.open_path(path)
    _settle()
    kept = [_judge("open the editor", [_opening(window)], OPENING_MS)]
    editor = window.editor
    assert editor is not None
    questions = [key for key, node in editor.document.tree.nodes.items() if isinstance(node, QuestionNode)]
    _wait(editor)
    for busy in (False, True):
        kept += _typing(editor, questions[len(questions) * 2 // 3 + busy], busy)
        _wait(editor)
    kept += _steps(editor, questions, STEP_MS.get(nodes, STEP_MS[50_000]))
    editor.document.stack.setClean()
    return kept


def _opening(window: MainWindow) -> Turn:
    """From the press on Edit to a painted map."""
    start = now()
    window.show_edit()
    assert window.editor is not None
    window.editor.canvas.viewport().repaint()
    _settle()
    return since(start)


def _typing(editor: Editor, node: str, busy: bool) -> list[bool]:
    """Type a sentence into the text of a question, letter by letter; ``busy`` while the proof of an insert runs."""
    editor.selection.select(node)
    editor.canvas.reveal(node)
    editor.canvas.animation.stop()
    editor.panels.inspector.focus_field("text")
    _settle()
    if busy:
        editor.commands["insert_question_yes"].trigger()
        editor.selection.select(node)
        editor.panels.inspector.focus_field("text")
    else:
        _wait(editor)
    field = editor.panels.inspector.form.fields["text"].text
    field.selectAll()
    tree = editor.document.tree
    in_field = Painted(field.viewport(), field.toPlainText)
    on_map = Painted(editor.canvas.viewport(), lambda: tree.asked(node).text)
    letters, gaps = _type(field, in_field, on_map)
    in_field.deleteLater()
    on_map.deleteLater()
    assert tree.asked(node).text == SENTENCE.strip() or tree.asked(node).text == SENTENCE, tree.asked(node).text
    what = " during a proof" if busy else ""
    return [_judge(f"letter shown{what}", letters, LETTER_MS), _judge(f"longest gap{what}", gaps, LETTER_MS)]


def _type(field: QWidget, in_field: Painted, on_map: Painted) -> tuple[list[Turn], list[Turn]]:
    app = QApplication.instance()
    assert app is not None
    begin = time.perf_counter()
    due = [begin + number * BETWEEN_S for number in range(len(SENTENCE))]
    shown: list[Turn] = []
    gaps: list[Turn] = []
    pressed, works = 0, list[float]()
    while len(shown) < len(SENTENCE) and time.perf_counter() < begin + _MOST_S:
        while pressed < len(SENTENCE) and time.perf_counter() >= due[pressed]:
            letter = SENTENCE[pressed]
            key = Qt.Key(ord(letter.upper()))
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                app.postEvent(field, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, letter))
            works.append(time.thread_time())
            pressed += 1
        start = now()
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents)
        gaps.append(since(start))
        while len(shown) < pressed and all(
            painted.last.startswith(SENTENCE[: len(shown) + 1].rstrip()) for painted in (in_field, on_map)
        ):
            number = len(shown)
            shown.append(since(Turn(due[number], works[number])))
        if gaps[-1].seconds < _NOTHING_S:
            time.sleep(0.0005)
    if len(shown) < len(SENTENCE):
        shown += [Turn(_MOST_S, _MOST_S)] * (len(SENTENCE) - len(shown))
    return shown, gaps


def _steps(editor: Editor, questions: list[str], limit: float) -> list[bool]:
    """Insert questions at many places and undo each."""
    times: dict[str, list[Turn]] = {"insert": [], "undo": [], "redo": [], "gap": []}
    for number in range(_STEPS):
        node = questions[(number * 997 + len(questions) // 2) % len(questions)]
        editor.selection.select(node)
        editor.canvas.reveal(node)
        editor.canvas.animation.stop()
        editor.canvas.setFocus()
        _settle()
        actions = {"insert": editor.commands["insert_question_yes"], "undo": editor.undo, "redo": editor.redo}
        for name in ("insert", "undo", "redo", "undo"):
            start = now()
            actions[name].trigger()
            editor.canvas.viewport().repaint()
            _settle()
            times[name].append(since(start))
            times["gap"].append(_longest_gap(editor))
    kept = [_judge(name, times[name][1:], limit) for name in ("insert", "undo", "redo")]
    return [*kept, _judge("longest gap after a step", times["gap"][1:], LETTER_MS)]


def _longest_gap(editor: Editor, most: float = 2.0) -> Turn:
    """Wait for all results, ``most`` seconds, and return how long the window stood still at most meanwhile."""
    longest = Turn(0.0, 0.0)
    end = time.perf_counter() + most
    while editor.panels.live.busy and time.perf_counter() < end:
        start = now()
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents)
        gap = since(start)
        longest = max(longest, gap)
        if gap.seconds < _NOTHING_S:
            time.sleep(0.0005)
    return longest


def _wait(editor: Editor) -> None:
    _longest_gap(editor, _MOST_S)
    end = time.perf_counter() + 1.2  # memory is settled by then, and the next walk of the garbage collector is over
    while time.perf_counter() < end:
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 20)


def _settle() -> None:
    """Handle events until what is left comes in slices of less than half a frame."""
    while True:
        start = now()
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents)
        if since(start).work < _SLICE_S:
            return


def _judge(what: str, turns: list[Turn], limit: float) -> bool:
    """Print median and worst of both clocks; whether the worst of the thread's own time was within the limit."""
    words = []
    for name, values in (
        ("wall", [turn.seconds * 1000 for turn in turns]),
        ("work", [turn.work * 1000 for turn in turns]),
    ):
        words.append(f"{name} median {statistics.median(values):.1f}, worst {max(values):.1f} ms")
    ratio = max(turn.work for turn in turns) * 1000 / limit
    verdict = "ok  " if ratio <= 1 else "OVER"
    print(f"{verdict} {what}: {ratio:.2f} x of {limit:g} ms at worst; {'; '.join(words)}", flush=True)
    return ratio <= 1


if __name__ == "__main__":
    sys.exit(main())
