"""Whatever tree is open, the window never freezes: trees that froze an earlier version, in the real window.

Each of them is opened, edited, undone, looked at in every panel and walked, and all that is worked out meanwhile is
waited for.
"""

from __future__ import annotations

import gc
import threading
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from msgspec import structs
from pytestqt.qtbot import QtBot

from kneetree.files import tree_files
from kneetree.model import limits
from kneetree.model.tree import Decision, Tree
from kneetree.ui import dialogs
from kneetree.ui.background.task import Task
from kneetree.ui.style.theme import Theme
from kneetree.ui.window.main_window import MainWindow
from tests import trees
from tests.ui.gaps import MOST_S, Gaps, watched

HOSTILE = Path(__file__).parents[2] / "proof" / "hostile"
TIMES = 3
"""How much slower than on an idle machine it may be here."""
OPENING_S = 0.4
"""The one gap that may be longer: while the editor is made for the first time, the window says so."""
LONG_S = 0.13
"""What a tree may take in which every text is as long as it may be: Qt lays each of them out in one go."""
pytestmark = pytest.mark.timed


def long_texts() -> Tree:
    """Texts as long as they may be."""
    tree = trees.small()
    text = ("Is it worse at night than by day? " * 1000)[: limits.TEXT]
    for key, question in tree.questions.items():
        tree.questions[key] = structs.replace(question, text=text[:2000], help=text)
    for key, finding in tree.findings.items():
        tree.findings[key] = structs.replace(finding, statement=text[:2000], means=text)
    for key, advice in tree.advice.items():
        tree.advice[key] = structs.replace(advice, text=text[:2000])
    return tree


def long_lists() -> Tree:
    """A question and a decision with as many lines as they may have."""
    tree = tree_files.read_tree(HOSTILE / "lists-30-of-30.json").tree
    node = next(asked.node for asked in tree.all_asked() if len(asked.lines) > 1)
    question = tree.nodes[node].asks
    finding = tree.findings[tree.asked(node).lines[0].finding]
    lines = [f"line_{number}" for number in range(limits.ROW)]
    tree.findings |= {key: structs.replace(finding, statement=f"Statement {key} of the list") for key in lines}
    tree.questions[question] = structs.replace(tree.questions[question], lines=tuple(lines))
    return tree


TREES: dict[str, Callable[[], Tree]] = {
    path.stem: lambda path=path: tree_files.read_tree(path).tree for path in sorted(HOSTILE.glob("*.json"))
} | {"long texts": long_texts, "long lists": long_lists}


@pytest.fixture
def gaps() -> Iterator[Gaps]:
    """Gaps of the window alone: what earlier tests have left is never looked through when memory is collected."""
    gc.collect()
    gc.freeze()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(gc, "unfreeze", lambda: None)
        with watched() as made:
            yield made
    gc.unfreeze()


@pytest.fixture
def window(theme: Theme) -> Iterator[MainWindow]:
    """A window that is gone afterwards, however the test ends: one that is left would outlive its theme."""
    made = MainWindow(theme)
    made.resize(1280, 800)
    made.show()
    yield made
    made.wait_for_loader()
    if made.document is not None:
        made.document.stack.setClean()
    made.close()
    made.deleteLater()


def over(gaps: Gaps, most: float = MOST_S) -> list[str]:
    """Return the gaps that are too long, in words, and forget all."""
    gaps.look()
    told = [f"{gap.during}: {gap.seconds * 1000:.0f} ms" for gap in gaps.found if gap.seconds > TIMES * most]
    gaps.found.clear()
    return told


@pytest.mark.parametrize("name", TREES)
def test_the_window_never_stands_still(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, gaps: Gaps, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    refused: list[str] = []
    monkeypatch.setattr(dialogs, "problem", lambda _parent, sentence: refused.append(sentence))
    path = tmp_path / "tree.json"
    path.write_bytes(tree_files.encode_tree(TREES[name]()))
    most = LONG_S if name == "long texts" else MOST_S
    gaps.look()
    gaps.found.clear()

    def do(what: str, work: Callable[[], object], settled: Callable[[], bool]) -> None:
        gaps.look()
        gaps.during = what
        work()
        turns = len(gaps.found) + 3
        qtbot.waitUntil(lambda: len(gaps.found) > turns and settled(), timeout=60_000)

    do("open the file", lambda: window.load(path), lambda: window.session is not None)
    assert not over(gaps, most)
    do("open the editor", window.show_edit, lambda: window.editor is not None)
    assert not over(gaps, OPENING_S)
    editor = window.editor
    assert editor is not None and window.document is not None
    tree, live = editor.document.tree, editor.panels.live
    do("find out about it", lambda: None, lambda: not live.busy)
    assert not over(gaps, most)
    longest = max(tree.all_asked(), key=lambda asked: len(asked.lines)).node
    counting = [key for key, node in tree.nodes.items() if isinstance(node, Decision)][-1:]
    # After this question the new one goes.
    last = next(asked.node for asked in tree.all_asked() if not asked.next)
    for node in [*[*tree.nodes][:8], longest, *counting, last]:
        do(f"select {node}", partial(editor.selection.select, node), lambda: True)
        assert not over(gaps, most)
    do("insert", editor.commands["insert_question_yes"].trigger, lambda: not live.busy)
    do("undo", editor.undo.trigger, lambda: not live.busy)
    for tab in range(editor.tabs.count()):
        do(f"the panel {editor.tabs.tabText(tab)}", partial(editor.tabs.setCurrentIndex, tab), lambda: not live.busy)
    do("go to the questions", window.show_check, lambda: True)
    assert not refused
    session = window.session
    assert session is not None
    do("ask the first question", window.start, lambda: session.walk is not None or bool(refused))
    assert not over(gaps, most)


def burn(seconds: float) -> None:
    end = time.thread_time() + seconds
    while time.thread_time() < end:
        pass


def test_a_gap_is_seen_whoever_makes_it(qtbot: QtBot, gaps: Gaps) -> None:
    gaps.during = "work of its own"
    burn(0.08)
    gaps.look()
    assert gaps.longest.during == "work of its own" and 0.075 < gaps.longest.seconds < 0.2
    gaps.found.clear()
    # A single step of C keeps the interpreter for itself.
    held = Task(lambda: iter([sum(range(4_000_000))]), "holder")
    gaps.during = "the thread's"
    held.start()
    qtbot.waitUntil(lambda: held.done)
    gaps.look()
    assert gaps.longest.seconds > 0.02


def test_waiting_is_no_gap(qapp: object, gaps: Gaps) -> None:
    gaps.look()
    threading.Event().wait(0.1)
    assert gaps.longest.seconds < 0.02
