"""The page of a number in a low window: no empty line parts the field from its button."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kneetree.ui.style.theme import Theme
from kneetree.ui.wizard.question_page import QuestionPage
from tests.trees import number
from tests.ui.wizard.test_question_page import page_of


def test_the_line_below_the_field_has_room_only_while_it_says_something(qtbot: QtBot, theme: Theme) -> None:
    page = page_of(qtbot, theme, number("days", "a"))

    def gap(height: int) -> int:
        page.resize(900, height)
        QApplication.processEvents()
        return page.go_on.y() - page.number.geometry().top() - page.number.edit.geometry().bottom()

    high, low = gap(700), gap(250)
    assert page.low and page.number.says.isHidden()
    assert low < high - page.number.says.fontMetrics().height()
    says_weeks(page)
    assert not page.number.says.isHidden() and page.number.says.text() == "= 21 days"
    page.number.edit.clear()
    assert page.number.says.isHidden()
    page.go_on.click()
    assert not page.number.says.isHidden(), "what is wrong is said"
    gap(700)
    page.number.edit.clear()
    assert not page.number.says.isHidden(), "where there is room nothing moves"


def says_weeks(page: QuestionPage) -> None:
    page.number.units["weeks"].click()
    page.number.edit.lineEdit().setText("3")
