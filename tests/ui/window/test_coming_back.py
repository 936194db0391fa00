"""Answers that were put aside can be gone on with, for as long as the first page says so."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from kneetree.files import tree_files
from kneetree.model.tree import Answer, Tree
from kneetree.ui import dialogs
from kneetree.ui.window.main_window import MainWindow
from kneetree.ui.wizard.page_ids import START
from tests import trees

Open = Callable[..., MainWindow]


def click(qtbot: QtBot, button: QPushButton) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def answer_no(qtbot: QtBot, window: MainWindow) -> None:
    """From Start, No to the first question of the small tree."""
    click(qtbot, window.view.wizard.start_page.start)
    page = window.view.wizard.question_page(window.view.wizard.node_shown)
    click(qtbot, page.answers.buttons[Answer.NO])
    assert window.session.walk.answers == {"breathless": False}


def write(path: Path, title: str) -> Path:
    tree = trees.small()
    tree.title = title
    path.write_bytes(tree_files.encode_tree(tree))
    return path


def offered(window: MainWindow) -> str:
    start = window.view.wizard.start_page
    assert start.take_up.isVisible() == start.put_aside.isVisible()
    return start.put_aside.text() if start.put_aside.isVisible() else ""


STAYS = "Your earlier answers stay here until you give a new answer or close kneetree."


def test_a_tree_read_again_gives_the_answers_back(
    qtbot: QtBot, open_window: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window()
    said: list[tuple[object, ...]] = []
    monkeypatch.setattr(dialogs, "confirm", lambda *arguments: said.append(arguments[1:]) or True)
    answer_no(qtbot, window)
    write(tmp_path / "small.json", "Theirs")
    qtbot.waitUntil(lambda: window.document.tree.title == "Theirs")
    assert said == [
        (
            "small.json was changed by another program.",
            "Reload from disk",
            "The questions begin anew with the new file. Your answers are kept: “Back to my answers” on the first page "
            "goes on with them.",
        )
    ]
    assert window.view.wizard.currentId() == START
    assert offered(window) == STAYS
    click(qtbot, window.view.wizard.start_page.take_up)
    assert window.session.walk.answers == {"breathless": False}
    assert window.session.walk.tree.title == "Theirs"
    assert window.view.wizard.node_shown == "calf"


def test_whoever_does_not_read_it_again_is_asked_before_it_is_written_over(
    qtbot: QtBot, open_window: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window()
    asked: list[str] = []
    monkeypatch.setattr(dialogs, "confirm", lambda *_: asked.append("read again") or False)
    monkeypatch.setattr(dialogs, "changed_meanwhile", lambda *_a, **_m: asked.append("whose") or dialogs.Theirs.LATER)
    path = write(tmp_path / "small.json", "Theirs")
    qtbot.waitUntil(lambda: asked == ["read again"])
    assert not window.document.dirty
    assert not window.files.save()
    assert asked == ["read again", "whose"]
    assert tree_files.read_tree(path).tree.title == "Theirs"


def test_whoever_answered_nothing_is_told_nothing_of_answers(
    qtbot: QtBot, open_window: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window()
    said: list[object] = []
    monkeypatch.setattr(dialogs, "confirm", lambda *arguments: said.append(arguments[-1]) or True)
    write(tmp_path / "small.json", "Theirs")
    qtbot.waitUntil(lambda: window.document.tree.title == "Theirs")
    assert said == [""]
    assert offered(window) == ""


def test_going_back_from_another_tree_opens_the_first_one_again(
    qtbot: QtBot, open_window: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window()
    said: list[bool] = []
    monkeypatch.setattr(dialogs, "leave_walk", lambda _parent, *, comes_back: said.append(comes_back) or True)
    monkeypatch.setattr(dialogs, "open_path", lambda *_: write(tmp_path / "other.json", "Another"))
    answer_no(qtbot, window)
    window.menus.actions["open"].trigger()
    assert said == [True]
    assert window.document.tree.title == "Another"
    assert offered(window).startswith(f"Your answers to “{trees.small().title}” stay here until you answer another")
    click(qtbot, window.view.wizard.start_page.take_up)
    assert window.document.path == tmp_path / "small.json"
    assert window.session.walk.answers == {"breathless": False}
    assert window.view.wizard.node_shown == "calf"
    assert said == [True]
    click(qtbot, window.view.wizard.question_page("calf").back)
    click(qtbot, window.view.wizard.question_page("lungs").back)
    assert offered(window) == ""


def test_an_answer_in_the_other_tree_ends_the_offer(
    qtbot: QtBot, open_window: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window()
    monkeypatch.setattr(dialogs, "open_path", lambda *_: write(tmp_path / "other.json", "Another"))
    answer_no(qtbot, window)
    window.menus.actions["open"].trigger()
    assert offered(window)
    answer_no(qtbot, window)
    window.start_again()
    assert offered(window) == STAYS
    assert window.session.put_aside.walk.tree.title == "Another"


def test_answers_to_a_tree_that_has_no_file_are_not_promised(
    qtbot: QtBot, open_window: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window()
    said: list[bool] = []
    monkeypatch.setattr(dialogs, "leave_walk", lambda _parent, *, comes_back: said.append(comes_back) or True)
    window.document.new(trees.small())
    answer_no(qtbot, window)
    window.menus.actions["shipped"].trigger()
    assert said == [False]
    assert window.view.wizard.currentId() == START
    assert offered(window) == ""


def test_closing_promises_nothing(qtbot: QtBot, open_window: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    window = open_window()
    said: list[bool] = []
    monkeypatch.setattr(dialogs, "leave_walk", lambda _parent, *, comes_back: bool(said.append(comes_back)))
    answer_no(qtbot, window)
    assert not window.close()
    assert said == [False]


def test_a_tree_that_is_not_whole_any_more_cannot_be_gone_on_with(
    qtbot: QtBot, open_window: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window()
    told: list[str] = []
    monkeypatch.setattr(dialogs, "confirm", lambda *_: True)
    monkeypatch.setattr(dialogs, "problem", lambda _parent, sentence: told.append(sentence))
    answer_no(qtbot, window)
    broken: Tree = trees.small()
    broken.nodes["now"] = trees.leaf("emergency", get_help_if={})
    (tmp_path / "small.json").write_bytes(tree_files.encode_tree(broken))
    qtbot.waitUntil(lambda: bool(offered(window)))
    click(qtbot, window.view.wizard.start_page.take_up)
    assert len(told) == 1
    assert told[0].startswith("The questions cannot start")
    assert window.view.wizard.currentId() == START
    assert offered(window) == STAYS
