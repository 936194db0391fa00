"""A walk that comes back takes a moment: meanwhile nothing can be started, and nothing makes it get lost."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from kneetree import edits
from kneetree.files import tree_files
from kneetree.ui import dialogs
from kneetree.ui.document.asking import Asking
from kneetree.ui.window.app import Windows
from kneetree.ui.window.main_window import MainWindow
from kneetree.ui.window.veil import Veil
from kneetree.ui.wizard.page_ids import START
from kneetree.ui.wizard.question_page import QuestionPage
from kneetree.walk.walk import Walk
from tests import trees


class Held:
    """What is worked out for a walk is not looked at while this is ``on``."""

    on = False


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> Held:
    held, look = Held(), Asking._on_look
    monkeypatch.setattr(Asking, "_on_look", lambda asking: None if held.on else look(asking))
    return held


@pytest.fixture
def windows(held: Held, open_windows: Callable[..., Windows]) -> Windows:
    return open_windows()


def choose(windows: Windows, qtbot: QtBot, name: str) -> MainWindow:
    """Choose a language as a person does, in the View menu; return the window in it, once it is joined."""
    next(action for action in windows.window.menus.language.actions() if action.data() == name).trigger()
    qtbot.waitUntil(lambda: windows.window.session is not None)
    return windows.window


def walk_of(window: MainWindow, qtbot: QtBot) -> Walk:
    qtbot.waitUntil(lambda: window.session.walk is not None and not window.session.waiting)
    return window.session.walk


def answer(window: MainWindow, qtbot: QtBot, times: int) -> list[str]:
    """Answer No so many times, or a number; return the questions."""
    window.start()
    asked = []
    for _ in range(times):
        walk = walk_of(window, qtbot)
        question = walk.tree.asked(str(walk.question))
        window.session.answer({question.scale: 40} if question.scale else dict.fromkeys(question.findings, False))
        asked.append(str(walk.question))
    walk_of(window, qtbot)
    return asked


def pressable(window: MainWindow) -> list[str]:
    """What could be pressed on the pages."""
    buttons = window.view.findChildren(QAbstractButton)
    return [button.text() for button in buttons if button.isVisible() and button.isEnabled()]


def page_of(window: MainWindow) -> QuestionPage:
    return window.view.wizard.question_page(str(window.view.wizard.node_shown))


def show(window: MainWindow, qtbot: QtBot, node: str) -> None:
    """Go back to a question with Back."""
    while window.view.wizard.node_shown != node:
        qtbot.mouseClick(page_of(window).back, Qt.MouseButton.LeftButton)


def test_while_the_walk_comes_back_in_another_language_nothing_can_be_started(
    held: Held, windows: Windows, qtbot: QtBot
) -> None:
    asked = answer(windows.window, qtbot, 2)
    held.on = True
    window = choose(windows, qtbot, "es")
    start = window.view.start_page
    for _ in range(20):
        QApplication.processEvents()
    assert window.session.waiting and window.session.walk is None
    assert not start.isVisible() and not start.start.isEnabled()
    assert pressable(window) == []
    assert any(veil.isVisible() for veil in window.findChildren(Veil))
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Space):
        qtbot.keyClick(window.focusWidget(), key)
    assert window.focusWidget() in window.view.findChildren(type(start.heading))
    start.start_asked.emit()
    window.show_check()
    assert not start.isVisible()
    held.on = False
    walk = walk_of(window, qtbot)
    assert [step.node for step in walk.path if step.asked] == asked
    assert window.view.wizard.node_shown == walk.question
    assert page_of(window).isVisible() and start.start.isEnabled()
    qtbot.waitUntil(lambda: not any(veil.isVisible() for veil in window.findChildren(Veil)))


def test_what_comes_back_is_put_aside_by_a_start_and_by_another_tree(
    held: Held, windows: Windows, qtbot: QtBot, tmp_path: Path
) -> None:
    asked = answer(windows.window, qtbot, 2)
    for language, slip in (("es", lambda one: one.session.start()), ("en", lambda one: one.start_again())):
        held.on = True
        window = choose(windows, qtbot, language)
        slip(window)
        held.on = False
        window.start_again()
        start = window.view.start_page
        assert start.take_up.isVisible() and start.start.isEnabled()
        qtbot.mouseClick(start.take_up, Qt.MouseButton.LeftButton)
        assert [step.node for step in walk_of(window, qtbot).path if step.asked] == asked
    held.on = True
    window = choose(windows, qtbot, "es")
    path = tmp_path / "small.json"
    path.write_bytes(tree_files.encode_tree(trees.small()))
    assert window.leaving.left_open.walk.asked == 2
    assert window.files.open_path(path)
    held.on = False
    start = window.view.start_page
    assert start.isVisible() and start.take_up.isVisible() and start.start.isEnabled()
    qtbot.mouseClick(start.take_up, Qt.MouseButton.LeftButton)
    assert [step.node for step in walk_of(window, qtbot).path if step.asked] == asked


def test_leaving_a_walk_that_comes_back_is_asked_about(
    held: Held, windows: Windows, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[bool] = []
    monkeypatch.setattr(dialogs, "leave_walk", lambda _parent, *, comes_back: bool(told.append(comes_back)))
    answer(windows.window, qtbot, 2)
    held.on = True
    next(action for action in windows.window.menus.language.actions() if action.data() == "es").trigger()
    window = windows.window
    assert window.session is None
    assert not window.close()  # before there is anything that could ask
    qtbot.waitUntil(lambda: bool(told))
    assert told == [False] and window.isVisible()
    assert not window.files.may_leave()
    assert told == [False, True]
    held.on = False
    assert walk_of(window, qtbot).asked == 2


def test_answers_taken_up_are_not_lost_to_a_second_press(held: Held, windows: Windows, qtbot: QtBot) -> None:
    window = windows.window
    asked = answer(window, qtbot, 2)
    window.start_again()
    held.on = True
    window.session._asking.forget()  # or all is known and it comes at once
    start = window.view.start_page
    qtbot.mouseClick(start.take_up, Qt.MouseButton.LeftButton)
    assert window.session.waiting
    for button in (start.start, start.take_up):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    start.start_asked.emit()
    held.on = False
    assert [step.node for step in walk_of(window, qtbot).path if step.asked] == asked
    assert window.view.wizard.node_shown == window.session.walk.question


def test_a_tree_altered_while_the_walk_comes_back_leaves_it_as_it_is(
    held: Held, windows: Windows, qtbot: QtBot
) -> None:
    asked = answer(windows.window, qtbot, 2)
    held.on = True
    window = choose(windows, qtbot, "es")
    document = window.document
    document.do(edits.set_fields(document.tree, asked[0], text="Is it one of these?"), "write")
    held.on = False
    walk = walk_of(window, qtbot)
    assert [step.node for step in walk.path if step.asked] == asked
    assert walk.tree is window.session.tree


def test_an_answer_that_waits_goes_over_and_lives_through_a_change_of_the_tree(
    held: Held, windows: Windows, qtbot: QtBot
) -> None:
    window = windows.window
    answer(window, qtbot, 1)
    held.on = True
    question = window.session.tree.asked(str(window.session.walk.question))
    window.session._asking.forget()
    window.session.answer(dict.fromkeys(question.findings, False))
    assert window.session.waiting and window.session.walk.asked == 1
    document = window.document
    document.do(edits.set_fields(document.tree, str(window.session.walk.question), why="So."), "write")
    assert window.session.latest.asked == 2
    for language in ("es", "en"):  # the second one before the first has shown anything
        window = choose(windows, qtbot, language)
    held.on = False
    walk = walk_of(window, qtbot)
    assert walk.asked == 2
    assert window.view.wizard.node_shown == walk.question


def test_the_question_that_was_gone_back_to_is_shown_again_with_its_ticks(
    held: Held, windows: Windows, qtbot: QtBot
) -> None:
    window = windows.window
    window.resize(1024, 560)
    asked = answer(window, qtbot, 2)
    show(window, qtbot, asked[0])
    ticked = page_of(window).items.shown[1]
    ticked.tick.click()
    for language, at_once in (("es", False), ("en", True), ("es", False)):
        held.on = at_once  # another language before the one before has shown anything
        window = choose(windows, qtbot, language)
        if at_once:
            continue
        assert walk_of(window, qtbot).asked == 2
        assert window.view.wizard.node_shown == asked[0]
        page = page_of(window)
        assert page.isVisible()
        assert page.items.values[ticked.finding] is True
        assert sum(value is True for value in page.items.values.values()) == 1


@pytest.mark.parametrize("back", [True, False])
def test_the_lines_that_were_in_sight_are_in_sight_again(windows: Windows, qtbot: QtBot, back: bool) -> None:
    window = windows.window
    window.resize(900, 480)
    asked = answer(window, qtbot, 2)
    if back:
        show(window, qtbot, asked[1])
    page = page_of(window)
    bar = page.scroll_area.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 200)
    line = page.items.shown[1]
    bar.setValue(bar.value() + line.mapTo(page.scroll_area.viewport(), QPoint(0, 0)).y() - 5)
    qtbot.waitUntil(lambda: bool(page._reading.read))
    read = page._reading.read
    before = line.mapTo(page.scroll_area.viewport(), QPoint(0, 0)).y()
    window = choose(windows, qtbot, "es")
    walk_of(window, qtbot)
    page = page_of(window)
    assert page.content.asked.findings == window.session.tree.asked(asked[1]).findings or not back
    line = page.items.shown[1]
    qtbot.waitUntil(lambda: abs(line.mapTo(page.scroll_area.viewport(), QPoint(0, 0)).y() - before) <= 30)
    assert set(read) <= set(page._reading.read)


def test_the_first_page_stays_and_offers_to_go_on(held: Held, windows: Windows, qtbot: QtBot) -> None:
    window = windows.window
    asked = answer(window, qtbot, 1)
    show(window, qtbot, asked[0])
    qtbot.mouseClick(page_of(window).back, Qt.MouseButton.LeftButton)
    assert window.view.wizard.currentId() == START
    held.on = True
    old = window
    qtbot.mouseClick(window.view.start_page.other_language, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: windows.window is not old and windows.window.session is not None)
    window = windows.window
    start = window.view.start_page
    assert start.isVisible() and not start.start.isEnabled()
    assert window.focusWidget() is start.heading
    held.on = False
    walk_of(window, qtbot)
    assert start.isVisible() and start.start.isEnabled() and start.start.text() == "&Seguir"
    assert window.focusWidget() is start.start
    qtbot.mouseClick(start.start, Qt.MouseButton.LeftButton)
    assert window.view.wizard.node_shown == window.session.walk.question
    assert window.session.walk.asked == 1
