"""The editor's map: opening, frames, edits and memory with the shipped tree, 500, 5,000 and 50,000 nodes.

A frame is a whole repaint of a map of 1920 x 1080 pixels, painted by Qt's raster engine off screen.
Frames and edits are measured in the thread's own processor time, so that other programs do not count.  Opening
5,000 nodes is compared with NodeGraphQt creating as many in the same run, where that is installed
(``pip install --no-deps NodeGraphQt Qt.py``; it is not a dependency).

Run:  python -m benchmarks.bench_editor
"""

from __future__ import annotations

import gc
import importlib.util
import os
import sys
import time
import tracemalloc
from collections.abc import Callable

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from benchmarks import made
from kneetree import edits
from kneetree.files import tree_files
from kneetree.model.tree import Tree
from kneetree.shipped import SHIPPED_TREE
from kneetree.ui.background.garbage import settle_memory
from kneetree.ui.editor.canvas.canvas import Canvas
from kneetree.ui.editor.canvas.map_model import MapModel
from kneetree.ui.style.theme import Theme

SIZE = (1920, 1080)
FRAMES = 200
FRAME_MS = 16.0
EDIT_MS = {500: 16.0, 5000: 50.0}
BYTES_A_NODE = 4096
OPENING = 0.02


def main() -> int:
    """Print the figures; 1 where a limit was passed."""
    app = QApplication.instance() or QApplication(["bench"])
    theme = Theme(app)
    theme.choose_mode("light")
    kept = True
    opened: dict[int, float] = {}
    for size in (0, 500, 5000, 50_000):
        tree = made.tree(size) if size else tree_files.read_tree(SHIPPED_TREE).tree
        print(f"\n{'the shipped tree' if not size else 'a made tree'}, {len(tree.nodes)} nodes")
        canvas, opened[size] = _open(theme, tree)
        print(f"     opened and painted in {opened[size]:.0f} ms")
        kept &= _frames(canvas)
        kept &= _edits(canvas, EDIT_MS.get(size))
        canvas.close()
        canvas.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        del canvas
        kept &= _memory(tree)
    kept &= _against_node_graph_qt(app, opened[5000])
    return 0 if kept else 1


def _open(theme: Theme, tree: Tree) -> tuple[Canvas, float]:
    gc.collect()
    start = time.perf_counter()
    canvas = Canvas(theme, tree, lambda *_: None)
    canvas.resize(*SIZE)
    canvas.show()
    canvas.viewport().repaint()
    taken = (time.perf_counter() - start) * 1000
    while canvas._idle.isActive():
        QApplication.processEvents()
    settle_memory()  # as the editor does when a tree is open
    return canvas, taken


def _frames(canvas: Canvas) -> bool:
    def still() -> None:
        pass

    canvas.fit_all()
    canvas.animation.stop()
    kept = _timed(canvas, "frame, the whole map", still)
    canvas.zoom_to(1.0)
    canvas.look_from(canvas.camera.centred(*canvas.model.positions[canvas.model.tree.root], *canvas.room()))
    kept &= _timed(canvas, "frame, 1:1", still)
    kept &= _timed(canvas, "pan at 1:1", lambda: canvas.pan_by(-9, -4))
    canvas.look_from(canvas.camera.centred(*canvas.model.positions[canvas.model.tree.root], *canvas.room()))
    step = [0]

    def zoom() -> None:
        step[0] += 1
        canvas.zoom_by(1 / 1.08 if step[0] % 100 < 50 else 1.08)

    return _timed(canvas, "zoom out and in", zoom) and kept


def _timed(canvas: Canvas, what: str, move: Callable[[], None]) -> bool:
    canvas.viewport().repaint()
    times = []
    for _ in range(FRAMES):
        start = time.thread_time()
        move()
        canvas.viewport().repaint()
        times.append((time.thread_time() - start) * 1000)
    return _judge(what, times, FRAME_MS)


def _edits(canvas: Canvas, limit: float | None) -> bool:
    tree = canvas.model.tree
    questions = [asked.node for asked in tree.all_asked() if not asked.next]
    times = []
    canvas.zoom_to(1.0)
    for number in range(40):
        node = questions[number * 97 % len(questions)]
        canvas.reveal(node)
        canvas.animation.stop()
        canvas.viewport().repaint()
        start = time.thread_time()
        change = edits.insert_question(tree, node, "yes")
        tree.apply(change)
        canvas.follow(change)
        canvas.viewport().repaint()
        times.append((time.thread_time() - start) * 1000)
    return _judge("edit to settled screen", times[1:], limit)


def _judge(what: str, times: list[float], limit: float | None) -> bool:
    times = sorted(times)
    middle, high = times[len(times) // 2], times[int(len(times) * 0.99)]
    verdict = "    " if limit is None else "ok  " if high <= limit else "OVER"
    bound = "" if limit is None else f" (at most {limit:g})"
    print(f"{verdict} {what}: p50 {middle:.1f} ms, p99 {high:.1f} ms{bound}")
    return limit is None or high <= limit


def _memory(tree: Tree) -> bool:
    gc.collect()
    tracemalloc.start()
    before = tracemalloc.get_traced_memory()[0]
    model = MapModel(tree)
    gc.collect()
    each = (tracemalloc.get_traced_memory()[0] - before) / len(model.positions)
    tracemalloc.stop()
    verdict = "ok  " if each <= BYTES_A_NODE else "OVER"
    print(f"{verdict} memory of the map: {each:.0f} bytes a node (at most {BYTES_A_NODE})")
    return each <= BYTES_A_NODE


def _against_node_graph_qt(app: QApplication, mine: float) -> bool:
    if importlib.util.find_spec("NodeGraphQt") is None:
        print("\nNodeGraphQt is not installed: opening is not compared.")
        return True
    from NodeGraphQt import BaseNode, NodeGraph

    class Node(BaseNode):
        __identifier__ = "bench"
        NODE_NAME = "question"

        def __init__(self) -> None:
            super().__init__()
            self.add_input("in", multi_input=True)
            self.add_output("yes", multi_output=False)
            self.add_output("no", multi_output=False)

    graph = NodeGraph()
    graph.register_node(Node)
    graph.widget.resize(*SIZE)
    graph.widget.show()
    start = time.perf_counter()
    for number in range(5000):
        place = [number % 70 * 250, number // 70 * 150]
        graph.create_node("bench.Node", name=f"n{number}", pos=place, push_undo=False)
    app.processEvents()
    theirs = (time.perf_counter() - start) * 1000
    print()
    return made.report("opening 5,000 nodes against NodeGraphQt", mine / 1000, theirs / 1000, OPENING)


if __name__ == "__main__":
    sys.exit(main())
