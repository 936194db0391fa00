"""The emergency page in the order in which it is needed: how to get help, what takes a slip back, what to do, why."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from kneetree.report.led_rows import LedHere, led_here
from kneetree.report.summary import summarise
from kneetree.ui.style.theme import Theme
from kneetree.ui.wizard.emergency_page import EmergencyPage
from kneetree.walk.walk import Walk
from tests import trees

ACTION = "Do not wait, and do not drive yourself. When you call, tell them what it says here."


@pytest.fixture
def page(qtbot: QtBot, theme: Theme) -> EmergencyPage:
    """A page that two answers led to, with one more that was not sure."""
    walk = Walk.start(trees.small(), answers={"breathless": True})
    summary, led = replace(summarise(walk), own_avoid=("Do not walk.",)), led_here(walk)
    assert led.rows
    page = EmergencyPage(theme, lambda: -1)
    qtbot.addWidget(page)
    page.resize(1024, 480)
    page.show()
    page.show_summary(summary, LedHere(led.rows, ("Has numb",)))
    QApplication.processEvents()
    return page


def read(page: EmergencyPage) -> list[str]:
    """All that is on the page from the top down."""
    parts = [part for kind in (QLabel, QPushButton) for part in page.middle.findChildren(kind) if part.isVisible()]
    return [part.text() for part in sorted(parts, key=lambda part: top_of(page, part)) if part.text()]


def top_of(page: EmergencyPage, part: QWidget) -> int:
    return part.mapTo(page.middle, part.rect().topLeft()).y()


@pytest.mark.parametrize("percent", [100, 200])
def test_what_takes_a_slip_back_is_right_beneath_the_action(page: EmergencyPage, theme: Theme, percent: int) -> None:
    theme.choose_text(percent)
    QApplication.processEvents()
    shown = read(page)
    mistake = next(button.text() for button in page.mistakes.values())
    wanted = [page.word.text(), ACTION, "You answered Yes to “Is it breathless?”", mistake, "What to do", "Rest."]
    wanted += ["What to avoid", "Do not walk.", "Why", "Because.", "What you were not sure of: Has numb"]
    assert [text for text in shown if text in wanted] == wanted
    assert shown.index(mistake) == shown.index(ACTION) + 2
    theme.choose_text(100)


def test_the_page_says_that_it_goes_on_below_until_when_to_get_help_again_was_seen(
    qtbot: QtBot, page: EmergencyPage, theme: Theme
) -> None:
    theme.choose_text(200)
    QApplication.processEvents()
    assert page.more.isVisible()
    while page.more.isVisible():
        before = page.scroll_area.verticalScrollBar().value()
        qtbot.mouseClick(page.more, Qt.MouseButton.LeftButton)
        QApplication.processEvents()
        assert page.more.isHidden() or page.scroll_area.verticalScrollBar().value() > before
    lines = [label for label in page.middle.findChildren(QLabel) if label.text() == "it gets worse"]
    for part in (page.print, *lines):
        assert part.mapTo(page.scroll_area, part.rect().bottomLeft()).y() <= page.scroll_area.height()
    assert lines
    theme.choose_text(100)


@pytest.mark.parametrize("led", [None, LedHere(), LedHere((), ("Has numb",))])
def test_no_reason_is_announced_where_there_is_none(page: EmergencyPage, led: LedHere | None) -> None:
    page.show_summary(replace(summarise(Walk.start(trees.small(), answers={"breathless": True})), reason=""), led)
    QApplication.processEvents()
    said = read(page)
    assert "Why" not in said
    assert ("What you were not sure of: Has numb" in said) == bool(led and led.unsure)


def test_what_was_not_sure_is_said_between_the_title_and_what_to_do(page: EmergencyPage) -> None:
    walk = Walk.start(trees.small(), answers={"breathless": True})
    page.show_summary(replace(summarise(walk), title="You fell", unsure_note="You were not sure."))
    QApplication.processEvents()
    said = read(page)
    assert said.index("You fell") + 1 == said.index("You were not sure.") < said.index("What to do")


@pytest.mark.parametrize("percent", [100, 200])
def test_a_slip_is_taken_back_after_one_press_at_most_in_a_small_window(
    qtbot: QtBot, page: EmergencyPage, theme: Theme, percent: int
) -> None:
    theme.choose_text(percent)
    page.resize(1024, 510)
    QApplication.processEvents()
    button = next(iter(page.mistakes.values()))
    assert button.height() >= 44
    if button.mapTo(page.scroll_area, button.rect().bottomLeft()).y() >= page.scroll_area.height():
        qtbot.mouseClick(page.more, Qt.MouseButton.LeftButton)
        QApplication.processEvents()
    place = button.mapTo(page.scroll_area, button.rect().topLeft()).y()
    assert 0 <= place <= page.scroll_area.height() - button.height()
    theme.choose_text(100)
