"""Whoever presses the same place again, at leisure and unread, presses nothing that has come under the pointer."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QCursor, QMouseEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from kneetree.report.led_rows import led_here
from kneetree.report.summary import summarise
from kneetree.ui.style.theme import Theme
from kneetree.ui.wizard.content import content_of
from kneetree.ui.wizard.emergency_page import EmergencyPage
from kneetree.ui.wizard.page_frame import ScrollPage
from kneetree.ui.wizard.question_page import QuestionPage
from kneetree.ui.wizard.start_page import StartPage
from kneetree.walk.walk import Walk
from tests import trees
from tests.ui.wizard.test_question_fits import SEVEN


def settle() -> None:
    for _ in range(5):
        QApplication.processEvents()


def press(page: QWidget, place: QPoint) -> None:
    """Press and let go as the window system does, which tells the window where the pointer is and not the widget."""
    QCursor.setPos(place)
    at, none, left = QPointF(page.mapFromGlobal(place)), Qt.MouseButton.NoButton, Qt.MouseButton.LeftButton
    for kind, button, held in (
        (QEvent.Type.MouseMove, none, none),
        (QEvent.Type.MouseButtonPress, left, left),
        (QEvent.Type.MouseButtonRelease, left, none),
    ):
        event = QMouseEvent(kind, at, QPointF(place), button, held, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(page.windowHandle(), event)
        settle()


def start(theme: Theme) -> ScrollPage:
    return StartPage(theme)


def yes_or_no(theme: Theme) -> ScrollPage:
    tree = trees.make({"node": trees.ask("breathless", "now", "home", answer_rule="Say Yes if so. " * 12), **ENDS})
    page = QuestionPage(theme, content_of(tree, "node"), lambda: -1)
    page.show_state({"breathless": True}, {}, answered=True, progress="")
    return page


def signs(theme: Theme) -> ScrollPage:
    tree = trees.make({"node": trees.collect(SEVEN, "home"), "home": ENDS["home"]})
    page = QuestionPage(theme, content_of(tree, "node"), lambda: -1)
    page.show_state({}, {}, answered=False, progress="")
    return page


def emergency(theme: Theme) -> ScrollPage:
    walk = Walk.start(trees.small(), answers={"breathless": True})
    page = EmergencyPage(theme, lambda: -1)
    page.show_summary(summarise(walk), led_here(walk))
    return page


ENDS = {"now": trees.leaf("emergency"), "home": trees.leaf("self_care")}


def shown(qtbot: QtBot, page: ScrollPage, height: int) -> list[str]:
    """Show a page, and return a list to which is added what is pressed or ticked on it."""
    qtbot.addWidget(page)
    page.resize(1000, height)
    with qtbot.waitExposed(page):
        page.show()
    settle()
    done: list[str] = []
    for button in page.middle.findChildren(QAbstractButton):
        signal = button.toggled if button.isCheckable() else button.clicked
        signal.connect(lambda *_, button=button: done.append(button.text() or button.accessibleName()))
    return done


@pytest.mark.parametrize("make", [start, yes_or_no, signs, emergency])
def test_the_strip_that_leads_on_brings_nothing_under_the_pointer(
    qtbot: QtBot, theme: Theme, make: Callable[[Theme], ScrollPage]
) -> None:
    theme.choose_text(200)
    page, tried = make(theme), 0
    done = shown(qtbot, page, 500)
    for height in range(230, 500, 30):
        page.resize(1000, height)
        settle()
        for across in (60, 300, 500, 700, 900):
            page.scroll_area.verticalScrollBar().setValue(0)
            settle()
            if not page.more.isVisible():
                continue
            place = page.more.mapToGlobal(QPoint(across, page.more.height() // 2))
            for _ in range(16):
                press(page, place)
            assert done == []
            press(page, page.mapToGlobal(QPoint(2, 2)))
            assert page.more.isHidden(), "it does not stay for ever"
            tried += 1
    assert tried > 10


def test_it_moves_nothing_when_it_goes(qtbot: QtBot, theme: Theme) -> None:
    theme.choose_text(200)
    page = yes_or_no(theme)
    shown(qtbot, page, 240)
    place = page.more.mapToGlobal(QPoint(500, 4))
    while page.more.isVisible() and page.scroll_area.verticalScrollBar().value() < page.more._end:
        press(page, place)
    settle()
    seen = page.heading.mapTo(page, QPoint(0, 0)).y()
    press(page, page.mapToGlobal(QPoint(2, 2)))
    settle()
    assert page.more.isHidden()
    assert page.heading.mapTo(page, QPoint(0, 0)).y() == seen


def test_read_on_does_not_tick_what_it_leads_to(qtbot: QtBot, theme: Theme) -> None:
    theme.choose_text(200)
    page = signs(theme)
    answers: list[object] = []
    page.answered.connect(answers.append)
    done = shown(qtbot, page, 400)
    bar = page.scroll_area.verticalScrollBar()
    bar.setValue(bar.maximum())
    settle()
    assert page.go_on.text() == "Read &on"
    place = page.go_on.mapToGlobal(page.go_on.rect().center())
    for _ in range(4):
        press(page, place)
    assert bar.value() < bar.maximum()
    assert len(done) == 1
    assert set(page.items.values.values()) == {False}
    assert answers == []
    line = page.items.rows[1].tick
    page.scroll_area.ensureWidgetVisible(line, 8, 60)
    settle()
    press(page, line.mapToGlobal(line.rect().center()))
    assert line.isChecked(), "elsewhere a click counts"
