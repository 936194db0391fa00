"""What the first page says besides its words is seen: why the questions cannot start, and what stays of the answers."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kneetree.ui.style.theme import Theme
from kneetree.ui.wizard.start_page import StartPage

WHY = "“knee.json” cannot be opened, because it is not a tree of questions. Open another file."
STAYS = "Your earlier answers stay here until you give a new answer or close kneetree."
SIZES = [(1024, 486, 100), (1024, 439, 200), (1024, 491, 200), (1280, 690, 200), (900, 600, 150), (640, 480, 125)]


def settle() -> None:
    for _ in range(8):
        QApplication.processEvents()


@pytest.fixture(params=SIZES)
def page(qtbot: QtBot, theme: Theme, request: pytest.FixtureRequest) -> StartPage:
    width, height, percent = request.param
    theme.choose_text(percent)
    page = StartPage(theme)
    qtbot.addWidget(page)
    page.resize(width, height)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    settle()
    return page


def is_seen(page: StartPage, widget: QWidget) -> bool:
    top = widget.mapTo(page.scroll_area.viewport(), QPoint(0, 0)).y()
    return top >= 0 and top + widget.height() <= page.scroll_area.viewport().height()


def test_why_the_questions_cannot_start_is_scrolled_to(page: StartPage) -> None:
    page.set_trouble(WHY)
    settle()
    assert is_seen(page, page.trouble)
    page.set_trouble("")
    settle()
    assert page.trouble.isHidden()


def test_the_strip_leads_to_what_stays_of_the_answers(qtbot: QtBot, page: StartPage) -> None:
    page.set_put_aside(STAYS)
    settle()
    for _ in range(20):
        assert is_seen(page, page.put_aside) is page.more.isHidden()
        if page.more.isHidden():
            break
        qtbot.mouseClick(page.more, Qt.MouseButton.LeftButton)
        settle()
    assert is_seen(page, page.put_aside)


@pytest.mark.parametrize("stays", ["", STAYS])
def test_the_keyboard_is_on_the_large_button_if_that_is_seen(page: StartPage, stays: str) -> None:
    page.set_put_aside(stays)
    page.prefer_take_up(bool(stays))
    settle()
    page.begin()
    settle()
    large = page.take_up if stays else page.start
    assert QApplication.focusWidget() is (large if is_seen(page, large) else page.heading)


def test_the_keyboard_follows_the_large_button_when_the_text_gets_another_size(page: StartPage, theme: Theme) -> None:
    page.resize(1024, 490)
    page.begin()
    for percent in (100, 200, 125, 150, 100):
        theme.choose_text(percent)
        settle()
        assert QApplication.focusWidget() is (page.start if is_seen(page, page.start) else page.heading), percent
