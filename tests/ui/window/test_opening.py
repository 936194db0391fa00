"""Opening: whatever fails, all views show one and the same tree; what never answers holds nothing up."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QProgressDialog
from pytestqt.qtbot import QtBot

from kneetree.files import beside, tree_files
from kneetree.ui import dialogs
from kneetree.ui.editor.editor import Editor
from kneetree.ui.editor.joins import inspector_join, library_join, outline_join
from kneetree.ui.document import recent_files
from kneetree.ui.document.file_watch import FileWatch
from kneetree.ui.document.session import Session
from kneetree.ui.window import main_window, quiet, recent_menu
from kneetree.ui.window.main_window import MainWindow
from tests import trees

Open = Callable[..., MainWindow]


def write(path: Path, title: str = "Second") -> Path:
    tree = trees.make({"first": trees.ask("f", "a", "b"), "a": trees.leaf(), "b": trees.leaf("self_care")}, title=title)
    path.write_bytes(tree_files.encode_tree(tree))
    return path


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    sentences: list[str] = []
    monkeypatch.setattr(dialogs, "problem", lambda _parent, sentence: sentences.append(sentence))
    monkeypatch.setattr(quiet, "PAUSE_MS", 0)
    return sentences


STEPS = [
    (FileWatch, "follow"),
    (recent_files, "remember"),
    (Session, "_on_opened"),
    (Editor, "_on_opened"),
    (outline_join.OutlineJoin, "_on_opened"),
    (library_join.LibraryJoin, "show"),
    (inspector_join.InspectorJoin, "show"),
    (main_window.MainWindow, "_show_state"),
]


@pytest.mark.parametrize(("owner", "step"), STEPS, ids=lambda value: getattr(value, "__name__", value))
def test_whatever_step_fails_every_other_view_shows_the_tree_that_is_open(
    open_window: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, owner: object, step: str
) -> None:
    fails: list[bool] = []
    real = getattr(owner, step)

    def failing(*arguments: object, **named: object) -> object:
        if fails:
            raise ZeroDivisionError
        return real(*arguments, **named)

    monkeypatch.setattr(owner, step, failing)
    window = open_window()
    window.show_edit()
    path = write(tmp_path / "second.json")
    with qtbot.captureExceptions() as caught:
        fails.append(True)
        try:
            window.files.open_path(path)
        except ZeroDivisionError as error:
            caught.append((type(error), error, None))
        fails.clear()
    assert caught
    assert window.document.path == path
    ids = {"first", "a", "b"}
    shown = {
        Session: lambda: set(window.session.tree.nodes),
        Editor: lambda: {key for key in ids if window.editor.canvas.box_rect(key) is not None},
        outline_join.OutlineJoin: lambda: {key for key in ids if window.editor.panels.outline.has(key)},
    }
    for view, nodes in shown.items():
        if view is not owner:
            assert nodes() == ids, view
