"""The arrows in a list go where they point: down to the next line, right to "Not sure" of the same one."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kneetree.ui.style.theme import Theme
from kneetree.ui.wizard.question_page import QuestionPage
from tests.trees import ask_items
from tests.ui.wizard.test_question_page import page_of

DOWN, UP, RIGHT, LEFT = Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Right, Qt.Key.Key_Left


@pytest.fixture
def listing(qtbot: QtBot, theme: Theme) -> QuestionPage:
    page = page_of(qtbot, theme, ask_items({"cancer": 1, "travel": 1, "pill": 1}, 1, "a", "b"))
    qtbot.waitUntil(page.isActiveWindow)
    return page


def press(qtbot: QtBot, key: Qt.Key) -> QWidget:
    qtbot.keyClick(QApplication.focusWidget(), key)
    return QApplication.focusWidget()


def test_down_goes_from_line_to_line_and_on_to_the_button(qtbot: QtBot, listing: QuestionPage) -> None:
    came = [press(qtbot, DOWN) for _ in range(4)]
    assert came == [*(line.tick for line in listing.items.rows), listing.go_on]
    assert [press(qtbot, UP) for _ in range(3)] == [line.tick for line in reversed(listing.items.rows)]


def test_down_and_space_say_yes_and_never_not_sure(qtbot: QtBot, listing: QuestionPage) -> None:
    for key in (DOWN, DOWN, Qt.Key.Key_Space):
        press(qtbot, key)
    assert listing.items.values == {"cancer": False, "travel": True, "pill": False}


def test_right_goes_to_not_sure_of_the_line_and_left_back(qtbot: QtBot, listing: QuestionPage) -> None:
    line = listing.items.rows[0]
    assert press(qtbot, DOWN) is line.tick
    assert press(qtbot, RIGHT) is line.unsure
    assert press(qtbot, RIGHT) is line.unsure
    assert press(qtbot, LEFT) is line.tick
    assert press(qtbot, LEFT) is line.tick


def test_not_sure_is_a_column_of_its_own(qtbot: QtBot, listing: QuestionPage) -> None:
    first, second, third = (line.unsure for line in listing.items.rows)
    for key in (DOWN, RIGHT):
        press(qtbot, key)
    came = [press(qtbot, key) for key in (DOWN, DOWN, UP, UP, UP, DOWN, DOWN, DOWN)]
    assert came == [second, third, second, first, first, second, third, listing.go_on]


def test_lines_that_are_not_asked_are_passed(qtbot: QtBot, listing: QuestionPage) -> None:
    listing.show_state({}, {"travel": True}, answered=False, progress="Question 1")
    cancer, _, pill = (line.tick for line in listing.items.rows)
    assert [press(qtbot, key) for key in (DOWN, DOWN, UP)] == [cancer, pill, cancer]


def test_a_line_that_cannot_be_not_sure_keeps_the_keyboard(qtbot: QtBot, theme: Theme) -> None:
    page = page_of(qtbot, theme, ask_items({"cancer": 1, "travel": 1}, 1, "a", "b", unsure=False))
    qtbot.waitUntil(page.isActiveWindow)
    cancer, travel = (line.tick for line in page.items.rows)
    assert [press(qtbot, key) for key in (DOWN, RIGHT, DOWN)] == [cancer, cancer, travel]


def test_tab_goes_to_each_line_and_its_not_sure_in_turn(qtbot: QtBot, listing: QuestionPage) -> None:
    press(qtbot, DOWN)
    first, second, _ = listing.items.rows
    assert [press(qtbot, Qt.Key.Key_Tab) for _ in range(3)] == [first.unsure, second.tick, second.unsure]
