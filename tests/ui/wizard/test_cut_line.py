"""The strip at the lower edge of a page cuts no line of text: half of a line is nothing to read."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from kneetree.ui.style import text_labels
from kneetree.ui.style.theme import Theme
from kneetree.ui.wizard.cut_line import uncut_edge
from kneetree.ui.wizard.page_frame import ScrollPage
from tests.ui.wizard import test_pressed_again as pages


def has_ink(image: QImage, row: int, left: int, right: int) -> bool:
    """Whether there is anything but the ground in a row of a picture."""
    return len({image.pixel(x, row) for x in range(left, right)}) > 1


@pytest.mark.parametrize("make", [pages.start, pages.yes_or_no, pages.emergency])
@pytest.mark.parametrize("percent", [100, 200])
def test_at_no_height_is_half_a_line_seen_above_the_strip(
    qtbot: QtBot, theme: Theme, make: Callable[[Theme], ScrollPage], percent: int
) -> None:
    theme.choose_text(percent)
    page = make(theme)
    pages.shown(qtbot, page, 400)
    tried = 0
    for height in range(200, 480, 7):
        page.resize(1000, height)
        pages.settle()
        if not page.more.isVisible():
            continue
        image = page.scroll_area.grab().toImage()
        for label in page.middle.findChildren(QLabel):
            place = QRect(label.mapTo(page.scroll_area, QPoint(0, 0)), label.size())
            if label.text() and label.isVisible() and place.top() < image.height() <= place.bottom():
                tried += 1
                whole = label.grab().toImage()
                seen = has_ink(image, image.height() - 1, place.left(), place.right())
                goes_on = has_ink(whole, image.height() - place.top(), 0, whole.width())
                assert not (seen and goes_on), f"{height}: {label.text()}"
    assert tried > 2 or percent == 100


def test_a_press_shows_the_whole_line_that_was_covered(qtbot: QtBot, theme: Theme) -> None:
    theme.choose_text(200)
    page = pages.start(theme)
    pages.shown(qtbot, page, 420)
    for height in range(300, 480, 20):
        page.scroll_area.verticalScrollBar().setValue(0)
        page.resize(1000, height)
        pages.settle()
        if not (page.more._cover.isVisible() and page.more.isVisible()):
            continue
        first = page.more._cover.geometry().top()
        before = page.scroll_area.verticalScrollBar().value()
        page.more.click()
        pages.settle()
        assert page.scroll_area.verticalScrollBar().value() - before <= first, "it skips nothing"
        assert page.scroll_area.verticalScrollBar().value() > before


def test_page_down_skips_nothing_that_was_covered(qtbot: QtBot, theme: Theme) -> None:
    theme.choose_text(200)
    page = pages.start(theme)
    pages.shown(qtbot, page, 420)
    bar, tried = page.scroll_area.verticalScrollBar(), 0
    for height in range(260, 480, 20):
        page.resize(1000, height)
        bar.setValue(0)
        pages.settle()
        if not (page.more._cover.isVisible() and page.more.isVisible()):
            continue
        tried += 1
        first = page.more._cover.geometry().top()
        qtbot.keyClick(page.heading, Qt.Key.Key_PageDown)
        pages.settle()
        assert 0 < bar.value() < first
    assert tried > 2


def test_of_texts_in_a_row_none_is_seen_without_the_others(qtbot: QtBot, theme: Theme) -> None:
    """Beside a choice in one line there may be one in three: a band of time that is not seen would not be chosen."""
    sight, page = QWidget(), QWidget()
    page.setParent(sight)
    page.resize(600, 400)
    tall, small = QPushButton("one\ntwo\nthree", page), QPushButton("one", page)
    tall.setGeometry(0, 100, 200, 90)
    small.setGeometry(220, 100, 200, 90)
    above = text_labels.label("a line above", "body", page)
    above.setGeometry(0, 40, 300, 30)
    qtbot.addWidget(sight)
    sight.resize(600, 400)
    sight.show()
    assert uncut_edge(page, sight, 155) == 100, "the letters of the middle line, and so all of the row"
    assert uncut_edge(page, sight, 90) == 90
    assert uncut_edge(page, sight, 300) == 300
