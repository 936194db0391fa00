"""A document over a small tree, with what the editor's panels share."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from kneetree.model.tree import Condition, Finding, Source, Tree
from kneetree.ui import dialogs
from kneetree.ui.document.document import Document
from kneetree.ui.editor.editor import Editor
from kneetree.ui.editor.selection import Selection
from kneetree.ui.style.theme import Theme
from kneetree.ui.window.main_window import MainWindow
from tests.trees import ask, ask_items, collect, decide, leaf, make, number, small
from tests.ui.editor.actions import Actions


def small_tree() -> Tree:
    """Four questions and five leaves; one leaf is reached by two ways, one is not reached."""
    nodes = {
        "chest": ask("chest_pain", "call", "swollen", text="Does your chest hurt?"),
        "swollen": ask("calf_swollen", "clot", "score", text="Is one calf swollen?"),
        "score": ask_items({"bed_rest": 1, "cancer": 2}, 2, "clot", "twist", text="Do these fit?"),
        "twist": ask("twisted", "strain_leaf", "cyst_leaf", text="Did you twist it?"),
        "call": leaf("emergency", "embolism"),
        "clot": leaf("same_day", "dvt", also=("cyst",)),
        "strain_leaf": leaf("self_care", "strain"),
        "cyst_leaf": leaf("routine", "cyst"),
        "lost": leaf("routine", "cyst", title="A lost leaf"),
    }
    sources = {"src": Source("A book"), "web": Source("A page", "https://example.org")}
    tree = make(nodes, "chest", sources=sources)
    tree.findings["unused"] = Finding("Nobody asks this")
    tree.conditions["spare"] = Condition("Spare", "A spare condition")
    return tree


def tree_of_all_kinds() -> Tree:
    """Every kind of node; one question is asked twice, and all leaves share their advice and warnings."""
    nodes = {
        "chest": ask("chest_pain", "call", "swollen", text="Does your chest hurt?"),
        "swollen": ask("calf_swollen", "clot", "history", text="Is one calf swollen?"),
        "history": collect(["cancer", "bed_rest"], "how_old", text="Do any of these apply to you?"),
        "how_old": number("age", "risk"),
        "risk": decide({"cancer": 2, "age_at_least_60": 1}, 2, "clot", "adult"),
        "adult": ask("age_at_least_17", "score", "cyst_leaf"),
        "score": ask_items({"locks": 1, "clicks": 2}, 2, "again", "strain_leaf", text="Do these fit?"),
        "again": ask("calf_swollen", "late_clot", "cyst_leaf", text="Is one calf swollen?"),
        "call": leaf("emergency", "embolism"),
        "clot": leaf("same_day", "dvt", also=("cyst",)),
        "late_clot": leaf("same_day", "dvt"),
        "strain_leaf": leaf("self_care", "strain"),
        "cyst_leaf": leaf("routine", "cyst"),
    }
    tree = make(nodes, "chest")
    tree.findings["unused"] = Finding("Nobody asks this")
    return tree


@pytest.fixture
def opened() -> Tree:
    """The tree that is opened; a test file with another one has a fixture of this name."""
    return small_tree()


@pytest.fixture
def document(qapp: object, tmp_path: Path, opened: Tree) -> Iterator[Document]:
    """An open document over ``opened``."""
    made = Document(opened, folder=tmp_path / "app")
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def selection(qapp: object) -> Selection:
    """Nothing selected."""
    return Selection()


@pytest.fixture(scope="module")
def whole(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Editor]:
    """One editor for all tests of a file: to build its panels takes longer than most of them."""
    theme = Theme(qapp)
    theme.choose_mode("light")
    document = Document(small(), folder=tmp_path_factory.mktemp("data"))
    with theme.while_many_are_made():
        made = Editor(document, theme)
    made.resize(1200, 900)
    made.show()
    yield made
    document.close()
    made.close()
    made.deleteLater()
    theme.deleteLater()
    qapp.setStyleSheet("")


@pytest.fixture
def window(open_window, qtbot, tmp_path: Path, monkeypatch) -> MainWindow:
    """The program on some tree, from which *New* begins another one."""
    made = open_window()
    made.resize(1280, 800)
    monkeypatch.setattr(dialogs, "save_path", lambda *_: tmp_path / "ankle.json")
    monkeypatch.setattr(dialogs, "problem", lambda _parent, sentence: pytest.fail(sentence))
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow, timeout=5000)
    return made


@pytest.fixture
def do(qtbot) -> Actions:
    """The author."""
    return Actions(lambda happens: qtbot.waitUntil(happens, timeout=20_000))
