"""Digits reach the field of a number wherever on its page the keyboard is; other keys stay where they are."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kneetree.ui.style.theme import Theme
from kneetree.ui.wizard.question_page import QuestionPage
from tests import trees
from tests.ui.wizard.test_question_page import page_of


@pytest.fixture
def page(qtbot: QtBot, theme: Theme) -> QuestionPage:
    made = page_of(qtbot, theme, trees.number("days", "end"))
    made.show_state({}, {}, answered=True, progress="Question 1")
    qtbot.waitUntil(made.isActiveWindow)
    return made


def stops(page: QuestionPage) -> list[QWidget]:
    """Everything on the page that can have the keyboard, the field itself left out."""
    every = [
        part for part in page.findChildren(QWidget) if part.isVisible() and part.focusPolicy() != Qt.FocusPolicy.NoFocus
    ]
    return [part for part in every if part is not page.number.edit and not page.number.edit.isAncestorOf(part)]


def test_digits_reach_the_field_from_all_over_the_page(qtbot: QtBot, page: QuestionPage) -> None:
    places = stops(page)
    assert {page.back, page.heading, page.go_on, page.unsure, page.number.units["months"]} <= {*places}
    for place in places:
        place.setFocus(Qt.FocusReason.TabFocusReason)
        assert QApplication.focusWidget() is place
        qtbot.keyClicks(QApplication.focusWidget(), "1")
        qtbot.keyClicks(QApplication.focusWidget(), "2")
        assert page.number.edit.text() == "12", place
        assert page.number.edit.hasFocus()


def test_a_unit_first_and_then_the_digits(qtbot: QtBot, page: QuestionPage) -> None:
    given: list[object] = []
    page.answered.connect(given.append)
    qtbot.mouseClick(page.number.units["months"], Qt.MouseButton.LeftButton)
    qtbot.keyClick(QApplication.focusWidget(), "3", Qt.KeyboardModifier.KeypadModifier)
    assert (page.number.edit.text(), page.number.says.text()) == ("3", "= 91 days")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert [dict(said) for said in given] == [{"days": 91}]


def test_what_is_no_digit_stays_where_it_was_typed(qtbot: QtBot, page: QuestionPage) -> None:
    unit = page.number.units["weeks"]
    unit.setFocus(Qt.FocusReason.TabFocusReason)
    for text in ("a", "-", "²", "٣"):
        qtbot.keyClick(unit, text)
    qtbot.keyClick(unit, "4", Qt.KeyboardModifier.ControlModifier)
    assert QApplication.focusWidget() is unit
    assert page.number.edit.text() == ""


def test_a_digit_that_the_field_refuses_is_not_given_to_it_again(qtbot: QtBot, page: QuestionPage) -> None:
    page.number.focus()
    qtbot.keyClicks(page.number.edit, "1234567890123")
    assert page.number.edit.text() == "123456789012"
